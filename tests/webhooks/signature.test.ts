import { randomBytes, randomUUID } from 'node:crypto'
import { Webhook } from 'standardwebhooks'
import { expect, it } from 'vitest'
import { signatureHeaders, toSecret } from '../../src/webhooks/signature.ts'

const secret = toSecret(randomBytes(32))
const other = toSecret(randomBytes(32))

it('a secret is whsec_ and 32 bytes in base64', () => {
  expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
})

it.each(['{}', '{"type":"article.published","data":{"id":"Өзен 🦅"}}', ' '.repeat(20_000)])(
  'the standardwebhooks package verifies it: %#',
  (body) => {
    const headers = signatureHeaders(randomUUID(), new Date(), body, [secret])
    expect(() => new Webhook(secret).verify(body, headers, { jsonParse: false })).not.toThrow()
    expect(() => new Webhook(other).verify(body, headers)).toThrow()
    expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow()
    expect(() => new Webhook(secret).verify(body, { ...headers, 'webhook-id': 'x' })).toThrow()
  },
)

it('it signs exactly as the package does', () => {
  const at = new Date(1_767_864_600_999)
  const headers = signatureHeaders('msg', at, 'body', [secret])
  expect(headers['webhook-timestamp']).toBe('1767864600')
  expect(headers['webhook-signature']).toBe(new Webhook(secret).sign('msg', new Date(1_767_864_600_000), 'body'))
})

it('with two secrets each of them verifies', () => {
  const headers = signatureHeaders('msg', new Date(), 'body', [secret, other])
  expect(headers['webhook-signature'].split(' ').length).toBe(2)
  for (const each of [secret, other])
    expect(() => new Webhook(each).verify('body', headers, { jsonParse: false })).not.toThrow()
})

import { generateKeyPair, UnsecuredJWT } from 'jose'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { type Identity, identityOf } from '../../src/accounts/identity.ts'
import { createApiKey } from '../../src/accounts/keys.ts'
import { makeOutbound } from '../../src/outbound/client.ts'
import { outboundFetch } from '../../src/outbound/fetch.ts'
import { testNewsroom } from '../helpers/app.ts'
import { bearer, password, peopleOf } from './people.ts'
import { startProvider } from './provider.ts'

const clock = { now: () => new Date() }
const provider = await startProvider(() => clock.now())
const settings = {
  ...{ issuer: provider.issuer, audience: 'dateline', rolesClaim: 'roles', roleMap: {} },
  fetch: outboundFetch(makeOutbound({ allowedHosts: [{ host: '127.0.0.1', port: '*' }] })),
}
let identity: Identity = identityOf(settings)
const news = await testNewsroom({ identity: { verify: (token, now) => identity.verify(token, now) } })
clock.now = news.now
const { rest, graphql, db, events, ctx, setClock } = news
const { person, signedIn, tryFrom } = peopleOf(news)
afterAll(async () => {
  await news.close()
  await provider.close()
})
beforeEach(() => {
  identity = identityOf(settings)
  provider.state.isAway = false
})

const { token, seconds } = provider
const ask = (secret: string) => rest('GET', '/v1/editorial/users/me', { headers: bearer(secret) })
const author = (secret: string) =>
  rest('POST', '/v1/editorial/authors', { headers: bearer(secret), body: { name: 'X' } })

describe('a token of the provider', () => {
  it('opens both faces; at first sight its bearer becomes a user', async () => {
    await events()
    const secret = await token({ sub: 'first', name: 'Grace', email: 'Grace@news.example', email_verified: true })
    const [one, two] = await Promise.all([ask(secret), ask(secret)])
    expect(one.data).toMatchObject({ name: 'Grace', email: 'grace@news.example', role: 'editor', hasPassword: false })
    expect(two.data.id).toBe(one.data.id)
    expect(one.data.issuer).toBe(provider.issuer)
    expect((await graphql('{ me { name } }', {}, { headers: bearer(secret) })).data).toEqual({ name: 'Grace' })
    expect(await events()).toEqual({ 'user.created': 1 })
    const { actor } = await db.journalEntry.findFirstOrThrow({
      where: { type: 'user.created' },
      orderBy: { number: 'desc' },
    })
    expect(actor).toBe('oidc')
    expect((await author(secret)).status).toBe(201)
  })

  it('asks the provider for its keys once', async () => {
    const before = provider.asked.length
    for (let n = 0; n < 5; n++) expect((await ask(await token())).status).toBe(200)
    expect(provider.asked.slice(before)).toEqual(['/.well-known/openid-configuration', '/keys'])
  })

  it('without a verified address has none', async () => {
    const secret = await token({ sub: 'shy', email: 'grace2@news.example', email_verified: false })
    expect((await ask(secret)).data.email).toMatch(/@unverified\.invalid$/)
  })

  it.each([
    ['one second past its end', () => token({ exp: seconds(-1) }), 200],
    ['of an audience among several', () => token({ aud: ['other', 'dateline'] }), 200],
    ['six seconds past its end', () => token({ exp: seconds(-6) }), 401],
    ['that is not valid yet', () => token({ nbf: seconds(60) }), 401],
    ['without an end', () => token({ exp: undefined as unknown as number }), 401],
    ['without a subject', () => token({ sub: undefined as unknown as string }), 401],
    ['for another audience', () => token({ aud: 'other' }), 401],
    ['without an audience', () => token({ aud: undefined as unknown as string }), 401],
    ['of another issuer', () => token({ iss: 'https://evil.example' }), 401],
    ['of the issuer with a slash', () => token({ iss: `${provider.issuer}/` }), 401],
    ['with an unknown key', () => token({}, { kid: 'unknown' }), 401],
    ['signed by somebody else', async () => token({}, { key: (await generateKeyPair('ES256')).privateKey }), 401],
    ['signed with a shared secret', () => token({}, { alg: 'HS256', key: new Uint8Array(32) }), 401],
    [
      'not signed',
      async () =>
        new UnsecuredJWT({ sub: 'ada', roles: ['admin'] })
          .setIssuer(provider.issuer)
          .setAudience('dateline')
          .setExpirationTime(seconds(300))
          .encode(),
      401,
    ],
    ['cut off', async () => (await token()).slice(0, -4), 401],
    [
      'with other claims under its signature',
      async () => {
        const [head, , signature] = (await token()).split('.')
        const forged = Buffer.from(
          JSON.stringify({ iss: provider.issuer, aud: 'dateline', sub: 'ada', roles: ['admin'], exp: seconds(300) }),
        )
        return `${head}.${forged.toString('base64url')}.${signature}`
      },
      401,
    ],
    ['without roles', () => token({ roles: undefined }), 403],
    ['with roles of other houses', () => token({ roles: ['Editor', 'boss', 'admins', 7, null] }), 403],
  ])('%s', async (_, made, status) => {
    const secret = await made()
    const answer = await ask(secret)
    expect([answer.status, answer.text]).toEqual([status, expect.not.stringContaining(secret.slice(0, 40))])
    const twin = await graphql('{ me { name } }', {}, { headers: bearer(secret) })
    expect(twin.code).toBe({ 200: null, 401: 'unauthenticated', 403: 'forbidden' }[status])
  })

  it('signed with another key and algorithm of the provider is taken', async () => {
    const key = await provider.addKey('second', 'RS256')
    identity = identityOf(settings)
    expect((await ask(await token({}, { key, kid: 'second', alg: 'RS256' }))).status).toBe(200)
  })

  it.each(['the provider is away', 'its document is another’s'])(
    'cannot be judged when %s: 503, and later it can',
    async (what) => {
      provider.state.isAway = what.startsWith('the')
      if (!provider.state.isAway) identity = identityOf({ ...settings, issuer: `${provider.issuer}/` })
      const answer = await ask(await token())
      expect([answer.status, answer.code, answer.headers['retry-after']]).toEqual([503, 'unavailable', '1'])
      provider.state.isAway = false
      if (!what.startsWith('the')) identity = identityOf(settings)
      expect((await ask(await token())).status).toBe(200)
    },
  )

  it('is no token where no provider is named', async () => {
    identity = { verify: () => Promise.reject(new Error('not asked')) }
    const other = await testNewsroom()
    const headers = bearer(await token())
    expect((await other.rest('GET', '/v1/tags', { headers })).code).toBe('unauthenticated')
    await other.close()
  })
})

describe('roles', () => {
  it.each<[string, object, object, string | null]>([
    ['the highest of several', {}, { roles: ['contributor', 'admin', 'author'] }, 'admin'],
    ['words in one text', {}, { roles: 'openid author' }, 'author'],
    ['mapped words', { roleMap: { newsdesk: 'editor', admins: 'admin' } }, { roles: ['newsdesk'] }, 'editor'],
    ['a role that is not in the map', { roleMap: { newsdesk: 'editor' } }, { roles: ['admin'] }, null],
    ['a claim inside another', { rolesClaim: 'realm_access.roles' }, { realm_access: { roles: ['author'] } }, 'author'],
    [
      'a claim with dots',
      { rolesClaim: 'https://x.example/roles' },
      { 'https://x.example/roles': ['author'] },
      'author',
    ],
    ['words of Object', { rolesClaim: 'constructor.name' }, {}, null],
    ['words of Object in the map', { roleMap: { newsdesk: 'editor' } }, { roles: ['constructor', '__proto__'] }, null],
  ])('%s', async (_, more, claims, role) => {
    const made = identityOf({ ...settings, ...more })
    expect((await made.verify(await token({ roles: undefined, ...claims }), news.now())).role).toBe(role)
  })

  it('are those that the token says now: a demotion acts, an older token does not undo it, keys follow', async () => {
    const high = await token({ sub: 'lin', roles: ['editor'] })
    const { id } = (await ask(high)).data
    const { key } = await createApiKey(ctx(), { name: 'lin', role: 'admin', ownerId: String(id) })
    expect([(await author(high)).status, (await author(key)).status]).toEqual([201, 201])
    setClock(1)
    const low = await token({ sub: 'lin', roles: ['author'] })
    await events()
    expect([(await author(low)).code, (await author(key)).code]).toEqual(['forbidden', 'forbidden'])
    expect(await events()).toEqual({ 'user.updated': 1 })
    expect((await author(high)).code).toBe('forbidden')
    setClock(1)
    const higher = await token({ sub: 'lin', roles: ['editor'] })
    expect([(await author(higher)).status, (await author(key)).status]).toEqual([201, 201])
    const change = await rest('PATCH', `/v1/editorial/users/${id}`, { as: 'admin', body: { role: 'admin' } })
    expect([change.code, change.text]).toEqual(['conflict', expect.stringContaining(provider.issuer)])
  })
})

it('somebody suspended is refused, whatever the token says', async () => {
  const secret = await token({ sub: 'gone', roles: ['admin'] })
  const { id } = (await ask(secret)).data
  await rest('POST', `/v1/editorial/users/${id}/suspend`, { as: 'admin' })
  for (const each of [secret, await token({ sub: 'gone', roles: ['admin'] })])
    expect((await ask(each)).code).toBe('unauthenticated')
})

describe('somebody who is here already', () => {
  it('with the same verified address becomes that user, and from then on the provider alone lets them in', async () => {
    const { id, email } = await person({ role: 'author' })
    const session = await signedIn(email)
    const unverified = await ask(await token({ sub: 'mallory', email, email_verified: false }))
    expect(unverified.data.id).not.toBe(id)
    await events()
    const secret = await token({ sub: 'link', email: email.toUpperCase(), email_verified: true })
    expect((await ask(secret)).data).toMatchObject({ id, role: 'editor', hasPassword: false, issuer: provider.issuer })
    expect(await events()).toEqual({ 'user.updated': 1 })
    expect((await ask(session.token)).code).toBe('unauthenticated')
    expect((await tryFrom('192.0.2.1', email)).statusCode).toBe(401)
    const own = { headers: bearer(secret), body: { password, currentPassword: password } }
    expect((await rest('PATCH', `/v1/editorial/users/${id}`, own)).code).toBe('conflict')
    expect((await rest('PATCH', `/v1/editorial/users/${id}`, { as: 'admin', body: { password } })).code).toBe(
      'conflict',
    )
    const second = await ask(await token({ sub: 'another', email, email_verified: true }))
    expect(second.code).toBe('conflict')
  })
})

it('there is no session to sign out of', async () => {
  const answer = await rest('POST', '/v1/auth/sign-out', { headers: bearer(await token()) })
  expect(answer.code).toBe('conflict')
})

import { describe, expect, it } from 'vitest'
import { expiryOf } from '../../src/previews/preview.ts'
import { readToken, signToken } from '../../src/previews/token.ts'

const secret = Buffer.alloc(32, 7)
const claim = { id: '0192a1b0-0000-7000-8000-000000000081', expiresAt: new Date('2026-01-08T10:30:00.000Z') }
const token = signToken(secret, claim)

describe('a token', () => {
  it('says which link it is and until when', () => expect(readToken(secret, token)).toEqual(claim))
  it('goes into an address as it is, and has 74 characters', () => {
    expect(encodeURIComponent(token)).toBe(token)
    expect(token).toHaveLength(74)
  })
  it('keeps times up to the year 9999', () => {
    const late = { ...claim, expiresAt: new Date('9999-12-31T23:59:59.999Z') }
    expect(readToken(secret, signToken(secret, late))).toEqual(late)
  })
  it('of another secret is nothing', () => expect(readToken(Buffer.alloc(32, 8), token)).toBeNull())
  it('with any one character changed is nothing', () => {
    const letters = 'AQgwZ9-_.'
    for (let place = 0; place < token.length; place++)
      for (const letter of letters) {
        const forged = token.slice(0, place) + letter + token.slice(place + 1)
        if (forged !== token) expect(readToken(secret, forged)).toBeNull()
      }
  })
  it.each([
    '',
    '.',
    token.slice(1),
    `${token}=`,
    `${token}.`,
    ` ${token}`,
    token.replace('.', ''),
    '\0',
    'x'.repeat(10_000),
  ])('and so is %j', (forged) => expect(readToken(secret, forged)).toBeNull())
})

it('a link lasts a day when nobody says', () => {
  const now = new Date('2026-01-08T10:00:00.000Z')
  expect(expiryOf({}, now)).toEqual(new Date('2026-01-09T10:00:00.000Z'))
  expect(expiryOf({ expiresInSeconds: 60 }, now)).toEqual(new Date('2026-01-08T10:01:00.000Z'))
})

import { describe, expect, it } from 'vitest'
import { actorOf, anonymous, type Caller, type Role, roles, systemCaller } from '../../src/core/caller.ts'
import { Refusal } from '../../src/core/errors.ts'
import { allow, allowOn, isScope, may, policy } from '../../src/core/policy.ts'

const keyOf = (role: string): Caller => ({
  kind: 'key',
  scopes: [],
  owner: null,
  keyId: 'k',
  name: 'desk',
  role: role as Role,
})
const rows = Object.entries(policy).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, least]) => [noun, verb, least] as const),
)

describe('the table', () => {
  it.each(rows)('%s %s needs %j: that role and those above it may, those below may not', (noun, verb, least) => {
    const [own, any] = typeof least === 'string' ? [least, least] : [least.own, least.any]
    for (const role of roles) {
      expect(may(keyOf(role), noun, verb, 'k'), role).toBe(roles.indexOf(role) >= roles.indexOf(own))
      expect(may(keyOf(role), noun, verb), role).toBe(roles.indexOf(role) >= roles.indexOf(own))
      for (const somebody of ['other', null])
        expect(may(keyOf(role), noun, verb, somebody), role).toBe(roles.indexOf(role) >= roles.indexOf(any))
    }
    expect(may(anonymous, noun, verb)).toBe(false)
    expect(may(systemCaller('demo'), noun, verb)).toBe(true)
  })
  it('only editors and admins publish, withdraw and merge', () => {
    for (const [noun, verb] of [
      ['article', 'publish'],
      ['article', 'withdraw'],
      ['tag', 'merge'],
    ] as const)
      expect(roles.filter((role) => may(keyOf(role), noun, verb))).toEqual(['editor', 'admin'])
  })
})

describe('deny by default', () => {
  const unknown: [noun: string, verb: string][] = [
    ['article', 'delete'],
    ['article', ''],
    ['article', 'Publish'],
    ['article', 'constructor'],
    ['article', 'toString'],
    ['article', '__proto__'],
    ['page', 'read'],
    ['constructor', 'name'],
    ['__proto__', 'read'],
    ['toString', 'length'],
    ['', ''],
  ]
  it.each(unknown)('nobody may %s %s', (noun, verb) => {
    for (const caller of [...roles.map(keyOf), anonymous, systemCaller('x')])
      expect(may(caller, noun, verb)).toBe(false)
  })
  it.each(['', 'root', 'Admin', 'constructor', '__proto__', 'superadmin'])(
    'a key of the role %j may nothing',
    (role) => {
      for (const [noun, verb] of rows) expect(may(keyOf(role), noun, verb)).toBe(false)
    },
  )
})

describe('a key', () => {
  const base = { kind: 'key', keyId: 'k', name: 'desk' } as const
  const scoped = (...scopes: string[]): Caller => ({ ...base, role: null, scopes, owner: null })
  it('with scopes may what they name, and nothing else', () => {
    expect(
      rows.filter(([noun, verb]) => may(scoped('article:publish', 'tag:*'), noun, verb, 'other')).map(String),
    ).toEqual(rows.filter(([noun, verb]) => noun === 'tag' || `${noun}:${verb}` === 'article:publish').map(String))
    expect(rows.filter(([noun, verb]) => may(scoped('preview'), noun, verb)).map(([noun]) => noun)).toEqual(
      Array(3).fill('preview'),
    )
    expect(rows.every(([noun, verb]) => may(scoped('admin'), noun, verb, 'other'))).toBe(true)
    expect(rows.some(([noun, verb]) => may(scoped('delivery'), noun, verb))).toBe(false)
  })
  it('of a user never may more than its owner may now', () => {
    const owned = (role: Role): Caller => ({ ...base, role: 'admin', scopes: [], owner: { userId: 'u', role } })
    for (const [noun, verb] of rows)
      for (const role of roles)
        expect(may(owned(role), noun, verb, 'u')).toBe(
          may({ ...base, keyId: 'u', role, scopes: [], owner: null }, noun, verb, 'u'),
        )
    expect(
      may({ ...base, role: null, scopes: ['admin'], owner: { userId: 'u', role: 'author' } }, 'article', 'publish'),
    ).toBe(false)
  })
  it('knows which scopes there are', () => {
    expect(['delivery', 'preview', 'admin', 'article:publish', 'tag:*'].filter(isScope)).toHaveLength(5)
    expect(
      ['', 'article', 'article:fly', 'page:read', 'article:publish:now', '*', '__proto__:x', 'tag:toString'].filter(
        isScope,
      ),
    ).toEqual([])
  })
})

describe('allow', () => {
  const refusalOf = (caller: Caller) => {
    try {
      allow(caller, 'article', 'publish')
    } catch (error) {
      return error instanceof Refusal ? error : null
    }
    return undefined
  }
  it('tells a caller without a key how to get one', () => {
    expect(refusalOf(anonymous)).toMatchObject({
      code: 'unauthenticated',
      message: expect.stringMatching(/Authorization: Bearer.*keys create/),
    })
  })
  it('tells a key which role it takes', () => {
    expect(refusalOf(keyOf('author'))).toMatchObject({
      code: 'forbidden',
      message: expect.stringMatching(/'author' may not publish.*'editor'/),
    })
    expect(refusalOf(keyOf('nobody'))?.code).toBe('forbidden')
  })
  it('tells a contributor that the story is not theirs', () => {
    expect(() => allowOn(keyOf('contributor'), 'article', 'revise', 'k')).not.toThrow()
    expect(() => allowOn(keyOf('contributor'), 'article', 'revise', 'other')).toThrow(/own; it takes 'author'/)
    expect(() => allowOn(anonymous, 'article', 'revise', 'other')).toThrow(/Authorization: Bearer/)
  })
  it('lets those pass who may', () => {
    expect(refusalOf(keyOf('editor'))).toBeUndefined()
  })
})

it('changes are recorded under a name that tells keys from the service', () => {
  expect([actorOf(anonymous), actorOf(keyOf('editor')), actorOf(systemCaller('demo'))]).toEqual([
    'anonymous',
    'key:desk',
    'demo',
  ])
})

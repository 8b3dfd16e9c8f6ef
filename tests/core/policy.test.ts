import { describe, expect, it } from 'vitest'
import { actorOf, anonymous, type Caller, type Role, roles, systemCaller } from '../../src/core/caller.ts'
import { Refusal } from '../../src/core/errors.ts'
import { allow, may, policy } from '../../src/core/policy.ts'

const keyOf = (role: string): Caller => ({ kind: 'key', keyId: 'k', name: 'desk', role: role as Role })
const rows = Object.entries(policy).flatMap(([noun, verbs]) =>
  Object.entries(verbs).map(([verb, least]) => [noun, verb, least] as const),
)

describe('the table', () => {
  it.each(rows)('%s %s needs %s: that role and those above it may, those below may not', (noun, verb, least) => {
    for (const role of roles)
      expect(may(keyOf(role), noun, verb), role).toBe(roles.indexOf(role) >= roles.indexOf(least as Role))
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

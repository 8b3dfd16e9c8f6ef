import { expect, it } from 'vitest'
import type { Newsroom } from '../app.ts'
import type { Facts } from '../ask.ts'
import type { EditorialNoun } from './noun.ts'

const invalid = { as: 'admin', status: 400, refused: 'invalid_input', events: {} } as const

/** What no input of a noun may hold; a refusal names the place and leaves nothing behind. */
export function inputRules(news: Newsroom, noun: EditorialNoun): void {
  valueRules(news, noun)
  fieldRules(news, noun)
  jsonRules(news, noun)
}

function valueRules({ scenario, rest, events }: Newsroom, { asks, input, wrong, count }: EditorialNoun): void {
  for (const [field, value, at = field] of wrong)
    scenario(`${field}: ${JSON.stringify(value).slice(0, 60)} is refused`, {
      ...asks.creating({ ...input, [field]: value }),
      ...invalid,
      paths: [at],
    })
  for (const [what, odd] of [
    ['a NUL character', '\0'],
    ['half of a surrogate pair', '\ud83d'],
  ])
    scenario(`${what} is refused`, {
      ...asks.creating({ ...input, [textOf(input)]: `${input[textOf(input)]}${odd}` }),
      ...invalid,
      paths: [textOf(input)],
    })
  it('refusals write no row and no event', async () => {
    await events()
    const before = await count()
    for (const [field, value] of wrong)
      await rest('POST', asks.path, { as: 'admin', body: { ...input, [field]: value } })
    expect(await count()).toBe(before)
    expect(await events()).toEqual({})
  })
}

function textOf(input: Facts): string {
  return Object.keys(input).find((field) => !/^[A-Z]+$/.test(String(input[field]))) ?? ''
}

function fieldRules({ scenario, rest }: Newsroom, { asks, input }: EditorialNoun): void {
  // GraphQL knows these two by the object that they are in, not by the field.
  scenario('a field that is not known is refused', { ...asks.creating({ ...input, nonsense: 1 }), ...invalid })
  scenario('an empty input is refused', { ...asks.creating({}), ...invalid })
  it('REST names unknown and missing fields', async () => {
    const unknown = await rest('POST', asks.path, { as: 'admin', body: { ...input, nonsense: 1 } })
    expect(unknown.paths).toEqual(['nonsense'])
    expect((await rest('POST', asks.path, { as: 'admin', body: {} })).paths).toEqual(Object.keys(input))
  })
  it('however many fields are unknown, none is taken', async () => {
    for (const many of [1, 7, 8, 9, 60, 1_000]) {
      const extra = Object.fromEntries(Array.from({ length: many }, (_, n) => [`field${n}`, n]))
      const { code, paths } = await rest('POST', asks.path, { as: 'admin', body: { ...input, ...extra } })
      expect([code, paths]).toEqual(['invalid_input', Object.keys(extra).slice(0, 50)])
    }
  })
  it('what the house keeps for itself cannot be set', async () => {
    const id = '0192a1b0-0000-7000-8000-000000000001'
    for (const own of [
      { id },
      { version: 9 },
      { createdAt: null },
      { publicAt: '2026-01-01T00:00:00Z' },
      { nameFolded: 'x' },
    ])
      expect((await rest('POST', asks.path, { as: 'admin', body: { ...input, ...own } })).paths).toEqual(
        Object.keys(own),
      )
  })
  it.each(['__proto__', 'constructor'])('a field %s that reaches into the prototype is refused', async (name) => {
    const body = JSON.stringify({ ...input, danger: { prototype: { role: 'admin' } } }).replace('danger', name)
    expect((await rest('POST', asks.path, { as: 'admin', body })).status).toBe(400)
    const twin = `{ "query": ${JSON.stringify(asks.documents.create)}, "variables": { "input": ${body} } }`
    expect((await rest('POST', '/graphql', { as: 'admin', body: twin })).text).toContain('"errors"')
  })
}

/** Arrays in arrays: JSON that exhausts the stack of whoever walks it with recursion, and of JSON.stringify. */
const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`

function jsonRules({ rest }: Newsroom, { asks, input }: EditorialNoun): void {
  it('JSON nested 10,000 levels deep is refused at once', async () => {
    const before = performance.now()
    const body = JSON.stringify({ ...input, [textOf(input)]: 0 }).replace(':0', `:${deep}`)
    expect((await rest('POST', asks.path, { as: 'admin', body })).code).toBe('invalid_input')
    const twin = `{ "query": ${JSON.stringify(asks.documents.create)}, "variables": { "input": ${deep} } }`
    const { text } = await rest('POST', '/graphql', { as: 'admin', body: twin })
    expect(text).toContain('"code":"invalid_input"')
    expect(performance.now() - before).toBeLessThan(2_000)
  })
  it.each([
    ['{', 'malformed_json'],
    ['', 'malformed_json'],
    ['null', 'invalid_input'],
    ['[]', 'invalid_input'],
    ['"text"', 'invalid_input'],
    ['42', 'invalid_input'],
  ])('the body %j is %s', async (body, code) => {
    expect((await rest('POST', asks.path, { as: 'admin', body })).code).toBe(code)
  })
  it('a form is not taken', async () => {
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    expect((await rest('POST', asks.path, { as: 'admin', body: 'name=x', headers })).code).toBe(
      'unsupported_media_type',
    )
  })
}

import { Type } from 'typebox'
import { expect, it } from 'vitest'
import { faultsOf } from '../../src/core/parse.ts'
import { InstantInput, Locale, line, nullable, oneOf, strict, WebUrl, webUrlForm } from '../../src/core/shapes.ts'

const Thing = strict({
  name: line(5),
  kind: nullable(oneOf(['A', 'B'])),
  width: nullable(Type.Integer({ minimum: 1, maximum: 5_000 })),
  point: nullable(strict({ x: Type.Number() })),
  ids: Type.Record(Type.String({ pattern: '^[a-z]+$' }), Type.String(), { additionalProperties: false }),
  note: Type.Optional(nullable(Type.String())),
  isOpen: Type.Optional(Type.Boolean()),
  list: Type.Optional(nullable(Type.Array(Type.String()))),
  either: Type.Optional(Type.Union([Type.Integer(), Type.Boolean()])),
})
const fits = { name: 'x', kind: 'A', width: 1, point: { x: 1 }, ids: { a: 'b' } }

it('an input that fits has no faults', () => {
  expect(faultsOf(Thing, fits)).toEqual([])
  expect(faultsOf(Thing, { ...fits, kind: null, width: null, point: null })).toEqual([])
})

it.each([
  [{ kind: 'C' }, 'kind', 'must be one of A, B'],
  [{ width: 0 }, 'width', 'must be 1 or more'],
  [{ width: 5_001 }, 'width', 'must be 5000 or less'],
  [{ width: 1.5 }, 'width', 'must be a whole number or null, not 1.5'],
  [{ width: 'wide' }, 'width', "must be a whole number or null, not 'wide'"],
  [{ point: { x: '1' } }, 'point.x', "must be a number, not '1'"],
  [{ point: {} }, 'point.x', 'is required'],
  [{ point: { x: 1, z: 1 } }, 'point.z', 'is not a field here; known are x'],
  [{ point: [] }, 'point', 'must be an object or null, not a list'],
  [{ name: null }, 'name', 'must be text, not null'],
  [{ name: '' }, 'name', 'must not be empty'],
  [{ note: 1 }, 'note', 'must be text or null, not 1'],
  [{ isOpen: 'yes' }, 'isOpen', "must be true or false, not 'yes'"],
  [{ list: 'a' }, 'list', "must be a list or null, not 'a'"],
  [{ either: 'a' }, 'either', "must be a whole number or true or false, not 'a'"],
  [{ ids: { A: 'b' } }, 'ids.A', 'is not a name that can be used here'],
  [{ other: 1 }, 'other', 'is not a field here; known are name, kind, width, point, ids, note, isOpen, list, either'],
])('%j has one fault, where it is and in words', (change, path, message) => {
  expect(faultsOf(Thing, { ...fits, ...change })).toEqual([{ path, message }])
})

it.each([1, 8, 50, 199, 200, 201, 10_000])('%i unknown fields are refused, at most 50 by name', (many) => {
  const extra = Object.fromEntries(Array.from({ length: many }, (_, n) => [`field${n}`, n]))
  expect(faultsOf(Thing, { ...fits, ...extra })).toHaveLength(Math.min(many, 50))
})

it('faults in many fields are all told', () => {
  const wrong = { name: '', kind: 1, width: 'a', point: 'b', ids: { A: 1, b: 2 }, other: 1, more: 2 }
  const paths = faultsOf(Thing, wrong).map(({ path }) => path)
  expect(paths.sort()).toEqual(['ids.A', 'ids.b', 'kind', 'more', 'name', 'other', 'point', 'width'])
})

const Described = strict({
  locale: nullable({ ...Locale, description: "Language of stories; the site's when left out." }),
  url: { ...WebUrl, description: `Where the file is; ${webUrlForm}.` },
  at: nullable({ ...InstantInput, description: 'The instant; or else another.' }),
  source: line(100, 'Whose stories these are.'),
  reason: Type.String({ pattern: '\\S', description: 'must have words: why, for readers.' }),
  key: Type.String({ pattern: '^[a-z]+$', description: 'Unique in its list' }),
})
const described = { locale: 'en', url: 'https://a.example', at: null, source: 'Wire', reason: 'x', key: 'x' }

it.each([
  [{ locale: 'xx-bad-locale-zz' }, "must be a language tag such as 'en', 'kk' or 'pt-BR', not 'xx-bad-locale-zz'"],
  [{ url: 'ftp://a.example' }, `${webUrlForm}, not 'ftp://a.example'`],
  [{ url: 'https://user:secret@a.example' }, `${webUrlForm}, not what was given`],
  [
    { at: '0026-01-08T09:30:00Z' },
    "must be an instant such as '2026-01-08T09:30:00Z', in the years 1000 to 9999, not '0026-01-08T09:30:00Z'",
  ],
  [{ source: 'a\nb' }, "must be one line, not 'a\nb'"],
  [{ reason: ' ' }, 'must have words: why, for readers'],
  [{ key: '9' }, "'9' does not have the form that is asked for: Unique in its list"],
])('%j is told what form it must have, whatever its field says of itself', (change, message) => {
  const path = Object.keys(change)[0]
  expect(faultsOf(Described, { ...described, ...change })).toEqual([{ path, message }])
})

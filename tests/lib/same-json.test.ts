import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sameJson } from '../../src/lib/same-json.ts'

it.each([
  [1, 1, true],
  [null, null, true],
  [null, {}, false],
  [[], {}, false],
  [{}, [], false],
  [[1, 2], [2, 1], false],
  [[1], [1, undefined], false],
  [{ a: 1, b: [2] }, { b: [2], a: 1 }, true],
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: 1 }, { a: 1, b: null }, false],
  [{}, JSON.parse('{"__proto__":1}'), false],
  [{}, { toString: 1 }, false],
  ['1', 1, false],
])('%j and %j: %s', (a, b, expected) => {
  expect(sameJson(a, b)).toBe(expected)
  expect(sameJson(b, a)).toBe(expected)
})

it('any two JSON values are compared as Node compares them', () => {
  const small = fc.jsonValue({ maxDepth: 2, depthSize: 'small' }).map((value) => JSON.parse(JSON.stringify(value)))
  fc.assert(
    fc.property(small, small, (a, b) => {
      expect(sameJson(a, b)).toBe(isDeepStrictEqual(a, b))
      expect(sameJson(a, structuredClone(a))).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

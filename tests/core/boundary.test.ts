import { describe, expect, it } from 'vitest'
import { checkBoundary } from '../../src/core/boundary.ts'
import { Refusal } from '../../src/core/errors.ts'

/** Where the boundary finds a fault; null when it finds none. */
function faultIn(input: unknown): { path: string; message: string } | null {
  try {
    checkBoundary(input)
    return null
  } catch (error) {
    if (error instanceof Refusal && error.code === 'invalid_input') return error.faults[0] ?? null
    throw error
  }
}

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))
const own = (json: string): unknown => JSON.parse(json)

const passes: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['numbers', [0, -0, 1e308, Number.MAX_SAFE_INTEGER]],
  ['any script', { a: 'Қазақстан 🇰🇿 العربية 中文 \u200f\u202e' }],
  ['a whole surrogate pair', '\ud83d\ude00'],
  ['control characters other than NUL', '\u0001\u001f\u007f'],
  ['a date', { at: new Date() }],
  ['32 levels', nested(32)],
  ['64 levels in a body', { body: nested(63) }],
  ['64 levels in the body of an input in variables', { input: { body: nested(62) } }],
  ['a million characters', 'x'.repeat(1_000_000)],
  ['an empty key', { '': 1 }],
  ['names of methods', { toString: 1, hasOwnProperty: 1, constructor: 1 }],
  ['a hundred thousand items', Array(100_000).fill(0)],
]
it.each(passes)('%s passes', (_name, input) => {
  expect(faultIn(input)).toBeNull()
})

const faults: [string, unknown, path: string, message: RegExp][] = [
  ['a NUL', 'a\0b', '', /NUL.*remove/],
  ['a NUL in a field', { a: { b: ['x', '\0'] } }, 'a.b[1]', /NUL/],
  ['a NUL in a name', { a: { 'b\0': 1 } }, 'a', /field name.*NUL/],
  ['the first half of a pair', { a: '\ud83d' }, 'a', /surrogate/],
  ['the second half of a pair', { a: '\ude00x' }, 'a', /surrogate/],
  ['a pair the wrong way round', { a: '\ude00\ud83d' }, 'a', /surrogate/],
  ['half a pair in a name', { '\udfff': 1 }, '', /field name.*surrogate/],
  ['33 levels', nested(34), '[0]'.repeat(33), /deeper than 32/],
  ['33 levels beside a body', { bodies: nested(33) }, `bodies${'[0]'.repeat(32)}`, /deeper than 32/],
  ['65 levels in a body', { body: nested(66) }, `body${'[0]'.repeat(64)}`.slice(0, 200), /deeper than 64/],
  ['a body deep inside', { a: { b: { c: { body: nested(40) } } } }, `a.b.c.body${'[0]'.repeat(29)}`, /deeper than 32/],
  ['a prototype', own('{"a":{"__proto__":{}}}'), 'a.__proto__', /not a field name/],
  ['infinity', { a: Number.POSITIVE_INFINITY }, 'a', /finite/],
  ['no number', { a: Number.NaN }, 'a', /finite/],
  ['more than a million characters', { a: 'x'.repeat(1_000_001) }, 'a', /longer than 1000000/],
]
describe('refused with its place', () => {
  it.each(faults)('%s', (_name, input, path, message) => {
    const fault = faultIn(input)
    expect(fault?.message).toMatch(message)
    expect(fault?.path.replace(/…$/, '')).toBe(path)
  })

  it('a hundred thousand levels, without a stack and at once', () => {
    const started = performance.now()
    expect(faultIn(nested(100_000))?.message).toMatch(/deeper/)
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it('a path never fills a log line', () => {
    let input: unknown = '\0'
    for (let level = 0; level < 20; level++) input = { ['x'.repeat(10_000)]: input }
    expect(faultIn(input)?.path.length).toBeLessThan(250_000)
    expect(faultIn({ ['y'.repeat(10_000)]: nested(50) })?.path.length).toBeLessThanOrEqual(201)
  })
})

import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/core/errors.ts'
import { emptyPage, type PageRequest, readPage, slugPattern, toPage, uuidPattern } from '../../src/core/page.ts'

const position = ({ key, id }: { key: string; id: string }) => ({ key, id })
const rowsOf = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `name ${n}`, id: randomUUID() }))
const refusal = (ask: () => unknown) => {
  try {
    ask()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, paths: error.faults.map(({ path }) => path) }
    throw error
  }
  return null
}

describe('first', () => {
  it.each([
    [undefined, 20],
    [null, 20],
    [1, 1],
    [100, 100],
  ])('%j gives %d', (first, size) => {
    expect(readPage({ first }, 'list').size).toBe(size)
  })
  it.each([0, '0', -1, '-1', 1.5, '1.5', '', ' 1', '1e1', '0x1', 'x', true, [], {}, Number.NaN, '９', '1'.repeat(30)])(
    '%j is no size',
    (first) => {
      expect(refusal(() => readPage({ first }, 'list'))).toEqual({ code: 'invalid_input', paths: ['first'] })
    },
  )
  it.each([101, 1_000, Number.MAX_SAFE_INTEGER])('%j is too much, and the maximum is named', (first) => {
    expect(refusal(() => readPage({ first }, 'list'))).toEqual({ code: 'limit_exceeded', paths: ['first'] })
    expect(() => readPage({ first }, 'list')).toThrow(/100/)
  })
})

describe('a page', () => {
  const request: PageRequest = { size: 3, after: null, list: 'list' }
  it.each([
    [0, 0, false],
    [2, 2, false],
    [3, 3, false],
    [4, 3, true],
  ])('of %d rows shows %d', (count, shown, hasNext) => {
    const rows = rowsOf(count)
    const page = toPage(rows, request, position, ({ key }) => key)
    expect(page.items).toEqual(rows.slice(0, shown).map(({ key }) => key))
    expect(page.next !== null).toBe(hasNext)
  })
  it('has a cursor for each item, which reads as its position', () => {
    const rows = rowsOf(4)
    const page = toPage(rows, request, position, (row) => row)
    for (const [n, row] of rows.slice(0, 3).entries())
      expect(readPage({ after: page.cursorAt(n) }, 'list').after).toEqual(row)
    expect(page.next).toBe(page.cursorAt(2))
    expect(page.cursorAt(3)).toBe('')
    expect(page.cursorAt(-1)).toBe('')
  })
  it('that is empty goes nowhere', () => {
    expect([emptyPage.items, emptyPage.next, emptyPage.cursorAt(0)]).toEqual([[], null, ''])
  })
})

const [row] = rowsOf(1) as [{ key: string; id: string }]
const cursorOf = (key: string, list = 'list') =>
  toPage([{ ...row, key }], { size: 1, after: null, list }, position, (it) => it).cursorAt(0)
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const [mark] = JSON.parse(Buffer.from(cursorOf('x'), 'base64url').toString()) as [string]

describe('a cursor', () => {
  it.each(['', 'name', 'Қазақ', '"\\', 'x'.repeat(500)])('carries the key %j', (key) => {
    expect(readPage({ after: cursorOf(key) }, 'list').after).toEqual({ key, id: row.id })
  })
  it('is opaque: letters, digits, - and _', () => {
    expect(cursorOf('Қ?&=/+')).toMatch(/^[\w-]+$/)
  })
  it.each(['', 'x', 'null', '[]', '{}', 'bm9uc2Vuc2U', 'a'.repeat(2_001), '%00', '\0', 42, true, [], {}])(
    '%j is none',
    (after) => {
      expect(refusal(() => readPage({ after }, 'list'))).toEqual({ code: 'invalid_cursor', paths: ['after'] })
    },
  )
  it.each([
    ['of nobody', []],
    ['of another list', ['AAAAAAAA', 'x', row.id]],
    ['with a number for a key', [mark, 1, row.id]],
    ['with a NUL', [mark, '\0', row.id]],
    ['with a long key', [mark, 'x'.repeat(501), row.id]],
    ['without an id', [mark, 'x']],
    ['with SQL for an id', [mark, 'x', "1' OR '1'='1"]],
    ['with an object for an id', [mark, 'x', { gt: '' }]],
    ['that is an object', { 0: mark, 1: 'x', 2: row.id }],
  ])('%s is refused', (_what, parts) => {
    expect(refusal(() => readPage({ after: encode(parts) }, 'list'))?.code).toBe('invalid_cursor')
  })
  it('is bound to its list', () => {
    expect(refusal(() => readPage({ after: cursorOf('x', 'list:a') }, 'list:b'))?.code).toBe('invalid_cursor')
  })
  it.each(['2026-01-08T09:30:00.000Z', '1000-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'of a list by date takes %s',
    (key) => {
      expect(readPage({ after: cursorOf(key) }, 'list', 'instant').after?.key).toBe(key)
    },
  )
  it.each([
    '',
    'x',
    '2026-01-08',
    '2026-01-08T09:30:00Z',
    '2026-13-01T00:00:00.000Z',
    '2026-01-01T25:00:00.000Z',
    '0999-01-01T00:00:00.000Z',
    '+275760-09-13T00:00:00.000Z',
    '2026-01-08T09:30:00.000+05:00',
  ])('of a list by date does not take %j', (key) => {
    expect(refusal(() => readPage({ after: cursorOf(key) }, 'list', 'instant'))?.code).toBe('invalid_cursor')
  })
  it.each([
    ['1', true],
    ['999999999', true],
    ['', false],
    ['-1', false],
    ['1.5', false],
    ['1e3', false],
    ['9999999999', false],
  ])('of a list by number with %j', (key, isTaken) => {
    expect(refusal(() => readPage({ after: cursorOf(String(key)) }, 'list', 'number')) === null).toBe(isTaken)
  })
})

it.each([
  ['a', true],
  ['gas-prices', true],
  ['x'.repeat(120), true],
  ['x'.repeat(121), false],
  ['', false],
  ['A', false],
  ['a b', false],
  ['é', false],
  ['a\n', false],
])('%j as a slug', (slug, is) => {
  expect(slugPattern.test(slug)).toBe(is)
})
it.each([
  [randomUUID(), true],
  [randomUUID().toUpperCase(), true],
  ['', false],
  [`${randomUUID()}\n`, false],
  [`{${randomUUID()}}`, false],
  [randomUUID().replaceAll('-', ''), false],
])('%j as an id', (id, is) => {
  expect(uuidPattern.test(id)).toBe(is)
})

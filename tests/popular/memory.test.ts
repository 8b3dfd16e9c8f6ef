import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { bitByBit } from '../../src/popular/bit-by-bit.ts'
import { isBot } from '../../src/popular/bots.ts'
import { makeFolds } from '../../src/popular/folds.ts'
import { makeGate } from '../../src/popular/gate.ts'
import { toRanked } from '../../src/popular/popular.ts'
import { makeTally } from '../../src/popular/tally.ts'
import { readBeacon } from '../../src/popular/view.ts'

const none = { attentionSeconds: 0, shares: 0 }
const rules = { seconds: 1_800, mostAttention: 1_800, mostShares: 3 }
const pair = (n: number) => ({ high: n, low: Math.imul(n, 2_654_435_761) >>> 0 })

describe('folding', () => {
  it('remembers a pair for its time, from the first meeting on', () => {
    const folds = makeFolds(1_024, rules)
    const first = (second: number, n = 7) => folds.meet(pair(n), second, none).isFirst
    expect([first(0), first(900), first(1_799), first(1_800), first(1_801)]).toEqual([true, false, false, true, false])
    expect(first(1_801, 8)).toBe(true)
  })

  it('keeps all pairs apart that fit, and forgets the oldest of more', () => {
    const folds = makeFolds(1_024, rules)
    const meet = (from: number, to: number, second: number) =>
      Array.from({ length: to - from }, (_, n) => folds.meet(pair(from + n), second, none).isFirst).filter(Boolean)
        .length
    expect([meet(0, 300, 1), meet(0, 300, 2)]).toEqual([300, 0])
    expect(meet(1_000, 11_000, 3)).toBe(10_000)
    // Its size is what it was: the first ones count again.
    expect(meet(0, 300, 4)).toBeGreaterThan(290)
  })

  it('is no eternity when the clock is set back', () => {
    const folds = makeFolds(8, rules)
    expect(folds.meet(pair(1), 10_000, none).isFirst).toBe(true)
    expect(folds.meet(pair(1), 9_000, none).isFirst).toBe(false)
    expect(folds.meet(pair(1), 1_000, none).isFirst).toBe(true)
  })

  it('adds attention and shares up to their end', () => {
    const folds = makeFolds(8, rules)
    const more = (attentionSeconds: number, shares: number) => folds.meet(pair(1), 5, { attentionSeconds, shares })
    expect(more(1_000, 2)).toEqual({ isFirst: true, attentionSeconds: 1_000, shares: 2 })
    expect(more(1_000, 2)).toEqual({ isFirst: false, attentionSeconds: 800, shares: 1 })
    expect(more(1, 1)).toEqual({ isFirst: false, attentionSeconds: 0, shares: 0 })
  })
})

describe('salts', () => {
  const visit = (at: string) => ({
    ...{ articleId: '0192a1b0-0000-7000-8000-000000000001', address: '203.0.113.9', userAgent: 'Firefox/140.0' },
    ...{ at: new Date(at), ...none },
  })

  it('are asked for once a day, and another one knows nobody', () => {
    const given: string[] = []
    const gate = makeGate(() => {
      given.push(`salt ${given.length}`)
      return given.at(-1) ?? ''
    }, 64)
    const judge = (at: string) => gate.judge(visit(at)).outcome
    expect([judge('2026-01-08T00:00:00Z'), judge('2026-01-08T00:20:00Z')]).toEqual(['accepted', 'folded'])
    expect([judge('2026-01-08T23:59:59Z'), judge('2026-01-09T00:00:00Z')]).toEqual(['accepted', 'accepted'])
    expect(given).toHaveLength(2)
  })

  it('a clock that was set back makes nothing a flood until it is as late again', () => {
    const gate = makeGate(() => 'salt', 64)
    const judge = (at: string, address: string) => gate.judge({ ...visit(at), address }).outcome
    expect(judge('2026-01-08T12:00:00Z', '203.0.113.9')).toBe('accepted')
    expect(judge('2026-01-08T11:30:00Z', '203.0.113.10')).toBe('accepted')
    expect(judge('2026-01-08T11:30:01Z', '203.0.113.9')).toBe('folded')
  })
})

describe('what waits to be written', () => {
  const at = new Date('2026-01-08T09:30:40Z')
  const one = { views: 1, attentionSeconds: 3, shares: 0 }

  it('is one sum for each story and minute, in their order', () => {
    const tally = makeTally({ most: 10, mostUnknown: 10 })
    for (const id of ['b', 'a', 'b']) tally.add(id, at, one)
    tally.add('b', new Date('2026-01-08T09:29:00Z'), one)
    expect(
      tally.take().map(({ articleId, at: minute, views }) => [articleId, new Date(minute).toISOString(), views]),
    ).toEqual([
      ['a', '2026-01-08T09:30:00.000Z', 1],
      ['b', '2026-01-08T09:29:00.000Z', 1],
      ['b', '2026-01-08T09:30:00.000Z', 2],
    ])
    expect(tally.size()).toBe(0)
  })

  it('is bounded; made-up ids take no place from stories that are known', () => {
    const tally = makeTally({ most: 10, mostUnknown: 4 })
    tally.vouchFor('known')
    const added = Array.from({ length: 100 }, (_, n) => tally.add(`made up ${n}`, at, one))
    expect(added.filter(Boolean)).toHaveLength(4)
    expect(tally.add('known', at, one)).toBe(true)
    expect(tally.add('made up 0', at, one)).toBe(true)
    expect(tally.size()).toBe(5)
  })

  it('is put back when it could not be written, beside what was counted meanwhile', () => {
    const tally = makeTally({ most: 2, mostUnknown: 2 })
    for (const id of ['a', 'b']) tally.add(id, at, one)
    const taken = tally.take()
    for (const id of ['a', 'c']) tally.add(id, at, one)
    // There is no place for b any more.
    expect(tally.putBack(taken)).toBe(1)
    expect(tally.take().map(({ articleId, views }) => [articleId, views])).toEqual([
      ['a', 2],
      ['c', 1],
    ])
  })
})

describe('keys that go bit by bit', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())
  const keysTo = (n: number, from = 0) => Array.from({ length: n }, (_, i) => `key ${from + i}`)

  it('are all gone within their time, each once, and never many at once', () => {
    const handed: string[][] = []
    const { add } = bitByBit(2_000, (keys) => handed.push(keys))
    add(keysTo(80))
    vi.advanceTimersByTime(1_000)
    expect(handed.flat()).toEqual(keysTo(40))
    add(keysTo(20, 70))
    vi.advanceTimersByTime(2_000)
    expect(handed.flat()).toEqual(keysTo(90))
    expect(Math.max(...handed.map(({ length }) => length))).toBe(2)
    // Nothing waits, and no timer runs.
    expect(vi.getTimerCount()).toBe(0)
  })

  it('stay where they are when it is stopped', () => {
    const handed: string[][] = []
    const { add, stop } = bitByBit(2_000, (keys) => handed.push(keys))
    add(keysTo(100))
    stop()
    vi.advanceTimersByTime(5_000)
    expect(handed).toEqual([])
  })
})

describe('words of a beacon', () => {
  it.each([
    ['', {}],
    ['  ', {}],
    ['{}', {}],
    ['{"attentionSeconds":12,"shares":1}', { attentionSeconds: 12, shares: 1 }],
    ['attentionSeconds=12&shares=1', { attentionSeconds: 12, shares: 1 }],
    ['shares=1', { shares: 1 }],
    ['attentionSeconds=-1', null],
    ['attentionSeconds=1e3', null],
    ['attentionSeconds=1801', null],
    ['attentionSeconds=1&attentionSeconds=2', null],
    ['view', null],
    ['__proto__=1', null],
    ['{"attentionSeconds":null}', { attentionSeconds: null }],
    ['{"__proto__":{"shares":1}}', null],
    ['{"attentionSeconds":', null],
    ['\0', null],
    ['ความ', null],
    ['مرحبا', null],
    ['🦭🦭', null],
  ])('%j', (text, expected) => expect(readBeacon(text)).toEqual(expected))
})

it.each([
  ['Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)', true],
  ['Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 (compatible; GoogleOther)', false],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1', false],
  ['Mozilla/5.0 (Linux; U; Android 14; CUBOT KINGKONG)', false],
  ['WhatsApp/2.23.20.0', true],
  [null, true],
  ['   ', true],
])('%s says to be a program: %s', (agent, expected) => expect(isBot(agent)).toBe(expected))

it('scores are told beside that of the first', () => {
  expect(
    toRanked([
      { score: 40, article: 'a' },
      { score: 10, article: 'b' },
    ]),
  ).toEqual([
    { rank: 1, score: 1, article: 'a' },
    { rank: 2, score: 0.25, article: 'b' },
  ])
  expect(toRanked([])).toEqual([])
})

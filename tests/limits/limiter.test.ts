import { describe, expect, it } from 'vitest'
import { makeLatest } from '../../src/limits/latest.ts'
import { makeLimiter, quotaOf } from '../../src/limits/limiter.ts'
import { inNetworks } from '../../src/limits/networks.ts'
import { isOverloaded } from '../../src/limits/pressure.ts'

describe('a quota', () => {
  it.each([
    [0, null],
    [6000, { most: 1000, seconds: 10 }],
    [60, { most: 10, seconds: 10 }],
    [1, { most: 1, seconds: 60 }],
    [7, { most: 2, seconds: 18 }],
  ])('of %i requests a minute is %j', (perMinute, quota) => expect(quotaOf(perMinute)).toEqual(quota))
})

describe('a bucket', () => {
  const quota = { most: 10, seconds: 10 }
  it('lets a whole burst in, then one for each part of its time', () => {
    const limiter = makeLimiter(quota)
    const burst = Array.from({ length: 11 }, () => limiter.take('a', 5_000))
    expect(burst.map(({ isAdmitted }) => isAdmitted)).toEqual([...Array(10).fill(true), false])
    expect(burst.map(({ left }) => left)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 0])
    expect(burst.at(-1)).toEqual({ isAdmitted: false, left: 0, fullInSeconds: 10, retryAfterSeconds: 1 })
    expect(limiter.take('a', 5_999).isAdmitted).toBe(false)
    expect(limiter.take('a', 6_000).isAdmitted).toBe(true)
    expect(limiter.take('a', 6_000).isAdmitted).toBe(false)
  })
  it('is never fuller than full', () => {
    const limiter = makeLimiter(quota)
    limiter.take('a', 0)
    expect(limiter.take('a', 1e9).left).toBe(9)
  })
  it('is nobody else’s', () => {
    const limiter = makeLimiter({ most: 1, seconds: 10 })
    limiter.take('a', 0)
    expect([limiter.take('a', 0).isAdmitted, limiter.take('b', 0).isAdmitted]).toEqual([false, true])
  })
  it('may owe: then it tells how long until one token is there', () => {
    const limiter = makeLimiter(quota)
    expect(limiter.take('a', 0, 50, 0)).toEqual({ isAdmitted: true, left: 0, fullInSeconds: 50, retryAfterSeconds: 41 })
    expect(limiter.take('a', 0, 1, 0).isAdmitted).toBe(false)
    expect(limiter.take('a', 40_999).isAdmitted).toBe(false)
    expect(limiter.take('a', 41_000).isAdmitted).toBe(true)
  })
  it('takes back what was taken in vain', () => {
    const limiter = makeLimiter({ most: 1, seconds: 10 })
    limiter.take('a', 0)
    limiter.giveBack('a')
    expect(limiter.take('a', 0).isAdmitted).toBe(true)
  })
  it('is forgotten when so many others were used since', () => {
    const limiter = makeLimiter({ most: 1, seconds: 10 }, makeLatest(2))
    for (const name of ['a', 'b', 'a', 'c']) limiter.take(name, 0)
    expect(['a', 'b'].map((name) => limiter.take(name, 0).isAdmitted)).toEqual([false, true])
  })
  it('lets in, over any time, no more than its burst and what was given back since', () => {
    const limiter = makeLimiter(quota)
    let admitted = 0
    for (let now = 0; now < 60_000; now += 7) if (limiter.take('a', now).isAdmitted) admitted += 1
    expect(admitted).toBeGreaterThanOrEqual(69)
    expect(admitted).toBeLessThanOrEqual(70)
  })
})

it.each([
  ['127.0.0.1', true],
  ['::ffff:127.0.0.1', true],
  ['10.9.8.7', true],
  ['::1', true],
  ['fd12::1', true],
  ['203.0.113.9', false],
  ['2001:db8::1', false],
  ['', false],
  ['nonsense', false],
])('%s is in own networks: %s', (address, isIn) =>
  expect(inNetworks(['127.0.0.0/8', '::1', '10.0.0.0/8', 'fc00::/7'])(address)).toBe(isIn),
)

it('readers are turned away from one mark on, and let in again below a lower one', () => {
  const load = (delayMs: number, waitingEach = 0) => ({ delayMs, waitingEach })
  expect([load(250), load(251), load(0, 200), load(0, 201)].map((each) => isOverloaded(false, each))).toEqual([
    ...[false, true],
    ...[false, true],
  ])
  expect([load(101), load(100), load(0, 101), load(0, 100)].map((each) => isOverloaded(true, each))).toEqual([
    ...[true, false],
    ...[true, false],
  ])
})

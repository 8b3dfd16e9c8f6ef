import { expect, it } from 'vitest'
import { hasFailedLong, nextAttemptAt } from '../../src/webhooks/retries.ts'

const minute = 60_000
const hour = 60 * minute
const start = new Date('2026-01-08T09:30:00Z')
const after = (ms: number) => new Date(start.getTime() + ms)

it.each([
  [1, 5_000],
  [2, 30_000],
  [3, 2 * minute],
  [4, 10 * minute],
  [5, 30 * minute],
  [6, hour],
  [7, 2 * hour],
  [8, 4 * hour],
  [9, 8 * hour],
  [10, 12 * hour],
  [11, 12 * hour],
  [40, 12 * hour],
])('after %i failed attempts the wait is %i ms, and at most a tenth longer', (attempts, wait) => {
  expect(nextAttemptAt(attempts, start, start, 0)).toEqual(after(wait))
  expect(nextAttemptAt(attempts, start, start, 1)?.getTime()).toBe(start.getTime() + wait * 1.1)
})

it('the last attempt is three days after the first was due, and then it is given up', () => {
  const attempts: Date[] = []
  let now = start
  for (let tried = 1; tried < 100; tried++) {
    const next = nextAttemptAt(tried, start, now, 0.5)
    if (!next) break
    attempts.push(next)
    now = next
  }
  expect(attempts.at(-1)).toEqual(after(72 * hour))
  expect(attempts.length).toBe(14)
  expect(nextAttemptAt(5, start, after(73 * hour), 0)).toBeNull()
})

it('an endpoint has failed long after three days, less an hour for the last attempt', () => {
  expect(hasFailedLong(start, after(70 * hour))).toBe(false)
  expect(hasFailedLong(start, after(71 * hour))).toBe(true)
})

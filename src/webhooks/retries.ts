const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** Ms before the second attempt, the third, and so on; the last again and again. Source: the schedule that Standard Webhooks advises. */
const waits = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
]

/** How long a delivery is tried, and an endpoint may fail, in ms. */
export const triedForMs = 3 * day

/** Part by which a wait is made longer at random, so that what failed together does not come back together. */
const jitter = 0.1

/**
 * When to try again after `attempts` failed ones, the first of which was due at `createdAt`; null: it is given up. The last
 * attempt is three days after the first was due. `random` is from 0 to 1.
 */
export function nextAttemptAt(attempts: number, createdAt: Date, now: Date, random: number): Date | null {
  const end = createdAt.getTime() + triedForMs
  if (now.getTime() >= end) return null
  const wait = waits[Math.min(attempts, waits.length) - 1] ?? 5 * second
  return new Date(Math.min(now.getTime() + wait * (1 + jitter * random), end))
}

/**
 * Whether an endpoint that has failed since then is to be disabled: after three days, less an hour, for the last attempt of the
 * event that failed first is three days after that event, and its first failure a little later.
 */
export function hasFailedLong(failingSince: Date, now: Date): boolean {
  return now.getTime() - failingSince.getTime() >= triedForMs - hour
}

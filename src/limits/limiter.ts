import { type Latest, makeLatest } from './latest.ts'

/** So many requests within so many seconds, given back evenly: a bucket that holds `most` tokens and is filled in `seconds`. */
export interface Quota {
  most: number
  seconds: number
}

/** What a caller has after asking. */
export interface Balance {
  isAdmitted: boolean
  /** Whole tokens left; never below 0. */
  left: number
  /** Whole seconds until the bucket is full again. */
  fullInSeconds: number
  /** Whole seconds until one token is there; 0 when there is. */
  retryAfterSeconds: number
}

/** The buckets of one kind of caller, by name. */
export interface Limiter<Name = string> {
  quota: Quota
  /**
   * Takes tokens at this instant (ms, of any clock that only goes forward) when there are at least `least`, otherwise none. More may
   * be taken than there are: then the bucket owes them, and is filled later.
   */
  take(name: Name, now: number, tokens?: number, least?: number): Balance
  /** Gives a token back that was taken in vain. */
  giveBack(name: Name): void
}

/** Seconds in which a bucket is filled: the time that a burst at the full quota is spread over. */
const fillSeconds = 10

/** The quota of so many requests a minute, of which a sixth may come at once; null for 0, no limit. */
export function quotaOf(perMinute: number): Quota | null {
  if (perMinute === 0) return null
  const most = Math.max(1, Math.ceil((perMinute * fillSeconds) / 60))
  return { most, seconds: Math.ceil((most * 60) / perMinute) }
}

/** Names that are kept for sure, where nothing else is said. */
const mostNames = 50_000

/**
 * Token buckets, each kept as the instant at which it will be full (the generic cell rate algorithm, ITU-T I.371): a number for
 * each name. The names used last are kept; one that was forgotten starts with a full bucket.
 */
export function makeLimiter(quota: Quota): Limiter
export function makeLimiter<Name>(quota: Quota, fullAt: Latest<Name>): Limiter<Name>
export function makeLimiter(quota: Quota, fullAt: Latest<string> = makeLatest(mostNames)): Limiter {
  const msEach = (quota.seconds * 1_000) / quota.most
  return {
    quota,
    take: (name, now, tokens = 1, least = 1) => {
      const before = Math.max(now, fullAt.get(name) ?? 0)
      const isAdmitted = leftOf(quota, msEach, before - now) >= least
      const at = isAdmitted ? before + tokens * msEach : before
      fullAt.set(name, at)
      return balanceOf(quota, msEach, at - now, isAdmitted)
    },
    giveBack: (name) => {
      const at = fullAt.get(name)
      if (at !== undefined) fullAt.set(name, at - msEach)
    },
  }
}

/** Tokens in a bucket that is full after so many ms; below 0 what it owes. Rounded so that a sum of parts is a whole. */
function leftOf({ most }: Quota, msEach: number, fullInMs: number): number {
  return most - Math.round((fullInMs / msEach) * 1e6) / 1e6
}

function balanceOf(quota: Quota, msEach: number, fullInMs: number, isAdmitted: boolean): Balance {
  const left = leftOf(quota, msEach, fullInMs)
  return {
    isAdmitted,
    left: left > 0 ? Math.floor(left) : 0,
    fullInSeconds: Math.ceil(fullInMs / 1_000),
    retryAfterSeconds: left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * msEach) / 1_000)),
  }
}

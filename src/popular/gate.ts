import { hash } from 'node:crypto'
import { networkOf } from '../accounts/throttle.ts'
import type { Visit } from '../core/popularity.ts'
import { makeLimiter, type Quota } from '../limits/limiter.ts'
import { isBot } from './bots.ts'
import { type Fresh, makeFolds } from './folds.ts'
import { latestByHash, type Pair } from './places.ts'
import { foldSeconds, mostAttention, mostShares } from './view.ts'

// Which visits count. Pure but for its memory: the clock comes with each visit, salts from who makes it.

/** What becomes of a visit: it counts, was counted already, or is none. */
export type Verdict = { outcome: 'accepted' | 'folded'; fresh: Fresh } | { outcome: 'bot' | 'flood' }

/**
 * How much counts, each as so many at once and all of them again after so many seconds. Beyond it nothing counts, and nobody is told.
 * A person opens no story a second for a minute; a school or a train behind one address reads one story a hundred times, not ten
 * thousand; and no story has a thousand readers a second in one process that are not sent by somebody. Numbers: ours.
 */
export const floodLimits = {
  /** Visits of one reader, whatever story. */
  reader: { most: 60, seconds: 60 },
  /** First views of one story from one network: an IPv4 address, or 64 bits of IPv6. */
  network: { most: 100, seconds: foldSeconds },
  /** First views of one story. */
  story: { most: 60_000, seconds: 60 },
} as const satisfies Record<string, Quota>

/** Pairs of reader and story that are remembered: 20 MB, for half an hour up to 580 views a second. */
const mostPairs = 2 ** 20

/** Of these, how many readers, and how many stories from a network, of which it is known how much they may yet: 4 MB each. */
const shareOfBuckets = 1 / 4

/** Ms by which a visit may be behind the one before it: its request took as long. What is more is a clock that was set back. */
const setBackMs = 60_000

/** Ms in a day of UTC. */
const dayMs = 86_400_000

const makeLimiters = (places: number) => ({
  readers: makeLimiter(floodLimits.reader, latestByHash(places)),
  networks: makeLimiter(floodLimits.network, latestByHash(places)),
  stories: makeLimiter(floodLimits.story),
})

export interface Gate {
  judge(visit: Visit): Verdict
}

/** `newSalt` gives 32 random bytes or more, in hexadecimal digits: asked for on each new day of UTC, and kept in memory alone. */
export function makeGate(newSalt: () => string, places = mostPairs): Gate {
  const folds = makeFolds(places, { seconds: foldSeconds, mostAttention, mostShares })
  const buckets = places * shareOfBuckets
  let { readers, networks, stories } = makeLimiters(buckets)
  let latest = 0
  let salt = ''
  let day = Number.NaN
  const turn = (ms: number) => {
    const today = Math.floor(ms / dayMs)
    if (today === day) return
    day = today
    salt = newSalt()
    // Nobody can be recognised any more: what was remembered is of no use.
    folds.forgetAll()
  }
  const heed = (ms: number) => {
    // To buckets that know only a clock which goes forward, all would be a flood until it is as late again.
    if (ms < latest - setBackMs) ({ readers, networks, stories } = makeLimiters(buckets))
    if (ms < latest - setBackMs || ms > latest) latest = ms
  }
  return {
    judge({ articleId, address, userAgent, at, attentionSeconds, shares }) {
      if (isBot(userAgent)) return { outcome: 'bot' }
      const ms = at.getTime()
      turn(ms)
      heed(ms)
      const network = networkOf(address)
      const reader = digest(salt, network, userAgent ?? '')
      if (!readers.take(pairOf(reader), ms).isAdmitted) return { outcome: 'flood' }
      const pair = pairOf(digest(salt, reader, articleId))
      const second = Math.floor(ms / 1_000)
      const fresh = folds.meet(pair, second, { attentionSeconds, shares })
      if (!fresh.isFirst) return { outcome: 'folded', fresh }
      const isFlood =
        !networks.take(pairOf(digest(salt, network, articleId)), ms).isAdmitted ||
        !stories.take(articleId, ms).isAdmitted
      if (!isFlood) return { outcome: 'accepted', fresh }
      // Nor does what this reader tells later: all that the pair may have is taken.
      folds.meet(pair, second, { attentionSeconds: mostAttention, shares: mostShares })
      return { outcome: 'flood' }
    },
  }
}

/** With a secret in front, and only a part of it kept, nobody makes one without the salt. */
function digest(salt: string, ...words: [string, string]): string {
  return hash('sha256', `${salt}\n${words[0]}\n${words[1]}`)
}

function pairOf(digits: string): Pair {
  return { high: Number.parseInt(digits.slice(0, 8), 16), low: Number.parseInt(digits.slice(8, 16), 16) }
}

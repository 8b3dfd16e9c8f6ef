/** A reader and a story, as one number of 64 bits in two halves. */
export interface Pair {
  high: number
  low: number
}

/** What of a visit is new: the first of this reader to this story, and what may be added to attention and shares. */
export interface Fresh {
  isFirst: boolean
  attentionSeconds: number
  shares: number
}

interface FoldRules {
  /** Seconds from the first visit on in which further ones are the same. */
  seconds: number
  /** What one pair can have in that time. */
  mostAttention: number
  mostShares: number
}

/** Pairs that are remembered of those that fall into one place; the oldest goes. */
const ways = 8

/** The pairs that were met lately. */
export interface Folds {
  /** Meets a pair at this second of any clock, with what it has besides. */
  meet(pair: Pair, second: number, more: { attentionSeconds: number; shares: number }): Fresh
  forgetAll(): void
}

/**
 * Remembers which reader saw which story, in memory of a fixed size: 17 bytes for each of `places` pairs (rounded up to a power of
 * two). When more than these come within `seconds`, the oldest of those that share a place is forgotten, and counts again: the time
 * of folding gets shorter, nothing gets larger. Two pairs are taken for one once in 2^61 meetings.
 */
export function makeFolds(places: number, rules: FoldRules): Folds {
  const sets = 2 ** Math.ceil(Math.log2(Math.max(1, places / ways)))
  const size = sets * ways
  const [highs, lows] = [new Uint32Array(size), new Uint32Array(size)]
  const since = new Float64Array(size)
  const attention = new Uint16Array(size)
  const shares = new Uint8Array(size)

  /** Where a pair is or, if it is not, where it may be put. */
  const placeOf = ({ high, low }: Pair, second: number): { place: number; isKnown: boolean } => {
    const begin = (low & (sets - 1)) * ways
    let oldest = begin
    for (let place = begin; place < begin + ways; place++) {
      const at = since[place] ?? 0
      if (highs[place] === high && lows[place] === low && at > 0 && isWithin(second, at))
        return { place, isKnown: true }
      if (at < (since[oldest] ?? 0)) oldest = place
    }
    return { place: oldest, isKnown: false }
  }
  // A clock that was set back makes none of them eternal.
  const isWithin = (second: number, at: number) => Math.abs(second + 1 - at) < rules.seconds

  return {
    meet(pair, second, more) {
      const { place, isKnown } = placeOf(pair, second)
      if (!isKnown) {
        highs[place] = pair.high
        lows[place] = pair.low
        // One more, for 0 is a place that is free.
        since[place] = second + 1
        attention[place] = 0
        shares[place] = 0
      }
      const fresh = {
        isFirst: !isKnown,
        attentionSeconds: Math.min(more.attentionSeconds, rules.mostAttention - (attention[place] ?? 0)),
        shares: Math.min(more.shares, rules.mostShares - (shares[place] ?? 0)),
      }
      attention[place] = (attention[place] ?? 0) + fresh.attentionSeconds
      shares[place] = (shares[place] ?? 0) + fresh.shares
      return fresh
    },
    forgetAll: () => void since.fill(0),
  }
}

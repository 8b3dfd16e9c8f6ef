import { makePlaces, type Pair } from './places.ts'

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

/** The pairs of reader and story that were met lately. */
export interface Folds {
  /** Meets a pair at this second of any clock, with what it has besides. */
  meet(pair: Pair, second: number, more: { attentionSeconds: number; shares: number }): Fresh
  forgetAll(): void
}

/**
 * Remembers which reader saw which story, in 19 bytes for each of `places` pairs. When more than these come within `seconds`, the oldest
 * of those that share a place is forgotten, and counts again: the time of folding gets shorter, nothing gets larger.
 */
export function makeFolds(places: number, rules: FoldRules): Folds {
  // The mark is the second of the first meeting, and one more.
  const met = makePlaces(places)
  const attention = new Uint16Array(met.size)
  const shares = new Uint8Array(met.size)
  // A clock that was set back makes none of them eternal.
  const isWithin = (second: number, place: number) => Math.abs(second + 1 - (met.marks[place] ?? 0)) < rules.seconds

  return {
    meet(pair, second, more) {
      const known = met.find(pair)
      const isFirst = known === -1 || !isWithin(second, known)
      const place = known === -1 ? met.take(pair, second + 1) : known
      if (isFirst) {
        met.marks[place] = second + 1
        attention[place] = 0
        shares[place] = 0
      }
      const fresh = {
        isFirst,
        attentionSeconds: Math.min(more.attentionSeconds, rules.mostAttention - (attention[place] ?? 0)),
        shares: Math.min(more.shares, rules.mostShares - (shares[place] ?? 0)),
      }
      attention[place] = (attention[place] ?? 0) + fresh.attentionSeconds
      shares[place] = (shares[place] ?? 0) + fresh.shares
      return fresh
    },
    forgetAll: () => void met.marks.fill(0),
  }
}

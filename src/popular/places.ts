import type { Latest } from '../limits/latest.ts'

/** A name by its hash, as one number of 64 bits in two halves. */
export interface Pair {
  high: number
  low: number
}

/** Places of those that fall into one set; who comes when all are taken gets that of the smallest mark. */
const ways = 8

/** Where names stand, each with a mark above 0: in memory of a fixed size, without an object for any of them. */
export interface Places {
  /** Places there are: what more is to be known of each stands in arrays of this size. */
  size: number
  /** By place; 0 where nothing stands. */
  marks: Float64Array
  /** The place of a name; -1 when it has none. */
  find(name: Pair): number
  /** Gives a name that has none a place, with this mark; what stood there is forgotten. */
  take(name: Pair, mark: number): number
}

/**
 * 16 bytes for each of `places` (rounded up to a power of two). Nothing gets larger when more come than there are places, and nothing is
 * left for a collector: thousands of names come in a second. Two names are taken for one once in 2^61 meetings.
 */
export function makePlaces(places: number): Places {
  const sets = 2 ** Math.ceil(Math.log2(Math.max(1, places / ways)))
  const size = sets * ways
  const [highs, lows] = [new Uint32Array(size), new Uint32Array(size)]
  const marks = new Float64Array(size)
  const setOf = ({ low }: Pair) => (low & (sets - 1)) * ways
  return {
    size,
    marks,
    find: (name) => {
      const begin = setOf(name)
      for (let place = begin; place < begin + ways; place++)
        if (highs[place] === name.high && lows[place] === name.low && marks[place] !== 0) return place
      return -1
    },
    take: (name, mark) => {
      const begin = setOf(name)
      let smallest = begin
      for (let place = begin; place < begin + ways; place++)
        if ((marks[place] ?? 0) < (marks[smallest] ?? 0)) smallest = place
      highs[smallest] = name.high
      lows[smallest] = name.low
      marks[smallest] = mark
      return smallest
    },
  }
}

/** Numbers by hashed names, of which the smallest are forgotten first: of buckets, those that are full. */
export function latestByHash(most: number): Latest<Pair> {
  const places = makePlaces(most)
  return {
    get: (name) => {
      const place = places.find(name)
      return place === -1 ? undefined : places.marks[place]
    },
    set: (name, value) => {
      const place = places.find(name)
      if (place === -1) places.take(name, value)
      else places.marks[place] = value
    },
  }
}

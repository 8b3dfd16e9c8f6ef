/** A seeded source of chance: the same seed gives the same archive on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  fraction(): number
  /** A whole number from 0 up to, not including, `end`. */
  below(end: number): number
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T
  /** True this share of the time. */
  chance(share: number): boolean
}

/** Mulberry32 by Tommy Ettinger (public domain): 32 bits of state, enough for an archive and fast. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number) => Math.floor(fraction() * end)
  return {
    fraction,
    below,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    chance: (share) => fraction() < share,
  }
}

/** A generator of its own for the n-th thing of a kind, so that each can be made without those before it. */
export function randomFor(kind: number, index: number): Random {
  return seededRandom(Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(kind + 1, 0x85ebca6b))
}

/**
 * Draws ranks from 0 by Zipf's law: the weight of rank r is 1 / (r + 1). Tags of real archives fall off about so: a few are
 * on every tenth story, most on a handful.
 */
export function zipfRanks(size: number): (random: Random) => number {
  const sums: number[] = []
  let sum = 0
  for (let rank = 0; rank < size; rank++) {
    sum += 1 / (rank + 1)
    sums.push(sum)
  }
  return (random) => {
    const at = random.fraction() * sum
    let [low, high] = [0, size - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sums[middle] as number) > at) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** A UUIDv7 (RFC 9562, 5.7) for an instant in ms. */
export function makeId(at: number, random: Random): string {
  const time = at.toString(16).padStart(12, '0')
  const hex = (digits: number) =>
    random
      .below(16 ** digits)
      .toString(16)
      .padStart(digits, '0')
  const variant = (8 + random.below(4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-${variant}${hex(3)}-${hex(6)}${hex(6)}`
}

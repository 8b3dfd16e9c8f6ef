/** Takes keys, and hands them on in small numbers. */
export interface BitByBit {
  add(keys: Iterable<string>): void
  /** Hands nothing on any more. */
  stop(): void
}

const everyMs = 50

/**
 * Hands keys on evenly within so many ms, for what follows from each costs something and readers wait for the sum. What is added
 * before all went goes with the rest, within the same time.
 */
export function bitByBit(withinMs: number, hand: (keys: string[]) => void): BitByBit {
  const waiting = new Set<string>()
  let atOnce = 0
  let timer: NodeJS.Timeout | null = null
  const handSome = () => {
    const keys = [...waiting].slice(0, atOnce)
    for (const key of keys) waiting.delete(key)
    hand(keys)
    wait()
  }
  const wait = () => {
    timer = waiting.size > 0 ? setTimeout(handSome, everyMs).unref() : null
  }
  return {
    add: (keys) => {
      for (const key of keys) waiting.add(key)
      atOnce = Math.ceil((waiting.size * everyMs) / withinMs)
      if (!timer) wait()
    },
    stop: () => {
      waiting.clear()
      if (timer) clearTimeout(timer)
    },
  }
}

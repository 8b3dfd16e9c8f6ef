import { Refusal } from '../core/errors.ts'

/** Makings under way at once in one process: a JPEG of 24 megapixels takes a core for a second and 30 MB, 95 MB when it has to be turned. */
const atOnce = 2
/** Makings that wait. At a quarter of a second each, the last waits for eight seconds; who comes then is asked to come again. */
const mostWaiting = 64

let running = 0
const waiting: (() => void)[] = []

/**
 * Does what makes pictures, two at a time; the others wait in line.
 * @throws unavailable when too many wait already.
 */
export async function inPool<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting)
      throw new Refusal(
        'unavailable',
        'more pictures are being made than this process can keep up with; ask again in a few seconds',
        {
          details: { retryAfterSeconds: 5 },
        },
      )
    await new Promise<void>((resolve) => waiting.push(resolve))
  } else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    // Whoever waited takes over the place.
    if (next) next()
    else running -= 1
  }
}

let last: Promise<unknown> = Promise.resolve()

/** Does what takes much memory, one after the other: a WebP of 24 megapixels takes 310 MB. */
export function oneByOne<T>(work: () => Promise<T>): Promise<T> {
  const turn = last.then(work)
  last = turn.catch(() => undefined)
  return turn
}

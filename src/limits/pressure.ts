/** How much a process is behind. */
export interface Load {
  /** Ms that the event loop was late on average, in each of the last two seconds. */
  delayMs: number
  /** Statements that wait for each connection to the database. */
  waitingEach: number
}

/**
 * Where readers are turned away, and where they are let in again: the gap keeps the answer from changing with every request. A
 * delay of a quarter of a second is one that readers feel, and ten times that of a busy process which keeps up. 200 statements
 * of a millisecond or two before one's own are a wait of about as long. Numbers: ours.
 */
const begins: Load = { delayMs: 250, waitingEach: 200 }
const ends: Load = { delayMs: 100, waitingEach: 100 }

/** Whether to turn readers away now, when it was so (`was`) until now. */
export function isOverloaded(was: boolean, { delayMs, waitingEach }: Load): boolean {
  const limit = was ? ends : begins
  return delayMs > limit.delayMs || waitingEach > limit.waitingEach
}

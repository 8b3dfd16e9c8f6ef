import { setFlagsFromString } from 'node:v8'

/**
 * By how much the heap may grow, in percent, before it is collected as a whole. V8 alone lets it grow to two to four times of what is
 * alive where the machine has memory to spare, and gives little of it back: with full kept answers a service took 550 to 700 MB, of
 * which 140 were alive. What is kept is promoted slowly, so that the collections cost about two hundredths of a core.
 */
const growthPercent = 20

/**
 * Keeps the memory of this process near what is alive in it. Holds from the next collection on, so it may be called at any time.
 * `percent`: more for a command that makes much and keeps little, for which collections are most of the price.
 */
export function keepHeapSmall(percent = growthPercent): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`)
}

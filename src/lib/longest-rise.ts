/**
 * The positions of a longest strictly ascending run of numbers, not necessarily side by side: `[2, 0, 1]` gives `[1, 2]`.
 * In n log n steps. Source: M. L. Fredman, "On computing the length of longest increasing subsequences", Discrete
 * Mathematics 11 (1975).
 */
export function longestRise(numbers: readonly number[]): number[] {
  /** For each length, the position where a rise of that length ends lowest. */
  const ends: number[] = []
  const previous: number[] = []
  for (const [position, number] of numbers.entries()) {
    const length = firstNotBelow(ends, numbers, number)
    previous.push(ends[length - 1] ?? -1)
    ends[length] = position
  }
  const rise: number[] = []
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) rise.push(at)
  return rise.reverse()
}

/** The first length whose rise ends at this number or above. */
function firstNotBelow(ends: readonly number[], numbers: readonly number[], number: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1
    else high = middle
  }
  return low
}

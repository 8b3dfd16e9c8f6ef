import { isDeepStrictEqual } from 'node:util'
import type { Asked } from './load/client.ts'
import { ask } from './measures.ts'

/** How many requests of a measure are compared. */
const sampleSize = 50

/**
 * Asks two servers the same and compares the answers whole, but for the cursor of the next page. Gives what differs, in
 * words; nothing when they agree, so that the ratio of their speeds means something.
 */
export async function compareAnswers(asked: Asked[], [ours, theirs]: [number, number]): Promise<string[]> {
  const differences: string[] = []
  for (const request of asked.slice(0, sampleSize)) {
    const [left, right] = [await ask(ours, request), await ask(theirs, request)]
    for (const name of differingFields(left, right)) differences.push(`${request.path}: ${name}`)
  }
  return differences
}

function differingFields(left: Record<string, unknown>, right: Record<string, unknown>): string[] {
  const names = new Set([...Object.keys(left), ...Object.keys(right)])
  return [...names].filter((name) => name !== 'page' && !isDeepStrictEqual(left[name], right[name]))
}

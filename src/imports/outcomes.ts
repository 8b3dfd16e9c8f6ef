import type { Fault } from '../core/errors.ts'
import type { ImportNoun } from './import-outcome.ts'
import type { ImportStory } from './item.ts'

/** What became of one thing that was found, as its row has it. */
export interface Outcome {
  number: number
  result: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'SKIPPED' | 'REFUSED'
  noun: ImportNoun
  externalId: string | null
  line: number | null
  title: string | null
  isRepaired: boolean
  remarks: string[]
  targetId: string | null
}

/** Remarks of one thing at most, and characters of one. */
const mostRemarks = 50
const maxLength = 500

/** A story of a batch, as outcomes tell of it. */
interface Told {
  number: number
  item: ImportStory
  remarks: string[]
}

/** What became of a story. What its reader had to put right stands in front. */
export function outcomeOf(
  { number, item, remarks }: Told,
  result: Outcome['result'],
  targetId: string | null,
): Outcome {
  const repairs = item.repairs.map(({ place, message }) => (place.line ? `line ${place.line}: ${message}` : message))
  return {
    ...{ number, result, noun: 'ARTICLE', line: item.place.line },
    ...{ externalId: item.externalId, title: item.headline },
    isRepaired: repairs.length > 0,
    remarks: [...repairs, ...remarks],
    targetId,
  }
}

/** A story that is not taken, and why. */
export function refused(told: Told, faults: Fault[]): Outcome {
  const reasons = faults.map(({ path, message }) => (path ? `${path}: ${message}` : message))
  return outcomeOf({ ...told, remarks: [...reasons, ...told.remarks] }, 'REFUSED', null)
}

/** Remarks as a row keeps them: none longer than a few lines, and not more than a page of them. */
function remarksOf(remarks: string[]): string[] {
  const shown = remarks
    .slice(0, mostRemarks)
    .map((each) => storable(each.length > maxLength ? `${each.slice(0, maxLength)}…` : each))
  const more = remarks.length - mostRemarks
  return more > 0 ? [...shown, `and ${more} more`] : shown
}

/** An outcome as its row can have it. */
export function storableOutcome({ externalId, title, remarks, ...outcome }: Outcome): Outcome {
  const text = (given: string | null) => given && storable(given)
  return { ...outcome, externalId: text(externalId), title: text(title), remarks: remarksOf(remarks) }
}

/** A text without what PostgreSQL does not store: NUL characters and halves of surrogate pairs. At most 2,000 characters. */
function storable(text: string): string {
  return text.slice(0, 2_000).replace(/\0|\p{Surrogate}/gu, '\uFFFD')
}

import { type Fault, invalidInput } from '../core/errors.ts'

/** The format in which Dateline itself is written out, as `--as` and `format` name it: a newsroom, no file of stories. */
export const ownFormat = 'dateline'

/** How every export of ours begins. */
const beginning = `{"type":"${ownFormat}"`

/** Whether a file is an export of Dateline, by its first characters. */
export function isOwnExport(head: string): boolean {
  return head.startsWith(beginning)
}

export function isOwnFormat(name: string | null | undefined): boolean {
  return name?.toLowerCase() === ownFormat
}

/**
 * Refuses what can be wished of the stories of others. `wishes`: what was given, by the names that whoever gave it knows.
 * @throws invalid_input naming each
 */
export function refuseWishes(wishes: Record<string, unknown>): void {
  const faults: Fault[] = Object.entries(wishes)
    .filter(([, wish]) => isSet(wish))
    .map(([path]) => ({
      path,
      message: 'is for stories of others; an export of Dateline comes back as it was: leave it out',
    }))
  if (faults.length > 0) throw invalidInput(faults)
}

function isSet(wish: unknown): boolean {
  return Array.isArray(wish) ? wish.length > 0 : wish != null && wish !== false
}

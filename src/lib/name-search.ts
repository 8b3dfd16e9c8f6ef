import { fold } from './transliterate.ts'

/** Longest key of a name that is kept: cursors carry it. Names have 200 characters, but some letters fold into twenty. */
const maxKeyLength = 400

/** The key by which lists sort a name and searches find it: folded, or in lower case where nothing is left (emoji). */
export function nameKey(name: string): string {
  return (fold(name) || name.toLowerCase()).slice(0, maxKeyLength)
}

/** What to look for in name keys, as an operand of Prisma's `contains`, which does not escape it; empty: nothing. */
export function searchKey(search: string | null | undefined): string {
  const key = search ? fold(search) || search.toLowerCase() : ''
  return key.replace(/[\\%_]/g, '\\$&')
}

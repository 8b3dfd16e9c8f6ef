import type { Found } from '../item.ts'
import { type Parsed, parseJson } from '../text/json.ts'

/** What a line says, and its number. */
export interface JsonLine {
  parsed: Parsed
  line: number
}

/** What each line of a file says that has an item a line; null when it has not, for its first line alone is no JSON. */
export function linesOfJson(text: string): JsonLine[] | null {
  const lines = text.split('\n').map((words, i) => ({ words, line: i + 1 }))
  const [first, ...rest] = lines.filter(({ words }) => words.trim() !== '')
  if (!first || rest.length === 0 || 'reason' in parseJson(first.words)) return null
  return [first, ...rest].map(({ words, line }) => ({ parsed: parseJson(words), line }))
}

/** The same thing, found at this line. */
export function atLine(found: Found, line: number): Found {
  if ('item' in found) return { item: { ...found.item, place: { ...found.item.place, line } } }
  if ('refused' in found) return { refused: { ...found.refused, place: { ...found.refused.place, line } } }
  if ('skipped' in found) return { skipped: { ...found.skipped, place: { ...found.skipped.place, line } } }
  return { ...found, place: { ...found.place, line } }
}

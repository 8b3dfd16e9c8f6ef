import { checkBoundary } from '../core/boundary.ts'
import { Refusal } from '../core/errors.ts'
import { hashOf, type Prepared, prepare } from './content.ts'
import type { Found, ImportAuthor, ImportMedia, ImportStory, ImportTag } from './item.ts'

/** One thing that was found, with its place in the order of the file (from 1), ready to be written. */
export type Entry = { number: number; line: number | null } & (
  | Story
  | { kind: 'author'; author: ImportAuthor }
  | { kind: 'tag'; tag: ImportTag }
  | { kind: 'media'; media: ImportMedia }
  | { kind: 'refused'; reason: string; externalId: string | null }
  | { kind: 'skipped'; what: string; reason: string }
)

interface Story {
  kind: 'story'
  item: ImportStory
  hash: string
  prepared: Prepared
}

export type StoryEntry = Extract<Entry, { kind: 'story' }>

/** Checks what was found, as far as that takes no database. */
export function entryOf(found: Found, number: number, locale: string): Entry {
  if ('item' in found) {
    const { body: _body, ...item } = found.item
    const known = { hash: hashOf(found.item), prepared: prepare(found.item, locale) }
    return { number, line: item.place.line, kind: 'story', item, ...known }
  }
  if ('refused' in found) {
    const { place, reason, externalId } = found.refused
    return { number, line: place.line, kind: 'refused', reason, externalId }
  }
  if ('skipped' in found) {
    const { place, kind, reason } = found.skipped
    return { number, line: place.line, kind: 'skipped', what: kind, reason }
  }
  const { line } = found.place
  const fault = boundaryFault(found)
  if (fault) return { number, line, kind: 'refused', reason: fault, externalId: null }
  if ('author' in found) return { number, line, kind: 'author', author: found.author }
  if ('tag' in found) return { number, line, kind: 'tag', tag: found.tag }
  return { number, line, kind: 'media', media: found.media }
}

/** What no part of the house should see in a name; null when there is nothing. */
function boundaryFault(found: Found): string | null {
  try {
    checkBoundary(found)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.message
    throw error
  }
}

import { nameKey } from '../lib/name-search.ts'
import { toSlug } from '../lib/slug.ts'
import type { ImportAuthor, ImportStory, ImportTag } from './item.ts'

/** What a name of a file stands for here: the id of an author or tag, or why there is none. */
export type Known = { id: string; isNew: boolean } | { fault: string }

/** What tells an author of a source from others. */
export function authorKey({ externalId, slug, name, kind }: ImportAuthor): string {
  return externalId ? `id:${externalId}` : slug ? `slug:${slug}` : `${kind}:${nameKey(name)}`
}

/** What tells a tag of a source from others; sections are apart. */
export function tagKey({ type, externalId, slug, name }: ImportTag): string {
  const kind = type === 'SECTION' ? 'section' : 'tag'
  return `${kind}:${externalId ? `id:${externalId}` : slug ? `slug:${slug}` : nameKey(name)}`
}

/** Under what the id that a source has for a tag is noted: apart for sections, for many sources have one id for a word in both places. */
export function tagNote({ type, externalId }: Pick<ImportTag, 'type' | 'externalId'>): string | null {
  return externalId && type === 'SECTION' ? `section:${externalId}` : externalId
}

/**
 * A story has one section. What its source calls a tag and is a section here, or stands as the section of other stories, is a tag of the
 * same name on the story, and the report says so.
 */
export function namesakesAmong(tags: ImportTag[], { namesakes }: { namesakes: Set<string> }): Set<string> {
  const sections = tags.filter(({ type }) => type === 'SECTION')
  return new Set([...namesakes, ...sections.flatMap((tag) => callsOf({ ...tag, slug: tag.slug ?? toSlug(tag.name) }))])
}

/** What is told of the tags of a story that are sections here too. `isNamesake`: whether a word is among what the run has met. */
export function namesakeRemarks({ tags }: Pick<ImportStory, 'tags'>, isNamesake: (key: string) => boolean): string[] {
  const names = tags.filter((tag) => [tagKey(tag), ...callsOf(tag)].some(isNamesake)).map(({ name }) => `'${name}'`)
  if (names.length === 0) return []
  return names.length === 1
    ? [`${names[0]} is a section here; the story has a tag of that name`]
    : [`${names.join(', ')} are sections here; the story has tags of these names`]
}

/** All that a section may be called by. */
function callsOf({ externalId, slug, name }: Pick<ImportTag, 'externalId' | 'slug' | 'name'>): string[] {
  return [...(externalId ? [`id:${externalId}`] : []), ...(slug ? [`slug:${slug}`] : []), `name:${nameKey(name)}`]
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { holdLock } from '../core/writes.ts'
import { meetMedia } from './assets.ts'
import { tagsOf } from './content.ts'
import type { Entry } from './entries.ts'
import type { Fetched } from './fetch-pictures.ts'
import type { ImportAuthor, ImportMedia, ImportTag } from './item.ts'
import { authorKey, type Known, tagKey } from './name-keys.ts'
import { meetNames, type Names, type Wanted } from './names.ts'
import type { Run } from './run.ts'

/** Names are met by one import at a time, so that no two make the same. */
const namesLock = 'import-names'

/** What is known before a batch is written: the names that the run has met, and what came of its pictures. */
export interface Before {
  names: Names
  fetched: Fetched
}

/** What the names of a batch stand for: its assets by address, its authors and tags, met now or before. */
export interface Met {
  media: Awaited<ReturnType<typeof meetMedia>>
  author(author: ImportAuthor): Known | undefined
  tag(tag: ImportTag): Known | undefined
  /** See `namesakeRemarks`. */
  isNamesake(key: string): boolean
  fetched: Fetched
  /** What was met in this batch. */
  names: Names
}

/** Finds or makes what these name. Authors and tags are kept for the batches behind; assets are too many for that. */
export async function learnNames(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  { names: before, fetched }: Before,
  entries: Entry[],
): Promise<Met> {
  const wanted = wantedOf(before, entries)
  const wantedMedia = mediaOf(wanted, entries)
  const isAny = wanted.authors.length + wanted.tags.length + wantedMedia.length > 0
  if (isAny) await holdLock(tx, namesLock)
  const media = await meetMedia(ctx, tx, run.source, wantedMedia, fetched)
  const names = await meetNames(ctx, tx, run.source, wanted, media.ids)
  return {
    ...{ media, names, fetched },
    author: (author) => names.authors.get(authorKey(author)) ?? before.authors.get(authorKey(author)),
    tag: (tag) => names.tags.get(tagKey(tag)) ?? before.tags.get(tagKey(tag)),
    isNamesake: (key) => names.namesakes.has(key) || before.namesakes.has(key),
  }
}

/** The names of these entries that the run has not met, each once. */
export function wantedOf(names: Record<'authors' | 'tags', ReadonlyMap<string, unknown>>, entries: Entry[]): Wanted {
  const authors = entries.flatMap((entry) =>
    entry.kind === 'story' ? entry.item.bylines : entry.kind === 'author' ? [entry.author] : [],
  )
  const tags = entries.flatMap((entry) =>
    entry.kind === 'story' ? tagsOf(entry.item) : entry.kind === 'tag' ? [entry.tag] : [],
  )
  return { authors: unmet(authors, authorKey, names.authors), tags: unmet(tags, tagKey, names.tags) }
}

/** Each name once, as it stands first: files name authors and tags in full before their stories. */
function unmet<T>(list: T[], keyOf: (each: T) => string, known: ReadonlyMap<string, unknown>): T[] {
  const byKey = new Map<string, T>()
  for (const each of list) if (!byKey.has(keyOf(each))) byKey.set(keyOf(each), each)
  return [...byKey].flatMap(([key, each]) => (known.has(key) ? [] : [each]))
}

function mediaOf({ authors }: Wanted, entries: Entry[]): ImportMedia[] {
  const avatars = authors.flatMap(({ avatarUrl }) => (avatarUrl ? [pictureAt(avatarUrl)] : []))
  const shown = entries.flatMap((entry) =>
    entry.kind === 'story' ? entry.item.media : entry.kind === 'media' ? [entry.media] : [],
  )
  return [...avatars, ...shown]
}

/** A picture of which nothing is known but its address. */
export function pictureAt(url: string): ImportMedia {
  const nothing = { externalId: null, alt: null, caption: null, credit: null, mimeType: null }
  return { type: 'IMAGE', url, ...nothing, width: null, height: null, durationSeconds: null }
}

/** Whether earlier batches of the run have met any names. */
export function isAnyMet({ authors, tags }: Names): boolean {
  return authors.size + tags.size > 0
}

/** What was made is there for the batches behind. Only now: a transaction may be undone. */
export function keepMet(names: Names, met: Names): void {
  for (const noun of ['authors', 'tags'] as const)
    for (const [key, known] of met[noun]) names[noun].set(key, 'id' in known ? { ...known, isNew: false } : known)
  for (const key of met.namesakes) names.namesakes.add(key)
}

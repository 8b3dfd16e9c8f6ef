import type { StoryFacts } from '../articles/facts.ts'
import type { PublicEntry } from '../changes/change.ts'
import type { Ctx } from '../core/ctx.ts'
import type { About } from './stream.ts'

/** What an entry is about now, and was before it. */
export interface Abouts {
  about: About
  /** Of a story, as its public entry before this one says; null when there was none. */
  before: About | null
}

/** What entries are about, in the same order: two statements for all of them, none when there are no entries. */
export async function aboutsOf(ctx: Ctx, entries: PublicEntry[]): Promise<Abouts[]> {
  const before = await factsBefore(ctx, entries)
  const facts = entries.map((entry) => factsOf(entry))
  const names = await namesOf(ctx, [...facts, ...before.values()])
  return entries.map(({ id }, index) => {
    const earlier = before.get(id)
    return { about: toAbout(facts[index] ?? nothing, names), before: earlier ? toAbout(earlier, names) : null }
  })
}

/** Ids that an entry names; null where it does not say. */
interface Facts {
  tagIds: string[] | null
  sectionIds: string[] | null
  authorIds: string[] | null
  locales: string[] | null
}

const nothing: Facts = { tagIds: [], sectionIds: [], authorIds: [], locales: [] }

function factsOf({ type, subjectId, data }: Pick<PublicEntry, 'type' | 'subjectId' | 'data'>): Facts {
  const { into } = (data ?? {}) as { into?: string }
  const ids = into ? [subjectId, into] : [subjectId]
  if (type.startsWith('tag.')) return { ...nothing, tagIds: ids, sectionIds: ids }
  if (type.startsWith('author.')) return { ...nothing, authorIds: ids }
  return isOfStory(type) ? storyFacts(data) : nothing
}

/** A post of a live blog is a part of its story, which is the subject of its events. */
function isOfStory(type: string): boolean {
  return type.startsWith('article.') || type.startsWith('post.')
}

function storyFacts(data: unknown): Facts {
  const { tagIds, sectionId, authorIds, locale } = (data ?? {}) as Partial<StoryFacts>
  return {
    tagIds: tagIds ?? null,
    sectionIds: sectionId === undefined ? null : sectionId === null ? [] : [sectionId],
    authorIds: authorIds ?? null,
    locales: locale ? [locale] : null,
  }
}

/** What the public entry of the same story before each of these says, by the id of the later one. */
async function factsBefore({ db }: Ctx, entries: PublicEntry[]): Promise<Map<string, Facts>> {
  const ids = entries.filter(({ type }) => isOfStory(type)).map(({ id }) => id)
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; data: unknown }[]>`
    SELECT entry.id, earlier.data FROM journal_entry entry CROSS JOIN LATERAL (
      SELECT data FROM journal_entry e
      WHERE e."subjectId" = entry."subjectId" AND e.sequence < entry.sequence AND e."isPublic"
      ORDER BY e.sequence DESC LIMIT 1
    ) earlier WHERE entry.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, data }) => [id, storyFacts(data)]))
}

/** Every name of a tag or an author by each of its ids: the id itself, that of what it was merged into, and all of their slugs. */
async function namesOf({ db }: Ctx, facts: Facts[]): Promise<Map<string, string[]>> {
  const idsIn = ({ tagIds, sectionIds, authorIds }: Facts) => [
    ...(tagIds ?? []),
    ...(sectionIds ?? []),
    ...(authorIds ?? []),
  ]
  const ids = [...new Set(facts.flatMap(idsIn))]
  if (ids.length === 0) return new Map()
  const rows = await db.$queryRaw<{ id: string; names: string[] }[]>`
    SELECT named.id, ARRAY(SELECT slug FROM tag_slug WHERE "tagId" = stands.id
        UNION SELECT id::text FROM tag WHERE "mergedIntoId" = stands.id UNION SELECT stands.id::text) AS names
      FROM tag named CROSS JOIN LATERAL (SELECT coalesce(named."mergedIntoId", named.id) AS id) stands
      WHERE named.id = ANY(${ids}::uuid[])
    UNION ALL
    SELECT named.id, ARRAY(SELECT slug FROM author_slug WHERE "authorId" = stands.id
        UNION SELECT id::text FROM author WHERE "mergedIntoId" = stands.id UNION SELECT stands.id::text)
      FROM author named CROSS JOIN LATERAL (SELECT coalesce(named."mergedIntoId", named.id) AS id) stands
      WHERE named.id = ANY(${ids}::uuid[])`
  return new Map(rows.map(({ id, names }) => [id, names]))
}

function toAbout({ tagIds, sectionIds, authorIds, locales }: Facts, names: Map<string, string[]>): About {
  const named = (ids: string[] | null) => ids && new Set(ids.flatMap((id) => [id, ...(names.get(id) ?? [])]))
  return {
    tag: named(tagIds),
    section: named(sectionIds),
    author: named(authorIds),
    locale: locales && new Set(locales),
  }
}

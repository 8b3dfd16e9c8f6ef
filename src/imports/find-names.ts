import type { Transaction } from '../core/ctx.ts'
import { nameKey } from '../lib/name-search.ts'
import { fold } from '../lib/transliterate.ts'
import { notedIds } from './identities.ts'
import type { ImportAuthor, ImportTag } from './item.ts'
import { authorKey, tagKey, tagNote } from './name-keys.ts'

interface Standing {
  id: string
  isSection: boolean
}

/** Tags that are here, by what tells those of a source apart, and the slugs that stand for one; a merged one is what it was merged into. */
export interface FoundTags {
  ids: Map<string, string>
  bySlug: Map<string, Standing>
  /** Tags that are no sections and are called as one here is. */
  namesakes: Set<string>
}

/** Looks for tags by the external id that an import has noted, then by slug, then by name or alias. Sections are apart from the others. */
export async function findTags(tx: Transaction, source: string, tags: ImportTag[]): Promise<FoundTags> {
  const bySlug = await tagsBySlug(tx, tags)
  const noted = await notedIds(tx, source, 'TAG', tags.flatMap(notesOf))
  const named = await tagsByName(tx, tags)
  const found: FoundTags = { ids: new Map(), bySlug, namesakes: new Set() }
  for (const tag of tags) {
    const isSection = tag.type === 'SECTION'
    const ofNotes = notesOf(tag).map((note) => noted.get(note))
    const all = [...ofNotes, bySlug.get(tag.slug ?? ''), ...(named.get(tag) ?? [])].flatMap((each) => each ?? [])
    const same = all.find((each) => each.isSection === isSection)
    if (same) found.ids.set(tagKey(tag), same.id)
    if (!isSection && all.some((each) => each.isSection)) found.namesakes.add(tagKey(tag))
  }
  return found
}

/** Where the id of a tag may be noted: its own place first, then that of the same id for the other kind. */
function notesOf(tag: ImportTag): string[] {
  const { externalId } = tag
  return externalId
    ? [...new Set([tagNote(tag) ?? '', externalId, tagNote({ type: 'SECTION', externalId }) ?? ''])]
    : []
}

async function tagsBySlug(tx: Transaction, tags: ImportTag[]): Promise<Map<string, Standing>> {
  const slugs = [...new Set(tags.flatMap(({ slug, parentSlug }) => [slug, parentSlug].flatMap((each) => each ?? [])))]
  if (slugs.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ slug: string; id: string; isSection: boolean }[]>`
    SELECT s.slug, coalesce(m.id, t.id)::text AS id, coalesce(m.type, t.type) = 'SECTION' AS "isSection"
    FROM tag_slug s JOIN tag t ON t.id = s."tagId" LEFT JOIN tag m ON m.id = t."mergedIntoId" WHERE s.slug = ANY(${slugs}::text[])`
  return new Map(rows.map(({ slug, ...tag }) => [slug, tag]))
}

/** The section and the other tag that have these names or aliases. */
async function tagsByName(tx: Transaction, tags: ImportTag[]): Promise<Map<ImportTag, Standing[]>> {
  if (tags.length === 0) return new Map()
  const wanted = tags.map(({ name, type }, place) => ({ place, key: nameKey(name), folded: fold(name), type }))
  const rows = await tx.$queryRaw<(Standing & { place: number })[]>`
    WITH wanted AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS it (place int, key text, folded text, type "TagType")
    ), known AS (
      SELECT w.place, t.id, t.type, true AS "isName", t.type = w.type AS "isType"
      FROM wanted w JOIN tag t ON t."nameFolded" = w.key WHERE t."mergedIntoId" IS NULL
      UNION ALL
      SELECT w.place, t.id, t.type, false, t.type = w.type
      FROM tag t CROSS JOIN LATERAL string_to_table(t."aliasFolded", E'\\n') AS alias JOIN wanted w ON w.folded = alias
      WHERE t."mergedIntoId" IS NULL AND t."aliasFolded" <> '' AND alias <> ''
    )
    SELECT DISTINCT ON (place, type = 'SECTION') place, id::text, type = 'SECTION' AS "isSection"
    FROM known ORDER BY place, type = 'SECTION', "isName" DESC, "isType" DESC, id`
  const named = new Map<ImportTag, Standing[]>()
  for (const [tag, standing] of pairsOf(tags, rows)) named.set(tag, [...(named.get(tag) ?? []), standing])
  return named
}

/** Looks for authors by the external id that an import has noted, then by slug, then by name and kind. Gives ids by what tells them apart. */
export async function findAuthors(
  tx: Transaction,
  source: string,
  authors: ImportAuthor[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const noted = await notedIds(
    tx,
    source,
    'AUTHOR',
    authors.flatMap(({ externalId }) => externalId ?? []),
  )
  const bySlug = await authorsBySlug(tx, authors)
  for (const author of authors) {
    const id = noted.get(author.externalId ?? '')?.id ?? bySlug.get(author.slug ?? '')
    if (id) ids.set(authorKey(author), id)
  }
  const others = authors.filter((author) => !ids.has(authorKey(author)))
  for (const [author, { id }] of await authorsByName(tx, others)) ids.set(authorKey(author), id)
  return ids
}

async function authorsBySlug(tx: Transaction, authors: ImportAuthor[]): Promise<Map<string, string>> {
  const slugs = authors.flatMap(({ slug }) => slug ?? [])
  if (slugs.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ slug: string; id: string }[]>`
    SELECT s.slug, coalesce(a."mergedIntoId", a.id)::text AS id FROM author_slug s JOIN author a ON a.id = s."authorId"
    WHERE s.slug = ANY(${slugs}::text[])`
  return new Map(rows.map(({ slug, id }) => [slug, id]))
}

async function authorsByName(tx: Transaction, authors: ImportAuthor[]): Promise<[ImportAuthor, { id: string }][]> {
  if (authors.length === 0) return []
  const wanted = authors.map(({ name, kind }, place) => ({ place, key: nameKey(name), kind }))
  const rows = await tx.$queryRaw<{ place: number; id: string }[]>`
    SELECT DISTINCT ON (w.place) w.place, a.id::text
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w (place int, key text, kind "AuthorKind")
    JOIN author a ON a."nameFolded" = w.key AND a.kind = w.kind WHERE a."mergedIntoId" IS NULL ORDER BY w.place, a.id`
  return pairsOf(authors, rows)
}

function pairsOf<N, R extends { place: number }>(names: N[], rows: R[]): [N, R][] {
  return rows.flatMap((row) => {
    const name = names[row.place]
    return name ? [[name, row] as [N, R]] : []
  })
}

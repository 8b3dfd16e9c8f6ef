import type { Transaction } from '../core/ctx.ts'
import { nameKey } from '../lib/name-search.ts'
import { fold } from '../lib/transliterate.ts'
import { notedIds } from './identities.ts'
import type { ImportAuthor, ImportTag } from './item.ts'
import { authorKey, tagKey } from './name-keys.ts'

/** Tags that are here, by what tells those of a source apart, and the slugs that stand for one; a merged one is what it was merged into. */
export interface FoundTags {
  ids: Map<string, string>
  bySlug: Map<string, { id: string; isSection: boolean }>
}

/** Looks for tags by the external id that an import has noted, then by slug, then by name or alias. Sections are apart from the others. */
export async function findTags(tx: Transaction, source: string, tags: ImportTag[]): Promise<FoundTags> {
  const ids = new Map<string, string>()
  const bySlug = await tagsBySlug(tx, tags)
  const noted = await notedIds(tx, source, 'TAG', tags)
  for (const tag of tags) {
    const standing = tag.slug ? bySlug.get(tag.slug) : undefined
    const id =
      noted.get(tag.externalId ?? '') ?? (standing?.isSection === (tag.type === 'SECTION') ? standing.id : undefined)
    if (id) ids.set(tagKey(tag), id)
  }
  const others = tags.filter((tag) => !ids.has(tagKey(tag)))
  for (const [tag, id] of await tagsByName(tx, others)) ids.set(tagKey(tag), id)
  return { ids, bySlug }
}

async function tagsBySlug(tx: Transaction, tags: ImportTag[]): Promise<FoundTags['bySlug']> {
  const slugs = [...new Set(tags.flatMap(({ slug, parentSlug }) => [slug, parentSlug].flatMap((each) => each ?? [])))]
  if (slugs.length === 0) return new Map()
  const rows = await tx.$queryRaw<{ slug: string; id: string; isSection: boolean }[]>`
    SELECT s.slug, coalesce(m.id, t.id)::text AS id, coalesce(m.type, t.type) = 'SECTION' AS "isSection"
    FROM tag_slug s JOIN tag t ON t.id = s."tagId" LEFT JOIN tag m ON m.id = t."mergedIntoId" WHERE s.slug = ANY(${slugs}::text[])`
  return new Map(rows.map(({ slug, ...tag }) => [slug, tag]))
}

async function tagsByName(tx: Transaction, tags: ImportTag[]): Promise<[ImportTag, string][]> {
  if (tags.length === 0) return []
  const wanted = tags.map(({ name, type }, place) => ({
    ...{ place, key: nameKey(name), folded: fold(name), isSection: type === 'SECTION', type },
  }))
  const rows = await tx.$queryRaw<{ place: number; id: string }[]>`
    WITH wanted AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(wanted)}::json)
        AS it (place int, key text, folded text, "isSection" boolean, type "TagType")
    ), known AS (
      SELECT w.place, t.id, true AS "isName", t.type = w.type AS "isType"
      FROM wanted w JOIN tag t ON t."nameFolded" = w.key AND (t.type = 'SECTION') = w."isSection" WHERE t."mergedIntoId" IS NULL
      UNION ALL
      SELECT w.place, t.id, false, t.type = w.type
      FROM tag t CROSS JOIN LATERAL string_to_table(t."aliasFolded", E'\\n') AS alias
      JOIN wanted w ON w.folded = alias AND (t.type = 'SECTION') = w."isSection"
      WHERE t."mergedIntoId" IS NULL AND t."aliasFolded" <> '' AND alias <> ''
    )
    SELECT DISTINCT ON (place) place, id::text FROM known ORDER BY place, "isName" DESC, "isType" DESC, id`
  return pairsOf(tags, rows)
}

/** Looks for authors by the external id that an import has noted, then by slug, then by name and kind. Gives ids by what tells them apart. */
export async function findAuthors(
  tx: Transaction,
  source: string,
  authors: ImportAuthor[],
): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  const noted = await notedIds(tx, source, 'AUTHOR', authors)
  const bySlug = await authorsBySlug(tx, authors)
  for (const author of authors) {
    const id = noted.get(author.externalId ?? '') ?? bySlug.get(author.slug ?? '')
    if (id) ids.set(authorKey(author), id)
  }
  const others = authors.filter((author) => !ids.has(authorKey(author)))
  for (const [author, id] of await authorsByName(tx, others)) ids.set(authorKey(author), id)
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

async function authorsByName(tx: Transaction, authors: ImportAuthor[]): Promise<[ImportAuthor, string][]> {
  if (authors.length === 0) return []
  const wanted = authors.map(({ name, kind }, place) => ({ place, key: nameKey(name), kind }))
  const rows = await tx.$queryRaw<{ place: number; id: string }[]>`
    SELECT DISTINCT ON (w.place) w.place, a.id::text
    FROM json_to_recordset(${JSON.stringify(wanted)}::json) AS w (place int, key text, kind "AuthorKind")
    JOIN author a ON a."nameFolded" = w.key AND a.kind = w.kind WHERE a."mergedIntoId" IS NULL ORDER BY w.place, a.id`
  return pairsOf(authors, rows)
}

function pairsOf<N>(names: N[], rows: { place: number; id: string }[]): [N, string][] {
  return rows.flatMap(({ place, id }) => {
    const name = names[place]
    return name ? [[name, id] as [N, string]] : []
  })
}

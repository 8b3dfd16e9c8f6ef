import type { Transaction } from '../core/ctx.ts'
import { type Fault, invalidInput, shorten } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'

/** Which stories; a story must meet all that is given. Tags and sections by id or slug. */
export interface StoryFilter {
  tag?: string
  section?: string
  /** Changed at this instant or later, RFC 3339. */
  since?: string
  status?: string[]
}

/**
 * Notes in the table `chosen_thing` of this transaction the stories that the filter chooses, and the tags, authors and media that they
 * refer to, with what stands above them or for them. Without a filter the table is empty.
 * @throws invalid_input when there is no such tag or section
 */
export async function choose(tx: Transaction, filter: StoryFilter | null): Promise<void> {
  await tx.$executeRaw`CREATE TEMP TABLE chosen_thing (id uuid PRIMARY KEY) ON COMMIT DROP`
  if (!filter) return
  const tagId = filter.tag === undefined ? null : await tagIdOf(tx, filter.tag, 'tag')
  const sectionId = filter.section === undefined ? null : await tagIdOf(tx, filter.section, 'section')
  const statuses = filter.status ?? []
  await tx.$executeRaw`
    INSERT INTO chosen_thing SELECT id FROM article a
    WHERE (${tagId}::uuid IS NULL OR EXISTS (
        SELECT FROM article_reference r LEFT JOIN tag t ON t.id = r."targetId"
        WHERE r."articleId" = a.id AND r.noun = 'TAG' AND ${tagId}::uuid IN (t.id, t."mergedIntoId"))
      OR EXISTS (SELECT FROM published_tag p WHERE p."articleId" = a.id AND p."tagId" = ${tagId}::uuid))
      AND (${sectionId}::uuid IS NULL OR a."sectionId" = ${sectionId}::uuid)
      AND (${filter.since ?? null}::timestamptz IS NULL OR a."changedAt" >= ${filter.since ?? null}::timestamptz)
      AND (${statuses.length === 0}::boolean OR a.status::text = ANY(${statuses}::text[]))`
  await chooseReferences(tx)
}

async function chooseReferences(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO chosen_thing
    WITH RECURSIVE stories AS MATERIALIZED (SELECT id FROM chosen_thing), used AS (
      SELECT "targetId" AS id FROM article_reference JOIN stories ON stories.id = "articleId"
      UNION SELECT "tagId" FROM published_tag JOIN stories ON stories.id = "articleId"
      UNION SELECT "authorId" FROM published_byline JOIN stories ON stories.id = "articleId"
      UNION SELECT "mediaId" FROM published_media JOIN stories ON stories.id = "articleId"
      UNION SELECT "sectionId" FROM published_article JOIN stories USING (id) WHERE "sectionId" IS NOT NULL
      UNION SELECT r."targetId" FROM post_reference r JOIN post p ON p.id = r."postId" JOIN stories ON stories.id = p."articleId"
    ), whole AS (
      SELECT id FROM used
      UNION SELECT next.id FROM whole CROSS JOIN LATERAL (
        SELECT unnest(ARRAY[t."parentId", t."mergedIntoId"]) AS id FROM tag t WHERE t.id = whole.id
        UNION ALL SELECT unnest(ARRAY[a."mergedIntoId", a."avatarId"]) FROM author a WHERE a.id = whole.id
        UNION ALL SELECT m."mergedIntoId" FROM media_asset m WHERE m.id = whole.id
      ) next WHERE next.id IS NOT NULL
    )
    SELECT id FROM whole ON CONFLICT DO NOTHING`
}

/** @throws invalid_input */
async function tagIdOf(tx: Transaction, key: string, name: 'tag' | 'section'): Promise<string> {
  const id = uuidPattern.test(key) ? key.toLowerCase() : (await tx.tagSlug.findUnique({ where: { slug: key } }))?.tagId
  const row = id
    ? await tx.tag.findUnique({ where: { id }, select: { id: true, type: true, mergedIntoId: true } })
    : null
  const fault: Fault = { path: name, message: `there is no ${name} '${shorten(key)}'; give the id or slug of one` }
  if (!row || (name === 'section') !== (row.type === 'SECTION')) throw invalidInput([fault])
  return row.mergedIntoId ?? row.id
}

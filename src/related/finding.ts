import type { Ctx, Transaction } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Probe } from './candidates.ts'
import { unpack } from './packing.ts'
import type { Candidate, TagSeen } from './scorers/scorer.ts'
import type { StoryRead } from './stories.ts'

/** What stands around a story: its tags, and what it is never shown beside. */
export interface Surroundings {
  tags: TagSeen[]
  storiesOfTag: Map<string, number>
  /** Its older takes, and what an editor picked or does not want beside it. */
  never: string[]
  /** Languages that other stories are in. */
  otherLanguages: string[]
  /** Whether others may have it on their lists: no editor took it out, no tag of it does, and nothing live took its place. */
  isSuggested: boolean
}

/** Stories of a tag that are counted: a tag with more says nothing. */
const countedAtMost = 10_000

/** Newest stories of a running story that are compared, whatever their words; and how many are looked at, of all languages. */
const ofTags = 30
const taggedRead = 300

/** `excludedTags`: slugs, of today or of before, of tags whose stories are never suggested. `tagIds` of a draft; left out, those of the live story. */
export async function surroundingsOf(
  tx: Transaction | Ctx['db'],
  { id, language }: Pick<StoryRead, 'id' | 'language'>,
  excludedTags: string[],
  tagIds?: string[],
): Promise<Surroundings> {
  const [row] = await tx.$queryRaw<
    (Pick<Surroundings, 'never' | 'otherLanguages' | 'isSuggested'> & { tags: (TagSeen & { stories: number })[] })[]
  >`
    WITH RECURSIVE older AS (
      SELECT "replacesId" AS id FROM article WHERE id = ${id}::uuid AND "replacesId" IS NOT NULL
      UNION SELECT a."replacesId" FROM article a JOIN older ON a.id = older.id WHERE a."replacesId" IS NOT NULL
    )
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', t.id, 'type', t.type, 'name', t.name, 'stories',
          (SELECT count(*) FROM (SELECT FROM published_tag n WHERE n."tagId" = t.id LIMIT ${countedAtMost}) counted))), '[]')
        FROM tag t WHERE t.id = ANY(CASE WHEN ${tagIds !== undefined}::boolean THEN ${tagIds ?? []}::uuid[]
          ELSE ARRAY(SELECT p."tagId" FROM published_tag p WHERE p."articleId" = ${id}::uuid) END)) AS tags,
      ARRAY(SELECT older.id::text FROM older
        UNION SELECT r."targetId"::text FROM related_story r WHERE r."articleId" = ${id}::uuid AND r.kind = 'CURATED' AND r."targetId" IS NOT NULL
        UNION SELECT x."besideId"::text FROM related_exclusion x WHERE x."articleId" = ${id}::uuid AND x."besideId" <> ${id}::uuid) AS never,
      ARRAY(SELECT t.language FROM related_term t WHERE t.term = 0 AND t.stories > 0 AND t.language <> ${language}) AS "otherLanguages",
      NOT EXISTS (SELECT FROM related_exclusion x WHERE x."articleId" = ${id}::uuid AND x."besideId" = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM published_article n WHERE n."replacesId" = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM published_tag p JOIN tag_slug s USING ("tagId")
          WHERE p."articleId" = ${id}::uuid AND s.slug = ANY(${excludedTags}::text[])) AS "isSuggested"`
  const { tags = [], never = [], otherLanguages = [], isSuggested = true } = row ?? {}
  return { tags, never, otherLanguages, isSuggested, storiesOfTag: new Map(tags.map((tag) => [tag.id, tag.stories])) }
}

/** Of what is packed, base64; of tags, those that the story has too, joined by commas. */
type Row = [id: string, originalId: string, language: string, publishedAtMs: string, tagIds: string, packed: string]

/** Where candidates are looked for. */
export interface Where {
  languages: string[]
  probes: Probe[]
  /** Stories that are found by them at most. */
  most: number
  /** The newest stories of these tags are compared, whatever their words. */
  tagIds: string[]
  /** Slugs of tags whose stories are never suggested. */
  excludedTags: string[]
}

/**
 * Live stories of these languages that have the strongest words of this one among theirs, and the newest of some tags: what is compared
 * whole. Never a translation, nor what must not stand beside it, nor what something live has taken the place of.
 */
export async function candidatesFor(
  { readTexts }: Pick<Ctx, 'readTexts'>,
  tx: Transaction | Ctx['db'],
  { id, language, originalId }: Pick<StoryRead, 'id' | 'language' | 'originalId'>,
  { never, tags }: Surroundings,
  { languages, probes, most, tagIds, excludedTags }: Where,
): Promise<Candidate[]> {
  const rows = await readTexts<Row>(
    tx,
    Prisma.sql`
    WITH probe AS MATERIALIZED (
      SELECT * FROM unnest(${probes.map(({ term }) => term)}::int[], ${probes.map(({ worth }) => worth)}::real[]) AS p (term, worth)
    ), found AS (
      SELECT p."articleId" AS id FROM probe JOIN related_posting p ON p.language = ANY(${languages}::text[]) AND p.term = probe.term
      GROUP BY p."articleId" ORDER BY sum(p.weight * probe.worth) DESC, p."articleId" LIMIT ${most}
    ), tagged AS (
      SELECT newest.id FROM (
        SELECT n.* FROM unnest(${tagIds}::uuid[]) AS of (tag) CROSS JOIN LATERAL (
          SELECT n."articleId" AS id, n."publishedAt" FROM published_tag n WHERE n."tagId" = of.tag
          ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT ${taggedRead}
        ) n
        ORDER BY n."publishedAt" DESC, n.id DESC LIMIT ${taggedRead}
      ) newest JOIN related_features f ON f."articleId" = newest.id AND f.language = ANY(${languages}::text[])
      ORDER BY newest."publishedAt" DESC, newest.id DESC LIMIT ${ofTags}
    ), excluded AS MATERIALIZED (
      SELECT "tagId" FROM tag_slug WHERE slug = ANY(${excludedTags}::text[])
    )
    SELECT c.id::text, a."originalId"::text, f.language, (extract(epoch FROM a."publishedAt") * 1000)::bigint::text,
      array_to_string(ARRAY(SELECT p."tagId" FROM published_tag p
        WHERE p."articleId" = c.id AND p."tagId" = ANY(${tags.map((tag) => tag.id)}::uuid[])), ','),
      encode(f.packed, 'base64')
    FROM (SELECT found.id FROM found UNION SELECT tagged.id FROM tagged) c
    JOIN related_features f ON f."articleId" = c.id AND f.language = ANY(${languages}::text[]) AND f."weighedAt" > 0
    JOIN published_article a ON a.id = c.id
    WHERE c.id <> ${id}::uuid AND a."originalId" <> ${originalId}::uuid AND c.id <> ALL(${never}::uuid[])
      AND NOT EXISTS (SELECT FROM published_article n WHERE n."replacesId" = c.id)
      AND NOT EXISTS (SELECT FROM related_exclusion x WHERE x."articleId" = c.id AND x."besideId" IN (c.id, ${id}::uuid))
      AND NOT EXISTS (SELECT FROM published_tag p WHERE p."articleId" = c.id AND p."tagId" = ANY(ARRAY(SELECT "tagId" FROM excluded)))
    ORDER BY c.id`,
  )
  return rows.flatMap((row) => toCandidate(row, { language, tags }) ?? [])
}

/** `own`: of the story that it is compared with. Null: it is packed in an older format. */
function toCandidate(
  [id, originalId, language, publishedAtMs, tagIds, bytes]: Row,
  own: { language: string; tags: TagSeen[] },
): Candidate | null {
  const packed = unpack(Buffer.from(bytes, 'base64'))
  if (!packed) return null
  const tags = tagIds === '' ? [] : own.tags.filter((tag) => tagIds.includes(tag.id))
  return {
    id,
    originalId,
    isForeign: language !== own.language,
    packed,
    tags,
    publishedAt: new Date(Number(publishedAtMs)),
  }
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { maxCandidates, type Probe } from './candidates.ts'
import { unpack } from './packing.ts'
import type { Candidate, TagSeen } from './scorers/scorer.ts'
import type { StoryRead } from './stories.ts'

/** What stands around a story: its tags, and what it is never shown beside. */
export interface Surroundings {
  tags: TagSeen[]
  storiesOfTag: Map<string, number>
  /** Its older takes, and what an editor picked or does not want beside it. */
  never: string[]
  /** Whether others may have it on their lists: no editor took it out, and nothing live took its place. */
  isSuggested: boolean
}

/** Stories of a tag that are counted: a tag with more says nothing. */
const countedAtMost = 10_000

/** Newest stories of a running story that are compared, whatever their words. */
const ofStoryline = 30

/** `tagIds` of a draft; left out, those of the live story. */
export async function surroundingsOf(
  tx: Transaction | Ctx['db'],
  id: string,
  tagIds?: string[],
): Promise<Surroundings> {
  const [row] = await tx.$queryRaw<
    { tags: (TagSeen & { stories: number })[]; never: string[]; isSuggested: boolean }[]
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
      NOT EXISTS (SELECT FROM related_exclusion x WHERE x."articleId" = ${id}::uuid AND x."besideId" = ${id}::uuid)
        AND NOT EXISTS (SELECT FROM published_article n WHERE n."replacesId" = ${id}::uuid) AS "isSuggested"`
  const { tags = [], never = [], isSuggested = true } = row ?? {}
  return { tags, never, isSuggested, storiesOfTag: new Map(tags.map((tag) => [tag.id, tag.stories])) }
}

type Row = Omit<Candidate, 'packed' | 'publishedAt'> & { packed: string; publishedAt: string }

/**
 * Live stories of the same language that have the strongest words of this one among theirs, and the newest of its running story: what is
 * compared whole. Never a translation, nor what must not stand beside it, nor what something live has taken the place of.
 */
export async function candidatesFor(
  tx: Transaction | Ctx['db'],
  { id, language, originalId }: Pick<StoryRead, 'id' | 'language' | 'originalId'>,
  probes: Probe[],
  { tags, never }: Surroundings,
  excludedTags: string[],
): Promise<Candidate[]> {
  const storylines = tags.filter(({ type }) => type === 'STORYLINE').map((tag) => tag.id)
  const [answer] = await tx.$queryRaw<{ rows: string }[]>`
    WITH probe AS MATERIALIZED (
      SELECT * FROM unnest(${probes.map(({ term }) => term)}::int[], ${probes.map(({ worth }) => worth)}::real[]) AS p (term, worth)
    ), found AS (
      SELECT p."articleId" AS id FROM probe JOIN related_posting p ON p.language = ${language} AND p.term = probe.term
      GROUP BY p."articleId" ORDER BY sum(p.weight * probe.worth) DESC, p."articleId" LIMIT ${maxCandidates}
    ), in_line AS (
      SELECT n."articleId" AS id FROM published_tag n WHERE n."tagId" = ANY(${storylines}::uuid[])
      ORDER BY n."publishedAt" DESC, n."articleId" DESC LIMIT ${ofStoryline}
    )
    SELECT coalesce(json_agg(row), '[]')::text AS rows FROM (
      SELECT c.id, encode(f.packed, 'base64') AS packed, a."publishedAt",
        (SELECT coalesce(json_agg(json_build_object('id', t.id, 'type', t.type, 'name', t.name)), '[]')
          FROM published_tag p JOIN tag t ON t.id = p."tagId" WHERE p."articleId" = c.id) AS tags
      FROM (SELECT found.id FROM found UNION SELECT in_line.id FROM in_line) c
      JOIN related_features f ON f."articleId" = c.id AND f.language = ${language} AND f."weighedAt" > 0
      JOIN published_article a ON a.id = c.id
      WHERE c.id <> ${id}::uuid AND a."originalId" <> ${originalId}::uuid AND c.id <> ALL(${never}::uuid[])
        AND NOT EXISTS (SELECT FROM published_article n WHERE n."replacesId" = c.id)
        AND NOT EXISTS (SELECT FROM related_exclusion x WHERE x."articleId" = c.id AND x."besideId" IN (c.id, ${id}::uuid))
        AND NOT EXISTS (SELECT FROM published_tag p JOIN tag t ON t.id = p."tagId"
          WHERE p."articleId" = c.id AND t.slug = ANY(${excludedTags}::text[]))
    ) row`
  return (JSON.parse(answer?.rows ?? '[]') as Row[]).flatMap(({ packed: bytes, publishedAt, ...row }) => {
    const packed = unpack(Buffer.from(bytes, 'base64'))
    return packed ? [{ ...row, packed, publishedAt: new Date(publishedAt) }] : []
  })
}

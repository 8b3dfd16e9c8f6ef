import { toArticleLink } from '../articles/article-link.ts'
import { liveRow } from '../articles/delivery.ts'
import { type ArticleNode, toArticleNode } from '../articles/published.ts'
import { linkColumns, readRows, relatedColumns } from '../articles/reading.ts'
import type { LinkRow, NodeRow, RelatedRow } from '../articles/rows.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { freshDays } from './pick.ts'
import {
  type RelatedMode,
  type RelatedRequest,
  type RelatedStory,
  type RelatedStoryOf,
  readRelatedRequest,
  suggestionsRead,
  toRelatedStories,
} from './related-story.ts'

const { sql } = Prisma

/** What to read after a live story, hand-picked first. @throws not_found, gone, invalid_input, limit_exceeded */
export async function relatedOf(ctx: Ctx, key: string, input: unknown = {}): Promise<RelatedStory[]> {
  const request = readRelatedRequest(input)
  const live = sql`(SELECT row_to_json(link) FROM (SELECT ${linkColumns} FROM published_article l WHERE l.id = r."targetId") link)`
  const { related } = await liveRow<{ related: RelatedRow<LinkRow>[] }>(
    ctx,
    key,
    sql`a.id,
    (SELECT coalesce(json_agg(row_to_json(listed)), '[]') FROM (
      SELECT r.kind, r."targetId", r.url, r.headline, r.score, r.grounds, ${live} AS live ${listOf(sql`a.id`, request)}
    ) listed) AS related`,
  )
  return toRelatedStories(related, (link) => toArticleLink(link, ctx.site), request)
}

/** A related story in GraphQL. */
export type RelatedNode = RelatedStoryOf<ArticleNode>

/** The same for many stories at once, by the story's id. */
export async function relatedOfArticles(
  ctx: Ctx,
  ids: string[],
  request: RelatedRequest,
): Promise<Map<string, RelatedNode[]>> {
  const source = sql`FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS s (id, place)
    CROSS JOIN LATERAL (SELECT r.*, row_number() OVER () AS nth ${listOf(sql`s.id`, request)}) r ORDER BY s.place, r.nth`
  const rows = await readRows<RelatedRow<NodeRow> & { articleId: string }>(ctx, relatedColumns, source)
  const rowsOf = (id: string) => rows.filter((row) => row.articleId === id)
  const view = (live: NodeRow) => toArticleNode(live, ctx.site)
  return new Map(ids.map((id) => [id, toRelatedStories(rowsOf(id), view, request)]))
}

/** The relations `r` of a story that are read, in order. Suggestions are 34 at most, so that any order of them is quick. */
function listOf(id: Prisma.Sql, request: RelatedRequest): Prisma.Sql {
  const { mode, isAnyLanguage, kinds } = request
  const order = mode === 'BOTH' && isAnyLanguage ? sql`g.score DESC` : orders[mode]
  const parts = {
    CURATED: sql`(SELECT c.* FROM related_story c WHERE c."articleId" = ${id} AND c.kind = 'CURATED' ORDER BY c.position)`,
    SUGGESTED: sql`(SELECT g.* FROM related_story g ${mode === 'LATEST' ? targetOfSuggestion : sql``}
      WHERE g."articleId" = ${id} AND g.kind = 'SUGGESTED' AND (${isAnyLanguage}::boolean OR NOT g."isForeign")
      ORDER BY ${order}, g.position LIMIT ${mode === 'LATEST' ? null : suggestionsRead(request)}::int)`,
  }
  // What was picked by hand is read in any case: a suggestion of the same story is not shown beside it.
  const wanted =
    kinds.includes('CURATED') && !kinds.includes('SUGGESTED')
      ? parts.CURATED
      : sql`${parts.CURATED} UNION ALL ${parts.SUGGESTED}`
  return sql`FROM (${wanted}) r`
}

/** All are read, also those that are not live: the answer depends on the dates of each. */
const targetOfSuggestion = sql`LEFT JOIN published_article t ON t.id = g."targetId"`

/** The latest by `latestRank` in pick.ts, in SQL. */
const orders: Record<RelatedMode, Prisma.Sql> = {
  BOTH: sql`g.position`,
  BACKGROUND: sql`coalesce(g.match, g.score) DESC`,
  LATEST: sql`ln(greatest(coalesce(g.match, g.score), 0.0001)) + coalesce(extract(epoch FROM t."publishedAt"), 0) / ${freshDays * 86_400}::float8 * ln(2::float8) DESC`,
}

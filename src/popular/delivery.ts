import { readArticleFilter } from '../articles/filter.ts'
import { matching } from '../articles/filters.ts'
import { dependsOnList } from '../articles/list.ts'
import type { ArticleSummary } from '../articles/public-article.ts'
import { type ArticleNode, toArticleNode, toArticleSummary } from '../articles/published.ts'
import type { ArticleFilterInput } from '../articles/query.ts'
import { nodeColumns, readRows, summaryColumns } from '../articles/reading.ts'
import type { NodeRow, SummaryRow } from '../articles/rows.ts'
import type { Ctx } from '../core/ctx.ts'
import { parse } from '../core/parse.ts'
import { rankings } from '../core/popularity.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import {
  MostPopularQuery,
  type PopularStories,
  type Ranking,
  readRankingSize,
  TrendingQuery,
  toRanked,
} from './popular.ts'
import { boardName, trendingName } from './ranking.ts'
import { readBeacon, ViewInput } from './view.ts'

const { sql } = Prisma

/** Seconds for which a ranking may be kept when its process does not learn of a newer one. */
const freshSeconds = 10

/**
 * Counts that a reader is at a story, with what `ViewInput` tells besides. Says nothing of the story: whether there is one is found out
 * when it is written.
 * @throws invalid_input
 */
export function recordView(ctx: Ctx, articleId: string, input: unknown): void {
  countView(ctx, articleId, parse(ViewInput, input))
}

/** The same from a page that does not wait for an answer; what cannot be read counts nothing. */
export function recordBeacon(ctx: Ctx, articleId: string, text: string): void {
  const view = readBeacon(text)
  if (view) countView(ctx, articleId, view)
  else ctx.popularity?.countMalformed()
}

function countView(
  { popularity, request, now: at }: Ctx,
  articleId: string,
  { attentionSeconds, shares }: ViewInput,
): void {
  const { address = '', userAgent = null } = request ?? {}
  popularity?.count({ articleId, address, userAgent, at, attentionSeconds: attentionSeconds ?? 0, shares: shares ?? 0 })
}

/**
 * The live stories that are read most in a window, for REST: see `MostPopularQuery`. A filter that names nothing known gives an empty
 * list.
 * @throws invalid_input, limit_exceeded
 */
export async function mostPopular(ctx: Ctx, input: unknown): Promise<PopularStories> {
  const { name, ...asked } = readMostPopular(input)
  return toAnswer(await rankingAs(ctx, name, asked, summaries(ctx)))
}

/** The same for GraphQL. */
export async function mostPopularNodes(ctx: Ctx, input: unknown): Promise<Ranking<ArticleNode>> {
  const { name, ...asked } = readMostPopular(input)
  return rankingAs(ctx, name, asked, nodes(ctx))
}

/** The live stories that are read more than they use to be, for REST. @throws invalid_input, limit_exceeded */
export async function trending(ctx: Ctx, input: unknown): Promise<PopularStories> {
  return toAnswer(await rankingAs(ctx, trendingName, parse(TrendingQuery, input), summaries(ctx)))
}

/** The same for GraphQL. */
export async function trendingNodes(ctx: Ctx, input: unknown): Promise<Ranking<ArticleNode>> {
  return rankingAs(ctx, trendingName, parse(TrendingQuery, input), nodes(ctx))
}

function readMostPopular(input: unknown) {
  const { window, metric, ...asked } = parse(MostPopularQuery, input)
  return { name: boardName(window ?? 'DAY', metric ?? 'VIEWS'), ...asked }
}

function toAnswer({ asOf, stories }: Ranking<ArticleSummary>): PopularStories {
  return { asOf, data: stories }
}

interface Reading<R, T> {
  columns: Prisma.Sql
  view(row: R): T
}

const summaries = (ctx: Ctx): Reading<SummaryRow, ArticleSummary> => ({
  columns: summaryColumns,
  view: (row) => toArticleSummary(row, ctx.site),
})
const nodes = (ctx: Ctx): Reading<NodeRow, ArticleNode> => ({
  columns: nodeColumns,
  view: (row) => toArticleNode(row, ctx.site),
})

type Asked = ArticleFilterInput & { first?: number | null | undefined }

/** Places of a ranking that are looked at before all others: nearly always enough without a filter. */
const firstPlaces = 200

async function rankingAs<R, T>(
  ctx: Ctx,
  name: string,
  { first, ...given }: Asked,
  { columns, view }: Reading<R, T>,
): Promise<Ranking<T>> {
  const filter = readArticleFilter(given)
  const size = readRankingSize(first)
  dependsOn(ctx, rankings)
  await dependsOnList(ctx, filter)
  freshFor(ctx, freshSeconds)
  const board = await ctx.db.$queryRaw<{ asOf: Date; places: number }[]>`
    SELECT "asOf", cardinality(ids) AS places FROM popular_board WHERE name = ${name}`
  const { asOf = null, places = 0 } = board[0] ?? {}
  const read = (from: number, to: number) =>
    readRows<Ranked<R>>(
      ctx,
      sql`${columns}, u.score AS "popularScore"`,
      sql`FROM popular_board b CROSS JOIN LATERAL unnest(b.ids[${from}::int:${to}::int], b.scores[${from}::int:${to}::int])
          WITH ORDINALITY u(id, score, place) JOIN published_article a ON a.id = u.id
        WHERE b.name = ${name} AND ${matching(filter)} ORDER BY u.place LIMIT ${size}::int`,
    )
  const found = places > 0 ? await read(1, firstPlaces) : []
  const rows =
    found.length < size && places > firstPlaces ? [...found, ...(await read(firstPlaces + 1, places))] : found
  const stories = rows
    .slice(0, size)
    .map(({ popularScore, ...row }) => ({ score: popularScore, article: view(row as R) }))
  return { asOf, stories: toRanked(stories) }
}

type Ranked<R> = R & { popularScore: number }

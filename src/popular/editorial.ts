import type { Ctx } from '../core/ctx.ts'
import { allow } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import { type ArticleViews, type PopularWindow, windowNames, windowSeconds } from './popular.ts'

/** What was counted of a story, live or not, as far as it is written. @throws not_found */
export async function articleViews(ctx: Ctx, id: string): Promise<ArticleViews> {
  allow(ctx.caller, 'article', 'read')
  const article = await rowOr404('article', id, (known) =>
    ctx.db.article.findUnique({ where: { id: known }, select: { id: true } }),
  )
  const found = await viewsOfArticles(ctx, [article.id])
  return found.get(article.id) as ArticleViews
}

interface WindowRow {
  id: string
  window: PopularWindow
  views: number
  attentionSeconds: number
  shares: number
}

/** The same for many stories, by id: one statement. */
export async function viewsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleViews>> {
  allow(ctx.caller, 'article', 'read')
  const now = await ctx.databaseNow(ctx.db)
  const rows = await ctx.db.$queryRaw<WindowRow[]>`
    SELECT b."articleId"::text AS id, w.name AS window, sum(b.views)::float8 AS views,
      sum(b."attentionSeconds")::float8 AS "attentionSeconds", sum(b.shares)::float8 AS shares
    FROM unnest(${[...windowNames]}::text[], ${windowNames.map((name) => windowSeconds[name])}::int[]) w(name, seconds)
    JOIN view_bucket b ON b."articleId" = ANY(${ids}::uuid[]) AND b.at >= ${now}::timestamptz - make_interval(secs => w.seconds)
    GROUP BY b."articleId", w.name`
  return new Map(
    ids.map((id) => [
      id,
      toViews(
        ctx,
        id,
        now,
        rows.filter((row) => row.id === id),
      ),
    ]),
  )
}

function toViews({ popularity }: Ctx, id: string, asOf: Date, rows: WindowRow[]): ArticleViews {
  const windows = windowNames.map((window) => {
    const { views = 0, attentionSeconds = 0, shares = 0 } = rows.find((row) => row.window === window) ?? {}
    return { window, views: toInt(views), attentionSeconds: toInt(attentionSeconds), shares: toInt(shares) }
  })
  return { asOf, rank: popularity?.rankOf(id) ?? null, windows }
}

/** GraphQL has no larger whole numbers: 68 years of attention look like more than that. */
const toInt = (sum: number) => Math.min(sum, 2 ** 31 - 1)

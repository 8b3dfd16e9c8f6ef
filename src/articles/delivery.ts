import type { Ctx } from '../core/ctx.ts'
import { notFound, Refusal } from '../core/errors.ts'
import { slugPattern, uuidPattern } from '../core/page.ts'
import { rankOf } from '../core/popularity.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import type { LiveBlogRow } from '../posts/published.ts'
import { liveBlogColumn } from '../posts/reading.ts'
import { readingOf } from './list.ts'
import type { PublicArticle } from './public-article.ts'
import { toPublicArticle, toWholeNode, type WholeNode } from './published.ts'
import { articleColumns, readRows, wantedColumns } from './reading.ts'
import type { ArticleRow, SummaryRow, WantedRow } from './rows.ts'
import { depthOf } from './selection.ts'
import type { Wanted } from './wanted.ts'

/**
 * One live story by id or slug, whole. A former slug finds it too: compare `slug` to know that it moved.
 * @throws not_found, gone when it was withdrawn.
 */
export async function articleByKey(ctx: Ctx, key: string): Promise<PublicArticle> {
  const columns = Prisma.sql`${articleColumns}, a."liveBlog" IS NOT NULL AS "isLiveBlog"`
  const { isLiveBlog, ...story } = await liveRow<Omit<ArticleRow, 'liveBlog'> & { isLiveBlog: boolean }>(
    ctx,
    key,
    columns,
  )
  const row = { ...story, liveBlog: isLiveBlog ? await liveBlogOf(ctx, story.id) : null }
  if (row.storyline) dependsOn(ctx, listOf(row.storyline.tag.id))
  return toPublicArticle(row, ctx.site, rankOf(ctx, row.id))
}

/** Apart from the story: PostgreSQL would make ready for posts at each reading of a story that has none, half as long again. */
async function liveBlogOf(ctx: Ctx, id: string): Promise<LiveBlogRow | null> {
  const source = Prisma.sql`FROM published_article a WHERE a.id = ${id}::uuid`
  const [row] = await readRows<{ liveBlog: LiveBlogRow | null }>(ctx, liveBlogColumn, source)
  return row?.liveBlog ?? null
}

/** The same with at least the fields that `shown` names, and no more read than these need. */
export async function partOfArticle(ctx: Ctx, key: string, shown: string[]): Promise<Partial<PublicArticle> & Named> {
  const { columns, view } = readingOf(ctx, depthOf(shown))
  const row = await liveRow<SummaryRow & ArticleRow>(ctx, key, columns)
  return { ...view(row), id: row.id, slug: row.slug }
}

type Named = Pick<PublicArticle, 'id' | 'slug'>

/** The same for GraphQL: with the lists that are wanted; loaders add those that turn out to be missing. */
export async function articleNodeByKey(ctx: Ctx, key: string, wanted: Wanted): Promise<WholeNode> {
  return toWholeNode(await liveRow<WantedRow>(ctx, key, wantedColumns(wanted)), wanted, ctx.site)
}

/** The live story on a path of the site; null when none stands there now. */
export async function articleNodeByPath(ctx: Ctx, path: string, wanted: Wanted): Promise<WholeNode | null> {
  const known = await ctx.db.articlePath.findUnique({
    where: { path },
    select: { article: { select: { id: true, live: { select: { id: true } } } } },
  })
  dependsOn(ctx, known?.article.id ?? `path:${path}`)
  const id = known?.article.live?.id
  return id ? articleNodeByKey(ctx, id, wanted) : null
}

/** The row of a live story by its present slug or id, or by a slug that it had. @throws not_found, gone */
export async function liveRow<R>(ctx: Ctx, key: string, columns: Prisma.Sql): Promise<R> {
  const isId = uuidPattern.test(key)
  if (!isId && !slugPattern.test(key)) throw notFound('article', key)
  const find = async (where: Prisma.Sql) =>
    (await readRows<R>(ctx, columns, Prisma.sql`FROM published_article a WHERE ${where}`))[0]
  const row = await find(isId ? Prisma.sql`a.id = ${key}::uuid` : Prisma.sql`a.slug = ${key}`)
  if (row) return row
  dependsOn(ctx, isId ? key.toLowerCase() : `slug:${key}`)
  const known = await onceLive(ctx, key, isId)
  if (known) dependsOn(ctx, known.id)
  if (known && known.liveNumber === null) throw gone(key, known)
  const moved = known && (await find(Prisma.sql`a.id = ${known.id}::uuid`))
  if (!moved) throw notFound('article', key)
  return moved
}

const tombColumns = { id: true, liveNumber: true, killedAt: true, killReason: true, withdrawReason: true } as const
type Tomb = Prisma.ArticleGetPayload<{ select: typeof tombColumns }>

/** The story that was live under this key at some time, whatever became of it. A draft's slug is nobody's. */
async function onceLive(ctx: Ctx, key: string, isId: boolean): Promise<Tomb | null> {
  if (isId)
    return ctx.db.article.findFirst({ where: { id: key, firstPublishedAt: { not: null } }, select: tombColumns })
  const known = await ctx.db.articleSlug.findFirst({
    where: { slug: key, liveSince: { not: null } },
    select: { article: { select: tombColumns } },
  })
  return known?.article ?? null
}

/** What readers learn of a story that is no longer there. */
function gone(key: string, { killedAt, killReason, withdrawReason }: Tomb): Refusal {
  const reason = killReason ?? withdrawReason
  const why = reason ? `: ${reason}` : ''
  if (!killedAt)
    return new Refusal('gone', `article '${key}' was withdrawn${why}`, { details: reason ? { reason } : {} })
  return new Refusal('gone', `article '${key}' was recalled and will not come back${why}`, {
    details: { reason, killedAt: killedAt.toISOString() },
  })
}

import type { PublicAuthor } from '../authors/author.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound, Refusal } from '../core/errors.ts'
import { slugPattern, uuidPattern } from '../core/page.ts'
import { rankOf } from '../core/popularity.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import type { LiveBlogRow } from '../posts/published.ts'
import { liveBlogColumn } from '../posts/reading.ts'
import type { RelatedStoryOf } from '../related/related-story.ts'
import type { TagNode } from '../tags/tag.ts'
import type { toBylines } from './byline.ts'
import { readingOf } from './list.ts'
import type { PublicArticle } from './public-article.ts'
import { type ArticleNode, type ArticleText, toArticleNode, toPublicArticle, toText } from './published.ts'
import { articleColumns, nodeColumns, readRows, textColumns, versionsColumn } from './reading.ts'
import type { ArticleRow, NodeRow, SummaryRow, TextRow, VersionsRow } from './rows.ts'
import { depthOf } from './selection.ts'

/** The lists of a story that is not in the published tables. */
export interface StoryLists {
  bylines: ReturnType<typeof toBylines<PublicAuthor>>
  tags: TagNode[]
  related: RelatedStoryOf<ArticleNode>[]
  storyline: { tag: TagNode; newestId: string | null } | null
}

/**
 * A live story as GraphQL begins with it: with its text and translations when it was asked for alone. A preview has all its
 * lists with it, and nothing of it is looked up.
 */
export type WholeNode = ArticleNode & {
  text?: ArticleText
  versions?: VersionsRow['versions']
  lists?: StoryLists
}

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

/** The same for GraphQL: without the lists that its loaders add when they are asked for. */
export async function articleNodeByKey(ctx: Ctx, key: string): Promise<WholeNode> {
  const columns = Prisma.sql`${nodeColumns}, ${textColumns}, ${versionsColumn}`
  const row = await liveRow<NodeRow & TextRow & VersionsRow>(ctx, key, columns)
  const { body, bodyHtml, bodyText, links, versions, ...node } = row
  return { ...toArticleNode(node, ctx.site), text: toText({ body, bodyHtml, bodyText, links }, ctx.site), versions }
}

/** The live story on a path of the site; null when none stands there now. */
export async function articleNodeByPath(ctx: Ctx, path: string): Promise<WholeNode | null> {
  const known = await ctx.db.articlePath.findUnique({
    where: { path },
    select: { article: { select: { id: true, live: { select: { id: true } } } } },
  })
  dependsOn(ctx, known?.article.id ?? `path:${path}`)
  const id = known?.article.live?.id
  return id ? articleNodeByKey(ctx, id) : null
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

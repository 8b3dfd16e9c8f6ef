import type { PublicAuthor } from '../authors/author.ts'
import { type PublicAuthorRow, toPublicAuthor } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { dependsOn, dependsOnRows } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import type { TagNode } from '../tags/tag.ts'
import { toBylines } from './byline.ts'
import { type ArticleNode, type ArticleText, toArticleNode, toText } from './published.ts'
import { anyOf, bylineColumns, nodeColumns, readRows, taggingColumns, textColumns } from './reading.ts'
import type { ArticleRow, BylineRow, NodeRow, TextRow } from './rows.ts'

// Delivery for many stories at once: one statement each, however many there are. Maps are by the story's id.

const { sql } = Prisma

type Byline = ReturnType<typeof toBylines<PublicAuthor>>[number]
type OfArticle<R> = R & { articleId: string }

export async function bylinesOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, Byline[]>> {
  const source = sql`FROM published_byline b WHERE b."articleId" = ${anyOf(ids)} ORDER BY b.position`
  const rows = await readRows<OfArticle<BylineRow<PublicAuthorRow>>>(ctx, bylineColumns, source)
  const view = (row: BylineRow<PublicAuthorRow>) => ({ ...row, author: toPublicAuthor(row.author, ctx.site) })
  return mapValues(groupBy(rows, 'articleId'), (group) => toBylines(group.map(view)))
}

export async function tagsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, TagNode[]>> {
  const source = sql`FROM published_tag p WHERE p."articleId" = ${anyOf(ids)} ORDER BY p.position`
  const rows = await readRows<OfArticle<{ tag: TagNode }>>(ctx, taggingColumns, source)
  return mapValues(groupBy(rows, 'articleId'), (group) => group.map(({ tag }) => tag))
}

export async function articleNodesById(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleNode>> {
  dependsOn(ctx, ...ids)
  const rows = await readRows<NodeRow>(ctx, nodeColumns, sql`FROM published_article a WHERE a.id = ${anyOf(ids)}`)
  return new Map(rows.map((row) => [row.id, toArticleNode(row, ctx.site)]))
}

export async function textsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleText>> {
  const source = sql`FROM published_article a WHERE a.id = ${anyOf(ids)}`
  const rows = await readRows<TextRow & { id: string }>(ctx, sql`a.id, ${textColumns}`, source)
  return new Map(rows.map(({ id, ...row }) => [id, toText(row, ctx.site)]))
}

type Version = ArticleRow['versions'][number]

/** The other languages of stories, by the id of the original that they share; each list has the story itself in it. */
export async function versionsOfOriginals(ctx: Ctx, originalIds: string[]): Promise<Map<string, Version[]>> {
  dependsOn(ctx, ...originalIds)
  const rows = await ctx.db.publishedArticle.findMany({
    where: { originalId: { in: originalIds } },
    select: { id: true, originalId: true, locale: true, slug: true, path: true, headline: true },
    orderBy: { locale: 'asc' },
  })
  dependsOnRows(ctx, rows)
  return groupBy(rows, 'originalId')
}

/** Rows by the value of a column, in their order. */
export function groupBy<K extends string, R extends Record<K, string>>(rows: R[], key: K): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(row[key])
    if (group) group.push(row)
    else groups.set(row[key], [row])
  }
  return groups
}

function mapValues<V, W>(map: Map<string, V>, view: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, view(value)]))
}

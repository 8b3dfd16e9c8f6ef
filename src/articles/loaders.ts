import type { PublicAuthor } from '../authors/author.ts'
import { type PublicAuthorRow, toPublicAuthor } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { Prisma } from '../db/generated/client.ts'
import type { TagNode } from '../tags/tag.ts'
import { behind, positionOf } from './list.ts'
import { type ArticleNode, type ArticleText, toArticleNode, toBylines, toText } from './published.ts'
import { anyOf, bylineColumns, nodeColumns, readRows, taggingColumns, textColumns } from './reading.ts'
import type { ArticleRow, BylineRow, NodeRow, TextRow } from './rows.ts'

// Delivery for many stories at once: one statement each, however many there are. Maps are by the story's id.

const { sql } = Prisma

type Byline = ReturnType<typeof toBylines<PublicAuthor>>[number]
type OfArticle<R> = R & { articleId: string }

export async function bylinesOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, Byline[]>> {
  const source = sql`FROM published_byline b WHERE b."articleId" = ${anyOf(ids)} ORDER BY b.position`
  const rows = await readRows<OfArticle<BylineRow<PublicAuthorRow>>>(ctx, bylineColumns, source)
  const view = (row: BylineRow<PublicAuthorRow>) => ({ ...row, author: toPublicAuthor(row.author) })
  return mapValues(groupBy(rows, 'articleId'), (group) => toBylines(group.map(view)))
}

export async function tagsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, TagNode[]>> {
  const source = sql`FROM published_tag p WHERE p."articleId" = ${anyOf(ids)} ORDER BY p.position`
  const rows = await readRows<OfArticle<{ tag: TagNode }>>(ctx, taggingColumns, source)
  return mapValues(groupBy(rows, 'articleId'), (group) => group.map(({ tag }) => tag))
}

export async function articleNodesById(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleNode>> {
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
  const rows = await ctx.db.publishedArticle.findMany({
    where: { originalId: { in: originalIds } },
    select: { id: true, originalId: true, locale: true, slug: true, path: true, headline: true },
    orderBy: { locale: 'asc' },
  })
  return groupBy(rows, 'originalId')
}

/** What a page of a tag's or an author's stories is asked for. */
export interface ListArguments {
  first?: number | null
  after?: string | null
}

/** The newest stories of each tag, by the tag's id; of a section, those that stand in it. */
export async function articlesOfTags(
  ctx: Ctx,
  ids: string[],
  args: ListArguments,
): Promise<Map<string, Page<ArticleNode>>> {
  const request = readPages(args, 'tag', ids)
  const limit = sql`LIMIT ${request.size + 1}`
  const source = sql`
    FROM tag CROSS JOIN LATERAL (
      (SELECT s.* FROM published_tag p JOIN published_article s ON s.id = p."articleId"
        WHERE p."tagId" = tag.id AND ${behind(sql`p."publishedAt", p."articleId"`, request.after)}
        ORDER BY p."publishedAt" DESC, p."articleId" DESC ${limit})
      UNION ALL
      (SELECT s.* FROM published_article s
        WHERE s."sectionId" = tag.id AND ${behind(sql`s."publishedAt", s.id`, request.after)}
        ORDER BY s."publishedAt" DESC, s.id DESC ${limit})
    ) a
    WHERE tag.id = ${anyOf(ids)} AND tag."publicAt" IS NOT NULL AND tag."mergedIntoId" IS NULL
    ORDER BY a."publishedAt" DESC, a.id DESC`
  return pagesOf(ctx, request, await readRows(ctx, sql`tag.id AS "ownerId", ${nodeColumns}`, source))
}

/** The newest stories of each author, by the author's id. */
export async function articlesOfAuthors(
  ctx: Ctx,
  ids: string[],
  args: ListArguments,
): Promise<Map<string, Page<ArticleNode>>> {
  const request = readPages(args, 'author', ids)
  const source = sql`
    FROM author CROSS JOIN LATERAL (
      SELECT s.* FROM published_byline b JOIN published_article s ON s.id = b."articleId"
      WHERE b."authorId" = author.id AND ${behind(sql`b."publishedAt", b."articleId"`, request.after)}
      ORDER BY b."publishedAt" DESC, b."articleId" DESC LIMIT ${request.size + 1}
    ) a
    WHERE author.id = ${anyOf(ids)} AND author."publicAt" IS NOT NULL AND author."mergedIntoId" IS NULL
    ORDER BY a."publishedAt" DESC, a.id DESC`
  return pagesOf(ctx, request, await readRows(ctx, sql`author.id AS "ownerId", ${nodeColumns}`, source))
}

type OwnedRow = NodeRow & { ownerId: string }

function pagesOf(ctx: Ctx, request: ReturnType<typeof readPages>, rows: OwnedRow[]): Map<string, Page<ArticleNode>> {
  const view = ({ ownerId: _, ...row }: OwnedRow) => toArticleNode(row, ctx.site)
  const pages = [...groupBy(rows, 'ownerId')].map(([id, group]): [string, Page<ArticleNode>] => {
    return [id, toPage(group, request.of(id), positionOf, view)]
  })
  return new Map(pages)
}

/** One request for all parents. A cursor belongs to the list of one parent, so that with one there can be no other parent. */
function readPages(args: ListArguments, noun: string, ids: string[]) {
  const requests = new Map(ids.map((id) => [id, readPage(args, JSON.stringify(['articles', noun, id]), 'instant')]))
  const [shared = readPage(args, noun, 'instant')] = requests.values()
  return { ...shared, of: (id: string) => requests.get(id) ?? shared }
}

function groupBy<K extends string, R extends Record<K, string>>(rows: R[], key: K): Map<string, R[]> {
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

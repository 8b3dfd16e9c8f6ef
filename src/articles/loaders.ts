import type { PublicAuthor } from '../authors/author.ts'
import { publicAuthorColumns, toPublicAuthor } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { publicTagWhere, tagNodeColumns, toTagNode } from '../tags/published.ts'
import type { TagNode } from '../tags/tag.ts'
import { behindIn, positionOf } from './list.ts'
import {
  type ArticleNode,
  type ArticleText,
  nodeColumns,
  textColumns,
  toArticleNode,
  toBylines,
  toText,
} from './published.ts'

// Delivery for many stories at once: one statement each, however many there are. Maps are by the story's id.

type Byline = ReturnType<typeof toBylines<PublicAuthor>>[number]

export async function bylinesOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, Byline[]>> {
  const rows = await ctx.db.publishedByline.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, role: true, displayName: true, author: { select: publicAuthorColumns } },
    orderBy: { position: 'asc' },
    relationLoadStrategy: 'join',
  })
  const groups = groupBy(rows, (row) => row.articleId)
  return mapValues(groups, (group) =>
    toBylines(group.map(({ author, ...row }) => ({ ...row, author: toPublicAuthor(author) }))),
  )
}

export async function tagsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, TagNode[]>> {
  const rows = await ctx.db.publishedTag.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, tag: { select: tagNodeColumns } },
    orderBy: { position: 'asc' },
    relationLoadStrategy: 'join',
  })
  return mapValues(
    groupBy(rows, (row) => row.articleId),
    (group) => group.map(({ tag }) => toTagNode(tag)),
  )
}

export async function articleNodesById(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleNode>> {
  const rows = await ctx.db.publishedArticle.findMany({
    where: { id: { in: ids } },
    select: nodeColumns,
    relationLoadStrategy: 'join',
  })
  return new Map(rows.map((row) => [row.id, toArticleNode(row, ctx.site)]))
}

export async function textsOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, ArticleText>> {
  const rows = await ctx.db.publishedArticle.findMany({
    where: { id: { in: ids } },
    select: { id: true, ...textColumns },
    relationLoadStrategy: 'join',
  })
  return new Map(rows.map(({ id, ...row }) => [id, toText(row, ctx.site)]))
}

/** The other languages of stories, by the id of the original that they share; each list has the story itself in it. */
export async function versionsOfOriginals(ctx: Ctx, originalIds: string[]) {
  const rows = await ctx.db.publishedArticle.findMany({
    where: { originalId: { in: originalIds } },
    select: { id: true, originalId: true, locale: true, slug: true, path: true, headline: true },
    orderBy: { locale: 'asc' },
  })
  return groupBy(rows, (row) => row.originalId)
}

/** What a page of a tag's or an author's stories is asked for. */
export interface ListArguments {
  first?: number | null
  after?: string | null
}

/** One request for all parents. A cursor belongs to the list of one parent, so that with one there can be no other parent. */
function readPages(args: ListArguments, noun: string, ids: string[]) {
  const requests = new Map(ids.map((id) => [id, readPage(args, JSON.stringify(['articles', noun, id]), 'instant')]))
  const [shared = readPage(args, noun, 'instant')] = requests.values()
  return { ...shared, of: (id: string) => requests.get(id) ?? shared }
}

/** The newest stories of each tag, by the tag's id; of a section, those that stand in it. */
export async function articlesOfTags(
  ctx: Ctx,
  ids: string[],
  args: ListArguments,
): Promise<Map<string, Page<ArticleNode>>> {
  const request = readPages(args, 'tag', ids)
  const take = request.size + 1
  const byDate = [{ publishedAt: 'desc' as const }, { articleId: 'desc' as const }]
  const rows = await ctx.db.tag.findMany({
    where: { id: { in: ids }, ...publicTagWhere },
    select: {
      id: true,
      published: {
        where: behindIn('articleId', request.after),
        orderBy: byDate,
        take,
        select: { article: { select: nodeColumns } },
      },
      sectionOf: {
        where: behindIn('id', request.after),
        orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
        take,
        select: nodeColumns,
      },
    },
    relationLoadStrategy: 'join',
  })
  const pageOf = ({ published, sectionOf }: (typeof rows)[number]) => [
    ...sectionOf,
    ...published.map(({ article }) => article),
  ]
  return new Map(
    rows.map((row) => [
      row.id,
      toPage(pageOf(row), request.of(row.id), positionOf, (article) => toArticleNode(article, ctx.site)),
    ]),
  )
}

/** The newest stories of each author, by the author's id. */
export async function articlesOfAuthors(
  ctx: Ctx,
  ids: string[],
  args: ListArguments,
): Promise<Map<string, Page<ArticleNode>>> {
  const request = readPages(args, 'author', ids)
  const rows = await ctx.db.author.findMany({
    where: { id: { in: ids }, publicAt: { not: null } },
    select: {
      id: true,
      published: {
        where: behindIn('articleId', request.after),
        orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
        take: request.size + 1,
        select: { article: { select: nodeColumns } },
      },
    },
    relationLoadStrategy: 'join',
  })
  const view = (article: Parameters<typeof toArticleNode>[0]) => toArticleNode(article, ctx.site)
  return new Map(
    rows.map(({ id, published }) => [
      id,
      toPage(
        published.map(({ article }) => article),
        request.of(id),
        positionOf,
        view,
      ),
    ]),
  )
}

function groupBy<R>(rows: R[], keyOf: (row: R) => string): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group) group.push(row)
    else groups.set(keyOf(row), [row])
  }
  return groups
}

function mapValues<V, W>(map: Map<string, V>, view: (value: V) => W): Map<string, W> {
  return new Map([...map].map(([key, value]) => [key, view(value)]))
}

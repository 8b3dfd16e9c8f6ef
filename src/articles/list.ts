import { type Static, Type } from 'typebox'
import { authorIdByKey } from '../authors/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { emptyPage, type Page, type PageRequest, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { optional, strict } from '../core/shapes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { tagIdByKey } from '../tags/delivery.ts'
import type { ArticleSummary } from './public-article.ts'
import {
  type ArticleNode,
  type NodeRow,
  nodeColumns,
  type SummaryRow,
  summaryColumns,
  toArticleNode,
  toArticleSummary,
} from './published.ts'

const key = (noun: string) =>
  optional(Type.String({ minLength: 1, maxLength: 200, description: `Id or slug of ${noun}.` }))

/** Which live stories to list; a story must meet all that is given. */
export const ArticleQuery = strict({
  tag: key('a tag'),
  section: key('a section'),
  author: key('an author'),
  locale: optional(
    Type.String({ minLength: 1, maxLength: 35, description: 'Language tag, exactly as the stories have it.' }),
  ),
  first: optional(Type.Unknown({ description: 'Items of a page: 1 to 100, 20 when left out.' })),
  after: optional(Type.Unknown({ description: 'Cursor of the page before.' })),
})
type Filter = Omit<Static<typeof ArticleQuery>, 'first' | 'after'>

/** Live stories for REST, newest first. A filter that names nothing known gives an empty list. */
export async function listArticles(ctx: Ctx, input: unknown): Promise<Page<ArticleSummary>> {
  return listAs<SummaryRow, ArticleSummary>(ctx, input, summaryColumns, (row) => toArticleSummary(row, ctx.site))
}

/** The same for GraphQL. */
export async function listArticleNodes(ctx: Ctx, input: unknown): Promise<Page<ArticleNode>> {
  return listAs<NodeRow, ArticleNode>(ctx, input, nodeColumns, (row) => toArticleNode(row, ctx.site))
}

interface Dated {
  id: string
  publishedAt: Date
}

async function listAs<R extends Dated, T>(
  ctx: Ctx,
  input: unknown,
  columns: Prisma.PublishedArticleSelect,
  view: (row: R) => T,
): Promise<Page<T>> {
  const { first, after, ...filter } = parse(ArticleQuery, input)
  const request = readPage({ first, after }, listName(filter), 'instant')
  const ids = await idsOf(ctx, filter)
  if (!ids) return emptyPage
  const rows = await rowsOf(ctx, ids, request, columns)
  return toPage(rows as unknown as R[], request, positionOf, view)
}

/** The name under which cursors of a list are made: its filters, whatever their order in the request. */
export function listName({ tag, section, author, locale }: Filter): string {
  return JSON.stringify(['articles', tag ?? null, section ?? null, author ?? null, locale ?? null])
}

export function positionOf({ id, publishedAt }: Dated): Position {
  return { key: publishedAt.toISOString(), id }
}

interface FilterIds {
  tagId?: string
  sectionId?: string
  authorId?: string
  locale?: string
}

/** The filter by ids; null when it names something that does not exist, so that nothing can meet it. */
async function idsOf(ctx: Ctx, { tag, section, author, locale }: Filter): Promise<FilterIds | null> {
  const [tagId, sectionId, authorId] = await Promise.all([
    tag ? tagIdByKey(ctx, tag) : undefined,
    section ? tagIdByKey(ctx, section) : undefined,
    author ? authorIdByKey(ctx, author) : undefined,
  ])
  if (tagId === null || sectionId === null || authorId === null) return null
  return {
    ...(tagId && { tagId }),
    ...(sectionId && { sectionId }),
    ...(authorId && { authorId }),
    ...(locale && { locale }),
  }
}

/**
 * The rows of a page and one more. The list is read from the table whose index has the narrowest filter in front and the
 * date behind it, so that a page costs its own length, however many stories there are.
 */
async function rowsOf(
  ctx: Ctx,
  { tagId, authorId, ...own }: FilterIds,
  request: PageRequest,
  columns: Prisma.PublishedArticleSelect,
) {
  const take = request.size + 1
  const through = {
    select: { article: { select: columns } },
    orderBy: [{ publishedAt: 'desc' }, { articleId: 'desc' }],
    take,
    relationLoadStrategy: 'join',
  } as const
  if (tagId) {
    const article = { ...own, ...(authorId && { bylines: { some: { authorId } } }) }
    const where = {
      tagId,
      ...behindIn('articleId', request.after),
      ...(Object.keys(article).length > 0 && { article }),
    }
    return (await ctx.db.publishedTag.findMany({ where, ...through, orderBy: [...through.orderBy] })).map(
      (row) => row.article,
    )
  }
  if (authorId) {
    const where = {
      authorId,
      ...behindIn('articleId', request.after),
      ...(Object.keys(own).length > 0 && { article: own }),
    }
    return (await ctx.db.publishedByline.findMany({ where, ...through, orderBy: [...through.orderBy] })).map(
      (row) => row.article,
    )
  }
  return ctx.db.publishedArticle.findMany({
    where: { ...own, ...behindIn('id', request.after) },
    select: columns,
    orderBy: [{ publishedAt: 'desc' }, { id: 'desc' }],
    take,
    relationLoadStrategy: 'join',
  })
}

/** Rows behind a position. The first condition repeats what the second implies: it is the one that an index serves. */
export function behindIn<K extends 'id' | 'articleId'>(id: K, after: Position | null) {
  if (!after) return {}
  const publishedAt = new Date(after.key)
  return { publishedAt: { lte: publishedAt }, OR: [{ publishedAt: { lt: publishedAt } }, { [id]: { lt: after.id } }] }
}

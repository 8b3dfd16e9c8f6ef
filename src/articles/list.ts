import { type Static, Type } from 'typebox'
import { authorIdByKey } from '../authors/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { emptyPage, type Page, type PageRequest, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { optional, strict } from '../core/shapes.ts'
import { Prisma } from '../db/generated/client.ts'
import { tagIdByKey } from '../tags/delivery.ts'
import type { ArticleSummary } from './public-article.ts'
import { type ArticleNode, toArticleNode, toArticleSummary } from './published.ts'
import { nodeColumns, readRows, summaryColumns } from './reading.ts'
import type { LinkRow, NodeRow, SummaryRow } from './rows.ts'

const { sql } = Prisma

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

async function listAs<R extends LinkRow, T>(
  ctx: Ctx,
  input: unknown,
  columns: Prisma.Sql,
  view: (row: R) => T,
): Promise<Page<T>> {
  const { first, after, ...filter } = parse(ArticleQuery, input)
  const request = readPage({ first, after }, listName(filter), 'instant')
  const ids = await idsOf(ctx, filter)
  if (!ids) return emptyPage
  const page = sql`FROM (${pageOf(ids, request)}) a ORDER BY a."publishedAt" DESC, a.id DESC`
  return toPage(await readRows<R>(ctx, columns, page), request, positionOf, view)
}

/** The name under which cursors of a list are made: its filters, whatever their order in the request. */
export function listName({ tag, section, author, locale }: Filter): string {
  return JSON.stringify(['articles', tag ?? null, section ?? null, author ?? null, locale ?? null])
}

/** The place of a story in a list by date. */
export function positionOf({ id, publishedAt }: Pick<LinkRow, 'id' | 'publishedAt'>): Position {
  return { key: new Date(publishedAt).toISOString(), id }
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
 * The stories of a page and one more. The list is read from the table whose index has the narrowest filter in front and
 * the date behind it, so that a page costs its own length, however many stories there are.
 */
function pageOf({ tagId, authorId, sectionId, locale }: FilterIds, { after, size }: PageRequest): Prisma.Sql {
  const own = [sectionId && sql`a."sectionId" = ${sectionId}::uuid`, locale && sql`a.locale = ${locale}`]
  const hasAuthor = sql`EXISTS (SELECT FROM published_byline b WHERE b."articleId" = a.id AND b."authorId" = ${authorId}::uuid)`
  if (tagId)
    return sql`
      SELECT a.* FROM published_tag p JOIN published_article a ON a.id = p."articleId"
      WHERE ${all([sql`p."tagId" = ${tagId}::uuid`, behind(sql`p."publishedAt", p."articleId"`, after), ...own, authorId && hasAuthor])}
      ORDER BY p."publishedAt" DESC, p."articleId" DESC LIMIT ${size + 1}`
  if (authorId)
    return sql`
      SELECT a.* FROM published_byline b JOIN published_article a ON a.id = b."articleId"
      WHERE ${all([sql`b."authorId" = ${authorId}::uuid`, behind(sql`b."publishedAt", b."articleId"`, after), ...own])}
      ORDER BY b."publishedAt" DESC, b."articleId" DESC LIMIT ${size + 1}`
  return sql`
    SELECT a.* FROM published_article a WHERE ${all([behind(sql`a."publishedAt", a.id`, after), ...own])}
    ORDER BY a."publishedAt" DESC, a.id DESC LIMIT ${size + 1}`
}

function all(conditions: (Prisma.Sql | string | undefined)[]): Prisma.Sql {
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  )
}

/** Rows behind a position, given the two columns that the list is sorted by; all rows without one. */
export function behind(columns: Prisma.Sql, after: Position | null): Prisma.Sql {
  return after ? sql`(${columns}) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql`TRUE`
}

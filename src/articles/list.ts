import { type Static, Type } from 'typebox'
import type { Ctx } from '../core/ctx.ts'
import { type Page, type PageRequest, type Position, readPage, toPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { optional, pageFields, strict } from '../core/shapes.ts'
import { Prisma } from '../db/generated/client.ts'
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
  ...pageFields,
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
  const page = sql`FROM (${pageOf(filter, request)}) a ORDER BY a."publishedAt" DESC, a.id DESC`
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

/**
 * The stories of a page and one more. The list is read from the table whose index has the narrowest filter in front and
 * the date behind it, so that a page costs its own length, however many stories there are.
 */
function pageOf({ tag, section, author, locale }: Filter, { after, size }: PageRequest): Prisma.Sql {
  const own = [section && sql`a."sectionId" = ${tagIdOf(section)}`, locale && sql`a.locale = ${locale}`]
  const limit = sql`LIMIT ${size + 1}`
  if (tag) {
    const hasAuthor =
      author && sql`${authorIdOf(author)} IN (SELECT "authorId" FROM published_byline WHERE "articleId" = a.id)`
    const isBehind = behind(sql`p."publishedAt", p."articleId"`, after)
    return sql`
      SELECT a.* FROM published_tag p JOIN published_article a ON a.id = p."articleId"
      WHERE ${all([sql`p."tagId" = ${tagIdOf(tag)}`, isBehind, ...own, hasAuthor])}
      ORDER BY p."publishedAt" DESC, p."articleId" DESC ${limit}`
  }
  if (author) {
    const isBehind = behind(sql`b."publishedAt", b."articleId"`, after)
    return sql`
      SELECT a.* FROM published_byline b JOIN published_article a ON a.id = b."articleId"
      WHERE ${all([sql`b."authorId" = ${authorIdOf(author)}`, isBehind, ...own])}
      ORDER BY b."publishedAt" DESC, b."articleId" DESC ${limit}`
  }
  return sql`
    SELECT a.* FROM published_article a WHERE ${all([behind(sql`a."publishedAt", a.id`, after), ...own])}
    ORDER BY a."publishedAt" DESC, a.id DESC ${limit}`
}

/** The id of the tag that an id or slug stands for today; null, which no story has, when there is none. */
function tagIdOf(key: string): Prisma.Sql {
  if (!uuidPattern.test(key)) return sql`(SELECT "tagId" FROM tag_slug WHERE slug = ${key})`
  return sql`(SELECT coalesce("mergedIntoId", id) FROM tag WHERE id = ${key}::uuid)`
}

/** The id of the author that an id or slug stands for today. */
function authorIdOf(key: string): Prisma.Sql {
  if (!uuidPattern.test(key)) return sql`(SELECT "authorId" FROM author_slug WHERE slug = ${key})`
  return sql`(SELECT coalesce("mergedIntoId", id) FROM author WHERE id = ${key}::uuid)`
}

/** What holds all of these; what was not asked for is left out. */
function all(conditions: unknown[]): Prisma.Sql {
  return Prisma.join(
    conditions.filter((condition) => condition instanceof Prisma.Sql),
    ' AND ',
  )
}

/** Rows behind a position, given the two columns that the list is sorted by; all rows without one. */
export function behind(columns: Prisma.Sql, after: Position | null): Prisma.Sql {
  return after ? sql`(${columns}) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql`TRUE`
}

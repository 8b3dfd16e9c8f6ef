import type { Static } from 'typebox'
import { type Count, toCount } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { defaultPageSize, emptyPage, type Page, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { rankOf } from '../core/popularity.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { liveBlogColumn } from '../posts/reading.ts'
import { type ArticleFilter, isImpossible, listName, readArticleFilter, sortOf } from './filter.ts'
import { resolveFilter } from './filters.ts'
import type { PublicArticle } from './public-article.ts'
import { toArticleSummary, toPublicArticle, toWholeNode, type WholeNode } from './published.ts'
import { ArticleListInput, type ArticleSort } from './query.ts'
import { articleColumns, readRows, summaryColumns, textlessColumns, wantedColumns } from './reading.ts'
import type { ArticleRow, OwnRow, SummaryRow, WantedRow } from './rows.ts'
import { chooseDriver, countLimit, type Driver, type ListRequest, pageSource, storiesOf } from './scan.ts'
import { type Depth, depthOf } from './selection.ts'
import type { Wanted } from './wanted.ts'

const { sql } = Prisma

/** How a row of a list becomes an item. */
interface Reading<R, T> {
  columns: Prisma.Sql
  view: (row: R) => T
}

/**
 * Live stories for REST, newest first unless `sort` says otherwise. A filter that names nothing known gives an empty list. With
 * `shown` an item has at least the fields that it names.
 * @throws invalid_input, limit_exceeded, invalid_cursor
 */
export async function listArticles(ctx: Ctx, input: unknown): Promise<Page<Partial<PublicArticle>>> {
  const { shown, ...query } = parse(ArticleListInput, input)
  const depth = depthOf(shown ?? null)
  if (depth !== 'summary') requireShort(query.first)
  return listAs(ctx, query, readingOf(ctx, depth))
}

/** The same for GraphQL, with the lists that are wanted of each. */
export async function listArticleNodes(ctx: Ctx, input: unknown, wanted: Wanted): Promise<Page<WholeNode>> {
  const { shown: _, ...query } = parse(ArticleListInput, input)
  const view = (row: WantedRow) => toWholeNode(row, wanted, ctx.site)
  return listAs(ctx, query, { columns: wantedColumns(wanted), view })
}

/** How stories are read for REST, no deeper than they are shown. */
export function readingOf(ctx: Ctx, depth: Depth): Reading<SummaryRow & ArticleRow, Partial<PublicArticle>> {
  if (depth === 'summary') return { columns: summaryColumns, view: (row) => toArticleSummary(row, ctx.site) }
  const columns = sql`${depth === 'text' ? articleColumns : textlessColumns}, ${liveBlogColumn}`
  const view = (row: ArticleRow) => {
    if (row.storyline) dependsOn(ctx, listOf(row.storyline.tag.id))
    return toPublicArticle(row, ctx.site, rankOf(ctx, row.id))
  }
  return { columns, view }
}

/** Stories of a page at most when they are shown with what lists leave out. */
const mostWhole = defaultPageSize

function requireShort(first: number | null | undefined): void {
  if (first != null && first > mostWhole && first <= 100)
    throw new Refusal(
      'limit_exceeded',
      `first: ${first} is over the maximum of ${mostWhole} with fields that lists leave out; ask for ${mostWhole} and follow 'after'`,
      { faults: [{ path: 'first', message: `the maximum is ${mostWhole} with these fields` }] },
    )
}

type Query = Omit<Static<typeof ArticleListInput>, 'shown'>

async function listAs<R extends OwnRow, T>(ctx: Ctx, query: Query, { columns, view }: Reading<R, T>): Promise<Page<T>> {
  const { first, after, sort, ...given } = query
  const request: ListRequest = { filter: readArticleFilter(given), sort }
  const page = readPage({ first, after }, listName(request.filter, sort), 'instant')
  if (isImpossible(request.filter)) return emptyPage
  await dependsOnList(ctx, request.filter)
  const driver = await chooseDriver(ctx, request)
  const rows = await readRows<R>(ctx, columns, pageSource(request, driver, page))
  return { ...toPage(rows, page, positionBy(sort), view), totalCount: () => countStories(ctx, request, driver) }
}

/** How many stories a list has, counted along the same way as its pages. */
async function countStories(ctx: Ctx, request: ListRequest, driver: Driver): Promise<Count> {
  const stories = storiesOf(request, driver, null, countLimit)
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${stories}) q`
  return toCount(row?.count ?? 0)
}

/** Says what a list depends on: that of one clause which its stories must meet, or else all; and what its keys stand for. */
export async function dependsOnList(ctx: Ctx, filter: ArticleFilter): Promise<void> {
  if (!ctx.sources) return
  const { tag, author, section } = await resolveFilter(ctx, filter)
  const wanted = [...tag, ...author, ...section].find(({ isNot }) => !isNot)
  dependsOn(ctx, ...(wanted ? wanted.ids.map(listOf) : ['list:articles']))
}

/** The place of a story in a list that is sorted so. */
export function positionBy(sort: ArticleSort | null | undefined): (row: OwnRow) => Position {
  const { field } = sortOf(sort)
  return (row) => ({ key: new Date(row[field]).toISOString(), id: row.id })
}

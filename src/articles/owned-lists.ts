import type { Static } from 'typebox'
import { type Count, toCount } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { type Page, type PageRequest, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { optional, pageFields, strict } from '../core/shapes.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { isImpossible, listName, readArticleFilter, sortOf } from './filter.ts'
import { resolveFilter } from './filters.ts'
import { positionBy } from './list.ts'
import { groupBy } from './loaders.ts'
import { type ArticleNode, toArticleNode } from './published.ts'
import { ArticleSort, articleFilterInput } from './query.ts'
import { anyOf, nodeColumns, readRows } from './reading.ts'
import type { NodeRow } from './rows.ts'
import {
  countLimit,
  type ListRequest,
  orderOf,
  pageLimit,
  type Stretch,
  shortDriver,
  storiesOf,
  storiesWith,
} from './scan.ts'

// Lists of stories as fields of tags and authors: one statement for all of them, however many there are.

const { sql } = Prisma

const ListArguments = strict({
  filter: optional(strict(articleFilterInput)),
  sort: optional(ArticleSort),
  ...pageFields,
})
export type ListArguments = Static<typeof ListArguments>

type Owner = 'tag' | 'author'
type Pages = Map<string, Page<ArticleNode>>

/** The stories of each tag, newest first unless `sort` says otherwise, by the tag's id; of a section, those that stand in it. */
export async function articlesOfTags(ctx: Ctx, ids: string[], args: ListArguments): Promise<Pages> {
  return articlesOf(ctx, 'tag', ids, args)
}

/** The stories of each author, newest first unless `sort` says otherwise, by the author's id. */
export async function articlesOfAuthors(ctx: Ctx, ids: string[], args: ListArguments): Promise<Pages> {
  return articlesOf(ctx, 'author', ids, args)
}

async function articlesOf(ctx: Ctx, owner: Owner, ids: string[], args: ListArguments): Promise<Pages> {
  const { filter: given, sort, ...page } = parse(ListArguments, args)
  const request: ListRequest = { filter: readArticleFilter(given ?? {}), sort }
  const pages = readPages(page, request, owner, ids)
  if (isImpossible(request.filter)) return new Map()
  dependsOn(ctx, ...ids, ...ids.map(listOf))
  if (ctx.sources) await resolveFilter(ctx, request.filter)
  const source = await sourceOf(ctx, owner, ids, request, pages.shared)
  const rows = await readRows<OwnedRow>(ctx, sql`q.owner AS "ownerId", ${nodeColumns}`, source)
  return toPages(ctx, rows, { ids, request, pages, owner })
}

type OwnedRow = NodeRow & { ownerId: string }

interface Asked {
  ids: string[]
  request: ListRequest
  pages: ReturnType<typeof readPages>
  owner: Owner
}

function toPages(ctx: Ctx, rows: OwnedRow[], { ids, request, pages, owner }: Asked): Pages {
  const view = ({ ownerId: _, ...row }: OwnedRow) => toArticleNode(row, ctx.site)
  const groups = groupBy(rows, 'ownerId')
  let counts: Promise<Map<string, Count>> | undefined
  // All of them are counted by the first that is asked.
  const countOf = async (id: string) => {
    counts ??= countEach(ctx, owner, ids, request)
    return (await counts).get(id) ?? toCount(0)
  }
  const toOne = (id: string) => toPage(groups.get(id) ?? [], pages.of(id), positionBy(request.sort), view)
  return new Map(ids.map((id) => [id, { ...toOne(id), totalCount: () => countOf(id) }]))
}

/** One request for all owners. A cursor belongs to the list of one owner, so that with one there can be no other owner. */
function readPages(
  page: Pick<ListArguments, 'first' | 'after'>,
  { filter, sort }: ListRequest,
  owner: Owner,
  ids: string[],
) {
  const requests = new Map(ids.map((id) => [id, readPage(page, listName(filter, sort, owner, id), 'instant')]))
  const [shared = readPage(page, owner, 'instant')] = requests.values()
  return { shared, of: (id: string) => requests.get(id) ?? shared }
}

/** The stories of the page of each owner and one more, by the way that is shorter: along each owner, or along the filter. */
async function sourceOf(
  ctx: Ctx,
  owner: Owner,
  ids: string[],
  request: ListRequest,
  page: PageRequest,
): Promise<Prisma.Sql> {
  const { isAscending } = sortOf(request.sort)
  const narrow = await shortDriver(ctx, request)
  const found = narrow
    ? sql`(
      SELECT s.owner, f.id, f.at, row_number() OVER (PARTITION BY s.owner ${orderOf(sql`f.at`, sql`f.id`, isAscending)}) AS place
      FROM (${storiesOf(request, narrow, page.after, countLimit)}) f CROSS JOIN LATERAL (${ownersOf(owner)}) s
      WHERE s.owner = ${anyOf(ids)})`
    : sql`(
      SELECT o.id AS owner, f.id, f.at, 0 AS place
      FROM unnest(${ids}::uuid[]) o(id) CROSS JOIN LATERAL (
        SELECT u.id, u.at FROM (${alongOwner(owner, request, { after: page.after, limit: pageLimit(page.size) })}) u
        ${orderOf(sql`u.at`, sql`u.id`, isAscending)} LIMIT ${page.size + 1}) f)`
  return sql`
    FROM ${found} q JOIN ${owner === 'tag' ? sql`tag` : sql`author`} w ON w.id = q.owner JOIN published_article a ON a.id = q.id
    WHERE q.place <= ${page.size + 1} AND w."publicAt" IS NOT NULL AND w."mergedIntoId" IS NULL
    ${orderOf(sql`q.at`, sql`q.id`, isAscending)}`
}

/** Whose the story `f` is. */
function ownersOf(owner: Owner): Prisma.Sql {
  if (owner === 'author')
    return sql`SELECT x."authorId" AS owner FROM published_byline x WHERE x."articleId" = f.id OFFSET 0`
  return sql`(SELECT x."tagId" AS owner FROM published_tag x WHERE x."articleId" = f.id OFFSET 0)
    UNION ALL (SELECT x."sectionId" FROM published_article x WHERE x.id = f.id OFFSET 0)`
}

/** The stories of the owner `o`, in order. A tag is either on stories or, as a section, above them. */
function alongOwner(owner: Owner, request: ListRequest, stretch: Stretch): Prisma.Sql {
  if (owner === 'author') return storiesWith('author', sql`o.id`, request, stretch)
  return sql`(${storiesWith('tag', sql`o.id`, request, stretch)})
    UNION ALL (${storiesWith('section', sql`o.id`, request, stretch)})`
}

async function countEach(ctx: Ctx, owner: Owner, ids: string[], request: ListRequest): Promise<Map<string, Count>> {
  const narrow = await shortDriver(ctx, request)
  const rows = narrow
    ? await ctx.db.$queryRaw<{ owner: string; count: number }[]>`
      SELECT s.owner::text, count(*)::int AS count
      FROM (${storiesOf(request, narrow, null, countLimit)}) f CROSS JOIN LATERAL (${ownersOf(owner)}) s
      WHERE s.owner = ${anyOf(ids)} GROUP BY s.owner`
    : await ctx.db.$queryRaw<{ owner: string; count: number }[]>`
      SELECT o.id::text AS owner,
        (SELECT count(*)::int FROM (${alongOwner(owner, request, { after: null, limit: countLimit })}) u) AS count
      FROM unnest(${ids}::uuid[]) o(id)`
  return new Map(rows.map((row) => [row.owner, toCount(row.count)]))
}

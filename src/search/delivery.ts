import { readArticleFilter } from '../articles/filter.ts'
import type { ArticleSummary } from '../articles/public-article.ts'
import { type ArticleNode, toArticleNode, toArticleSummary } from '../articles/published.ts'
import type { ArticleFilterInput } from '../articles/query.ts'
import { anyOf, nodeColumns, readRows, summaryColumns } from '../articles/reading.ts'
import type { NodeRow, SummaryRow } from '../articles/rows.ts'
import type { Count } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { countFacets } from './facets.ts'
import { highlightHits } from './highlights.ts'
import { type HitRow, scoreOf } from './hits.ts'
import { type Answer, answerSearch, readPlace, secondsToNextHour, writePlace } from './question.ts'
import {
  type FacetName,
  type Facets,
  type FacetValue,
  type Highlight,
  type Search,
  type SearchAnswer,
  SearchInput,
  SearchQuery,
  type SearchSort,
} from './search.ts'

/** A story found, with its place in the list. */
export interface FoundStory<T = ArticleNode> {
  cursor: string
  node: T
  score: number | null
  /** The search that found it. */
  answer: Answer
  /** Mercurius tells the parents of a loader apart by their JSON: of these the cursor is enough. */
  toJSON(): string
}

/** A page of what a search found. */
export interface SearchPage<T = ArticleNode> {
  edges: FoundStory<T>[]
  next: string | null
  answer: Answer
}

/** Seconds after which words are looked up anew: what a word is completed to is counted by jobs, of which no entry of the journal tells. */
const freshSeconds = 60

const noHighlight: Highlight = { headline: null, snippet: null }

/**
 * Live stories by their words, for REST: see `SearchQuery`.
 * @throws invalid_input, limit_exceeded, invalid_cursor
 */
export async function searchArticles(ctx: Ctx, input: unknown): Promise<SearchAnswer> {
  const { q, sort, typeahead, first, after, facets, include, ...filter } = parse(SearchQuery, input)
  const search = toSearch(q, 'q', { sort, typeahead }, filter)
  const { edges, next, answer } = await searchAs<SummaryRow, ArticleSummary>(
    ctx,
    search,
    { first, after },
    summaryColumns,
    (row) => toArticleSummary(row, ctx.site),
  )
  const [highlights, counts] = await Promise.all([
    highlightsOf(ctx, edges),
    facets ? facetsOf(ctx, answer, facets.split(',') as FacetName[]) : null,
  ])
  const { suggestion, isCorrected, ignored } = answer
  return {
    data: edges.map(({ node, score }) => ({ ...node, score, highlight: highlights.get(node.id) ?? noHighlight })),
    page: { next, ...(include && { totalCount: countOf(answer) }) },
    ...(counts && { facets: counts }),
    ...{ suggestion, isCorrected, ignored },
  }
}

/** The same for GraphQL, without what is only made when it is asked for. */
export async function searchNodes(ctx: Ctx, input: unknown): Promise<SearchPage> {
  const { query, sort, typeahead, first, after, ...filter } = parse(SearchInput, input)
  const search = toSearch(query, 'query', { sort, typeahead }, filter)
  return searchAs<NodeRow, ArticleNode>(ctx, search, { first, after }, nodeColumns, (row) =>
    toArticleNode(row, ctx.site),
  )
}

interface Asked {
  sort?: SearchSort | null | undefined
  typeahead?: boolean | null | undefined
}

function toSearch(
  text: string,
  field: Search['field'],
  { sort, typeahead }: Asked,
  filter: ArticleFilterInput,
): Search {
  return { text, field, isTyping: typeahead ?? false, sort: sort ?? 'relevance', filter: readArticleFilter(filter) }
}

async function searchAs<R extends { id: string }, T>(
  ctx: Ctx,
  search: Search,
  given: { first?: number | null | undefined; after?: string | null | undefined },
  columns: Prisma.Sql,
  view: (row: R) => T,
): Promise<SearchPage<T>> {
  // Names of tags and authors lead to stories too.
  dependsOn(ctx, 'list:articles', 'list:tags', 'list:authors')
  freshFor(ctx, Math.min(freshSeconds, secondsToNextHour(ctx.now)))
  const request = readPage(given, JSON.stringify(['search', search]), 'text')
  const place = readPlace(ctx, request)
  const { hits, ...answer } = await answerSearch(ctx, search, { size: request.size, ...place })
  const rows = await rowsOf<R>(ctx, hits.slice(0, request.size), columns)
  const page = toPage(
    hits,
    request,
    (hit) => writePlace(place.at, hit),
    (hit) => hit,
  )
  // A story may have been taken down since it was found.
  const edges = page.items.flatMap((hit, index) => {
    const row = rows.get(hit.id)
    const cursor = page.cursorAt(index)
    return row ? [{ cursor, node: view(row), score: scoreOf(hit, search.sort), answer, toJSON: () => cursor }] : []
  })
  return { edges, next: page.next, answer }
}

async function rowsOf<R extends { id: string }>(
  ctx: Ctx,
  hits: HitRow[],
  columns: Prisma.Sql,
): Promise<Map<string, R>> {
  if (hits.length === 0) return new Map()
  const rows = await readRows<R>(
    ctx,
    columns,
    Prisma.sql`FROM published_article a WHERE a.id = ${anyOf(hits.map(({ id }) => id))}`,
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** How many stories were found: at least, when it is not exact. */
export function countOf({ found }: Answer): Count {
  return { count: found.count, exact: found.isAll }
}

/** Counts of the stories found by these facets; see `Facets`. */
export async function facetsOf(ctx: Ctx, { question, found }: Answer, names: FacetName[]): Promise<Facets> {
  const none = Object.fromEntries(names.map((name): [FacetName, FacetValue[]] => [name, []]))
  return question ? countFacets(ctx, question, found, names) : { ...none, exact: true }
}

/** Highlights of stories found by one search or several, by the story's id. */
export async function highlightsOf(
  ctx: Ctx,
  stories: Pick<FoundStory<{ id: string }>, 'node' | 'answer'>[],
): Promise<Map<string, Highlight>> {
  const [first] = stories
  if (!first?.answer.question) return new Map()
  const { question, runs } = first.answer
  return highlightHits(
    ctx,
    { rank: question.rank, runs },
    stories.map(({ node }) => node.id),
  )
}

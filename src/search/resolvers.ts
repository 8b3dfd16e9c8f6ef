import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { countOf, type FoundStory, facetsOf, highlightsOf, searchNodes } from './delivery.ts'
import type { FacetName } from './search.ts'

const facet =
  (name: FacetName) =>
  async (answer: FoundStory['answer'], _: unknown, { ctx }: GraphqlContext) =>
    (await facetsOf(ctx, answer, [name]))[name] ?? []

export const searchResolvers = {
  Query: {
    search: (_, { filter, ...args }, { ctx }) => searchNodes(ctx, { ...filter, ...args }),
  },
  SearchConnection: {
    nodes: ({ edges }) => edges.map(({ node }) => node),
    pageInfo: ({ edges, next }) => ({ hasNextPage: next !== null, endCursor: edges.at(-1)?.cursor ?? null }),
    totalCount: ({ answer }) => countOf(answer),
    facets: ({ answer }) => answer,
    suggestion: ({ answer }) => answer.suggestion,
    isCorrected: ({ answer }) => answer.isCorrected,
    ignored: ({ answer }) => answer.ignored,
  },
  SearchFacets: {
    section: facet('section'),
    tag: facet('tag'),
    author: facet('author'),
    month: facet('month'),
    exact: ({ found }) => found.isAll,
  },
} satisfies Resolvers

/** Highlights of all stories of a page at once; several searches of one query each have their own. */
async function highlightLoader(queries: { obj: FoundStory }[], { ctx }: GraphqlContext) {
  const byAnswer = new Map<FoundStory['answer'], FoundStory[]>()
  for (const { obj } of queries) byAnswer.set(obj.answer, [...(byAnswer.get(obj.answer) ?? []), obj])
  const found = new Map(
    await Promise.all(
      [...byAnswer].map(async ([answer, stories]) => [answer, await highlightsOf(ctx, stories)] as const),
    ),
  )
  return queries.map(({ obj }) => found.get(obj.answer)?.get(obj.node.id) ?? { headline: null, snippet: null })
}

export const searchLoaders = { SearchEdge: { highlight: highlightLoader } }

import { type Static, Type } from 'typebox'
import type { ArticleFilter } from '../articles/filter.ts'
import { ArticleSummary } from '../articles/public-article.ts'
import { articleFilterFields, articleFilterInput, dateFields } from '../articles/query.ts'
import { Count } from '../core/count.ts'
import { named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

/** By how well a story fits and how new it is, or newest first by one of its dates. */
export const sortWords = ['relevance', ...dateFields] as const
export const SearchSort = oneOf(sortWords, 'relevance when left out, or a date, newest first.')
export type SearchSort = (typeof sortWords)[number]

/** What the stories found can be counted by. */
export const facetNames = ['section', 'tag', 'author', 'month'] as const
export type FacetName = (typeof facetNames)[number]

const facetList = new RegExp(`^(${facetNames.join('|')})(,(${facetNames.join('|')})){0,${facetNames.length - 1}}$`)

const query = Type.String({
  pattern: '\\S',
  description:
    'must have a word to look for: words that a story must have, "a phrase", -unwanted, OR between alternatives; 500 characters and 32 words at most',
})
const shared = {
  sort: optional(SearchSort),
  typeahead: optional(Type.Boolean({ description: 'The last word may be the beginning of one.' })),
  ...pageFields,
}

/** What readers ask over REST. */
export const SearchQuery = strict({
  q: query,
  ...articleFilterFields,
  ...shared,
  facets: optional(
    Type.String({
      pattern: facetList.source,
      description: `must be what to count by, joined by commas: ${facetNames.join(', ')}`,
    }),
  ),
  include: optional(
    Type.String({ pattern: '^totalCount$', description: "must be 'totalCount', to count the stories" }),
  ),
})

/** What the sides read of GraphQL. */
export const SearchInput = strict({ query, ...articleFilterInput, ...shared })

/** A search, read and checked. */
export interface Search {
  text: string
  /** Where the text was given. */
  field: 'q' | 'query'
  isTyping: boolean
  filter: ArticleFilter
  sort: SearchSort
}

/** The words of a search in their place. */
export const Highlight = Type.Object(
  {
    headline: nullable(
      Type.String({
        description:
          'The headline as HTML, safe to insert, with <mark> around what was searched; null when nothing is.',
      }),
    ),
    snippet: nullable(
      Type.String({
        description:
          'What stands around the words in the text, as HTML like the headline; null when they are not there.',
      }),
    ),
  },
  { $id: 'Highlight', examples: [{ headline: '<mark>Gas</mark> prices rise again', snippet: null }] },
)
export type Highlight = Static<typeof Highlight>

/** A value and how many of the stories found have it. */
export const FacetValue = Type.Object({
  key: Type.String({ description: 'What to filter by: a slug, or a month such as 2026-01 (in UTC).' }),
  name: Type.String({ description: 'What to show.' }),
  count: Type.Integer(),
})
export type FacetValue = Static<typeof FacetValue>

const values = Type.Array(FacetValue, { description: 'The 20 most frequent; months newest first.' })
export const Facets = Type.Object({
  section: Type.Optional(values),
  tag: Type.Optional(values),
  author: Type.Optional(values),
  month: Type.Optional(values),
  exact: Type.Boolean({ description: 'Whether all stories found were counted; false: the newest of them were.' }),
})
export type Facets = Static<typeof Facets>

const Found = Type.Object({
  ...ArticleSummary.properties,
  score: nullable(
    Type.Number({
      description: 'How well it fits, beside the other scores of this search; null when sorted by a date.',
    }),
  ),
  highlight: named(Highlight),
})

/** What a search found. */
export const SearchAnswer = Type.Object(
  {
    data: Type.Array(Found),
    page: Type.Object({
      next: nullable(Type.String()),
      totalCount: Type.Optional(named(Count)),
    }),
    facets: Type.Optional(Facets),
    suggestion: nullable(
      Type.String({ description: '"Did you mean": a search that finds more; null when there is none.' }),
    ),
    isCorrected: Type.Boolean({
      description: 'Whether nothing was found as it was written, and the stories are those of the suggestion.',
    }),
    ignored: Type.Array(Type.String(), { description: 'Words that are too frequent to search by, such as "the".' }),
  },
  {
    $id: 'SearchAnswer',
    examples: [
      {
        data: [],
        page: { next: null, totalCount: { count: 0, exact: true } },
        facets: { month: [{ key: '2026-01', name: '2026-01', count: 3 }], exact: true },
        suggestion: 'kazakhstan',
        isCorrected: false,
        ignored: [],
      },
    ],
  },
)

export type SearchAnswer = Static<typeof SearchAnswer>

import { type Static, Type } from 'typebox'
import { ArticleSummary } from '../articles/public-article.ts'
import { articleFilterFields } from '../articles/query.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { Instant, named, nullable, oneOf, optional, strict } from '../core/shapes.ts'

/** How far back a ranking looks. */
export const windowNames = ['HOUR', 'DAY', 'WEEK', 'MONTH'] as const
export type PopularWindow = (typeof windowNames)[number]

/** Seconds of each window: a month is 30 days. */
export const windowSeconds: Readonly<Record<PopularWindow, number>> = {
  HOUR: 3_600,
  DAY: 86_400,
  WEEK: 7 * 86_400,
  MONTH: 30 * 86_400,
}

/**
 * Half-lives of a window: what was read a quarter of the window ago counts half, at its end a sixteenth, and before it nothing. The 42
 * hours of a week are near the 36 that stories of a news portal were found to have. Source: Dezső et al. 2006, "Dynamics of
 * information access on the web", doi:10.1103/PhysRevE.73.066132; the quarter is ours.
 */
export const halfLivesInWindow = 4

/** What stories are ranked by. */
export const metricNames = ['VIEWS', 'ATTENTION', 'SHARES'] as const
export type PopularMetric = (typeof metricNames)[number]

const { tag, section, author, locale } = articleFilterFields
const shared = {
  ...{ tag, section, author, locale },
  first: optional(Type.Integer({ description: 'Stories at most: 1 to 100, 10 when left out.' })),
}

/** What readers ask for the most read stories with. */
export const MostPopularQuery = strict({
  window: optional(oneOf(windowNames, 'How far back to look; DAY when left out.')),
  metric: optional(oneOf(metricNames, 'What to rank by: views, seconds of attention, or shares. VIEWS when left out.')),
  ...shared,
})
/** And for those that are read more than they use to be. */
export const TrendingQuery = strict(shared)

const rank = Type.Integer({ description: 'Its place in this list; 1 is first.' })
const score = Type.Number({ description: 'Its share of what the first of the list has: 1 for the first, down to 0.' })

const example = { rank: 1, score: 1, article: (ArticleSummary as { examples?: unknown[] }).examples?.[0] }

/** A story in a ranking. */
export const PopularStory = Type.Object(
  { rank, score, article: named(ArticleSummary) },
  { $id: 'PopularStory', examples: [example] },
)

/** Stories that are read most, best first. */
export const PopularStories = Type.Object(
  { asOf: nullable(Instant), data: Type.Array(named(PopularStory)) },
  { $id: 'PopularStories', examples: [{ asOf: '2026-01-08T09:30:00.000Z', data: [example] }] },
)
export type PopularStories = Static<typeof PopularStories>

/** A story in a ranking, shown as `A`. */
export interface RankedStory<A> {
  rank: number
  score: number
  article: A
}

/** A ranking for readers: when it was made, null before the first, and its stories. */
export interface Ranking<A> {
  asOf: Date | null
  stories: RankedStory<A>[]
}

/** Stories of a ranking when nobody says how many, and at most. */
const [usualSize, largestSize] = [10, 100]

/** How many stories are asked for. @throws limit_exceeded, invalid_input */
export function readRankingSize(first: number | null | undefined): number {
  if (first == null) return usualSize
  if (first > largestSize)
    throw new Refusal('limit_exceeded', `first: ${first} is over the maximum of ${largestSize} stories of a ranking`, {
      faults: [{ path: 'first', message: `the maximum is ${largestSize}` }],
    })
  if (first < 1) throw invalidInput([{ path: 'first', message: `must be a whole number from 1 to ${largestSize}` }])
  return first
}

/** Numbers the stories of a ranking from 1, and puts their scores beside that of the first. */
export function toRanked<A>(found: { score: number; article: A }[]): RankedStory<A>[] {
  const most = found[0]?.score ?? 1
  return found.map(({ score, article }, index) => ({
    ...{ rank: index + 1, article },
    score: Math.round((score / most) * 10_000) / 10_000,
  }))
}

/** What was counted of a story within a window. */
export const WindowViews = Type.Object({
  window: oneOf(windowNames, 'The last hour, 24 hours, 7 days, 30 days.'),
  views: Type.Integer(),
  attentionSeconds: Type.Integer(),
  shares: Type.Integer(),
})

/** What was counted of a story, for staff. */
export const ArticleViews = Type.Object(
  {
    asOf: Instant,
    rank: nullable(Type.Integer({ description: 'Its place among the 100 most read of a day; null when it has none.' })),
    windows: Type.Array(WindowViews),
  },
  {
    $id: 'ArticleViews',
    examples: [
      {
        asOf: '2026-01-08T09:30:00.000Z',
        rank: 3,
        windows: [
          { window: 'HOUR', views: 120, attentionSeconds: 5_400, shares: 4 },
          { window: 'DAY', views: 2_210, attentionSeconds: 98_100, shares: 31 },
          { window: 'WEEK', views: 2_210, attentionSeconds: 98_100, shares: 31 },
          { window: 'MONTH', views: 2_210, attentionSeconds: 98_100, shares: 31 },
        ],
      },
    ],
  },
)
export type ArticleViews = Static<typeof ArticleViews>

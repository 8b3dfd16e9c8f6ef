import type { Ctx } from './ctx.ts'
import { dependsOn, ownKey } from './sources.ts'

/** What one reader did with one story, as it was told. */
export interface Visit {
  /** As the address has it; may be no id at all. */
  articleId: string
  /** Where the reader is; never kept. */
  address: string
  userAgent: string | null
  /** When it was told, by the clock of the service. */
  at: Date
  attentionSeconds: number
  shares: number
}

/** How much stories are read, as one process knows it. */
export interface Popularity {
  /** Counts a visit in memory, if it counts. Takes no longer for stories that there are than for others, and says nothing. */
  count(visit: Visit): void
  /** One that could not be understood, and counts nothing. */
  countMalformed(): void
  /** The place of a story among the most read of a day, from 1; null when it is not among the first. */
  rankOf(articleId: string): number | null
}

/** What answers depend on that show rankings: new ones drop them in each process by itself. */
export const rankings = ownKey('rankings')

/** What answers depend on that show the rank of this story. */
export const rankKey = (articleId: string): string => ownKey(`rank:${articleId}`)

/** The rank of a story for an answer, which is made anew when it changes. Null where nothing is known of it. */
export function rankOf(ctx: Ctx, articleId: string): number | null {
  dependsOn(ctx, rankKey(articleId))
  return ctx.popularity?.rankOf(articleId) ?? null
}

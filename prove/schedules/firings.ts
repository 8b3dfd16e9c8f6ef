import type { Newsroom } from '../newsroom.ts'

/** What was to happen and what did, side by side: the n-th schedule of a story and the n-th time that something came of one. */
export interface Firing {
  articleId: string
  action: string | null
  status: string | null
  type: string | null
  /** Ms from when it was due to when it was committed, by the server's own note; NaN when it was not. */
  lateMs: number
  /** Ms since 1970. */
  firedAt: number
  /** Whether the product's own instants are before the due one. */
  claimsEarly: boolean
  rightRevision: boolean
}

export async function firingsOf({ database }: Newsroom): Promise<Firing[]> {
  const { rows } = await database.pool.query<Firing>(
    `WITH due AS (
       SELECT *, row_number() OVER (PARTITION BY "articleId" ORDER BY at) AS nth FROM schedule
     ), fired AS (
       SELECT *, row_number() OVER (PARTITION BY "subjectId" ORDER BY sequence) AS nth, pg_xact_commit_timestamp(xmin) AS committed
       FROM journal_entry WHERE type IN ('article.published', 'article.withdrawn')
     )
     SELECT coalesce(due."articleId", fired."subjectId") AS "articleId", action::text, status::text, type,
       (extract(epoch FROM committed - at) * 1000)::float8 AS "lateMs", (extract(epoch FROM committed) * 1000)::float8 AS "firedAt",
       "firedAt" < at OR "occurredAt" < at AS "claimsEarly",
       "revisionNumber" IS NULL OR "revisionNumber" = fired.version AS "rightRevision"
     FROM due FULL JOIN fired ON fired."subjectId" = due."articleId" AND fired.nth = due.nth`,
  )
  return rows
}

/** What was promised and did not hold. */
export function judge(firings: Firing[]): string[] {
  return firings.flatMap(({ articleId, action, status, type, lateMs, claimsEarly, rightRevision }) => {
    const expected = action === 'PUBLISH' ? 'article.published' : 'article.withdrawn'
    if (action === null) return [`${type} of ${articleId} happened although nothing was due: something fired twice`]
    if (type === null || status !== 'DONE')
      return [`${action} of ${articleId} is ${status}, and the journal has ${type ?? 'nothing'} of it`]
    if (type !== expected || !rightRevision)
      return [`${action} of ${articleId} came to ${type}, or to another revision`]
    if (lateMs < 0 || claimsEarly) return [`${action} of ${articleId} fired ${-lateMs} ms early`]
    return []
  })
}

import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../core/ctx.ts'
import { allow } from '../core/policy.ts'

/** How the work of the newsroom is going, as numbers. */
export interface NewsroomFacts {
  /** Number of the newest entry. */
  journalNumber: number
  /** Deliveries of webhooks whose time has come, 10,000 at most, and how long the oldest of them has waited. */
  deliveriesDue: number
  oldestDeliverySeconds: number
  schedulesOverdue: number
  oldestScheduleSeconds: number
}

/** Ms that the database has to tell: whoever watches wants an answer also when it says nothing. */
const patienceMs = 2_000

/**
 * What the database tells of the work to be done; null when it does not answer within two seconds.
 * @throws unauthenticated, forbidden
 */
export async function newsroomFacts(ctx: Ctx): Promise<NewsroomFacts | null> {
  allow(ctx.caller, 'metrics', 'read')
  const late = new AbortController()
  const asked = readFacts(ctx).catch(() => null)
  const patience = wait(patienceMs, null, { signal: late.signal }).catch(() => null)
  return Promise.race([asked, patience]).finally(() => late.abort())
}

async function readFacts(ctx: Ctx): Promise<NewsroomFacts | null> {
  const now = await ctx.databaseNow(ctx.db)
  const [row] = await ctx.db.$queryRaw<NewsroomFacts[]>`
    WITH delivery AS (
      SELECT "nextAttemptAt" AS at FROM webhook_delivery
      WHERE status = 'PENDING' AND "nextAttemptAt" <= ${now}::timestamptz ORDER BY "nextAttemptAt" LIMIT 10000
    ), overdue AS (
      SELECT at FROM schedule WHERE status = 'PENDING' AND at <= ${now}::timestamptz ORDER BY at LIMIT 10000
    )
    SELECT (SELECT number::float8 FROM journal_head) AS "journalNumber",
      (SELECT count(*)::int FROM delivery) AS "deliveriesDue",
      (SELECT coalesce(extract(epoch FROM ${now}::timestamptz - min(at)), 0)::float8 FROM delivery) AS "oldestDeliverySeconds",
      (SELECT count(*)::int FROM overdue) AS "schedulesOverdue",
      (SELECT coalesce(extract(epoch FROM ${now}::timestamptz - min(at)), 0)::float8 FROM overdue) AS "oldestScheduleSeconds"`
  return row ?? null
}

import type { Ctx } from '../core/ctx.ts'
import { freshFor } from '../core/sources.ts'

/**
 * Ms that nothing may have changed before a date says so. A date has whole seconds, and a change is dated by when its request began:
 * with less, two versions could have one date. Source: RFC 9110, section 8.8.2.2, and no request lasts as long.
 */
const quietMs = 61_000

/**
 * When readers last saw anything change, for `Last-Modified`; null when that was within the last minute, and before there was
 * anything to see. Ask before the answer is read, so that it never has an older text under a newer date. The newest date of the stories
 * in a list would not do: it stays when one of them is withdrawn.
 */
export async function lastChangeAt(ctx: Ctx): Promise<Date | null> {
  const entry = await ctx.db.journalEntry.findFirst({
    where: { isPublic: true },
    orderBy: { number: 'desc' },
    select: { occurredAt: true },
  })
  if (!entry) return null
  const waitMs = entry.occurredAt.getTime() + quietMs - ctx.now.getTime()
  if (waitMs <= 0) return entry.occurredAt
  freshFor(ctx, Math.min(waitMs, quietMs) / 1_000)
  return null
}

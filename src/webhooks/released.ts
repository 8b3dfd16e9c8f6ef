import type { Ctx } from '../core/ctx.ts'

/**
 * The number of the journal up to which every process has dropped what readers saw before: no event behind it may be sent, or a
 * receiver who asks at once could be given the old version. No process keeps published content today, so it is the end of the
 * journal.
 */
export async function releasedUpTo(ctx: Ctx): Promise<bigint> {
  const head = await ctx.db.journalHead.findUnique({ where: { id: 1 }, select: { number: true } })
  return head?.number ?? 0n
}

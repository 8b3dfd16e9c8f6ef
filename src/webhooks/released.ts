import { seenNumber } from '../cache/leases.ts'
import type { Ctx } from '../core/ctx.ts'

/**
 * The number of the journal up to which every process has dropped what readers saw before: no event behind it may be sent, or a
 * receiver who asks at once could be given the old version.
 */
export async function releasedUpTo(ctx: Ctx): Promise<bigint> {
  return seenNumber(ctx.db)
}

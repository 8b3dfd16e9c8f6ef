import type { Ctx } from '../core/ctx.ts'

/** How long the log of a delivery is kept after it ended, or after it was due to an endpoint that stayed disabled. */
const keptDays = 30

const atOnce = 1_000

/** Deletes deliveries that ended long ago, with their attempts, a thousand at a time. True when there may be more. */
export async function pruneDeliveries(ctx: Ctx): Promise<boolean> {
  const now = await ctx.databaseNow(ctx.db)
  const before = new Date(now.getTime() - keptDays * 86_400_000)
  const count = await ctx.db.$executeRaw`
    DELETE FROM webhook_delivery WHERE id IN (
      (SELECT id FROM webhook_delivery WHERE "finishedAt" < ${before}::timestamptz LIMIT ${atOnce})
      UNION ALL
      (SELECT delivery.id FROM webhook_delivery delivery JOIN webhook_endpoint endpoint ON endpoint.id = delivery."endpointId"
        WHERE delivery.status = 'PENDING' AND delivery."nextAttemptAt" < ${before}::timestamptz
          AND endpoint.status = 'DISABLED' LIMIT ${atOnce})
    )`
  return count >= atOnce
}

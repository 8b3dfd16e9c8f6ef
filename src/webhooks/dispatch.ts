import type { Ctx, Transaction } from '../core/ctx.ts'
import { type EndpointFacts, type Entry, insertDeliveries, isSent } from './make-deliveries.ts'
import { releasedUpTo } from './released.ts'

const cursor = 'webhooks'

/** Entries of the journal that are read in one transaction at most: they become due together, and a claim sorts what is due together. */
const atOnce = 200n

/**
 * Makes a delivery of each new event for each endpoint that wants it: all of them, each once, for the journal is numbered in the
 * order of commits without gaps, and the cursor moves in the same transaction. True when there is more.
 */
export async function dispatchEvents(ctx: Ctx): Promise<boolean> {
  // Before the endpoints are read: one that is made meanwhile has its first event behind this number.
  const released = await releasedUpTo(ctx)
  const known = await ctx.db.journalCursor.findUnique({ where: { name: cursor } })
  if (known && known.number >= released) return false
  return ctx.tx(async (tx) => {
    const endpoints = await activeEndpoints(tx)
    const from = startOf(await heldCursor(tx), endpoints, released)
    const to = from + atOnce < released ? from + atOnce : released
    await insertDeliveries(ctx, tx, endpoints, await entriesBetween(tx, from, to))
    await tx.journalCursor.updateMany({ where: { name: cursor, number: { lt: to } }, data: { number: to } })
    return to < released
  })
}

/** How far it had come. Other processes wait here until this one is done. */
async function heldCursor(tx: Transaction): Promise<bigint> {
  await tx.$executeRaw`INSERT INTO journal_cursor (name, number) VALUES (${cursor}, 0) ON CONFLICT DO NOTHING`
  const [row] = await tx.$queryRaw<
    { number: bigint }[]
  >`SELECT number FROM journal_cursor WHERE name = ${cursor} FOR UPDATE`
  return row?.number ?? 0n
}

/** Nobody has events from before they were there: without an endpoint all is passed over. */
function startOf(reached: bigint, endpoints: EndpointFacts[], released: bigint): bigint {
  const earliest = endpoints.reduce((least, { madeAt }) => (madeAt < least ? madeAt : least), released)
  return earliest > reached ? earliest : reached
}

/** Endpoints with the number of the event that made them. */
async function activeEndpoints(tx: Transaction): Promise<EndpointFacts[]> {
  return tx.$queryRaw`
    SELECT endpoint.id, endpoint.events, endpoint."tagIds"::text[] AS "tagIds", made.number AS "madeAt"
    FROM webhook_endpoint endpoint JOIN journal_entry made ON made."subjectId" = endpoint.id AND made.sequence = 1
    WHERE endpoint.status = 'ACTIVE' ORDER BY endpoint.id`
}

async function entriesBetween(tx: Transaction, from: bigint, to: bigint): Promise<Entry[]> {
  if (from >= to) return []
  return tx.journalEntry.findMany({
    where: { number: { gt: from, lte: to }, OR: isSent },
    orderBy: { number: 'asc' },
  })
}

import type { Ctx } from '../core/ctx.ts'
import { holdLock } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { takedowns } from './matching.ts'
import { purgeEvent } from './webhook.ts'

/** A delivery that this process may send as long as it renews its claim; then it is anybody's again. */
export interface Claimed {
  id: string
  endpointId: string
  eventId: string
  body: string
  /** Failed ones before this. */
  attempts: number
  createdAt: Date
  url: string
  secret: string
  previousSecret: string | null
  previousUntil: Date | null
  /** Whether the last attempt at its endpoint failed. */
  isFailing: boolean
  /** The instant of the claim, by the database's clock. */
  at: Date
}

/** How many a process can take: in all, and at endpoints that are failing. */
export interface Places {
  all: number
  failing: number
}

/**
 * Ms that a claim holds unless it is renewed: how long the lanes of an endpoint stay taken by a process that was killed. Who is
 * slower than that sees a delivery sent twice, with the same id, as receivers have to expect.
 */
export const leaseMs = 1_000

/** Deliveries under way to one endpoint at most, over all processes; one while it is failing. */
const lanes = 4

/** Deliveries of an endpoint that are looked at for one that may go: those due longest. */
const lookedAt = 50

/**
 * Takes deliveries that are due, so that no endpoint waits for another: each has its own lanes, failing ones one only and the
 * last places. Of one subject (a story, a tag …) an endpoint has one under way at a time, and the first attempts go in the order
 * of events; one that failed waits for its next attempt without holding up those behind it. A story under embargo waits for its
 * end.
 */
export async function claimDeliveries(ctx: Ctx, places: Places): Promise<Claimed[]> {
  return ctx.tx(async (tx) => {
    // What is under way is counted before it is added to, so only one may count at a time.
    await holdLock(tx, 'webhook-claims')
    const now = await ctx.databaseNow(tx)
    const until = new Date(now.getTime() + leaseMs)
    return tx.$queryRaw<Claimed[]>`
      WITH due AS (${dueAt(now)}
      ), busy AS (
        SELECT "endpointId", count(*) AS taken, array_remove(array_agg(subject), NULL) AS subjects
        FROM due WHERE leased GROUP BY "endpointId"
      ), first AS (
        SELECT DISTINCT ON (due."endpointId", coalesce(due.subject, due.id)) due.*,
          CASE WHEN due.failing THEN 1 ELSE ${lanes}::int END - coalesce(busy.taken, 0) AS free
        FROM due LEFT JOIN busy USING ("endpointId")
        WHERE NOT due.leased AND (due.subject IS NULL OR due.subject <> ALL (coalesce(busy.subjects, '{}')))
        ORDER BY due."endpointId", coalesce(due.subject, due.id), due."nextAttemptAt", due.number, due.id
      ), lane AS (
        SELECT *, row_number() OVER (PARTITION BY "endpointId" ORDER BY "nextAttemptAt", number, id) AS place FROM first
      ), fitting AS (
        SELECT *, row_number() OVER (PARTITION BY failing ORDER BY place, "nextAttemptAt") AS turn
        FROM lane WHERE place <= free
      ), chosen AS (
        SELECT id, failing FROM fitting WHERE NOT failing OR turn <= ${places.failing}
        ORDER BY failing, place, "nextAttemptAt" LIMIT ${places.all}
      ), held AS (
        SELECT delivery.id, chosen.failing FROM webhook_delivery delivery JOIN chosen USING (id)
        WHERE delivery.status = 'PENDING' FOR UPDATE OF delivery SKIP LOCKED
      )
      UPDATE webhook_delivery delivery SET "leasedUntil" = ${until}::timestamptz
      FROM held, webhook_endpoint endpoint
      WHERE delivery.id = held.id AND endpoint.id = delivery."endpointId"
      RETURNING delivery.id, delivery."endpointId", delivery."eventId", delivery.body, delivery.attempts, delivery."createdAt",
        endpoint.url, endpoint.secret, endpoint."previousSecret", endpoint."previousUntil",
        held.failing AS "isFailing", ${now}::timestamptz AS at`
  })
}

/** The deliveries of each active endpoint that are due longest, whether or not somebody has them. */
function dueAt(now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT endpoint.id AS "endpointId", endpoint."failingSince" IS NOT NULL AS failing, delivery.*
    FROM webhook_endpoint endpoint, LATERAL (
      SELECT waiting.id, waiting.number, waiting."nextAttemptAt", entry."subjectId" AS subject,
        coalesce(waiting."leasedUntil" > ${now}::timestamptz, false) AS leased
      FROM webhook_delivery waiting
        LEFT JOIN journal_entry entry ON entry.id = waiting."eventId"
        LEFT JOIN article ON article.id = entry."subjectId"
      WHERE waiting."endpointId" = endpoint.id AND waiting.status = 'PENDING'
        AND waiting."nextAttemptAt" <= ${now}::timestamptz
        AND (article."embargoedAt" IS NULL OR article."embargoUntil" <= ${now}::timestamptz
          OR entry.type = ANY (${takedowns}) OR waiting.type = ${purgeEvent})
      ORDER BY waiting."nextAttemptAt", waiting.number LIMIT ${lookedAt}
    ) delivery
    WHERE endpoint.status = 'ACTIVE'`
}

/** Holds the claims of these deliveries for another `leaseMs`; those that are done already stay as they are. */
export async function renewClaims(ctx: Ctx, ids: string[]): Promise<void> {
  const until = new Date((await ctx.databaseNow(ctx.db)).getTime() + leaseMs)
  await ctx.db.webhookDelivery.updateMany({
    where: { id: { in: ids }, status: 'PENDING', leasedUntil: { not: null } },
    data: { leasedUntil: until },
  })
}

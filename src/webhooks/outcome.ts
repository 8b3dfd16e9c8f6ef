import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { holdLock } from '../core/writes.ts'
import type { Attempted } from './attempt.ts'
import type { Claimed } from './claim.ts'
import { hasFailedLong, nextAttemptAt } from './retries.ts'

/** Writes what came of an attempt. Until this is committed the delivery stays due, so that nothing is lost with the process. */
export async function recordOutcome(ctx: Ctx, delivery: Claimed, attempted: Attempted): Promise<void> {
  const { status, durationMs } = attempted
  const now = new Date(delivery.at.getTime() + durationMs)
  if (status !== null && status >= 200 && status < 300) await recordArrival(ctx, delivery, attempted, now)
  else await recordFailure(ctx, delivery, attempted, now)
}

/** Gives a delivery back that was not tried to the end, for another process to take at once. */
export async function releaseDelivery(ctx: Ctx, { id, attempts }: Claimed): Promise<void> {
  await ctx.db.webhookDelivery.updateMany({ where: { id, status: 'PENDING', attempts }, data: { leasedUntil: null } })
}

/** It has arrived, whoever has it now. One statement, for this is what a worker does most. */
async function recordArrival(ctx: Ctx, { id, at }: Claimed, attempted: Attempted, now: Date): Promise<void> {
  const { durationMs, status, answer } = attempted
  await ctx.db.$executeRaw`
    WITH arrived AS (
      UPDATE webhook_delivery SET status = 'DELIVERED', attempts = attempts + 1, "leasedUntil" = NULL,
        "finishedAt" = ${now}::timestamptz
      WHERE id = ${id}::uuid AND status = 'PENDING' RETURNING id, "endpointId"
    ), logged AS (
      INSERT INTO webhook_attempt (id, "deliveryId", at, "durationMs", status, answer)
      SELECT ${ctx.newId()}::uuid, id, ${at}::timestamptz, ${durationMs}::int, ${status}::int, ${answer}::text FROM arrived
    )
    UPDATE webhook_endpoint SET "failingSince" = NULL FROM arrived
    WHERE webhook_endpoint.id = arrived."endpointId" AND "failingSince" IS NOT NULL`
}

/** It waits for its next attempt, or is given up. Of two who tried it, because a claim ran out, the first to fail counts. */
async function recordFailure(ctx: Ctx, delivery: Claimed, attempted: Attempted, now: Date): Promise<void> {
  const { id, endpointId, attempts, createdAt, at } = delivery
  const isGone = attempted.status === 410
  const next = isGone ? null : nextAttemptAt(attempts + 1, createdAt, now, Math.random())
  const ahead = next ? { nextAttemptAt: next } : ({ status: 'FAILED', finishedAt: now } as const)
  await ctx.tx(async (tx) => {
    await holdLock(tx, `webhook:${endpointId}`)
    const { count } = await tx.webhookDelivery.updateMany({
      where: { id, status: 'PENDING', attempts },
      data: { ...ahead, attempts: { increment: 1 }, leasedUntil: null },
    })
    if (count === 0) return
    await tx.webhookAttempt.create({
      data: { id: ctx.newId(), deliveryId: id, at, ...attempted },
      select: { id: true },
    })
    await recordFailing({ ...ctx, now }, tx, endpointId, isGone)
  })
}

async function recordFailing(ctx: Ctx, tx: Transaction, id: string, isGone: boolean): Promise<void> {
  const endpoint = await tx.webhookEndpoint.findUnique({ where: { id } })
  if (endpoint?.status !== 'ACTIVE') return
  const failingSince = endpoint.failingSince ?? ctx.now
  const isLong = hasFailedLong(failingSince, ctx.now)
  if (!isGone && !isLong) {
    if (!endpoint.failingSince) await tx.webhookEndpoint.update({ where: { id }, data: { failingSince } })
    return
  }
  const disabledReason = isGone ? 'it answered 410 Gone' : 'every attempt of three days failed'
  const version = endpoint.version + 1
  const changed = { failingSince, disabledReason, version, changedAt: ctx.now }
  await tx.webhookEndpoint.update({ where: { id }, data: { status: 'DISABLED', ...changed } })
  await recordEvent(ctx, tx, { type: 'webhook.disabled', subjectId: id, version, note: disabledReason })
}

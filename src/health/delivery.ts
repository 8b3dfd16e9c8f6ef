import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { mostLagSeconds, type Overdue, type Readiness } from './health.ts'

/** Ms that the database has to answer. */
const patienceMs = 2_000

/**
 * Whether this process can do its work. `worker`: whether it runs the worker. Schedules that are late are told and no reason
 * to send it no requests: they would be late in every process.
 * @throws unavailable, with the same facts as details, when the database does not answer within two seconds.
 */
export async function readiness(ctx: Ctx, worker: boolean): Promise<Readiness> {
  const schedules = await overdueInTime(ctx)
  if (!schedules)
    throw new Refusal('unavailable', 'the database does not answer; see the log of this process', {
      details: { database: 'DOWN', worker, schedules: null },
    })
  const status = schedules.lagSeconds > mostLagSeconds ? 'LATE' : 'READY'
  return { status, database: 'UP', worker, schedules }
}

async function overdueInTime(ctx: Ctx): Promise<Overdue | null> {
  const late = new AbortController()
  const asked = overdueSchedules(ctx).catch(() => null)
  const patience = wait(patienceMs, null, { signal: late.signal }).catch(() => null)
  return Promise.race([asked, patience]).finally(() => late.abort())
}

async function overdueSchedules(ctx: Ctx): Promise<Overdue> {
  const now = await ctx.databaseNow(ctx.db)
  const { _count: overdue, _min } = await ctx.db.schedule.aggregate({
    where: { status: 'PENDING', at: { lte: now } },
    _count: true,
    _min: { at: true },
  })
  const oldestDueAt = _min.at
  return { overdue, oldestDueAt, lagSeconds: oldestDueAt ? (now.getTime() - oldestDueAt.getTime()) / 1_000 : 0 }
}

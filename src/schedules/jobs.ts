import { lockedDraft } from '../articles/drafts.ts'
import { publishRevision, withdrawLive } from '../articles/publish.ts'
import { systemCaller } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import type { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { asRefusal } from '../core/translate.ts'
import { nextVersion } from '../core/writes.ts'
import type { Schedule } from '../db/generated/client.ts'
import type { Job } from '../jobs/worker.ts'
import { rest } from './editorial.ts'

/** Due schedules looked up at once, and stories under way at once; each takes a connection. */
const batch = 200
const lanes = 4

/** Ms until a story whose schedule met an error is tried again: this, doubled each time, at most the second. */
const firstDelayMs = 1_000
const mostDelayMs = 60_000

/** Stories to leave alone for a while, by id: how often they met an error, and until when (ms, the database's clock). */
type Delays = Map<string, { tries: number; until: number }>

/**
 * Does what is due: each schedule in one transaction with its verb, so that it happens once, whoever is killed when. Never
 * before its time by the database's clock. See docs/decisions/0014-schedules-claimed-in-their-transaction.md.
 */
export function schedulesJob(): Job {
  const delays: Delays = new Map()
  return { name: 'scheduler', everyMs: 250, run: (ctx, signal, tell) => fireDue(ctx, signal, delays, tell) }
}

async function fireDue(ctx: Ctx, signal: AbortSignal, delays: Delays, tell?: (error: unknown) => void) {
  const now = await ctx.databaseNow(ctx.db)
  const stories = await dueStories(ctx, now, delays)
  let fired = 0
  const next = stories.values()
  const work = async () => {
    for (const id of next) {
      if (signal.aborted) return
      try {
        if (await fireNext(ctx, id, now)) fired++
        delays.delete(id)
      } catch (error) {
        tell?.(error)
        delay(delays, id, now)
      }
    }
  }
  await Promise.all(Array.from({ length: lanes }, work))
  return fired > 0
}

/** Stories with something due, those that wait longest first. */
async function dueStories(ctx: Ctx, now: Date, delays: Delays): Promise<Set<string>> {
  const waiting = [...delays].filter(([, { until }]) => until > now.getTime()).map(([id]) => id)
  const rows = await ctx.db.schedule.findMany({
    where: { status: 'PENDING', at: { lte: now }, articleId: { notIn: waiting } },
    select: { articleId: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    take: batch,
  })
  return new Set(rows.map(({ articleId }) => articleId))
}

/** An error that is no refusal is a bug or a database in trouble: neither is a reason to forget a schedule. */
function delay(delays: Delays, id: string, now: Date): void {
  const tries = (delays.get(id)?.tries ?? 0) + 1
  const ms = Math.min(firstDelayMs * 2 ** (tries - 1), mostDelayMs)
  delays.set(id, { tries, until: now.getTime() + ms })
}

/** Does the first thing that is due for a story, or says that it failed. False: nothing was due, or somebody else is at it. */
async function fireNext(ctx: Ctx, articleId: string, seenAt: Date): Promise<boolean> {
  const attempt: Attempt = { due: null }
  try {
    return await ctx.tx(
      async (tx) => (await isOursToTry(tx, articleId, seenAt)) && fireFirst(ctx, tx, articleId, attempt),
    )
  } catch (error) {
    const refusal = asRefusal(error)
    if (!attempt.due || !refusal || refusal.status >= 500) throw error
    return fail(ctx, attempt.due, refusal)
  }
}

/** What a transaction was about, known also when it ended badly. */
interface Attempt {
  due: Schedule | null
}

/**
 * Whether no other worker is at this story. Nobody waits for this lock, so that waiting for the story's own behind it cannot
 * end in a deadlock.
 */
async function isOursToTry(tx: Transaction, articleId: string, seenAt: Date): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ isOurs: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended(${`schedules:${articleId}`}, 0)) AND EXISTS (
      SELECT 1 FROM schedule WHERE "articleId" = ${articleId}::uuid AND status = 'PENDING' AND at <= ${seenAt}
    ) AS "isOurs"`
  return row?.isOurs ?? false
}

async function fireFirst(ctx: Ctx, tx: Transaction, articleId: string, attempt: Attempt) {
  const draft = await lockedDraft(ctx, tx, articleId)
  const now = await ctx.databaseNow(tx)
  const due = await tx.schedule.findFirst({
    where: { articleId, status: 'PENDING', at: { lte: now } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  attempt.due = due
  if (!due) return false
  const scheduler = { ...ctx, now, caller: systemCaller('scheduler') }
  await tx.schedule.update({
    where: { id: due.id },
    data: { status: 'DONE', firedAt: now, ...nextVersion(scheduler, due) },
  })
  const note = `schedule ${due.id} of ${due.createdBy}`
  if (due.action === 'WITHDRAW') await withdrawLive(scheduler, tx, draft, { note })
  else {
    const { isSignificant: significant } = due
    await publishRevision(scheduler, tx, draft, { number: due.revisionNumber ?? draft.version, significant, note })
  }
  return true
}

/** Writes down why the story was refused, unless the schedule was changed meanwhile; it is due no more. */
async function fail(ctx: Ctx, { id, articleId, version }: Schedule, { code, message }: Refusal): Promise<boolean> {
  return ctx.tx(async (tx) => {
    const article = await lockedDraft(ctx, tx, articleId)
    const scheduler = { ...ctx, now: await ctx.databaseNow(tx), caller: systemCaller('scheduler') }
    const changed = await tx.schedule.updateMany({
      where: { id, version, status: 'PENDING' },
      data: { status: 'FAILED', failure: { code, message }, ...nextVersion(scheduler, { version }) },
    })
    if (changed.count === 0) return false
    await rest(scheduler, tx, article)
    await recordEvent(scheduler, tx, {
      ...{ type: 'article.unscheduled', subjectId: articleId, version: article.version },
      ...{ data: { scheduleId: id, code }, note: message },
    })
    return true
  })
}

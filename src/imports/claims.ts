import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import type { ImportJob } from '../db/generated/client.ts'
import type { ImportSettings } from './import.ts'
import { leaseMs, type Run } from './run.ts'

/**
 * Takes the import that has waited longest, or one whose process is gone; `id` names one. Null: there is none, or somebody has it.
 * Those of the command line are only for it: their file is on its machine.
 */
export async function claimImport(ctx: Ctx, id: string | null = null): Promise<ImportJob | null> {
  return ctx.tx(async (tx) => {
    const now = await ctx.databaseNow(tx)
    const [taken] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM import_job
      WHERE (state = 'QUEUED' OR (state = 'RUNNING' AND "leasedUntil" <= ${now}::timestamptz))
        AND CASE WHEN ${id}::uuid IS NULL THEN origin IN ('UPLOAD', 'URL') ELSE id = ${id}::uuid END
      ORDER BY "createdAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!taken) return null
    const leasedUntil = new Date(now.getTime() + leaseMs)
    const job = await tx.importJob.findUniqueOrThrow({ where: { id: taken.id }, select: { startedAt: true } })
    return tx.importJob.update({
      where: { id: taken.id },
      data: {
        state: 'RUNNING',
        runId: ctx.newId(),
        leasedUntil,
        startedAt: job.startedAt ?? now,
        failure: null,
        changedAt: now,
      },
    })
  })
}

/** What a claimed import is to do. */
export function runOf(job: ImportJob): Run {
  const { id: jobId, runId, source, isPublished, isDryRun, createdById, createdBy, name } = job
  const { near = 'OFF', mayRestore = false, ...settings } = job.settings as ImportSettings & Partial<Run>
  return {
    ...{ jobId, runId: runId ?? '', source, isPublished, isDryRun, settings, near, mayRestore, ownerId: createdById },
    note: `import ${jobId} of ${createdBy}: ${name}`.slice(0, 500),
  }
}

/** Holds the claim for another while where no batch does it, such as while a file is fetched. False: it is another's now. */
export async function renewRun(ctx: Ctx, { jobId, runId }: Run): Promise<boolean> {
  const until = new Date((await ctx.databaseNow(ctx.db)).getTime() + leaseMs)
  const where = { id: jobId, runId, state: 'RUNNING' } as const
  return (await ctx.db.importJob.updateMany({ where, data: { leasedUntil: until } })).count > 0
}

/** Ends a run: with all of the file read, with why it could not be, or to be resumed by anybody. The pieces of a file that is done go. */
export async function endRun(ctx: Ctx, run: Run, end: RunEnd): Promise<void> {
  await ctx.tx((tx) => endRunIn(ctx, tx, run, end))
}

type RunEnd = 'DONE' | 'QUEUED' | 'STOPPED' | { failure: string }

/** The same in a transaction that ends with it. */
export async function endRunIn(ctx: Ctx, tx: Transaction, run: Run, end: RunEnd): Promise<void> {
  const state = typeof end === 'string' ? end : 'FAILED'
  const failure = typeof end === 'string' ? null : end.failure.slice(0, 2_000)
  const now = await ctx.databaseNow(tx)
  const finishedAt = state === 'DONE' || state === 'FAILED' ? now : null
  const { count } = await tx.importJob.updateMany({
    where: { id: run.jobId, runId: run.runId, state: 'RUNNING' },
    data: { state, failure, finishedAt, runId: null, leasedUntil: null, changedAt: now, version: { increment: 1 } },
  })
  if (count === 0) return
  if (state === 'DONE') await tx.importChunk.deleteMany({ where: { jobId: run.jobId } })
  if (finishedAt) await recordEnd(ctx, tx, run, state)
}

async function recordEnd(ctx: Ctx, tx: Transaction, { jobId }: Run, state: string): Promise<void> {
  const { version, created, updated, unchanged, skipped, refused, repaired } = await tx.importJob.findUniqueOrThrow({
    where: { id: jobId },
  })
  const data = { state, created, updated, unchanged, skipped, refused, repaired }
  await recordEvent(ctx, tx, { type: 'import.finished', subjectId: jobId, version, data })
}

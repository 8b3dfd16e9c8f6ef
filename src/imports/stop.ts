import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { allow, may } from '../core/policy.ts'
import { requireVersion } from '../core/writes.ts'
import type { ImportJob } from '../db/generated/client.ts'
import { allowImport, importOr404 } from './editorial.ts'
import { type Import, type ImportSettings, toImport } from './import.ts'

/** Stops an import after the batch that is being written; what was written stays. @throws not_found, stale_version, conflict when it is over */
export async function stopImport(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<Import> {
  return moveImport(ctx, id, expectedVersion, {
    verb: 'stop',
    from: ['QUEUED', 'RUNNING'],
    to: 'STOPPED',
    type: 'import.stopped',
  })
}

/**
 * Goes on with an import where it was stopped or failed. One of the command line goes on there.
 * @throws not_found, stale_version, conflict when it is not stopped
 */
export async function resumeImport(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<Import> {
  return moveImport(ctx, id, expectedVersion, {
    verb: 'resume',
    from: ['STOPPED', 'FAILED'],
    to: 'QUEUED',
    type: 'import.resumed',
  })
}

interface Move {
  verb: 'stop' | 'resume'
  from: ImportJob['state'][]
  to: ImportJob['state']
  type: 'import.stopped' | 'import.resumed'
}

async function moveImport(
  ctx: Ctx,
  id: string,
  expectedVersion: number | null | undefined,
  { verb, from, to, type }: Move,
): Promise<Import> {
  allow(ctx.caller, 'import', verb)
  return ctx.tx(async (tx) => {
    const { id: known } = await importOr404(tx, id)
    // A batch holds the row until it is written: what it says is what was done.
    await tx.$executeRaw`SELECT id FROM import_job WHERE id = ${known}::uuid FOR UPDATE`
    const before = await importOr404(tx, known)
    const { isPublished: publish, format } = before
    const settings = before.settings as ImportSettings
    if (verb === 'resume') allowImport(ctx, { ...settings, publish, format })
    await requireVersion(tx, 'import', before, expectedVersion)
    if (!from.includes(before.state))
      throw new Refusal(
        'conflict',
        `import ${known} is ${before.state}; only one that is ${from.join(' or ')} can be ${verb === 'stop' ? 'stopped' : 'resumed'}`,
      )
    if (verb === 'resume') requireResumable(before)
    const row = await tx.importJob.update({
      where: { id: known },
      data: {
        state: to,
        // Who resumes it asks for it.
        ...(verb === 'resume' && { settings: { ...settings, mayRestore: may(ctx.caller, 'newsroom', 'restore') } }),
        runId: null,
        leasedUntil: null,
        finishedAt: null,
        changedAt: ctx.now,
        version: { increment: 1 },
      },
    })
    await recordEvent(ctx, tx, { type, subjectId: known, version: row.version })
    return toImport(row)
  })
}

/** What is read elsewhere goes on there. */
function requireResumable({ id, origin }: ImportJob): void {
  if (origin === 'INGEST')
    throw new Refusal('conflict', `import ${id} is of a source that is polled; its next poll goes on`)
  if (origin === 'FILE')
    throw new Refusal('conflict', `import ${id} reads a file of the command line; run 'dateline import' there again`)
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { exportLinesOf } from '../exports/lines.ts'
import { openExport, restoreThings } from '../exports/restore.ts'
import type { ThingRead } from '../exports/restore-batches.ts'
import { journalRestored } from '../exports/restore-end.ts'
import { endRunIn } from './claims.ts'
import type { Outcome } from './outcomes.ts'
import { refuseWishes } from './own-export.ts'
import { ownOutcomes, ownRefusal } from './own-things.ts'
import type { Tell } from './process.ts'
import { keepProgress, type Run, RunLost, requireRun } from './run.ts'

/** A file, and how much of it was read so far. */
interface OwnFile {
  bytes: AsyncIterable<Uint8Array>
  bytesRead(): number
}

interface BringingBack {
  signal: AbortSignal
  tell?: Tell
}

/**
 * Reads an export of Dateline back as an import: all of it in one transaction, which ends the run too, or nothing. Meanwhile the
 * report says what will be there. A dry run does the same and undoes it.
 * @throws forbidden, invalid_input, conflict as `restoreNewsroom`; RunLost, and what the signal says
 */
export async function bringBack(ctx: Ctx, run: Run, file: OwnFile, bringing: BringingBack): Promise<void> {
  requireLeave(run)
  await forgetReport(ctx, run)
  try {
    await bringAll(ctx, run, file, bringing)
  } catch (error) {
    if (error instanceof TriedOut) return
    await forgetReport(ctx, run)
    await reportRefusal(ctx, run, error)
    throw error
  }
}

/** All went well, and is to be undone. */
class TriedOut extends Error {}

/** Whoever asked had to be one who may, and can have wished nothing. What the file is was perhaps not known then. */
function requireLeave({ mayRestore, isPublished, settings }: Run): void {
  if (!mayRestore)
    throw new Refusal(
      'forbidden',
      "the file is an export of Dateline, with users and settings: it takes an admin, or a key with the scope 'newsroom:restore', to ask for its import",
    )
  const { media, locale, baseUrl, sectionId, tagIds } = settings
  refuseWishes({ publish: isPublished, media, locale, baseUrl, sectionId, tagIds })
}

async function bringAll(ctx: Ctx, run: Run, file: OwnFile, { signal, tell }: BringingBack): Promise<void> {
  const opened = await openExport(exportLinesOf(file.bytes, 'the file'))
  if (opened.hasJournal)
    throw new Refusal(
      'conflict',
      'the export has a journal, and this newsroom has one already, which tells of this import: use `dateline restore FILE` on an empty newsroom, or export without --journal',
    )
  await ctx.txOnce(async (tx) => {
    const restoring = { ctx, tx, hasJournal: false, signal }
    const report = startReport(ctx, run, file, tell)
    await restoreThings(restoring, opened, report.add)
    // From here on nobody can stop it: whoever would waits for the end. What a dry run writes here is undone, so it tells before.
    await (run.isDryRun ? report.tellNow() : report.write(tx))
    await journalRestored(restoring)
    if (run.isDryRun) throw new TriedOut()
    await endRunIn(ctx, tx, run, 'DONE')
  })
}

/** Lines of the report, and ms of work, that are told together; and how many lines wait while they cannot be told. */
const [mostTold, tellEveryMs, mostWaiting] = [200, 1_000, 100_000]

/** Tells what will have become of things while they are read, outside of their transaction; the rest with its last part. */
function startReport(ctx: Ctx, run: Run, { bytesRead }: OwnFile, tell: Tell = () => undefined) {
  let waiting: Outcome[] = []
  let done = 0
  let startedAt = performance.now()
  const write = async (tx: Transaction) => {
    await requireRun(ctx, tx, run)
    const activeMs = performance.now() - startedAt
    await keepProgress(ctx, tx, run, waiting, { done, bytesRead: bytesRead(), activeMs })
  }
  const tellNow = async () => {
    await ctx.tx(write)
    tell(waiting)
    waiting = []
    startedAt = performance.now()
  }
  // A report that is late loses nobody the hours of a restore.
  const unlessLost = (error: unknown) => {
    if (error instanceof RunLost || waiting.length > mostWaiting) throw error
  }
  const add = async (things: ThingRead[]): Promise<void> => {
    waiting.push(...ownOutcomes(things))
    done = Math.max(done, ...things.map(({ line }) => line - 1))
    const isDue = waiting.length >= mostTold || performance.now() - startedAt >= tellEveryMs
    if (isDue) await tellNow().catch(unlessLost)
  }
  return { add, tellNow, write }
}

/** Forgets what was reported of things that are not there, unless another process has the import now. */
async function forgetReport(ctx: Ctx, { jobId, runId }: Run): Promise<void> {
  const counts = { created: 0, updated: 0, unchanged: 0, skipped: 0, refused: 0, repaired: 0 }
  await ctx.tx(async (tx) => {
    const { count } = await tx.importJob.updateMany({
      where: { id: jobId, state: { not: 'DONE' }, OR: [{ runId }, { runId: null }] },
      data: { ...counts, done: 0, bytesRead: 0 },
    })
    if (count > 0) await tx.importOutcome.deleteMany({ where: { jobId } })
  })
}

async function reportRefusal(ctx: Ctx, run: Run, error: unknown): Promise<void> {
  const outcome = ownRefusal(error)
  if (!outcome) return
  const progress = { done: 0, bytesRead: 0, activeMs: 0 }
  await ctx.tx(async (tx) => {
    await requireRun(ctx, tx, run)
    await keepProgress(ctx, tx, run, [outcome], progress)
  })
}

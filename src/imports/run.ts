import type { Ctx, Transaction } from '../core/ctx.ts'
import type { ImportSettings } from './import.ts'
import { type Outcome, storableOutcome } from './outcomes.ts'

/** An import that this process has, as long as it renews its claim. */
export interface Run {
  jobId: string
  /** Tells this run from the one before it, which may be slow and not dead. */
  runId: string
  source: string
  isPublished: boolean
  isDryRun: boolean
  settings: ImportSettings
  /** Where stories under new ids are looked for by their text: see src/imports/near.ts. */
  near: 'OFF' | 'SOURCE' | 'ALL'
  /** Whether whoever asked for it may bring a newsroom back: see src/imports/bring-back.ts. */
  mayRestore: boolean
  /** Whose stories they will be; null: the house's. */
  ownerId: string | null
  /** Why each revision was made, for colleagues. */
  note: string
}

/** Ms that a claim holds without being renewed: how long an import rests when its process was killed. */
export const leaseMs = 15_000

/** The import was stopped, or another process has it: this run ends, and what it had not committed is undone. */
export class RunLost extends Error {
  override name = 'RunLost'

  constructor(jobId: string) {
    super(`import ${jobId} was stopped, or is another process's now`)
  }
}

/**
 * Holds the row of the import until the transaction ends, and renews the claim: what a run writes is written by the run that has it,
 * and by no other. @throws RunLost
 */
export async function requireRun(ctx: Ctx, tx: Transaction, { jobId, runId }: Run): Promise<void> {
  const until = new Date((await ctx.databaseNow(tx)).getTime() + leaseMs)
  const kept = await tx.$executeRaw`
    UPDATE import_job SET "leasedUntil" = ${until} WHERE id = ${jobId}::uuid AND "runId" = ${runId}::uuid AND state = 'RUNNING'`
  if (kept === 0) throw new RunLost(jobId)
}

/** How far a run has come: the things before this one are done. */
export interface Progress {
  done: number
  bytesRead: number
  /** Ms since the progress before. */
  activeMs: number
}

/** Writes what became of a batch, and that the run has come so far; in the transaction of the batch. */
export async function keepProgress(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  outcomes: Outcome[],
  { done, bytesRead, activeMs }: Progress,
): Promise<void> {
  const count = (result: Outcome['result']) => outcomes.filter((each) => each.result === result).length
  const repaired = outcomes.filter(({ isRepaired }) => isRepaired).length
  await tx.$executeRaw`
    WITH told AS (
      INSERT INTO import_outcome ("jobId", number, result, noun, "externalId", line, title, "isRepaired", remarks, "targetId")
      SELECT ${run.jobId}::uuid, it.* FROM json_to_recordset(${JSON.stringify(outcomes.map(storableOutcome))}::json) AS it (number int, result "ImportResult",
        noun "ImportNoun", "externalId" text, line int, title text, "isRepaired" boolean, remarks text[], "targetId" uuid)
    )
    UPDATE import_job SET done = ${done}::int, "bytesRead" = greatest("bytesRead", ${bytesRead}::bigint), "activeMs" = "activeMs" + ${Math.round(activeMs)}::int,
      created = created + ${count('CREATED')}::int, updated = updated + ${count('UPDATED')}::int,
      unchanged = unchanged + ${count('UNCHANGED')}::int, skipped = skipped + ${count('SKIPPED')}::int,
      refused = refused + ${count('REFUSED')}::int, repaired = repaired + ${repaired}::int, "changedAt" = ${ctx.now}
    WHERE id = ${run.jobId}::uuid`
}

import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { ImportJob } from '../db/generated/client.ts'
import { bringBack } from './bring-back.ts'
import { endRun, renewRun, runOf } from './claims.ts'
import { formatNameOf } from './formats.ts'
import { withHead } from './head.ts'
import { isOwnFormat } from './own-export.ts'
import { processImport, type Tell } from './process.ts'
import { readImport } from './read.ts'
import { leaseMs, type Run, RunLost } from './run.ts'
import { decodeHead } from './text/decode.ts'

/** What to read, and what is known of it beside its bytes. */
export interface Input {
  bytes: AsyncIterable<Uint8Array>
  fileName: string | null
  /** Address of the file. */
  baseUrl: string | null
  /** Encoding, as HTTP named it. */
  charset: string | null
}

interface Executing {
  signal: AbortSignal
  tell?: Tell
  /** What becomes of the import when the signal ends it: another process goes on with it, or nobody does. */
  whenEnded: 'QUEUED' | 'STOPPED'
}

/** How a run ended. LOST: it was stopped, or another process has it. */
export type End = 'DONE' | 'FAILED' | 'ENDED' | 'LOST'

/**
 * Does an import that was claimed, and says in its row how it ended. What the file itself is to blame for makes it FAILED.
 * @throws whatever else goes wrong, after it was made FAILED if that was possible
 */
export async function executeImport(
  ctx: Ctx,
  job: ImportJob,
  input: () => Promise<Input>,
  executing: Executing,
): Promise<End> {
  const run = runOf(job)
  const ending = new AbortController()
  const renewing = keepClaim(ctx, run, ending)
  const signal = AbortSignal.any([executing.signal, ending.signal])
  try {
    const isWhole = await readAll(ctx, job, run, await input(), { ...executing, signal })
    if (ending.signal.aborted) return 'LOST'
    await endRun(ctx, run, isWhole ? 'DONE' : executing.whenEnded)
    return isWhole ? 'DONE' : 'ENDED'
  } catch (error) {
    if (error instanceof RunLost || ending.signal.aborted) return 'LOST'
    if (executing.signal.aborted && error === executing.signal.reason) {
      await endRun(ctx, run, executing.whenEnded)
      return 'ENDED'
    }
    const isTold = error instanceof Refusal && error.status < 500
    await endRun(ctx, run, {
      failure: isTold ? error.message : 'an error of the service, which its log has; resume it when that is mended',
    })
    if (isTold) return 'FAILED'
    throw error
  } finally {
    clearInterval(renewing)
  }
}

/** Holds the claim while no batch does; ends the run when it is another's. */
function keepClaim(ctx: Ctx, run: Run, ending: AbortController): NodeJS.Timeout {
  let isAsking = false
  const renew = async () => {
    // The row may be held for long: then one waits for it, not one each time.
    if (isAsking) return
    isAsking = true
    // A database that is away for a moment loses nobody the claim by itself: the next batch finds out.
    const isOurs = await renewRun(ctx, run).catch(() => true)
    isAsking = false
    if (!isOurs) ending.abort()
  }
  return setInterval(() => void renew(), leaseMs / 3)
}

async function readAll(
  ctx: Ctx,
  job: ImportJob,
  run: Run,
  { bytes, fileName, baseUrl, charset }: Input,
  executing: Executing,
): Promise<boolean> {
  const counted = { read: 0 }
  const { head, whole } = await withHead(counting(bytes, counted))
  const format = job.format ?? formatNameOf(decodeHead(head, charset), fileName)
  if (!job.format) await ctx.db.importJob.updateMany({ where: { id: job.id, runId: run.runId }, data: { format } })
  const bytesRead = () => counted.read
  const { signal, tell } = executing
  const telling = { signal, ...(tell && { tell }) }
  if (isOwnFormat(format)) {
    await bringBack(ctx, run, { bytes: whole, bytesRead }, telling)
    return true
  }
  const found = readImport(whole, format, { locale: run.settings.locale ?? null, baseUrl, fileName, charset })
  return processImport(ctx, run, { found, skip: job.done, bytesRead }, telling)
}

async function* counting(bytes: AsyncIterable<Uint8Array>, counted: { read: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    counted.read += piece.length
    yield piece
  }
}

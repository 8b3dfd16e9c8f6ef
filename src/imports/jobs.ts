import type { Ctx } from '../core/ctx.ts'
import type { ImportJob } from '../db/generated/client.ts'
import type { Job } from '../jobs/worker.ts'
import { claimImport, runOf } from './claims.ts'
import { executeImport, type Input } from './execute.ts'
import { charsetOf, openUrl, piecesOf } from './fetch-url.ts'
import { forgetTexts } from './near.ts'
import { forgetFile, keepFile, keptFile, mostBytes } from './spool.ts'

/** Ms for a file of any size: 4 GiB at 20 Mbit/s. */
const fetchMs = 1_800_000

/** Ms after which a file that did not come whole is given up; uploads take 15 minutes at most. */
const receivingMs = 3_600_000

/** Does the imports that wait, one after the other. */
export const importsJob: Job = {
  name: 'import',
  everyMs: 1_000,
  run: async (ctx, signal) => {
    const job = await claimImport(ctx)
    if (!job) return false
    await executeImport(ctx, job, () => inputOf(ctx, job, signal), { signal, whenEnded: 'QUEUED' })
    return true
  },
}

/** Forgets files that never came whole, and ends imports of polls, because the process that was at them was killed. */
export const forgetUploads: Job = {
  name: 'forget-uploads',
  everyMs: 600_000,
  run: async (ctx) => {
    const now = await ctx.databaseNow(ctx.db)
    await ctx.db.importJob.updateMany({
      where: { origin: 'INGEST', state: 'RUNNING', leasedUntil: { lt: now } },
      data: { state: 'FAILED', failure: 'its process was ended; the next poll went on', finishedAt: now, runId: null },
    })
    await ctx.db.importJob.deleteMany({
      where: { state: 'RECEIVING', createdAt: { lt: new Date(now.getTime() - receivingMs) } },
    })
    return false
  },
}

/** Forgets the texts of stories that are too old to be found by them. */
export const forgetSketches: Job = {
  name: 'forget-sketches',
  everyMs: 600_000,
  run: async (ctx) => {
    await forgetTexts(ctx)
    return false
  },
}

/** The file of an import; one at an address is fetched first and kept, so that going on does not depend on what stands there then. */
async function inputOf(ctx: Ctx, job: ImportJob, signal: AbortSignal): Promise<Input> {
  const { id, origin, name, settings } = job
  const { charset = null, baseUrl = null } = settings as { charset?: string | null; baseUrl?: string | null }
  const known = {
    fileName: origin === 'URL' ? nameIn(name) : name,
    baseUrl: baseUrl ?? (origin === 'URL' ? name : null),
  }
  if (origin === 'UPLOAD' || job.bytesTotal !== null) return { bytes: keptFile(ctx, id), ...known, charset }
  return { bytes: keptFile(ctx, id), ...known, charset: await fetchFile(ctx, job, signal) }
}

async function fetchFile(ctx: Ctx, job: ImportJob, signal: AbortSignal): Promise<string | null> {
  const { jobId, runId } = runOf(job)
  const answer = await openUrl(ctx, job.name, { timeoutMs: fetchMs, maxBytes: mostBytes, signal })
  await forgetFile(ctx, jobId)
  const bytesTotal = await keepFile(ctx, { jobId, runId }, piecesOf(answer.body))
  const charset = charsetOf(answer.headers)
  const data = { bytesTotal, settings: { ...(job.settings as object), charset } }
  await ctx.db.importJob.updateMany({ where: { id: jobId, runId }, data })
  return charset
}

function nameIn(url: string): string | null {
  const name = new URL(url).pathname.split('/').at(-1)
  return name ? decodeURIComponentOr(name) : null
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { sqlStateOf } from '../lib/sql-state.ts'
import { writeBatch } from './batch.ts'
import { batchesOf } from './batches.ts'
import { tellBatch } from './dry-run.ts'
import type { Entry } from './entries.ts'
import { type Failures, fetchPictures } from './fetch-pictures.ts'
import type { Found } from './item.ts'
import type { Before } from './meet.ts'
import { noNames } from './names.ts'
import type { Outcome } from './outcomes.ts'
import { keepProgress, type Run, requireRun } from './run.ts'
import { nothingSeen } from './seen.ts'

/** Things of a batch whose pictures are fetched first: what is done is told and kept every few of them. */
const mostFetching = 20

/** What a run reads, and where it goes on. */
export interface Reading {
  found: AsyncIterable<Found>
  /** How many things are done already. */
  skip: number
  /** Bytes of the file that were read so far. */
  bytesRead(): number
}

/** Told after each batch what became of it. */
export type Tell = (outcomes: Outcome[]) => void

/**
 * Reads a file to its end and writes what it finds, batch by batch, while the next one is read. Gives whether it came to the end:
 * not when the signal said so. @throws RunLost, and what reading throws
 */
export async function processImport(
  ctx: Ctx,
  run: Run,
  { found, skip, bytesRead }: Reading,
  { signal, tell = () => undefined }: { signal: AbortSignal; tell?: Tell },
): Promise<boolean> {
  const write = writerOf(ctx, run, signal)
  // What is told by its text has to be there before the next is looked at.
  const most = run.near === 'OFF' ? (run.settings.media === 'FETCH' ? mostFetching : undefined) : 1
  const batches = batchesOf(found, skip, run.settings.locale ?? ctx.site.defaultLocale, most)
  let startedAt = performance.now()
  try {
    for (let next = batches.next(); ; ) {
      const { done, value } = await next
      if (done) return true
      if (signal.aborted) return false
      const read = bytesRead()
      // Read while this one is written; what goes wrong in it is thrown when its turn comes.
      next = batches.next()
      next.catch(() => undefined)
      const activeMs = performance.now() - startedAt
      startedAt += activeMs
      const outcomes = await write(value, { bytesRead: read, activeMs })
      if (!outcomes) return false
      tell(outcomes)
    }
  } finally {
    await batches.return(undefined)
  }
}

type Writing = { bytesRead: number; activeMs: number }

/** Writes batches in their order, each at the time that the database has then; null: the run ended before this one was written. */
function writerOf(ctx: Ctx, run: Run, signal: AbortSignal) {
  const names = noNames()
  const failures: Failures = new Map()
  const seen = nothingSeen()
  return async (entries: Entry[], writing: Writing): Promise<Outcome[] | null> => {
    const at = { ...ctx, now: await ctx.databaseNow(ctx.db) }
    const progress = { ...writing, done: entries.at(-1)?.number ?? 0 }
    if (run.isDryRun) return tellBatch(at, run, seen, entries, progress)
    const isFetching = run.settings.media === 'FETCH'
    const fetched = isFetching ? await fetchPictures(at, entries, failures, signal) : new Map()
    // What was not fetched because the run ends is for the run that goes on.
    if (isFetching && signal.aborted) return null
    return writeOrDivide(at, run, { names, fetched }, entries, writing)
  }
}

/** What the database refuses of a batch is written thing by thing, so that one does not stop the others; what takes it too long, by halves. */
async function writeOrDivide(
  ctx: Ctx,
  run: Run,
  before: Before,
  entries: Entry[],
  writing: Writing,
): Promise<Outcome[]> {
  const progress = { ...writing, done: entries.at(-1)?.number ?? 0 }
  try {
    return await writeBatch(ctx, run, before, entries, progress)
  } catch (error) {
    const reason = reasonOf(error)
    const [only, ...others] = entries
    if (only && others.length === 0 && reason) return refuse(ctx, run, only, reason, writing)
    const parts =
      others.length === 0 ? [] : reason ? entries.map((entry) => [entry]) : isTimeout(error) ? halvesOf(entries) : []
    if (parts.length === 0) throw error
    const outcomes: Outcome[] = []
    for (const part of parts)
      outcomes.push(
        ...(await writeOrDivide(ctx, run, before, part, { ...writing, activeMs: writing.activeMs / parts.length })),
      )
    return outcomes
  }
}

function halvesOf(entries: Entry[]): Entry[][] {
  const middle = Math.ceil(entries.length / 2)
  return [entries.slice(0, middle), entries.slice(middle)]
}

/** P2028: the transaction took longer than one may. */
function isTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'P2028'
}

/** Why one thing cannot be written, when it is the fault of that thing: a refusal, or data that the database does not take. */
function reasonOf(error: unknown): string | null {
  if (error instanceof Refusal && error.status < 500) return error.message
  const state = error instanceof Error ? sqlStateOf(error) : null
  return state && /^2[23]/.test(state) ? `the database does not take it (SQLSTATE ${state})` : null
}

async function refuse(ctx: Ctx, run: Run, entry: Entry, reason: string, writing: Writing): Promise<Outcome[]> {
  const story = entry.kind === 'story' ? entry.item : null
  const outcome: Outcome = {
    ...{
      number: entry.number,
      result: 'REFUSED',
      noun: 'ARTICLE',
      line: entry.line,
      isRepaired: false,
      targetId: null,
    },
    ...{ externalId: story?.externalId ?? null, title: story?.headline ?? null, remarks: [reason] },
  }
  await ctx.tx(async (tx) => {
    await requireRun(ctx, tx, run)
    await keepProgress(ctx, tx, run, [outcome], { ...writing, done: entry.number })
  })
  return [outcome]
}

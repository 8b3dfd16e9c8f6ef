import { createHash } from 'node:crypto'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { OutboundError } from '../core/outbound.ts'
import type { IngestSource } from '../db/generated/client.ts'
import { charsetOf, openUrl, piecesOf } from '../imports/fetch-url.ts'
import { filesToRead, noteFile } from './folder.ts'
import { importNews } from './news.ts'

/** Ms that a claim of a source holds: longer than a poll takes. */
const leaseMs = 600_000

/** Ms for a feed and bytes of it at most. */
const fetchMs = 30_000
const mostBytes = 20 * 2 ** 20

/** The longest pause of a source that fails, in ms: a day. */
const longestPauseMs = 86_400_000

/** Takes the source that is due longest, unless another process has it; null when none is. */
export async function claimSource(ctx: Ctx): Promise<IngestSource | null> {
  return ctx.tx(async (tx) => {
    const now = await ctx.databaseNow(tx)
    const [due] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM ingest_source WHERE status = 'ACTIVE' AND "nextPollAt" <= ${now}::timestamptz
        AND ("leasedUntil" IS NULL OR "leasedUntil" <= ${now}::timestamptz)
      ORDER BY "nextPollAt", id LIMIT 1 FOR UPDATE SKIP LOCKED`
    if (!due) return null
    const data = { runId: ctx.newId(), leasedUntil: new Date(now.getTime() + leaseMs), polledAt: now }
    return tx.ingestSource.update({ where: { id: due.id }, data })
  })
}

/** What a poll found out of its source. */
interface Found {
  etag?: string | null
  lastModified?: string | null
  bodyHash?: string | null
  created: number
  updated: number
  refused: number
  importId: string | null
}

const nothing = { created: 0, updated: 0, refused: 0, importId: null }

/** Polls a source that was claimed, and notes how that went. What is the source's fault is in its row; `tell` is told of the rest. */
export async function pollSource(
  ctx: Ctx,
  source: IngestSource,
  signal: AbortSignal,
  tell?: (error: unknown) => void,
): Promise<void> {
  try {
    const found = source.kind === 'FEED' ? await pollFeed(ctx, source, signal) : await pollFolder(ctx, source, signal)
    await noteSuccess(ctx, source, found)
  } catch (error) {
    const isTheirs = (error instanceof Refusal && error.status < 500) || error instanceof OutboundError
    await noteFailure(ctx, source, isTheirs ? (error as Error).message : 'an error of the service, which its log has')
    if (!isTheirs) tell?.(error)
  }
}

async function pollFeed(ctx: Ctx, source: IngestSource, signal: AbortSignal): Promise<Found> {
  const { url, etag, lastModified, bodyHash: before } = source
  const headers = { ...(etag && { 'if-none-match': etag }), ...(lastModified && { 'if-modified-since': lastModified }) }
  const answer = await openUrl(ctx, url ?? '', { headers, timeoutMs: fetchMs, maxBytes: mostBytes, signal })
  if (answer.status === 304) {
    answer.body.destroy()
    return nothing
  }
  const parts: Uint8Array[] = []
  for await (const piece of piecesOf(answer.body)) parts.push(piece)
  const body = Buffer.concat(parts)
  const bodyHash = createHash('sha256').update(body).digest('base64url')
  const seen = { etag: answer.headers.etag ?? null, lastModified: answer.headers['last-modified'] ?? null, bodyHash }
  if (bodyHash === before) return { ...nothing, ...seen }
  const input = { bytes: only(body), fileName: null, baseUrl: answer.url, charset: charsetOf(answer.headers) }
  return { ...seen, ...(await importNews(ctx, source, url ?? '', input, signal)) }
}

async function* only(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body
}

async function pollFolder(ctx: Ctx, source: IngestSource, signal: AbortSignal): Promise<Found> {
  let all: Found = nothing
  for (const file of await filesToRead(ctx, source)) {
    if (signal.aborted) break
    const input = { bytes: file.open(), fileName: file.name, baseUrl: null, charset: null }
    const { created, updated, refused, importId } = await importNews(ctx, source, file.name, input, signal)
    all = {
      created: all.created + created,
      updated: all.updated + updated,
      refused: all.refused + refused,
      importId: importId ?? all.importId,
    }
    await noteFile(ctx, source, file)
  }
  return all
}

async function noteSuccess(ctx: Ctx, { id, runId, intervalSeconds }: IngestSource, found: Found): Promise<void> {
  const { created, updated, refused, importId, ...seen } = found
  const now = await ctx.databaseNow(ctx.db)
  await ctx.db.ingestSource.updateMany({
    where: { id, runId },
    data: {
      ...seen,
      ...{ runId: null, leasedUntil: null, failures: 0, failure: null, succeededAt: now },
      ...(importId && { newsAt: now, lastImportId: importId }),
      ...{ created: { increment: created }, updated: { increment: updated }, refused: { increment: refused } },
      nextPollAt: new Date(now.getTime() + intervalSeconds * 1_000),
    },
  })
}

async function noteFailure(ctx: Ctx, source: IngestSource, failure: string): Promise<void> {
  const { id, runId, intervalSeconds, failures } = source
  const now = await ctx.databaseNow(ctx.db)
  const pause = Math.min(
    intervalSeconds * 1_000 * 2 ** Math.min(failures + 1, 12),
    Math.max(longestPauseMs, intervalSeconds * 1_000),
  )
  await ctx.db.ingestSource.updateMany({
    where: { id, runId },
    data: {
      runId: null,
      leasedUntil: null,
      failures: { increment: 1 },
      failure: failure.slice(0, 1_000),
      nextPollAt: new Date(now.getTime() + pause),
    },
  })
}

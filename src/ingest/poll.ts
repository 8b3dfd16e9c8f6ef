import { createHash } from 'node:crypto'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { OutboundError } from '../core/outbound.ts'
import type { IngestSource } from '../db/generated/client.ts'
import { charsetOf, openUrl, piecesOf } from '../imports/fetch-url.ts'
import { filesToRead, noteFile, unreadable } from './folder.ts'
import { importNews, type News } from './news.ts'

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
  /** Why some of it could not be read, which is tried again. */
  failure: string | null
}

const nothing = { created: 0, updated: 0, refused: 0, importId: null, failure: null }

/** Polls a source that was claimed, and notes how that went. What is the source's fault is in its row; `tell` is told of the rest. */
export async function pollSource(
  ctx: Ctx,
  source: IngestSource,
  signal: AbortSignal,
  tell?: (error: unknown) => void,
): Promise<void> {
  try {
    const found = source.kind === 'FEED' ? await pollFeed(ctx, source, signal) : await pollFolder(ctx, source, signal)
    await noteEnd(ctx, source, found)
  } catch (error) {
    const isTheirs = (error instanceof Refusal && error.status < 500) || error instanceof OutboundError
    const failure = isTheirs ? (error as Error).message : 'an error of the service, which its log has'
    await noteEnd(ctx, source, { ...nothing, failure })
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
  const { isWhole, ...news } = await importNews(ctx, source, url ?? '', input, signal)
  // What was not read to its end is asked for again.
  return { ...(isWhole && seen), ...news, failure: null }
}

async function* only(body: Uint8Array): AsyncGenerator<Uint8Array> {
  yield body
}

async function pollFolder(ctx: Ctx, source: IngestSource, signal: AbortSignal): Promise<Found> {
  let all: Found = nothing
  for (const file of await filesToRead(ctx, source)) {
    if (signal.aborted) break
    const input = { bytes: file.open(), fileName: file.name, baseUrl: null, charset: null }
    try {
      const news = await importNews(ctx, source, file.name, input, signal)
      all = together(all, news)
      if (news.isWhole) await noteFile(ctx, source, file)
    } catch (error) {
      const failure = unreadable(file.name, error)
      if (!failure) throw error
      all = { ...all, failure: all.failure ?? failure }
    }
  }
  return all
}

function together(all: Found, { created, updated, refused, importId }: News): Found {
  return {
    created: all.created + created,
    updated: all.updated + updated,
    refused: all.refused + refused,
    importId: importId ?? all.importId,
    failure: all.failure,
  }
}

/**
 * Notes how a poll went, and when the next one is: later each time that something could not be read. When somebody changed the source meanwhile, or
 * asked for a poll, it is due already, and nothing that was seen is remembered: it is asked in full.
 */
async function noteEnd(ctx: Ctx, source: IngestSource, { failure, ...found }: Found): Promise<void> {
  const { id, runId, intervalSeconds, failures } = source
  const { created, updated, refused, importId, ...seen } = found
  const now = await ctx.databaseNow(ctx.db)
  const pause = intervalSeconds * 1_000 * (failure === null ? 1 : 2 ** Math.min(failures + 1, 12))
  const data = {
    ...{ runId: null, leasedUntil: null, failure: failure?.slice(0, 1_000) ?? null },
    ...(failure === null ? { failures: 0, succeededAt: now } : { failures: { increment: 1 } }),
    ...(importId && { newsAt: now, lastImportId: importId }),
    ...{ created: { increment: created }, updated: { increment: updated }, refused: { increment: refused } },
  }
  const nextPollAt = new Date(now.getTime() + Math.min(pause, Math.max(longestPauseMs, intervalSeconds * 1_000)))
  const { count } = await ctx.db.ingestSource.updateMany({
    where: { id, runId, nextPollAt: source.nextPollAt },
    data: { ...data, ...seen, nextPollAt },
  })
  if (count === 0) await ctx.db.ingestSource.updateMany({ where: { id, runId }, data })
}

import type { Ctx } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { addImport, allowImport } from './editorial.ts'
import { withHead } from './head.ts'
import { type Import, ImportInput, toImport, UploadOptions } from './import.ts'
import { isOwnExport, ownFormat } from './own-export.ts'
import { keepFile } from './spool.ts'
import { decodeHead } from './text/decode.ts'

/** Characters of the name of a file that are kept. */
const mostCharacters = 200

/**
 * An import of a file at an address, which a worker fetches and reads.
 * @throws invalid_input also for an address that is not called, and as `addImport`
 */
export async function createImport(ctx: Ctx, input: unknown): Promise<Import> {
  allow(ctx.caller, 'import', 'create')
  const { url, ...options } = parse(ImportInput, input)
  allowImport(ctx, options)
  const fault = ctx.outbound.faultOf(url)
  if (fault) throw invalidInput([{ path: 'url', message: fault }])
  const source = options.source ?? new URL(url).hostname
  return addImport(ctx, options, { origin: 'URL', name: url, bytesTotal: null, state: 'QUEUED', source })
}

/** A file that was received: an import when it is finished, forgotten when it is dropped. */
export interface Received {
  finish(): Promise<Import>
  drop(): Promise<void>
}

/**
 * Receives the file of an import: kept piece by piece as it comes, and read by a worker when it is finished. What comes in part only
 * is forgotten. A request that is sent again with its `Idempotency-Key` gives the import that it made.
 * @throws too_large, and as `addImport`
 */
export async function receiveImport(
  ctx: Ctx,
  input: unknown,
  { name, bytes }: { name: string; bytes: AsyncIterable<Uint8Array> },
): Promise<Received> {
  const given = parse(UploadOptions, input)
  const { head, whole } = await withHead(bytes)
  // Who sends an export of ours is told at once whether they may.
  const options = given.format || !isOwnExport(decodeHead(head, null)) ? given : { ...given, format: ownFormat }
  const fileName = name.slice(0, mostCharacters) || 'upload'
  const source = options.source ?? fileName.slice(0, 100)
  const of = { origin: 'UPLOAD', name: fileName, bytesTotal: null, state: 'RECEIVING', source } as const
  const { id } = await addImport(ctx, options, of)
  const size = await receiveOnce(ctx, id, whole)
  return { finish: () => finish(ctx, id, size), drop: () => drop(ctx, id) }
}

function finish(ctx: Ctx, id: string, bytesTotal: number): Promise<Import> {
  return ctx.tx(async (tx) => {
    const row = await tx.importJob.update({ where: { id }, data: { state: 'QUEUED', bytesTotal, changedAt: ctx.now } })
    const { version, source, isPublished: publish, isDryRun: dryRun } = row
    const data = { source, origin: 'UPLOAD', publish, dryRun }
    await recordEvent(ctx, tx, { type: 'import.created', subjectId: id, version, data })
    return toImport(row)
  })
}

async function drop(ctx: Ctx, id: string): Promise<void> {
  await ctx.db.importJob.deleteMany({ where: { id, state: 'RECEIVING' } })
}

/** Keeps the file, unless the request was made before; one that does not come whole is forgotten with its import. */
async function receiveOnce(ctx: Ctx, jobId: string, bytes: AsyncIterable<Uint8Array>): Promise<number> {
  const row = await ctx.db.importJob.findUnique({ where: { id: jobId }, select: { state: true } })
  if (!row)
    throw new Refusal('conflict', 'the file of this request did not come whole; send it with another Idempotency-Key')
  if (row.state !== 'RECEIVING') {
    for await (const _piece of bytes);
    return 0
  }
  try {
    await ctx.db.importChunk.deleteMany({ where: { jobId } })
    return await keepFile(ctx, { jobId, runId: null }, bytes)
  } catch (error) {
    await drop(ctx, jobId)
    throw error
  }
}

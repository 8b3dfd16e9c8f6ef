import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { RunLost } from './run.ts'

/** Bytes of one row. Source: a file of 1 GB is a thousand rows, and two of them are little memory. */
const chunkBytes = 1_048_576

/** Bytes of one file at most: 4 GiB, an archive of half a million stories. */
export const mostBytes = 4 * 2 ** 30

/**
 * Keeps the file of an import in the database as it comes, piece by piece, and gives its bytes. `runId`: of the run that fetches it;
 * null while it is received. @throws too_large, RunLost when somebody else has the import meanwhile
 */
export async function keepFile(
  ctx: Ctx,
  { jobId, runId }: { jobId: string; runId: string | null },
  bytes: AsyncIterable<Uint8Array>,
): Promise<number> {
  let parts: Uint8Array[] = []
  let [length, size, position] = [0, 0, 0]
  const write = async () => {
    const kept = await ctx.db.$executeRaw`
      INSERT INTO import_chunk ("jobId", position, bytes)
      SELECT id, ${position}::int, ${Buffer.concat(parts)} FROM import_job
      WHERE id = ${jobId}::uuid AND "runId" IS NOT DISTINCT FROM ${runId}::uuid AND state IN ('RECEIVING', 'RUNNING')`
    if (kept === 0) throw new RunLost(jobId)
    parts = []
    length = 0
    position += 1
  }
  for await (const piece of bytes) {
    parts.push(piece)
    length += piece.length
    size += piece.length
    if (size > mostBytes) throw new Refusal('too_large', `the file is larger than ${mostBytes} bytes; divide it`)
    if (length >= chunkBytes) await write()
  }
  if (length > 0) await write()
  return size
}

/** The file of an import, piece by piece. */
export async function* keptFile(ctx: Ctx, jobId: string): AsyncGenerator<Uint8Array> {
  for (let position = 0; ; position++) {
    const where = { jobId_position: { jobId, position } }
    const chunk = await ctx.db.importChunk.findUnique({ where, select: { bytes: true } })
    if (!chunk) return
    yield chunk.bytes
  }
}

/** Forgets what was kept of a file. */
export async function forgetFile(ctx: Ctx, jobId: string): Promise<void> {
  await ctx.db.importChunk.deleteMany({ where: { jobId } })
}

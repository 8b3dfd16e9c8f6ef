import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { ReceivedFile } from '../core/files.ts'

/**
 * Writes what comes to a file, bit by bit: of a film of a gigabyte no more than a chunk is in memory.
 * @throws too_large beyond the limit, invalid_input for nothing at all.
 */
export async function receiveFile({ files }: Pick<Ctx, 'files'>, chunks: AsyncIterable<Buffer>): Promise<ReceivedFile> {
  const path = await files.scratchPath()
  const drop = () => rm(path, { force: true })
  const hash = createHash('sha256')
  let bytes = 0
  const watched = async function* () {
    for await (const chunk of chunks) {
      bytes += chunk.length
      if (bytes > files.limits.bytes) throw tooLarge(files.limits.bytes)
      hash.update(chunk)
      yield chunk
    }
  }
  // Made before anything is read: what fails at once would be dropped before it is there.
  const target = await open(path, 'wx', 0o600)
  try {
    await pipeline(watched, target.createWriteStream())
    if (bytes === 0) throw empty()
    return { path, bytes, hash: hash.digest('hex'), drop }
  } catch (error) {
    await drop()
    throw error
  }
}

/** The refusal of a file with more bytes than are taken. */
export function tooLarge(most: number): Refusal {
  const words = `is larger than ${Math.floor(most / 1_000_000)} MB, the most that is taken`
  return new Refusal('too_large', `file: ${words}`, { faults: [{ path: 'file', message: words }] })
}

function empty(): Refusal {
  return new Refusal('invalid_input', 'file: is empty', { faults: [{ path: 'file', message: 'is empty' }] })
}

const [headBytes, tailBytes] = [1_024, 65_557]

/** The beginning and the end of a file. */
export async function endsOf({
  path,
  bytes,
}: Pick<ReceivedFile, 'path' | 'bytes'>): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path, 'r')
  try {
    const read = async (from: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from)
      return buffer.subarray(0, bytesRead)
    }
    return { head: await read(0, headBytes), tail: await read(Math.max(0, bytes - tailBytes), tailBytes) }
  } finally {
    await handle.close()
  }
}

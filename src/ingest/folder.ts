import { createReadStream } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { IngestSource } from '../db/generated/client.ts'

/** A file of a folder, as it was when it was looked at. */
interface FolderFile {
  name: string
  bytes: bigint
  modifiedAt: Date
  open(): AsyncIterable<Uint8Array>
}

/** Ms since a file was last written, after which it is taken for whole. */
const settledMs = 2_000

/** Files of one poll at most, and bytes of one. */
const mostFiles = 200
const mostBytes = 200 * 2 ** 20

/**
 * The files of the source's folder that are new or were changed since they were read, by name. Links and hidden files are passed over, and
 * so is what is still being written. Only what lies below INGEST_DIR is read, wherever links lead. @throws conflict when there is no such folder
 */
export async function filesToRead(ctx: Ctx, source: IngestSource): Promise<FolderFile[]> {
  const folder = await folderOf(ctx, source)
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  )
  const known = await ctx.db.ingestFile.findMany({ where: { sourceId: source.id } })
  const seen = new Map(known.map((row) => [row.name, row]))
  const files: FolderFile[] = []
  for (const { name } of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, name)
    // One that is gone by now is nobody's fault.
    const found = await stat(path).catch(() => null)
    if (!found) continue
    const { size, mtime } = found
    const before = seen.get(name)
    const isSame = before?.bytes === BigInt(size) && before.modifiedAt.getTime() === mtime.getTime()
    // Of a clock that is ahead of ours nothing can be told: what is written later is read again.
    const isBeingWritten = Math.abs(Date.now() - mtime.getTime()) < settledMs
    if (isSame || isBeingWritten) continue
    const open = () => (size > mostBytes ? tooLarge(name, size) : createReadStream(path))
    files.push({ name, bytes: BigInt(size), modifiedAt: mtime, open })
    if (files.length === mostFiles) break
  }
  return files
}

// biome-ignore lint/correctness/useYield: what is too large gives nothing.
async function* tooLarge(name: string, size: number): AsyncGenerator<Uint8Array> {
  const [megabytes, most] = [Math.ceil(size / 2 ** 20), mostBytes / 2 ** 20]
  throw new Refusal(
    'too_large',
    `'${name}' has ${megabytes} MB, and files of folders ${most} MB at most; import it by hand`,
  )
}

/** What a source says of a file that the system does not let be read; null for any other error. */
export function unreadable(name: string, error: unknown): string | null {
  const code = error instanceof Error && 'syscall' in error ? (error as NodeJS.ErrnoException).code : undefined
  return code ? `'${name}' cannot be read (${code})` : null
}

async function folderOf({ site }: Ctx, { folder }: IngestSource): Promise<string> {
  if (!site.ingestDir) throw new Refusal('conflict', 'INGEST_DIR is not set: no folder is read')
  const noFolder = () => new Refusal('conflict', `there is no folder '${folder}' below INGEST_DIR`)
  const root = await realpath(site.ingestDir).catch(() => null)
  const path = root && (await realpath(join(root, folder ?? '')).catch(() => null))
  if (!root || !path?.startsWith(root + sep)) throw noFolder()
  return path
}

/** Notes that a file was read as it was. */
export async function noteFile(
  ctx: Ctx,
  { id: sourceId }: IngestSource,
  { name, bytes, modifiedAt }: FolderFile,
): Promise<void> {
  await ctx.db.ingestFile.upsert({
    where: { sourceId_name: { sourceId, name } },
    create: { sourceId, name, bytes, modifiedAt },
    update: { bytes, modifiedAt },
    select: { name: true },
  })
}

import { createWriteStream, type WriteStream } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { Refusal } from '../core/errors.ts'

/** Only the owner: what is written here has secrets. */
const mode = 0o600

/** A file to write, which there must not be yet. */
export function newFile(path: string): WriteStream {
  return createWriteStream(path, { flags: 'wx', mode })
}

/** Forces a file to the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r+')
  await file.sync().finally(() => file.close())
}

/** Writes a file that has its name only when all of it is on the disk. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.part`, 'w', mode)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.part`, path)
}

/** A new name is on the disk only when its folder is. */
export async function syncFolder(path: string): Promise<void> {
  // Not every system lets folders be opened.
  const folder: FileHandle | null = await open(path, 'r').catch(() => null)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

const reasons: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'there is something of that name already',
  EACCES: 'this user may not read or write there',
  EPERM: 'this user may not read or write there',
  EROFS: 'the disk can only be read',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full; nothing was kept',
  EDQUOT: 'the quota of the disk is used up; nothing was kept',
}

/** @throws invalid_input that names the file, for what its user can put right; the error itself otherwise. */
export function refuse(path: string, error: NodeJS.ErrnoException): never {
  const reason = reasons[error.code ?? '']
  if (!reason || error instanceof Refusal) throw error
  throw new Refusal('invalid_input', `cannot use '${path}': ${reason}`, { cause: error })
}

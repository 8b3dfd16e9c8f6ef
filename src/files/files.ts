import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileLimits, FileStore, Files } from '../core/files.ts'
import { diskStore } from './disk.ts'

/** Ms after which a file that is on its way belongs to a process that is no more. */
const abandonedMs = 24 * 60 * 60 * 1_000

export interface FilesOptions {
  /** A folder of this machine: what is on its way is in `scratch` below it, and without `store` all files are there. */
  folder: string
  limits: FileLimits
  /** An object store; the folder itself when left out. */
  store?: FileStore | null
}

/** The place of all files of media. Nothing is made before the first file comes. */
export function filesIn({ folder, limits, store = null }: FilesOptions): Files {
  const scratch = join(folder, 'scratch')
  let cleared: Promise<void> | null = null
  return {
    limits,
    store: store ?? diskStore(folder),
    scratchPath: async () => {
      await mkdir(scratch, { recursive: true, mode: 0o700 })
      cleared ??= clear(scratch)
      await cleared
      return join(scratch, randomUUID())
    },
  }
}

/** What killed processes left behind is removed when the first file of a new one comes. */
async function clear(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name)
    const facts = await stat(path).catch(() => null)
    if (facts && Date.now() - facts.mtimeMs > abandonedMs) await rm(path, { force: true })
  }
}

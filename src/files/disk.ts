import { createReadStream } from 'node:fs'
import { mkdir, open, opendir, rename, rm, rmdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { FileStore, ListedFile } from '../core/files.ts'
import { checkedKey } from './keys.ts'

/**
 * Files in a folder. One is written under another name, in the same folder tree, and gets its own in one step when it is on the disk, so
 * that a process which is killed, or a machine without power, leaves either nothing or the whole file. Files are readable by their owner only.
 */
export function diskStore(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, checkedKey(key))
  return {
    location: folder,
    put: async (key, path) => {
      const target = pathOf(key)
      await sync(path)
      await moveInto(path, target)
      await syncFolders(folder, dirname(target))
    },
    open: async (key, range) => {
      const path = pathOf(key)
      const facts = await stat(path).catch(ignoreMissing)
      if (!facts?.isFile()) return null
      return { body: createReadStream(path, range ?? {}), bytes: facts.size }
    },
    list: (prefix) => listBelow(folder, prefix),
    remove: async (key) => {
      const path = pathOf(key)
      await rm(path, { force: true })
      await removeEmpty(folder, dirname(path))
    },
  }
}

/** Whoever removes the last file of a folder may remove the folder right before this one gets there. */
async function moveInto(path: string, target: string, tries = 5): Promise<void> {
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(path, target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || tries === 0) throw error
    return moveInto(path, target, tries - 1)
  })
}

function ignoreMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
  throw error
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r+')
  await handle.sync().finally(() => handle.close())
}

/** A new name is on the disk when its folder is, and a new folder when the one above is. Windows cannot sync folders. */
async function syncFolders(top: string, folder: string): Promise<void> {
  for (let at = folder; at.startsWith(top); at = dirname(at)) {
    const handle = await open(at, 'r').catch(() => null)
    await handle?.sync().catch(() => undefined)
    await handle?.close()
  }
}

async function* listBelow(folder: string, prefix: string): AsyncGenerator<ListedFile> {
  const top = join(folder, checkedKey(prefix.replace(/\/$/, '')))
  const entries = await opendir(top, { recursive: true }).catch(ignoreMissing)
  if (!entries) return
  for await (const entry of entries) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const facts = await stat(path).catch(ignoreMissing)
    const key = path.slice(folder.length + 1).replaceAll('\\', '/')
    if (facts) yield { key, bytes: facts.size, changedAt: facts.mtime }
  }
}

/** Folders that the last file has left. One that gets a file meanwhile is not empty, and stays. */
async function removeEmpty(top: string, folder: string): Promise<void> {
  for (let at = folder; at !== top && at.startsWith(top); at = dirname(at)) {
    const gone = await rmdir(at).then(
      () => true,
      () => false,
    )
    if (!gone) return
  }
}

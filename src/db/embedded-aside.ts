import { randomBytes } from 'node:crypto'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** Age in ms from which an unfinished folder counts as abandoned even if its process number is in use: ten minutes. */
const ABANDONED_AFTER_MS = 600_000

/**
 * Makes a folder appear whole or not at all: `build` fills a neighbour with a temporary name, which is then renamed.
 * When another process was quicker its folder stays and ours is removed. Unfinished neighbours of killed processes are removed.
 * In: the final path; the builder, which gets the temporary path (not yet created). Throws what `build` throws.
 */
export async function buildAside(target: string, build: (path: string) => Promise<void>): Promise<void> {
  await removeAbandoned(target)
  const aside = `${target}.new-${process.pid}-${randomBytes(4).toString('hex')}`
  try {
    await build(aside)
    await renameUnlessThere(aside, target)
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** Removes the unfinished neighbours `<target>.new-<pid>-…` whose process is gone or that are older than ten minutes. */
export async function removeAbandoned(target: string): Promise<void> {
  const prefix = `${basename(target)}.new-`
  const names = await readdir(dirname(target)).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const path = join(dirname(target), name)
    const pid = Number(name.slice(prefix.length).split('-')[0])
    if (isRunning(pid) && (await ageMs(path)) <= ABANDONED_AFTER_MS) continue
    // A program that outlived its killed parent may still write there; then a later start removes the rest.
    await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Whether a process of this number exists on this machine; true as well when it belongs to somebody else. */
export function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function renameUnlessThere(from: string, to: string): Promise<void> {
  try {
    await rename(from, to)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) || !(await stat(to).catch(() => undefined))) throw error
    return
  }
  await syncFolder(dirname(to))
}

/** A rename survives a power cut only when the folder that holds the name is flushed as well. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}

async function ageMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => undefined)
  return found ? Date.now() - found.mtimeMs : 0
}

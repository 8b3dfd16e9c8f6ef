import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { makeBackup } from '../../src/backups/backup.ts'
import { readManifest, verifyBackup } from '../../src/backups/read-backup.ts'
import type { Trial } from '../proof.ts'
import { startDoomed } from './doomed.ts'
import { filesOf } from './media.ts'

interface Place {
  url: string
  /** Folder of the files of media. */
  media: string
  folder: string
  times: number
}

const program = 'prove/out/backup-process.ts'

/** Kills backups, looks each time at what is left, and makes one to its end: `backup` in the folder. */
export async function killBackups({ random, tell }: Trial, { url, media, folder, times }: Place) {
  const target = join(folder, 'backup')
  const ms = await msOf(() => makeBackup(url, join(folder, 'first'), { files: { ...filesOf(media), earlier: null } }))
  await rm(join(folder, 'first'), { recursive: true })
  const counts = { killed: 0, whole: 0, violations: [] as string[] }
  const start = () => startDoomed(program, { verb: 'backup', url, folder: target, media })
  let next = start()
  while (counts.killed < times) {
    const current = next
    if (counts.killed + 1 < times) next = start()
    const isKilled = await current.killAfter(random.fraction() * ms * 1.2)
    if (isKilled) counts.killed += 1
    else if (await isGone(target)) counts.violations.push('a backup that ended well is not there')
    counts.violations.push(...(await backupFaults(target)))
    if (!isKilled && counts.killed + 1 === times) next = start()
    if (await isGone(target)) continue
    counts.whole += 1
    await rm(target, { recursive: true })
  }
  await makeBackup(url, target, { files: { ...filesOf(media), earlier: null } })
  counts.violations.push(...(await backupFaults(target)))
  tell(`a backup takes ${Math.round(ms)} ms`)
  return counts
}

export async function msOf(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

async function isGone(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) === null
}

/** What is wrong with what has the name of a backup. */
export async function backupFaults(target: string): Promise<string[]> {
  if (await isGone(target)) return []
  try {
    const manifest = await readManifest(target)
    await verifyBackup(target, manifest)
    return manifest.files?.lost === 0 ? [] : [`a backup lost ${manifest.files?.lost} files`]
  } catch (error) {
    return [`a backup is not whole: ${(error as Error).message}`]
  }
}

import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { readManifest } from '../../src/backups/read-backup.ts'
import { restoreBackup } from '../../src/backups/restore-backup.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { insideOf } from '../../src/db/copy-target.ts'
import { copyingName, openCopying } from '../../src/db/copying.ts'
import { exportNewsroom } from '../../src/exports/editorial.ts'
import { ask, withEmptyDatabase } from '../cluster.ts'
import type { Trial } from '../proof.ts'
import { startDoomed } from './doomed.ts'
import { msOf } from './killed-backups.ts'
import { faultsOfStore, filesOf } from './media.ts'

interface Place {
  /** Of any database of the server. */
  url: string
  /** Where `backup` is. */
  folder: string
  times: number
}

const program = 'prove/out/backup-process.ts'

/** Restores the backup once to its end, and elsewhere again and again while it is killed; compares the two. */
export function killRestores(trial: Trial, { url, folder, times }: Place) {
  const backup = join(folder, 'backup')
  const [whole, killed] = [join(folder, 'whole'), join(folder, 'killed')]
  return withEmptyDatabase(url, (wholeUrl) =>
    withEmptyDatabase(url, async (killedUrl) => {
      const restore = () => restoreBackup(wholeUrl, backup, { shown: 'it', replaces: false, files: filesOf(whole) })
      const ms = await msOf(restore)
      trial.tell(`a restore takes ${Math.round(ms)} ms`)
      const hash = await hashOf(wholeUrl)
      const counts = await killOften(trial, { backup, url: killedUrl, media: killed, times, ms, hash })
      const [one, other] = [await faultsOfStore(filesOf(whole)), await faultsOfStore(filesOf(killed))]
      if (JSON.stringify([...one.keys].sort()) !== JSON.stringify([...other.keys].sort()))
        counts.violations.push(`${one.keys.size} files came back, ${other.keys.size} amid kills`)
      counts.violations.push(...one.faults, ...other.faults)
      const { tables } = await readManifest(backup)
      return { ...counts, files: one.keys.size, rows: tables.reduce((sum, { rows }) => sum + rows, 0) }
    }),
  )
}

interface Killing {
  backup: string
  url: string
  media: string
  times: number
  /** What one takes that is not killed. */
  ms: number
  /** Of the newsroom that comes of it. */
  hash: string
}

async function killOften({ random }: Trial, { backup, url, media, times, ms, hash }: Killing) {
  const counts = { killed: 0, violations: [] as string[] }
  const start = () => startDoomed(program, { verb: 'restore', url, folder: backup, media })
  let next = start()
  while (counts.killed < times) {
    const current = next
    if (counts.killed + 1 < times) next = start()
    const isKilled = await current.killAfter(random.fraction() * ms * 1.1)
    await settle(url)
    if (isKilled) counts.killed += 1
    else if (counts.killed + 1 === times) next = start()
    counts.violations.push(...(await faultsOf(url, hash, isKilled)), ...(await faultsOfStore(filesOf(media))).faults)
  }
  await restoreBackup(url, backup, { shown: 'it', replaces: true, files: filesOf(media) })
  counts.violations.push(...(await faultsOf(url, hash, false)))
  return counts
}

/** The statement of a dead process may still be under way. */
async function settle(url: string): Promise<void> {
  const busy = 'SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1'
  for (const end = Date.now() + 20_000; Date.now() < end; await wait(5))
    if ((await ask(url, busy, [copyingName])).rowCount === 0) return
}

/** What is in the database is nothing, or all of it. */
async function faultsOf(url: string, hash: string, mayBeEmpty: boolean): Promise<string[]> {
  const client = await openCopying(url)
  const inside = await insideOf(client).finally(() => client.end())
  if (inside === 'newsroom')
    return (await hashOf(url)) === hash ? [] : ['a restored newsroom is not the one of the backup']
  return mayBeEmpty && inside !== 'foreign-tables' ? [] : [`after a restore there is: ${inside}`]
}

/** The logical hash of a newsroom. */
async function hashOf(url: string): Promise<string> {
  const { prisma, close } = connectDatabase(url, { applicationName: 'prove' })
  const sum = await exportNewsroom(prisma, { filter: null, hasJournal: true }, () => undefined).finally(close)
  return sum.hash
}

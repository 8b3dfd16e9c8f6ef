import { Command } from 'commander'
import { makeBackup } from '../backups/backup.ts'
import type { KeptFile } from '../backups/kept-file.ts'
import type { Manifest } from '../backups/manifest.ts'
import { readConfig } from '../config.ts'
import { filesOf, findDatabase } from '../house.ts'
import { log } from './log.ts'
import { startProgress } from './progress.ts'

interface BackupFlags {
  media: boolean
  earlier?: string
}

/** `dateline backup`: an exact copy of the database and of the files of media, while the service runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'copy the database, as it is at one instant, and the files of media into a new folder; the service may go on',
    )
    .argument('<folder>', 'a name that is not there yet')
    .option('--no-media', 'without the files of media, for one whose bucket or folder is copied otherwise')
    .option('--earlier <folder>', 'an earlier backup: files of media that it has are linked, not copied again')
    .action(writeBackup)
}

async function writeBackup(folder: string, { media, earlier = undefined }: BackupFlags): Promise<void> {
  const config = readConfig()
  const { url, stop } = await findDatabase(config, log)
  const progress = startProgress('rows and files', null)
  const onFile = (file: KeptFile) => {
    progress.add()
    if (file.lost) console.error(`${file.key} is ${lostWords[file.lost]}`)
  }
  const files = media ? { store: filesOf(config).store, earlier: earlier ?? null, onFile } : null
  try {
    const { manifest, sha256 } = await makeBackup(url, folder, { files, onRows: progress.add })
    progress.stop()
    tellMade(folder, manifest)
    console.log(`manifest ${sha256}`)
    console.error('It holds secrets of the house: keep it where only you can read it.')
  } finally {
    progress.stop()
    await stop()
  }
}

const lostWords = {
  missing: 'not where its row says: it is not in the backup',
  altered: 'not what its row says: it was altered or damaged, and is not in the backup',
}

function tellMade(folder: string, manifest: Manifest): void {
  console.log(`${contentOf(manifest)} in ${folder}, as of ${manifest.madeAt}`)
  const lost = manifest.files?.lost ?? 0
  if (lost === 0) return
  console.error(`${lost} files of media were lost before this backup; look for them in earlier ones.`)
  process.exitCode = 1
}

/** What is in a backup, in words: '1204 rows of 61 tables and 35 files of media (12.4 MB)'. */
export function contentOf({ tables, files }: Manifest): string {
  const rows = `${tables.reduce((sum, table) => sum + table.rows, 0)} rows of ${tables.length} tables`
  if (!files) return `${rows}, without files of media,`
  return `${rows} and ${files.count - files.lost} files of media (${(files.bytes / 1_000_000).toFixed(1)} MB)`
}

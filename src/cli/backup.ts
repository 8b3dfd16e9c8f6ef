import { Command } from 'commander'
import { makeBackup } from '../backups/backup.ts'
import { readConfig } from '../config.ts'
import { findDatabase } from '../house.ts'
import { log } from './log.ts'
import { startProgress } from './progress.ts'

/** `dateline backup`: an exact copy of the database, while the service runs. */
export function backupCommand(): Command {
  return new Command('backup')
    .description('copy the whole database into a new folder, as it is at one instant; the service may go on')
    .argument('<folder>', 'a name that is not there yet')
    .action(writeBackup)
}

async function writeBackup(folder: string): Promise<void> {
  const { url, stop } = await findDatabase(readConfig(), log)
  const progress = startProgress('rows', null)
  try {
    const { manifest, sha256 } = await makeBackup(url, folder, progress.add)
    progress.stop()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    console.log(`${rows} rows of ${manifest.tables.length} tables in ${folder}, as of ${manifest.madeAt}`)
    console.log(`manifest ${sha256}`)
    console.error('It holds secrets of the house: keep it where only you can read it.')
  } finally {
    progress.stop()
    await stop()
  }
}

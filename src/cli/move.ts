import { moveDatabase } from '../backups/move.ts'
import { readConfig } from '../config.ts'
import { filesOf, findDatabase, withoutPassword } from '../house.ts'
import { log } from './log.ts'
import { startProgress } from './progress.ts'
import { configFor } from './restore.ts'

export interface MoveFlags {
  to: string
  live?: boolean
}

/** `dateline db move`: everything into another database, and what to set next. */
export async function moveToServer({ to, live = false }: MoveFlags): Promise<void> {
  const config = readConfig()
  const source = await findDatabase(config, log)
  const target = await findDatabase(configFor(to), log)
  const progress = startProgress('rows', null)
  try {
    const options = { shown: target.location, isLive: live, onRows: progress.add }
    const rows = await moveDatabase(source.url, target.url, options).finally(progress.stop)
    console.log(
      `${rows} rows are in ${target.location}; every row was compared with ${source.location}, which is as it was`,
    )
    if (live) console.log('It is a copy of one instant: what was written since is in the old database only.')
    console.log(`Files of media stay where they are, in ${filesOf(config).store.location}, and are used from there.`)
    console.log(
      `Now set DATABASE_URL to ${withoutPassword(to)}, with its password, keep DATA_DIR and the other settings, and start Dateline.`,
    )
  } finally {
    await target.stop()
    await source.stop()
  }
}

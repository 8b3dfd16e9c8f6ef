import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { withDatabase, withFolder } from '../cluster.ts'
import { withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { fillRoom, keepWriting } from './fill.ts'
import { killBackups } from './killed-backups.ts'
import { killRestores } from './killed-restores.ts'
import { filesOf } from './media.ts'

const kills = 60
const things = { assets: 300, stories: 300 }

export const backupKills: Proof = {
  name: 'backup-kills',
  guarantee:
    'A backup that is killed (kill -9) leaves nothing under its name, or all of it; a restore that is killed leaves an empty newsroom, or all of it, and no half file of media; both are taken up again, while others write, and make an equal newsroom',
  run: (trial) =>
    withDatabase(trial, {}, async ({ url, version }) => {
      await migrate(url, { dir: 'prisma/migrations' })
      return withFolder((folder) => killOften(trial, { url, version, folder }))
    }),
}

interface Place {
  url: string
  version: string
  folder: string
}

async function killOften(trial: Trial, { url, version, folder }: Place): Promise<Outcome> {
  const { random, scale, tell } = trial
  const media = join(folder, 'media')
  const steps = scaled(kills, scale, 2)
  const size = { assets: scaled(things.assets, scale, 20), stories: scaled(things.stories, scale, 20) }
  const backups = await withNewsroom(
    url,
    async (newsroom) => {
      await fillRoom(newsroom, random, size)
      const writing = keepWriting(newsroom, random)
      const killed = await killBackups(trial, { url, media, folder, times: Math.ceil(steps / 2) })
      return { ...killed, writes: await writing.stop() }
    },
    undefined,
    filesOf(media),
  )
  tell(`${backups.killed} backups killed, ${backups.whole} were done before; ${backups.writes} writes meanwhile`)
  const restores = await killRestores(trial, { url, folder, times: Math.floor(steps / 2) })
  const { rows, files } = restores
  return {
    ...{ steps, violations: [...backups.violations, ...restores.violations], postgres: version },
    numbers: { backups: backups.killed, restores: restores.killed, rows, files, writes: backups.writes },
    tried: `${backups.killed} backups and ${restores.killed} restores killed, of ${shown(rows)} rows and ${shown(files)} files of media, amid ${shown(backups.writes)} writes`,
  }
}

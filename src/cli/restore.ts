import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import type { Manifest } from '../backups/manifest.ts'
import { readManifest, verifyBackup } from '../backups/read-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { revokeAllAccess } from '../backups/revoke.ts'
import { type Config, readConfig } from '../config.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { Files } from '../core/files.ts'
import { restoreNewsroom } from '../exports/restore.ts'
import { filesOf, findDatabase } from '../house.ts'
import { contentOf } from './backup.ts'
import { putBackFiles } from './export-files.ts'
import { inHouse } from './in-house.ts'
import { linesOfFile } from './line-file.ts'
import { log } from './log.ts'
import { startProgress } from './progress.ts'

interface RestoreFlags {
  verify?: true
  to?: string
  replace?: boolean
  revoke?: boolean
  /** A folder; false for none. */
  media?: string | false
}

/** `dateline restore`: a backup or an export, all of it or nothing. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('bring back a backup (a folder) or an export (a file), all of it or nothing')
    .argument('<path>', "what 'dateline backup' or 'dateline export' made; '-' for an export from standard input")
    .option('--verify', 'only read the backup and compare it with its manifest; changes nothing')
    .option('--to <url>', 'the database that a backup goes to; the one of the settings when left out')
    .option('--replace', 'of a backup: what is in that database goes')
    .option('--media <folder>', "of an export: the files that 'dateline export --media' copied")
    .option('--no-media', 'of a backup: leave the files of media where they are')
    .option('--revoke', 'of a backup: end all keys and sessions in it, and the links of previews')
    .action(restorePath)
}

async function restorePath(path: string, flags: RestoreFlags): Promise<void> {
  const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory()
  const { media } = flags
  if (isFolder && typeof media === 'string')
    throw new Refusal('invalid_input', '--media: a backup has its files of media in itself; leave it out')
  if (isFolder) return flags.verify ? verifyFolder(path) : restoreFolder(path, flags)
  if (flags.verify || flags.to || flags.replace || flags.revoke || media === false)
    throw new Refusal(
      'invalid_input',
      `'${path}' is no folder: --verify, --to, --replace, --revoke and --no-media are for backups`,
    )
  await restoreFile(path, media)
}

async function verifyFolder(folder: string): Promise<void> {
  const manifest = await readManifest(folder)
  const { progress, ...reading } = startReading(manifest)
  await verifyBackup(folder, manifest, reading).finally(progress.stop)
  console.log(`whole: ${contentOf(manifest)}, as of ${manifest.madeAt}`)
}

/** Shows how far the reading of a backup has come. */
function startReading({ tables, files }: Manifest) {
  const total = tables.reduce((sum, { rows }) => sum + rows, files?.count ?? 0)
  const progress = startProgress('rows and files', total)
  return { progress, onRows: progress.add, onFile: () => progress.add() }
}

async function restoreFolder(folder: string, flags: RestoreFlags): Promise<void> {
  const { to, replace = false, revoke = false, media } = flags
  const config = to === undefined ? readConfig() : configFor(to)
  const { url, location, stop } = await findDatabase(config, log)
  try {
    const { progress, ...reading } = startReading(await readManifest(folder))
    const files = media === false ? null : filesOf(config)
    const options = { shown: location, replaces: replace, files, ...reading }
    const manifest = await restoreBackup(url, folder, options).finally(progress.stop)
    tellRestored(manifest, location, files)
    if (revoke) await inHouse(printRevoked, { config })
    else console.error('Keys, sessions and webhooks are valid as they were then; --revoke ends the keys and sessions.')
  } finally {
    await stop()
  }
}

function tellRestored({ tables, madeAt, files: part }: Manifest, location: string, files: Files | null): void {
  const rows = tables.reduce((sum, each) => sum + each.rows, 0)
  console.log(`${rows} rows of ${tables.length} tables are in ${location}, as of ${madeAt}; every row was compared`)
  if (part && files)
    console.log(`${part.count - part.lost} files of media are in ${files.store.location}; every one was compared`)
  else console.error('Files of media were not restored: see that those that the rows name are where they were.')
  if (part && part.lost > 0) console.error(`${part.lost} files of media were lost before the backup was made.`)
}

/** The settings, with another database. @throws ConfigError */
export function configFor(databaseUrl: string): Config {
  return { ...readConfig(), DATABASE_URL: readConfig({ DATABASE_URL: databaseUrl }).DATABASE_URL }
}

async function printRevoked(ctx: Ctx): Promise<void> {
  const { keys, sessions } = await revokeAllAccess(ctx)
  console.log(`ended ${keys} keys and ${sessions} sessions; make a key with 'dateline keys create'`)
}

/** Reads an export back and says what came of it. `media`: the folder with its files. */
export async function restoreFile(path: string, media?: string): Promise<void> {
  if (path === '-' && media !== undefined)
    throw new Refusal('invalid_input', '--media: the export is read twice then; give a file, not standard input')
  const restore = async (ctx: Ctx) => {
    // The file first and its row last, as when it came in.
    if (media !== undefined)
      console.log(`${await putBackFiles(path, media, ctx.files)} files of media are in ${ctx.files.store.location}`)
    const progress = startProgress('lines', null)
    const { made, unchanged, hash } = await restoreNewsroom(ctx, linesOfFile(path), (things) =>
      progress.add(things.length),
    ).finally(progress.stop)
    for (const [type, count] of Object.entries(made)) if (count > 0) console.log(`made ${count} ${type}`)
    if (unchanged > 0) console.log(`${unchanged} things were there already`)
    if (media === undefined && (made.media ?? 0) > 0)
      console.error(
        'Files of media are not in an export: see that those that are kept here are in the store, or give --media.',
      )
    console.log(hash)
  }
  await inHouse(restore)
}

import { stat } from 'node:fs/promises'
import { Command } from 'commander'
import { readManifest, verifyBackup } from '../backups/read-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { revokeAllAccess } from '../backups/revoke.ts'
import { type Config, readConfig } from '../config.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { runOnce } from '../db/transaction.ts'
import { restoreNewsroom } from '../exports/restore.ts'
import { findDatabase } from '../house.ts'
import { inHouse } from './in-house.ts'
import { linesOfFile } from './line-file.ts'
import { log } from './log.ts'
import { startProgress } from './progress.ts'

interface RestoreFlags {
  verify?: true
  to?: string
  replace?: boolean
  revoke?: boolean
}

/** `dateline restore`: a backup or an export, all of it or nothing. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('bring back a backup (a folder) or an export (a file), all of it or nothing')
    .argument('<path>', "what 'dateline backup' or 'dateline export' made; '-' for an export from standard input")
    .option('--verify', 'only read the backup and compare it with its manifest; changes nothing')
    .option('--to <url>', 'the database that a backup goes to; the one of the settings when left out')
    .option('--replace', 'of a backup: what is in that database goes')
    .option('--revoke', 'of a backup: end all keys and sessions in it, and the links of previews')
    .action(restorePath)
}

async function restorePath(path: string, flags: RestoreFlags): Promise<void> {
  const isFolder = path !== '-' && (await stat(path).catch(() => null))?.isDirectory()
  if (isFolder) return flags.verify ? verifyFolder(path) : restoreFolder(path, flags)
  if (flags.verify || flags.to || flags.replace || flags.revoke)
    throw new Refusal('invalid_input', `'${path}' is no folder: --verify, --to, --replace and --revoke are for backups`)
  await restoreFile(path)
}

async function verifyFolder(folder: string): Promise<void> {
  const manifest = await readManifest(folder)
  const progress = startProgress('rows', rowsIn(manifest))
  await verifyBackup(folder, manifest, progress.add).finally(progress.stop)
  console.log(`whole: ${rowsIn(manifest)} rows of ${manifest.tables.length} tables, as of ${manifest.madeAt}`)
}

function rowsIn({ tables }: { tables: { rows: number }[] }): number {
  return tables.reduce((sum, { rows }) => sum + rows, 0)
}

async function restoreFolder(folder: string, { to, replace = false, revoke = false }: RestoreFlags): Promise<void> {
  const config = to === undefined ? readConfig() : configFor(to)
  const { url, location, stop } = await findDatabase(config, log)
  try {
    const progress = startProgress('rows', rowsIn(await readManifest(folder)))
    const options = { shown: location, replaces: replace, onRows: progress.add }
    const manifest = await restoreBackup(url, folder, options).finally(progress.stop)
    console.log(
      `${rowsIn(manifest)} rows of ${manifest.tables.length} tables are in ${location}, as of ${manifest.madeAt}; every row was compared`,
    )
    if (revoke) await inHouse(printRevoked, { config })
    else console.error('Keys, sessions and webhooks are valid as they were then; --revoke ends the keys and sessions.')
  } finally {
    await stop()
  }
}

/** The settings, with another database. @throws ConfigError */
export function configFor(databaseUrl: string): Config {
  return { ...readConfig(), DATABASE_URL: readConfig({ DATABASE_URL: databaseUrl }).DATABASE_URL }
}

async function printRevoked(ctx: Ctx): Promise<void> {
  const { keys, sessions } = await revokeAllAccess(ctx)
  console.log(`ended ${keys} keys and ${sessions} sessions; make a key with 'dateline keys create'`)
}

/** Reads an export back and says what came of it. */
export async function restoreFile(file: string): Promise<void> {
  const restore = async (ctx: Ctx) => {
    const progress = startProgress('lines', null)
    const { made, unchanged, hash } = await restoreNewsroom(ctx, linesOfFile(file), progress.add).finally(progress.stop)
    for (const [type, count] of Object.entries(made)) if (count > 0) console.log(`made ${count} ${type}`)
    if (unchanged > 0) console.log(`${unchanged} things were there already`)
    console.log(hash)
  }
  await inHouse(restore, { run: runOnce })
}

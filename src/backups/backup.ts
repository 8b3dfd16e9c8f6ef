import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { Refusal } from '../core/errors.ts'
import { appliedMigrations, insideOf, serverFacts } from '../db/copy-target.ts'
import {
  beginSnapshot,
  type CopiedTable,
  countRows,
  keptFilesOut,
  openCopying,
  rowsOut,
  sequencesOf,
  tablesToCopy,
} from '../db/copying.ts'
import { version } from '../house.ts'
import { type FilesOptions, wantedName, writeFiles } from './backup-files.ts'
import { newFile, refuse, syncFile, syncFolder, writeWhole } from './files.ts'
import { backupFormat, filesFolder, type Manifest, manifestName, sumOf, type TablePart, tableFile } from './manifest.ts'
import { readManifest } from './read-backup.ts'

/** What a backup came to. */
export interface Made {
  manifest: Manifest
  /** SHA-256 of the manifest, which has those of everything else: note it elsewhere. */
  sha256: string
}

export interface BackupOptions {
  /** What is copied of the files of media; null: nothing. */
  files: FilesOptions | null
  onRows?: (count: number) => void
}

/**
 * Copies a database as it is at one instant into a new folder, while others go on writing, and then the files of media that its rows name: these never
 * change. The folder has its name only when all of it is on the disk. Only its owner can read it, for it holds the secrets of the house. What a killed
 * backup of the same name has of files is not copied again.
 * @throws invalid_input when there is something of that name already, or it cannot be written; unavailable when files cannot be reached
 */
export async function makeBackup(url: string, folder: string, options: BackupOptions): Promise<Made> {
  const whole = resolve(folder)
  if (await stat(whole).catch(() => null))
    throw new Refusal(
      'invalid_input',
      `'${folder}' is there already; name a folder that is not, for each backup its own`,
    )
  const earlier = options.files?.earlier
  if (earlier) await readManifest(earlier)
  const part = join(dirname(whole), `.${basename(whole)}.part`)
  try {
    await forgetRows(part)
    await mkdir(join(part, 'tables'), { recursive: true, mode: 0o700 })
    const made = await writeBackup(url, part, options)
    await rename(part, whole)
    await syncFolder(dirname(whole))
    return made
  } catch (error) {
    const isLater = error instanceof Refusal && error.code === 'unavailable'
    if (!isLater) await rm(part, { recursive: true, force: true }).catch(() => undefined)
    return refuse(folder, error as Error)
  }
}

/** What a killed backup has left, but for files of media: rows are of another instant. */
async function forgetRows(part: string): Promise<void> {
  for (const name of await readdir(part).catch(() => []))
    if (name !== filesFolder) await rm(join(part, name), { recursive: true })
}

async function writeBackup(url: string, folder: string, { files, onRows }: BackupOptions): Promise<Made> {
  const rows = await writeRows(url, folder, { hasFiles: files !== null, onRows })
  // The snapshot has ended: whoever copies for hours holds nothing up.
  const part = files && { files: await writeFiles(folder, files) }
  const manifest: Manifest = { format: backupFormat, version, ...rows, ...part }
  const text = `${JSON.stringify(manifest, null, 2)}\n`
  await syncFolder(join(folder, 'tables'))
  await writeWhole(join(folder, manifestName), text)
  await syncFolder(folder)
  return { manifest, sha256: sumOf(text) }
}

interface RowsOptions {
  hasFiles: boolean
  onRows: ((count: number) => void) | undefined
}

async function writeRows(url: string, folder: string, { hasFiles, onRows }: RowsOptions) {
  const client = await openCopying(url)
  try {
    if ((await insideOf(client)) !== 'newsroom')
      throw new Refusal(
        'conflict',
        'there is no newsroom in this database yet, or nothing in it: there is nothing to copy',
      )
    await beginSnapshot(client)
    const tables: TablePart[] = []
    for (const table of await tablesToCopy(client)) tables.push(await writeTable(client, folder, table, onRows))
    if (hasFiles) await writeWanted(client, folder, tables)
    const facts = { ...(await serverFacts(client)), migrations: await appliedMigrations(client) }
    return { ...facts, tables, sequences: await sequencesOf(client) }
  } finally {
    await client.end()
  }
}

/** Which files of media there are to copy; none in a database from before these were kept. */
async function writeWanted(client: pg.Client, folder: string, tables: TablePart[]): Promise<void> {
  const hasThem = tables.some(({ name, columns }) => name === 'media_asset' && columns.includes('storedAs'))
  await pipeline(hasThem ? keptFilesOut(client) : Readable.from([]), newFile(join(folder, wantedName)))
}

async function writeTable(
  client: pg.Client,
  folder: string,
  table: CopiedTable,
  onRows?: (count: number) => void,
): Promise<TablePart> {
  const counted = countRows(onRows)
  const path = join(folder, tableFile(table.name))
  await pipeline(rowsOut(client, table), counted.through, createGzip({ level: 3 }), newFile(path))
  await syncFile(path)
  return { ...table, ...counted.sum() }
}

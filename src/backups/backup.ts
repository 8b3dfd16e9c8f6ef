import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { Refusal } from '../core/errors.ts'
import { appliedMigrations, insideOf, serverFacts } from '../db/copy-target.ts'
import {
  beginSnapshot,
  type CopiedTable,
  countRows,
  openCopying,
  rowsOut,
  sequencesOf,
  tablesToCopy,
} from '../db/copying.ts'
import { version } from '../house.ts'
import { newFile, refuse, syncFile, syncFolder, writeWhole } from './files.ts'
import { backupFormat, type Manifest, manifestName, sumOf, type TablePart, tableFile } from './manifest.ts'

/** What a backup came to. */
export interface Made {
  manifest: Manifest
  /** SHA-256 of the manifest, which has those of everything else: note it elsewhere. */
  sha256: string
}

/**
 * Copies a database as it is at one instant into a new folder, while others go on writing. The folder has its name only when all of it is
 * on the disk. Only its owner can read it, for it holds the secrets of the house.
 * @throws invalid_input when there is something of that name already, or it cannot be written
 */
export async function makeBackup(url: string, folder: string, onRows?: (count: number) => void): Promise<Made> {
  const whole = resolve(folder)
  if (await stat(whole).catch(() => null))
    throw new Refusal(
      'invalid_input',
      `'${folder}' is there already; name a folder that is not, for each backup its own`,
    )
  const part = join(dirname(whole), `.${basename(whole)}.part`)
  const forget = () => rm(part, { recursive: true, force: true }).catch(() => undefined)
  // What a killed backup has left is worth nothing.
  await forget()
  try {
    await mkdir(join(part, 'tables'), { recursive: true, mode: 0o700 })
    const made = await writeBackup(url, part, onRows)
    await rename(part, whole)
    await syncFolder(dirname(whole))
    return made
  } catch (error) {
    await forget()
    return refuse(folder, error as Error)
  }
}

async function writeBackup(url: string, folder: string, onRows?: (count: number) => void): Promise<Made> {
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
    const manifest: Manifest = {
      ...{ format: backupFormat, version, ...(await serverFacts(client)) },
      ...{ migrations: await appliedMigrations(client), tables, sequences: await sequencesOf(client) },
    }
    const text = `${JSON.stringify(manifest, null, 2)}\n`
    await syncFolder(join(folder, 'tables'))
    await writeWhole(join(folder, manifestName), text)
    await syncFolder(folder)
    return { manifest, sha256: sumOf(text) }
  } finally {
    await client.end()
  }
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

import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Refusal, shorten } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import { type CopiedRows, countRows } from '../db/copying.ts'
import { refuse } from './files.ts'
import { backupFormat, Manifest, manifestName, type TablePart, tableFile } from './manifest.ts'

/** The manifest of a backup. @throws invalid_input for a folder that is none, is not whole or is of another version */
export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName)
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
      throw notWhole(folder, `it has no ${manifestName}; give a folder that 'dateline backup' has finished`)
    return refuse(path, error)
  })
  const manifest = parseJson(text)
  const { format } = (manifest ?? {}) as { format?: unknown }
  if (typeof format === 'number' && format !== backupFormat)
    throw notWhole(
      folder,
      `it has format ${format}, and this version of Dateline reads format ${backupFormat}; use the version that made it`,
    )
  const [fault] = faultsOf(Manifest, manifest)
  if (fault) throw notWhole(folder, `${manifestName}: ${fault.path} ${shorten(fault.message)}`)
  return manifest as Manifest
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/**
 * Reads all of a backup and compares it with its manifest; writes nothing.
 * @throws invalid_input naming the first file that is missing, cut off or altered
 */
export async function verifyBackup(
  folder: string,
  { tables }: Manifest,
  onRows?: (count: number) => void,
): Promise<void> {
  for (const table of tables) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    await readTable(folder, table, nowhere, onRows)
  }
}

/** Lets the rows of a table flow somewhere. @throws invalid_input when they are not those of the manifest */
export async function readTable(
  folder: string,
  table: TablePart,
  to: Writable,
  onRows?: (count: number) => void,
): Promise<void> {
  const path = join(folder, tableFile(table.name))
  const counted = countRows(onRows)
  try {
    await pipeline(createReadStream(path), createGunzip(), counted.through, to)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw notWhole(folder, `${tableFile(table.name)} is missing`)
    if (/^Z_/.test(code)) throw notWhole(folder, `${tableFile(table.name)} was cut off or altered`)
    throw error
  }
  requireSame(folder, table, counted.sum())
}

function requireSame(folder: string, { name, rows, sha256 }: TablePart, read: CopiedRows): void {
  if (read.rows !== rows || read.sha256 !== sha256)
    throw notWhole(
      folder,
      `${tableFile(name)} was altered: it has ${read.rows} rows of ${rows}, or other words in them`,
    )
}

function notWhole(folder: string, reason: string): Refusal {
  return new Refusal('invalid_input', `'${folder}' is no whole backup: ${reason}`)
}

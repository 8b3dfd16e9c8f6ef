import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Refusal, shorten } from '../core/errors.ts'
import { faultsOf } from '../core/parse.ts'
import { type CopiedRows, countRows } from '../db/copying.ts'
import { checkFiles } from './copy-files.ts'
import { refuse } from './files.ts'
import { type KeptFile, type Loss, placeOf, readKeptFiles } from './kept-file.ts'
import {
  backupFormat,
  type FilesPart,
  filesFolder,
  listName,
  Manifest,
  manifestName,
  type TablePart,
  tableFile,
} from './manifest.ts'

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

/** Told of what has been read. */
export interface Reading {
  onRows?: (count: number) => void
  onFile?: (file: KeptFile) => void
}

/**
 * Reads all of a backup and compares it with its manifest; writes nothing.
 * @throws invalid_input naming the first file that is missing, cut off or altered
 */
export async function verifyBackup(
  folder: string,
  { tables, files }: Manifest,
  { onRows, onFile }: Reading = {},
): Promise<void> {
  for (const table of tables) {
    const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
    await readTable(folder, table, nowhere, onRows)
  }
  if (files)
    await readFiles(folder, files, async (kept) => {
      for await (const [file, loss] of checkFiles(join(folder, filesFolder), kept))
        requireThere(folder, file, loss, onFile)
    })
}

/** Lets the rows of a table flow somewhere. @throws invalid_input when they are not those of the manifest */
export async function readTable(
  folder: string,
  { name, rows, sha256 }: TablePart,
  to: Writable,
  onRows?: (count: number) => void,
): Promise<void> {
  await readPart(folder, { file: tableFile(name), rows, sha256 }, (unpacked) => pipeline(unpacked, to), onRows)
}

/**
 * Lets the files of media that a backup has be read, without those that were lost before it was made.
 * @throws invalid_input when the list is not that of the manifest
 */
export async function readFiles(
  folder: string,
  { count, sha256 }: FilesPart,
  work: (files: AsyncIterable<KeptFile>) => Promise<void>,
): Promise<void> {
  await readPart(folder, { file: listName, rows: count, sha256 }, (unpacked) => work(filesIn(folder, unpacked)))
}

async function* filesIn(folder: string, unpacked: Readable): AsyncGenerator<KeptFile> {
  const refused = (line: string) => notWhole(folder, `${listName} was altered: '${shorten(line)}' is no file of media`)
  for await (const file of readKeptFiles(unpacked, refused)) if (!file.lost) yield file
}

/** Tells of a file. @throws invalid_input for one that the backup does not have as it was */
export function requireThere(folder: string, file: KeptFile, loss: Loss | null, onFile: Reading['onFile']): void {
  if (loss)
    throw notWhole(
      folder,
      `${placeOf(filesFolder, file)}, the file of media ${file.key}, ${loss === 'missing' ? 'is missing' : 'was cut off or altered'}`,
    )
  onFile?.(file)
}

interface Part {
  file: string
  rows: number
  sha256: string
}

/** Unpacks a file of a backup for someone to read. @throws invalid_input when it is not that of the manifest */
async function readPart(
  folder: string,
  part: Part,
  read: (unpacked: Readable) => Promise<void>,
  onRows?: (count: number) => void,
): Promise<void> {
  const counted = countRows(onRows)
  const handle = await open(join(folder, part.file)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw notWhole(folder, `${part.file} is missing`)
    throw error
  })
  const unpacking = pipeline(handle.createReadStream(), createGunzip(), counted.through)
  await Promise.all([unpacking, read(counted.through)]).catch((error: NodeJS.ErrnoException) => {
    // Whoever stops reading lets nothing wait.
    counted.through.destroy()
    if (/^Z_/.test(error.code ?? '')) throw notWhole(folder, `${part.file} was cut off or altered`)
    throw error
  })
  requireSame(folder, part, counted.sum())
}

function requireSame(folder: string, { file, rows, sha256 }: Part, read: CopiedRows): void {
  if (read.rows !== rows || read.sha256 !== sha256)
    throw notWhole(folder, `${file} was altered: it has ${read.rows} lines of ${rows}, or other words in them`)
}

function notWhole(folder: string, reason: string): Refusal {
  return new Refusal('invalid_input', `'${folder}' is no whole backup: ${reason}`)
}

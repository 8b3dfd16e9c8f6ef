import { createReadStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { copyFilesOut, putFilesBack } from '../backups/copy-files.ts'
import { refuse } from '../backups/files.ts'
import { type KeptFile, placeOf, readKeptFiles } from '../backups/kept-file.ts'
import { Refusal } from '../core/errors.ts'
import type { FileStore, Files } from '../core/files.ts'
import { readLine } from '../exports/restore-lines.ts'
import type { MediaLine } from '../exports/thing-lines.ts'
import { linesOfFile } from './line-file.ts'

/** How every line about an asset begins. */
const beginning = '{"type":"media"'

/** The file of the asset that a line is about; null for any other line, and for an asset whose file is elsewhere. */
function fileOfLine(text: string, line: number): KeptFile | null {
  if (!text.startsWith(beginning)) return null
  const { storedAs: key, bytes, hash: sha256, mimeType } = readLine(text, line).data as unknown as MediaLine
  return key && bytes !== null && sha256 && mimeType ? { key, bytes, sha256, mimeType } : null
}

/** Copies the files that an export names into a folder that may have some already: lines are noted first, files are copied when all are written. */
export async function startCopying(folder: string, store: FileStore) {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch((error: Error) => refuse(folder, error))
  const path = join(folder, '.wanted.ndjson')
  const list = await open(path, 'w', 0o600).catch((error: Error) => refuse(folder, error))
  let line = 0
  return {
    note: async (text: string) => {
      const file = fileOfLine(text, ++line)
      if (file) await list.writeFile(`${JSON.stringify(file)}\n`)
    },
    copy: () => {
      const files = readKeptFiles(createReadStream(path), (text) => new Error(`'${text}' is no file of media`))
      return copyFilesOut({ store, folder, earlier: null }, files)
    },
    end: async () => {
      await list.close()
      await rm(path, { force: true })
    },
  }
}

/**
 * Puts the files that an export names back from a folder, as `export --media` filled it. Gives how many there are.
 * @throws invalid_input for a file that is not there or was altered, and as `linesOfFile`
 */
export async function putBackFiles(path: string, folder: string, files: Files): Promise<number> {
  let count = 0
  for await (const [file, loss] of putFilesBack(files, folder, keptFilesIn(path))) {
    if (loss)
      throw new Refusal(
        'invalid_input',
        `--media: ${placeOf(folder, file)}, the file of media ${file.key}, ${loss === 'missing' ? 'is missing' : 'was cut off or altered'}; nothing was restored but files`,
      )
    count++
  }
  return count
}

async function* keptFilesIn(path: string): AsyncGenerator<KeptFile> {
  let line = 0
  for await (const text of linesOfFile(path)) {
    const file = fileOfLine(text, ++line)
    if (file) yield file
  }
}

import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { FileStore } from '../core/files.ts'
import { countRows } from '../db/copying.ts'
import { copyFilesOut } from './copy-files.ts'
import { newFile, syncFile } from './files.ts'
import { type KeptFile, readKeptFiles } from './kept-file.ts'
import { type FilesPart, filesFolder, listName } from './manifest.ts'

export interface FilesOptions {
  store: FileStore
  /** Folder of an earlier backup, whose files are linked; null for none. */
  earlier: string | null
  /** Told of each file that is in the backup, or is lost. */
  onFile?: (file: KeptFile) => void
}

/** The list that is made while rows are read, and goes when the files are there. */
export const wantedName = 'wanted.ndjson'

/** Copies the files of media that `wanted.ndjson` names, and writes the list of them. */
export async function writeFiles(folder: string, { store, earlier, onFile }: FilesOptions): Promise<FilesPart> {
  const own = join(folder, filesFolder)
  await mkdir(own, { recursive: true, mode: 0o700 })
  const wanted = join(folder, wantedName)
  const [from, sums, counted] = [earlier && join(earlier, filesFolder), { bytes: 0, lost: 0 }, countRows()]
  const lines = async function* () {
    for await (const file of copyFilesOut({ store, folder: own, earlier: from }, filesOfList(wanted))) {
      if (file.lost) sums.lost += 1
      else sums.bytes += file.bytes
      onFile?.(file)
      yield `${JSON.stringify(file)}\n`
    }
  }
  const list = join(folder, listName)
  await pipeline(lines, counted.through, createGzip({ level: 3 }), newFile(list))
  await syncFile(list)
  await removeOthers(own, filesOfList(wanted))
  await rm(wanted)
  const { rows: count, sha256 } = counted.sum()
  return { count, ...sums, sha256 }
}

/** The files that a list of ours names. */
function filesOfList(path: string): AsyncGenerator<KeptFile> {
  return readKeptFiles(createReadStream(path), (line) => new Error(`'${line}' is no file of media`))
}

/** What a killed backup has left of files that are gone since is removed. `files` come in the order of their hashes. */
async function removeOthers(folder: string, files: AsyncIterable<KeptFile>): Promise<void> {
  const left = new Set(await readdir(folder))
  let [prefix, names] = ['', new Set<string>()]
  const clean = async () => {
    if (prefix === '') return
    left.delete(prefix)
    const there = await readdir(join(folder, prefix)).catch(() => [])
    for (const name of there.filter((each) => !names.has(each))) await rm(join(folder, prefix, name))
  }
  for await (const { sha256 } of files) {
    if (sha256.slice(0, 2) !== prefix) {
      await clean()
      ;[prefix, names] = [sha256.slice(0, 2), new Set()]
    }
    names.add(sha256)
  }
  await clean()
  for (const name of left) await rm(join(folder, name), { recursive: true })
}

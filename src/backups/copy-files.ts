import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { FileStore, Files } from '../core/files.ts'
import { syncFile, syncFolder } from './files.ts'
import { type KeptFile, type Loss, placeOf } from './kept-file.ts'

/** Files under way at once: a store far away answers slowly, and a disk is not kept busy by one. */
const atOnce = 16

/** Does the same with many files, some at a time; gives each with what came of it, in their order. */
async function* withEach<R>(
  files: AsyncIterable<KeptFile>,
  work: (file: KeptFile) => Promise<R>,
): AsyncGenerator<[KeptFile, R]> {
  let batch: KeptFile[] = []
  const done = () => Promise.all(batch.map(async (file): Promise<[KeptFile, R]> => [file, await work(file)]))
  for await (const file of files) {
    batch.push(file)
    if (batch.length < atOnce) continue
    yield* await done()
    batch = []
  }
  yield* await done()
}

interface CopyOut {
  store: FileStore
  /** Where each content gets a place of its own: see `placeOf`. */
  folder: string
  /** Another such folder, whose files are linked in the place of copies where the disk can; null for none. */
  earlier: string | null
}

/**
 * Copies files of media out of their store, each compared with its hash on the way, forced to the disk and then named. What is in the folder already,
 * whole, stays, so that a copy that was killed goes on. Gives each file, with `lost` for one that the store has not, or not as it was.
 * @throws unavailable when the store does not answer
 */
export async function* copyFilesOut(to: CopyOut, files: AsyncIterable<KeptFile>): AsyncGenerator<KeptFile> {
  for await (const [file, lost] of withEach(files, (each) => copyOut(to, each))) yield lost ? { ...file, lost } : file
}

async function copyOut({ store, folder, earlier }: CopyOut, file: KeptFile): Promise<Loss | null> {
  const place = placeOf(folder, file)
  if ((await lossAt(place, file)) === null) return null
  // One that was altered is no use.
  await rm(place, { force: true })
  await mkdir(dirname(place), { recursive: true, mode: 0o700 })
  if (earlier && (await isLinked(placeOf(earlier, file), place, file))) return null
  const found = await store.open(file.key)
  if (!found) return 'missing'
  const part = `${place}.part`
  if (!(await isWritten(found.body, part, file))) {
    await rm(part)
    return 'altered'
  }
  await syncFile(part)
  await rename(part, place)
  await syncFolder(dirname(place))
  return null
}

async function isLinked(from: string, to: string, file: KeptFile): Promise<boolean> {
  if ((await lossAt(from, file)) !== null) return false
  const isDone = await link(from, to).then(
    () => true,
    // Another disk, or one that has no links.
    () => false,
  )
  if (isDone) await syncFolder(dirname(to))
  return isDone
}

/** Compares the files of a folder with their hashes; gives each with what is wrong with it, if anything. */
export async function* checkFiles(
  folder: string,
  files: AsyncIterable<KeptFile>,
): AsyncGenerator<[KeptFile, Loss | null]> {
  yield* withEach(files, (file) => lossAt(placeOf(folder, file), file))
}

/**
 * Puts files back into their store under their keys: each is compared on its way, and is there whole or not at all. What is there already, whole,
 * stays. Gives each with what is wrong with it in the folder, and then it was not put back.
 * @throws unavailable when the store does not answer
 */
export async function* putFilesBack(
  files: Files,
  folder: string,
  kept: AsyncIterable<KeptFile>,
): AsyncGenerator<[KeptFile, Loss | null]> {
  yield* withEach(kept, (file) => putBack(files, placeOf(folder, file), file))
}

async function putBack(files: Files, from: string, file: KeptFile): Promise<Loss | null> {
  const there = await files.store.open(file.key)
  if (there && (await isContent(there.body, file))) return null
  const source = await openOrNull(from)
  if (!source) return 'missing'
  const path = await files.scratchPath()
  try {
    if (!(await isWritten(source.createReadStream(), path, file))) return 'altered'
    await files.store.put(file.key, path, { bytes: file.bytes, mimeType: file.mimeType })
    return null
  } finally {
    await rm(path, { force: true })
  }
}

/** What is wrong with the file at a path. */
async function lossAt(path: string, file: KeptFile): Promise<Loss | null> {
  const handle = await openOrNull(path)
  if (!handle) return 'missing'
  return (await isContent(handle.createReadStream(), file)) ? null : 'altered'
}

function openOrNull(path: string) {
  return open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function isContent(from: AsyncIterable<Buffer>, file: KeptFile): Promise<boolean> {
  const read = startSum()
  for await (const chunk of from) read.add(chunk)
  return read.is(file)
}

/** Writes what comes to a file; whether it was this content. */
async function isWritten(from: AsyncIterable<Buffer>, path: string, file: KeptFile): Promise<boolean> {
  const read = startSum()
  const watched = async function* () {
    for await (const chunk of from) {
      read.add(chunk)
      yield chunk
    }
  }
  await pipeline(watched, createWriteStream(path, { mode: 0o600 }))
  return read.is(file)
}

function startSum() {
  const hash = createHash('sha256')
  let bytes = 0
  return {
    add: (chunk: Buffer) => {
      hash.update(chunk)
      bytes += chunk.length
    },
    is: (file: KeptFile) => bytes === file.bytes && hash.digest('hex') === file.sha256,
  }
}

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse, syncFolder } from '../backups/files.ts'
import { Refusal } from '../core/errors.ts'
import { linesOf } from '../exports/lines.ts'

/** Characters gathered before they are written. */
const chunkLength = 65_536

/** Characters of one line at most: a story of a megabyte with all its marks stays far below. */
const maxLineLength = 64_000_000

/** Where text goes: it is whole under its name only after `end`. */
export interface TextSink {
  write(text: string): Promise<void>
  end(): Promise<void>
  /** Leaves nothing behind. */
  abandon(): Promise<void>
}

/** A file, or standard output for '-'. @throws invalid_input when it cannot be made */
export async function openSink(path: string): Promise<TextSink> {
  return gathered(path === '-' ? standardOutput() : await newFile(path))
}

function gathered(sink: TextSink): TextSink {
  let waiting = ''
  const flush = async () => {
    const text = waiting
    waiting = ''
    if (text !== '') await sink.write(text)
  }
  return {
    write: async (text) => {
      waiting += text
      if (waiting.length >= chunkLength) await flush()
    },
    end: async () => {
      await flush()
      await sink.end()
    },
    abandon: sink.abandon,
  }
}

function standardOutput(): TextSink {
  // Whoever reads it has seen enough, as `head` does: that is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
  return {
    write: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    },
    end: async () => undefined,
    abandon: async () => undefined,
  }
}

/** Written beside under another name, forced to the disk, then named: a killed export leaves no file that looks whole. */
async function newFile(path: string): Promise<TextSink> {
  const part = `${path}.part`
  const file = await open(part, 'w', 0o600).catch((error: Error) => refuse(path, error))
  return {
    write: (text) => file.writeFile(text).catch((error: Error) => refuse(path, error)),
    end: async () => {
      await file.sync().catch((error: Error) => refuse(path, error))
      await file.close()
      await rename(part, path)
      await syncFolder(dirname(path))
    },
    abandon: async () => {
      await file.close().catch(() => undefined)
      await rm(part, { force: true })
    },
  }
}

/** The lines of a file, or of standard input for '-', without their ends. @throws invalid_input */
export async function* linesOfFile(path: string): AsyncGenerator<string> {
  const bytes: AsyncIterable<Buffer> = path === '-' ? process.stdin : createReadStream(path)
  const tooLong = () =>
    new Refusal('invalid_input', `'${path}' has a line of more than ${maxLineLength} characters; it is no export`)
  try {
    yield* linesOf(bytes, maxLineLength, tooLong)
  } catch (error) {
    refuse(path, error as NodeJS.ErrnoException)
  }
}

/** How every export of ours begins. */
const beginning = '{"type":"dateline"'

/** Whether a file is an export of Dateline; standard input has to be named as one, for it can be read only once. */
export async function isOwnExport(path: string): Promise<boolean> {
  const file = path === '-' ? null : await open(path, 'r').catch(() => null)
  if (!file) return false
  const { buffer, bytesRead } = await file
    .read(Buffer.alloc(beginning.length))
    .catch(() => ({ buffer: Buffer.alloc(0), bytesRead: 0 }))
    .finally(() => file.close())
  return buffer.toString('utf8', 0, bytesRead) === beginning
}

import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse, syncFolder } from '../backups/files.ts'
import { exportLinesOf } from '../exports/lines.ts'

/** Characters gathered before they are written. */
const chunkLength = 65_536

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
  try {
    yield* exportLinesOf(bytes, `'${path}'`)
  } catch (error) {
    refuse(path, error as NodeJS.ErrnoException)
  }
}

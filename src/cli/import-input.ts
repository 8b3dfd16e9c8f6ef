import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput } from '../core/errors.ts'
import type { Input } from '../imports/execute.ts'
import { charsetOf, openUrl, piecesOf } from '../imports/fetch-url.ts'
import { isOwnExport } from '../imports/own-export.ts'
import { mostBytes } from '../imports/spool.ts'
import { webAddress } from '../imports/text/addresses.ts'

/** What an import reads: a file, an address or the standard input. */
export interface Source {
  /** The name of the file, or its address. */
  name: string
  /** Whose stories these are, unless it is said. */
  source: string
  /** Bytes; null when nobody knows. */
  size: number | null
  open(): Promise<Input>
  /** Forgets what was fetched. */
  close(): Promise<void>
}

/** Ms for a file of any size: 4 GiB at 20 Mbit/s. */
const fetchMs = 1_800_000

/** Whether what is to be imported stands at an address. */
function isUrl(given: string): boolean {
  return /^https?:\/\//i.test(given)
}

/**
 * What is to be imported. `given`: a path, an http or https address, or `-` for the standard input; `baseUrl`: what relative links are
 * read by. An address is fetched first, so that going on does not depend on how long it stays. @throws invalid_input when there is none
 */
export async function sourceOf(ctx: Ctx, given: string, baseUrl: string | null): Promise<Source> {
  if (given === '-') return standardInput(baseUrl)
  return isUrl(given) ? fetchedFile(ctx, given, baseUrl) : fileAt(given, baseUrl)
}

/** Whether a file is an export of Dateline. What cannot be looked at twice, or is not there, is told when it is read. */
export async function isOwnFile(given: string): Promise<boolean> {
  const file = given === '-' || isUrl(given) ? null : await open(given, 'r').catch(() => null)
  if (!file) return false
  const head = await file
    .read(Buffer.alloc(64))
    .catch(() => null)
    .finally(() => file.close())
  return head !== null && isOwnExport(head.buffer.toString('utf8', 0, head.bytesRead))
}

function standardInput(baseUrl: string | null): Source {
  const bytes = process.stdin as AsyncIterable<Uint8Array>
  const name = 'standard input'
  const input = { bytes, baseUrl, charset: null, fileName: null }
  return { name, source: name, size: null, open: async () => input, close: async () => undefined }
}

async function fileAt(path: string, baseUrl: string | null): Promise<Source> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw invalidInput([
      { path, message: error.code === 'ENOENT' ? 'there is no such file' : `cannot be read: ${error.code}` },
    ])
  })
  if (!found.isFile()) throw invalidInput([{ path, message: 'is no file' }])
  const name = basename(path)
  const input = async () => ({ bytes: bytesOf(path), baseUrl, charset: null, fileName: name })
  return { name, source: name, size: found.size, open: input, close: async () => undefined }
}

const bytesOf = (path: string) => createReadStream(path, { highWaterMark: 262_144 }) as AsyncIterable<Uint8Array>

/** Fetches by the guarded client, which calls public addresses only, and those of OUTBOUND_ALLOW_HOSTS. */
async function fetchedFile(ctx: Ctx, url: string, baseUrl: string | null): Promise<Source> {
  const fault = ctx.outbound.faultOf(url)
  if (fault) throw invalidInput([{ path: url, message: fault }])
  const folder = await mkdtemp(join(tmpdir(), 'dateline-import-'))
  const close = () => rm(folder, { recursive: true, force: true })
  const ending = new AbortController()
  const stop = () => ending.abort()
  process.once('SIGINT', stop)
  try {
    const path = join(folder, 'file')
    console.error(`Fetching ${url}`)
    const answer = await openUrl(ctx, url, { timeoutMs: fetchMs, maxBytes: mostBytes, signal: ending.signal })
    const size = await keep(piecesOf(answer.body), path)
    const known = {
      baseUrl: baseUrl ?? url,
      charset: charsetOf(answer.headers),
      fileName: basename(new URL(url).pathname),
    }
    const input = async () => ({ ...known, bytes: bytesOf(path) })
    return { name: url.slice(0, 2_000), source: new URL(url).hostname, size, open: input, close }
  } catch (error) {
    await close()
    throw error
  } finally {
    process.off('SIGINT', stop)
  }
}

async function keep(pieces: AsyncIterable<Uint8Array>, path: string): Promise<number> {
  const file = await open(path, 'wx', 0o600)
  let size = 0
  try {
    for await (const piece of pieces) {
      await file.write(piece)
      size += piece.length
    }
  } finally {
    await file.close()
  }
  return size
}

/** An address that relative links can be read by. @throws invalid_input when it is none */
export function baseOf(given: string | undefined): string | null {
  if (given === undefined) return null
  const address = webAddress(given, null)
  if (!address)
    throw invalidInput([
      { path: '--base', message: `'${given}' is no address; give one such as https://old.example.org/` },
    ])
  return address
}

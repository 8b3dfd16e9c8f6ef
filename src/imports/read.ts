import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Format, Reader, ReadOptions } from './format.ts'
import { detectFormat, formatNamed } from './formats.ts'
import type { Found } from './item.ts'
import { decodeHead } from './text/decode.ts'

/** What is looked at to tell the format. */
const headBytes = 65_536

/**
 * Everything in a file, in its order, while it comes in. Memory is bounded by the largest item, not by the file.
 * `as` names the format; null finds it out.
 * @throws invalid_input when the format is unknown or not to be told, before anything is given.
 */
export async function* readImport(
  input: AsyncIterable<Uint8Array>,
  as: string | null,
  options: ReadOptions,
): AsyncGenerator<Found> {
  const pieces = input[Symbol.asyncIterator]()
  try {
    const head = await headOf(pieces)
    const reader = formatOf(head, as, options).open(options)
    yield* inTurns(reader, head)
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield* inTurns(reader, next.value)
    yield* reader.end()
  } finally {
    await pieces.return?.()
  }
}

/** Bytes that are read in one turn: a few ms of work. Others wait in the same process, and readers of the site among them. */
const turnBytes = 16_384

async function* inTurns(reader: Reader, bytes: Uint8Array): AsyncGenerator<Found> {
  for (let at = 0; at < bytes.length; at += turnBytes) {
    yield* reader.write(bytes.subarray(at, at + turnBytes))
    await nextTurn()
  }
}

function formatOf(head: Uint8Array, as: string | null, { charset, fileName }: ReadOptions): Format {
  return as === null ? detectFormat(decodeHead(head, charset), fileName) : formatNamed(as)
}

async function headOf(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let length = 0; length < headBytes; ) {
    const { done, value } = await pieces.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  return Buffer.concat(parts)
}

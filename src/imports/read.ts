import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Format, Reader, ReadOptions } from './format.ts'
import { detectFormat, formatNamed } from './formats.ts'
import { withHead } from './head.ts'
import type { Found } from './item.ts'
import { decodeHead } from './text/decode.ts'

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
  const { head, whole } = await withHead(input)
  try {
    const reader = formatOf(head, as, options).open(options)
    for await (const piece of whole) yield* inTurns(reader, piece)
    yield* reader.end()
  } finally {
    await whole.return()
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

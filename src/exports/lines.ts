import { StringDecoder } from 'node:string_decoder'
import { Refusal } from '../core/errors.ts'

/** Characters of one line at most: a story of a megabyte with all its marks stays far below. */
const mostLength = 64_000_000

/** The lines of an export, in bytes of the file of this name. @throws invalid_input for one that is too long to be one */
export function exportLinesOf(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const words = `${name} has a line of more than ${mostLength} characters; it is no export`
  return linesOf(bytes, mostLength, () => new Refusal('invalid_input', words))
}

/**
 * The lines of UTF-8 that comes in pieces, without their ends; the last one needs no end.
 * @throws what `tooLong` gives when a line has more than `mostLength` characters
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  mostLength: number,
  tooLong: () => Error,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  for await (const chunk of bytes) {
    const parts = (rest + decoder.write(chunk)).split('\n')
    rest = parts.pop() ?? ''
    yield* parts
    if (rest.length > mostLength) throw tooLong()
  }
  rest += decoder.end()
  if (rest !== '') yield rest
}

import { StringDecoder } from 'node:string_decoder'

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

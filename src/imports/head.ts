/** Bytes of a file that are looked at to tell its format. */
const headBytes = 65_536

/** The beginning of a file, and the whole of it. */
export async function withHead(
  bytes: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; whole: AsyncGenerator<Uint8Array> }> {
  const pieces = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  for (let length = 0; length < headBytes; ) {
    const { done, value } = await pieces.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  const beginning = Buffer.concat(parts)
  async function* whole() {
    try {
      yield beginning
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  }
  return { head: beginning.subarray(0, headBytes), whole: whole() }
}

/** Bytes of a file that are looked at to tell its format. */
const headBytes = 65_536

/** Bytes in pieces, which can be closed before they are read. */
export type Pieces = AsyncIterableIterator<Uint8Array> & { return(): Promise<IteratorResult<Uint8Array>> }

/** The beginning of a file, and the whole of it. */
export async function withHead(bytes: AsyncIterable<Uint8Array>): Promise<{ head: Uint8Array; whole: Pieces }> {
  const pieces = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  for (let length = 0; length < headBytes; ) {
    const { done, value } = await pieces.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  const beginning = Buffer.concat(parts)
  let isBegun = false
  const whole: Pieces = {
    next: async () => {
      if (isBegun) return pieces.next()
      isBegun = true
      return { done: false, value: beginning }
    },
    return: async () => {
      await pieces.return?.()
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => whole,
  }
  return { head: beginning.subarray(0, headBytes), whole }
}

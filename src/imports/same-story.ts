import { createHash } from 'node:crypto'
import type { Body } from '../articles/body/types.ts'
import { fold } from '../lib/transliterate.ts'
import type { ImportBody } from './item.ts'

/** What a story is told by. */
interface Text {
  headline: string
  body: Body | ImportBody
}

/** Words of a shingle. */
const shingleLength = 3

/** Words that a text must have to be told by them: of a few words a few bits say nothing. */
const leastWords = 40

/**
 * How many of the 64 bits may differ between two texts that are nearly the same. Source: G. S. Manku, A. Jain, A. Das Sarma, Detecting
 * Near-Duplicates for Web Crawling, WWW 2007, doi:10.1145/1242572.1242592, section 3: 3 of 64 for pages of the web.
 */
export const nearBits = 3

/**
 * The simhash of a story's headline and text (M. Charikar, STOC 2002, doi:10.1145/509907.509965), over shingles of three words, accents and
 * case aside, as a signed 64-bit number. Null for a text of less than 40 words.
 */
export function fingerprintOf(story: Text): bigint | null {
  const words = wordsOf(story)
  if (words.length < leastWords) return null
  const sums = new Int32Array(64)
  for (let i = 0; i + shingleLength <= words.length; i++) addHash(sums, words.slice(i, i + shingleLength).join(' '))
  let bits = 0n
  for (const sum of sums) bits = (bits << 1n) | (sum > 0 ? 1n : 0n)
  return BigInt.asIntN(64, bits)
}

function addHash(sums: Int32Array, shingle: string): void {
  const hash = createHash('sha1').update(shingle).digest()
  for (let bit = 0; bit < 64; bit++) sums[bit] = (sums[bit] ?? 0) + (((hash[bit >> 3] ?? 0) >> (bit & 7)) & 1 ? 1 : -1)
}

function wordsOf({ headline, body }: Text): string[] {
  const texts = body.flatMap((block) =>
    block._type === 'block' ? block.children.map(({ text }) => text).join('') : [],
  )
  return fold([headline, ...texts].join(' ')).match(/[\p{L}\p{N}]+/gu) ?? []
}

import type { Features, Term } from './features.ts'
import { inOrder, type Weights } from './weights.ts'

// Features of a story as bytes, to be read a hundred at a time. Pure.

/** A story that is compared with another one. */
export interface Packed {
  words: Weights
  names: Weights
  /** Ascending. */
  phrases: Int32Array
  headline: Set<number>
  /** Lengths of the two vectors, words and names weighed by their rarity when it was packed. */
  wordsNorm: number
  namesNorm: number
}

/** The first byte. A story that was packed otherwise is not compared until it is packed anew. */
const format = 2
const headBytes = 18
/** Weights go up to 3; a byte has them in steps of an eightieth. */
const step = 1 / 80

/** What is packed of features: numbers and weights, and the two lengths. */
export interface Weighed extends Features {
  wordsNorm: number
  namesNorm: number
}

export function pack({ words, names, phrases, headline, wordsNorm, namesNorm }: Weighed): Uint8Array<ArrayBuffer> {
  const bytes = headBytes + (words.length + names.length) * 5 + (phrases.length + headline.length) * 4
  const view = new DataView(new ArrayBuffer(bytes))
  view.setUint8(0, format)
  for (const [place, { length }] of [words, names, phrases, headline].entries()) view.setUint16(2 + place * 2, length)
  view.setFloat32(10, wordsNorm)
  view.setFloat32(14, namesNorm)
  let at = headBytes
  for (const { term, weight } of [...ascending(words), ...ascending(names)]) {
    view.setInt32(at, term)
    view.setUint8(at + 4, Math.max(1, Math.round(weight / step)))
    at += 5
  }
  for (const term of [...phrases.map(({ term }) => term), ...headline]) {
    view.setInt32(at, term)
    at += 4
  }
  return new Uint8Array(view.buffer)
}

function ascending(terms: Term[]): Term[] {
  return [...terms].sort((one, other) => one.term - other.term)
}

/** Writes the lengths of the two vectors into what was packed. */
export function setNorms(bytes: Uint8Array, wordsNorm: number, namesNorm: number): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  view.setFloat32(10, wordsNorm)
  view.setFloat32(14, namesNorm)
}

/** Null for what was packed in another format. */
export function unpack(bytes: Uint8Array): Packed | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < headBytes || view.getUint8(0) !== format) return null
  const [words = 0, names = 0, phrases = 0, headline = 0] = [2, 4, 6, 8].map((place) => view.getUint16(place))
  const { terms, values } = numbersIn(view, words + names, phrases + headline)
  let [from, valuesFrom] = [0, 0]
  const numbers = (count: number) => {
    from += count
    return terms.subarray(from - count, from)
  }
  const weights = (count: number) => {
    valuesFrom += count
    // Once they were packed strongest first.
    return inOrder({ terms: numbers(count), values: values.subarray(valuesFrom - count, valuesFrom) })
  }
  return {
    words: weights(words),
    names: weights(names),
    phrases: numbers(phrases),
    headline: new Set(numbers(headline)),
    wordsNorm: view.getFloat32(10),
    namesNorm: view.getFloat32(14),
  }
}

/** All terms, those with a value first: in one piece, for a piece of memory takes longer to get than to fill. */
function numbersIn(view: DataView, valued: number, others: number): Weights {
  const terms = new Int32Array(valued + others)
  const values = new Float32Array(valued)
  let at = headBytes
  for (let index = 0; index < valued; index++, at += 5) {
    terms[index] = view.getInt32(at)
    values[index] = view.getUint8(at + 4) * step
  }
  for (let index = valued; index < terms.length; index++, at += 4) terms[index] = view.getInt32(at)
  return { terms, values }
}

import type { Body } from '../articles/body/types.ts'
import { hashOf } from '../lib/hash.ts'
import { unspaced } from '../lib/unspaced.ts'
import type { ImportBody } from './item.ts'

// Whether two texts are takes of one story: what an agency sends again with other sentences, figures or another headline. Pure.

/** Words of a shingle. Broder 1997 takes ten, for pages of the web; with five a changed word spoils half as many. */
const shingleLength = 5

/** Words that a text must have to be told by them. */
const leastWords = 40

/** Words that are looked at: what comes behind them tells little. */
const mostWords = 5_000

/** Numbers of a sketch. Of two takes as different as they may be one of six shingles is in both: of 32 none is with a chance of 1 in 300. */
const sketchLength = 32

/** How much of the shorter text must be in the longer one, by shingles. */
const leastContained = 0.5

/** How long the shorter text must be, in words of the longer one: a round-up of three stories is none of them. */
const leastLength = 0.4

/** Names and figures that may be others before a text can be taken for another one in the same words: a correction changes a few. */
const fewParticulars = 4

/** The part of them that a text has kept at least, however few they are. */
const leastKept = 0.25

/** How much larger a part of the names and figures than of the other words is then lost when it is a text in the same words. */
const mostLost = 0.2

/** What a story is told by. */
export interface Text {
  headline: string
  body: Body | ImportBody
}

/** A text as it is compared with others. */
export interface Telling {
  length: number
  /** Numbers of its shingles, headline first. */
  shingles: Set<number>
  words: Set<string>
  /** Those of its words that are figures, or stand with a capital inside a sentence. */
  particulars: Set<string>
}

/** Null for a text of less than 40 words. Accents and case are put aside; of scripts without spaces each character is a word. */
export function tellingOf({ headline, body }: Text): Telling | null {
  const texts = body.flatMap((block) =>
    block._type === 'block' ? block.children.map(({ text }) => text).join('') : [],
  )
  const telling: Telling = { length: 0, shingles: new Set(), words: new Set(), particulars: new Set() }
  const last = wordsOf(headline).map(({ word }) => word)
  for (const { word, isParticular } of texts.flatMap(wordsOf).slice(0, mostWords)) {
    telling.words.add(word)
    if (isParticular) telling.particulars.add(word)
    last.push(word)
  }
  for (let at = 0; at + shingleLength <= last.length; at++)
    telling.shingles.add(hashOf(last.slice(at, at + shingleLength).join(' ')))
  return last.length < leastWords ? null : { ...telling, length: last.length }
}

/** The lowest numbers of a text's shingles: takes of one story share some of them (Broder 1997, as below). */
export function sketchOf({ shingles }: Telling): number[] {
  return [...shingles].sort((one, other) => one - other).slice(0, sketchLength)
}

/**
 * How much of the shorter text is in the longer one when they are takes of one story, 0.5 to 1; null when they are not. That is its
 * containment by shingles of five words: A. Broder, On the resemblance and containment of documents, 1997,
 * doi:10.1109/SEQUEN.1997.666900. Reports that are written anew from one form (matches, weather, closing prices) hold as much of each
 * other, but what is other in them are the names and figures; in takes of one story these stay as much as the other words do.
 *
 * Measured on news in English and 20 other languages (docs/ingest.md has the table): 99 to 100 of 100 with a tenth of their words changed,
 * a paragraph or sentence more or less, another headline, or cut to 60 %; of 6,875 pairs of reports on one event 68, by their headlines copies, and
 * of 15,000 pairs from five forms none.
 */
export function sameStory(one: Telling, other: Telling): number | null {
  const [short, long] = one.shingles.size <= other.shingles.size ? [one, other] : [other, one]
  if (short.length < long.length * leastLength || long.length < short.length * leastLength) return null
  const contained = shareIn(short.shingles, long.shingles)
  return contained >= leastContained && !isFormAnew(short, long) ? contained : null
}

/** Whether what the shorter text has otherwise are the names and figures. */
function isFormAnew(short: Telling, long: Telling): boolean {
  const isParticular = (word: string) => short.particulars.has(word) || long.particulars.has(word)
  const particulars = new Set([...short.words].filter(isParticular))
  const others = new Set([...short.words].filter((word) => !isParticular(word)))
  const kept = shareIn(particulars, long.words)
  const lost = particulars.size * (1 - kept)
  return (lost > fewParticulars || kept < leastKept) && shareIn(others, long.words) - kept >= mostLost
}

function shareIn<T>(part: Set<T>, whole: Set<T>): number {
  let both = 0
  for (const each of part) if (whole.has(each)) both++
  return part.size === 0 ? 1 : both / part.size
}

const token = new RegExp(String.raw`[${unspaced}]|(?:(?![${unspaced}])[\p{L}\p{N}])+`, 'gu')
/** What ends a sentence, between two words. */
const sentenceEnd = /[.!?:…\n]/

function wordsOf(text: string): { word: string; isParticular: boolean }[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '')
  let end = 0
  return [...plain.matchAll(token)].map(({ 0: said, index }) => {
    const isFirst = end === 0 || sentenceEnd.test(plain.slice(end, index))
    end = index + said.length
    return { word: said.toLowerCase(), isParticular: /\p{N}/u.test(said) || (!isFirst && /^\p{Lu}/u.test(said)) }
  })
}

import { hashOf } from '../lib/hash.ts'
import { type NamesFound, namesIn } from './names.ts'

// What the engine knows of a story, out of its words. Pure.

/** A story as the database has its words: stemmed by its language, accents folded, without those that are everywhere. */
export interface StoryWords {
  /** Each word with the places where it stands, from 1, of the headline first. */
  words: [word: string, places: number[]][]
  /** Those of the headline. */
  headline: string[]
  /** Headline, opening and text as they were written. */
  text: string
}

/** A word or name, how much of the story it is, and what it is called. */
export interface Term {
  term: number
  /** Saturated by `saturate`: 0 to 3. */
  weight: number
  said: string
}

/** A story as it can be compared with others: strongest terms first. */
export interface Features {
  words: Term[]
  names: Term[]
  /** Two words side by side, with what they are; at most `maxPhrases`, those with the lowest numbers, ascending. */
  phrases: { term: number; parts: [number, number] }[]
  headline: number[]
}

/** Of one story. Longer ones have as many: what comes behind tells little. */
export const maxWords = 400
const maxNames = 80
export const maxPhrases = 400
const maxHeadline = 24

/** How often a word of the headline counts. Robertson, Zaragoza, Taylor 2004 (BM25F), doi:10.1145/1031171.1031181. */
const headlineWeight = 3

/**
 * A word at the start counts once more, one that stands this many words further on e^−1 more, and so on: news says first what it is about.
 * Places of words beside BM25: Troy and Zhang 2007, doi:10.1145/1277741.1277844. As many as a headline and an opening sentence have.
 */
const openingWords = 30

/** Constants of BM25. Robertson and Zaragoza 2009, doi:10.1561/1500000019: k1 from 1.2 to 2, b from 0.5 to 0.8. */
const k1 = 2
const b = 0.75
/** Words of an ordinary story, without those that are everywhere: what lengths are compared with. */
const ordinaryLength = 220

/** How much a term tells that stands `count` times in a text of `length` words: BM25's saturation, 0 to 3. */
export function saturate(count: number, length: number): number {
  return (count * (k1 + 1)) / (count + k1 * (1 - b + (b * length) / ordinaryLength))
}

export function featuresOf({ words, headline, text }: StoryWords): Features {
  const isHeadline = new Set(headline)
  const counts = words.map(([word, places]) => ({
    said: word,
    count: countOf(places) + (isHeadline.has(word) ? headlineWeight - 1 : 0),
  }))
  return {
    words: weighed(counts, 'w', maxWords),
    names: weighed(countsOf(namesIn(text)), 'n', maxNames),
    phrases: phrasesOf(words),
    headline: headline.slice(0, maxHeadline).map(wordTerm),
  }
}

function countOf(places: number[]): number {
  return places.reduce((count, place) => count + 1 + Math.exp(-place / openingWords), 0)
}

/** The number of a word among terms. */
export function wordTerm(word: string): number {
  return hashOf(`w:${word}`)
}

function countsOf(names: NamesFound): { said: string; count: number; key: string }[] {
  return [...names].map(([key, { said, count }]) => ({ key, said, count }))
}

type Counted = { said: string; count: number; key?: string }

function weighed(counts: Counted[], kind: string, most: number): Term[] {
  const length = counts.reduce((sum, { count }) => sum + count, 0)
  return counts
    .map(({ said, count, key = said }) => ({ term: hashOf(`${kind}:${key}`), weight: saturate(count, length), said }))
    .sort((one, other) => other.weight - one.weight || one.term - other.term)
    .slice(0, most)
}

/** Words with at most one other between them, each pair once. */
function phrasesOf(words: StoryWords['words']): Features['phrases'] {
  const at: (number | undefined)[] = []
  for (const [word, places] of words) {
    const term = wordTerm(word)
    for (const place of places) at[place] = term
  }
  const found = new Map<number, [number, number]>()
  for (let place = 1; place < at.length; place++) {
    const [one, next] = [at[place], at[place + 1] ?? at[place + 2]]
    if (one !== undefined && next !== undefined) found.set(hashOf(`${one} ${next}`), [one, next])
  }
  return [...found]
    .map(([term, parts]) => ({ term, parts }))
    .sort((one, other) => one.term - other.term)
    .slice(0, maxPhrases)
}

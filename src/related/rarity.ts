import type { Features, Term } from './features.ts'
import { type Weights, weightsOf } from './weights.ts'

// How rare words and names are, and what that makes of a story. Pure.

/** In how many stories a term stands; 0 for one that is nowhere yet. */
export type StoriesWith = (term: number) => number

/** A language is taken to have this many stories at least, so that in a new newsroom not every word is everywhere. */
const fewestStories = 1_000

/**
 * What a term that stands in `stories` of `all` is worth: 0 for one that is everywhere, about 11 for one of 100,000. `fewest`: as how
 * many stories they count at least.
 * Source: Robertson and Zaragoza 2009, doi:10.1561/1500000019, with 1 added so that it is never below 0 (as Lucene does).
 */
export function rarityOf(stories: number, all: number, fewest = fewestStories): number {
  const total = Math.max(all, fewest)
  return Math.log(1 + (total - Math.min(stories, total) + 0.5) / (stories + 0.5))
}

/** Stories that may have a word which says something of two of them; in a large archive one of twenty. */
const tellingIn = { stories: 4, part: 1 / 20 }

/**
 * Whether a word of this rarity is one that few stories have, of all there are in its language. In a small archive most words are rare by
 * `rarityOf`, for it is taken for a larger one.
 */
export function isTelling(rarity: number, all: number): boolean {
  const stories = (Math.max(all, fewestStories) + 1) / Math.exp(rarity) - 0.5
  return Math.round(stories) <= Math.max(tellingIn.stories, all * tellingIn.part)
}

/** A story whose terms are weighed by their rarity in the archive of today. */
export interface Weighted {
  features: Features
  /** Rarity by term. */
  rarity: Map<number, number>
  /** Its two vectors: the weight of each word and name by its rarity, squared, for the other's weight is to be by its rarity too. */
  words: Weights
  names: Weights
  /** Lengths of the two. */
  wordsNorm: number
  namesNorm: number
  /** Its phrases with the rarity of both words of each, squared. */
  phrases: Weights
}

export function weigh(features: Features, storiesWith: StoriesWith, all: number): Weighted {
  const rarity = new Map<number, number>()
  for (const { term } of [...features.words, ...features.names]) rarity.set(term, rarityOf(storiesWith(term), all))
  const rare = (term: number) => rarity.get(term) ?? 0
  const vector = (terms: Term[]) => weightsOf(terms.map(({ term, weight }) => [term, weight * rare(term) ** 2]))
  const norm = (terms: Term[]) =>
    Math.sqrt(terms.reduce((sum, { term, weight }) => sum + (weight * rare(term)) ** 2, 0))
  return {
    features,
    rarity,
    words: vector(features.words),
    names: vector(features.names),
    wordsNorm: norm(features.words),
    namesNorm: norm(features.names),
    phrases: weightsOf(features.phrases.map(({ term, parts: [one, next] }) => [term, (rare(one) + rare(next)) ** 2])),
  }
}

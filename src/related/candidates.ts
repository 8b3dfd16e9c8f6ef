import type { Term } from './features.ts'
import type { StoriesWith, Weighted } from './rarity.ts'

// Where to look for stories like one. Pure.

/** Terms of a story that others find it by. */
export const maxPostings = 64
/** Stories that are compared whole: of the story's language, and of all others together, which have fewer places. */
export const maxCandidates = 100
export const maxForeignCandidates = 40
/** Places of the index that one look reads at most, however large the archive is. Of 16,000 stories 600 places find as much as 8,000. */
const readAtMost = 4_000

/** A term and what a place in its list is worth. */
export interface Probe {
  term: number
  worth: number
}

type Terms = Pick<Weighted, 'features' | 'rarity'>

/** The terms that tell most of a story, strongest first: how often they stand in it, by how rare they are. */
export function postingsOf({ features, rarity }: Terms): Probe[] {
  const worth = ({ term, weight }: Term) => ({ term, worth: weight * (rarity.get(term) ?? 0) })
  return [...features.words, ...features.names]
    .map(worth)
    .sort((one, other) => other.worth - one.worth)
    .slice(0, maxPostings)
}

/** The names of a story, strongest first: what it is found by in other languages. */
export function nameProbesOf({ features, rarity }: Terms, storiesWith: StoriesWith): Probe[] {
  const named = { features: { ...features, words: [] }, rarity }
  return probesOf(named, storiesWith)
}

/**
 * The terms to look under: the strongest, until their lists are as long as one look may read. What stands in no story is left out.
 * Source: early termination by the worth of terms, as in Turtle and Flood 1995, doi:10.1016/0306-4573(95)00020-H.
 */
export function probesOf(story: Terms, storiesWith: StoriesWith): Probe[] {
  let read = 0
  return postingsOf(story).filter(({ term }) => {
    const stories = storiesWith(term)
    if (stories === 0 || read + stories > readAtMost) return false
    read += stories
    return true
  })
}

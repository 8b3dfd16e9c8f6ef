import type { Packed } from '../packing.ts'
import type { Weighted } from '../rarity.ts'

/** A tag as scorers compare it. */
export interface TagSeen {
  id: string
  type: string
  name: string
}

/** The story for which others are looked for. */
export interface Subject {
  story: Weighted
  /** The first part of its locale. */
  language: string
  tags: TagSeen[]
  publishedAt: Date
  /** In how many stories a tag stands, by its id; counted up to 10,000. */
  storiesOfTag: Map<string, number>
  /** Live stories in all. */
  all: number
}

/** A story that it is compared with. */
export interface Candidate {
  id: string
  /** Translations of each other have the same. */
  originalId: string
  /** In another language than the story: compared by names, tags and storylines alone. */
  isForeign: boolean
  packed: Packed
  /** Those that the story has too: of others nothing is asked. */
  tags: TagSeen[]
  publishedAt: Date
}

/**
 * How alike two stories are in one respect: from 0, nothing in common, to 1. Null: there is nothing to compare, as with the words of two
 * languages.
 */
export type Scorer = (subject: Subject, candidate: Candidate) => number | null

import { headline } from './scorers/headline.ts'
import { names } from './scorers/names.ts'
import { phrases } from './scorers/phrases.ts'
import type { Candidate, Scorer, Subject } from './scorers/scorer.ts'
import { storyline } from './scorers/storyline.ts'
import { tags } from './scorers/tags.ts'
import { time } from './scorers/time.ts'
import { words } from './scorers/words.ts'
import { countShared } from './weights.ts'

// What the scorers say together. Pure.

/** Compare the text of both: their mean, by these weights, is the base. */
const ofText = {
  words: { scorer: words, weight: 1 },
  phrases: { scorer: phrases, weight: 0.5 },
  names: { scorer: names, weight: 0.3 },
  headline: { scorer: headline, weight: 0.1 },
} as const

/** Lift the base by this part of what is missing to 1, and never lower it: most stories have no tags. */
const lifts = {
  tags: { scorer: tags, weight: 0.15 },
  storyline: { scorer: storyline, weight: 0.35 },
} as const

/** Nearness in time counts this much beside a match of 1. */
const timeWeight = 0.3

/** What has one or two words in common is no suggestion, however rare they are in a small archive. */
export const enoughShared = 3

/** Names that two stories in two languages share at least, where they share no tags: each says more than a word. */
const enoughNames = 2

/** What names alone say counts this much: in one language words would have to say it too. */
export const acrossLanguages = 0.7

export type ScorerName = keyof typeof ofText | keyof typeof lifts | 'time'

/** Every scorer by its name; a new one stands in one of the two tables as well. */
export const scorers: Record<ScorerName, Scorer> = { words, phrases, names, headline, tags, storyline, time }

export interface Scored {
  candidate: Candidate
  /** What each scorer said. */
  said: Record<ScorerName, number | null>
  /** Words and names that stand in both, counted up to `enoughShared` of each; across languages names, and twice the tags, or `enoughShared` for two names. */
  shared: number
  /** 0 to 1, whenever they were published. */
  match: number
  /** 0 to 1, nearness in time counted in. */
  score: number
}

/** `without`: scorers that are left out, to measure what they bring. */
export function scoreOf(subject: Subject, candidate: Candidate, without: readonly ScorerName[] = []): Scored {
  const said = Object.fromEntries(
    Object.entries(scorers).map(([name, scorer]) => [
      name,
      without.includes(name as ScorerName) ? null : scorer(subject, candidate),
    ]),
  ) as Scored['said']
  let match = baseOf(said) * (candidate.isForeign ? acrossLanguages : 1)
  for (const [name, { weight }] of entriesOf(lifts)) match += (1 - match) * weight * (said[name] ?? 0)
  const score = said.time === null ? match : (match * (1 + timeWeight * said.time)) / (1 + timeWeight)
  return { candidate, said, shared: sharedTerms(subject, candidate), match, score }
}

function sharedTerms({ story, tags }: Subject, { packed, tags: theirs, isForeign }: Candidate): number {
  // Counted no further than it matters.
  const count = (kind: 'words' | 'names') => countShared(story[kind].terms, packed[kind].terms, enoughShared)
  const both = count('names')
  if (!isForeign) return both < enoughShared ? both + count('words') : both
  if (both >= enoughNames) return enoughShared
  return both + 2 * tags.filter(({ id }) => theirs.some((tag) => tag.id === id)).length
}

/** The mean of those that had something to compare. */
function baseOf(said: Scored['said']): number {
  let [sum, weights] = [0, 0]
  for (const [name, { weight }] of entriesOf(ofText)) {
    const value = said[name]
    if (value === null) continue
    sum += weight * value
    weights += weight
  }
  return weights === 0 ? 0 : sum / weights
}

function entriesOf<T extends object>(table: T): [keyof T, T[keyof T]][] {
  return Object.entries(table) as [keyof T, T[keyof T]][]
}

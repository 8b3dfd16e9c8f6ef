import type { RelatedGround } from './ground.ts'
import { isTelling, type Weighted } from './rarity.ts'
import { isPair, runsOf } from './runs.ts'
import type { Scored } from './score.ts'
import type { Subject, TagSeen } from './scorers/scorer.ts'
import { type Weights, worthOf } from './weights.ts'

// What is said of two stories that are alike. Pure.

/** Names and words that one ground has at most, and what they have to be worth: a name in one of twenty stories says nothing. */
const most = 3
/** Pairs of letters that are looked at, in scripts without spaces. */
const mostPairs = 80
const leastRarity = 3

/** What two stories have in common, strongest first. */
export interface Common {
  storyline: string | null
  /** Tags and names, as they are written. */
  about: string[]
  /** Words in the form in which they were counted: see `surfacesOf`. */
  words: string[]
  /** Pairs of letters, in scripts without spaces. */
  pairs: string[]
  isSameDays: boolean
}

const sameDaysMs = 3 * 86_400_000

export function commonOf(subject: Subject, { candidate }: Scored): Common {
  const ids = new Set(candidate.tags.map(({ id }) => id))
  const tags = subject.tags.filter(({ id }) => ids.has(id))
  const named = sharedTerms(subject, 'names', candidate.packed.names).map(({ said }) => said)
  const about = distinct([...tags.filter(isNamed).map(({ name }) => name), ...named]).slice(0, most)
  const storyline = tags.find(({ type }) => type === 'STORYLINE')?.name ?? null
  const words = candidate.isForeign ? [] : wordsOf(subject, candidate.packed.words, about.length > 0 || !!storyline)
  return {
    storyline,
    about,
    words: words.filter((word) => !isPair(word)).slice(0, most + about.length * 2),
    pairs: words.filter(isPair).slice(0, mostPairs),
    isSameDays: Math.abs(subject.publishedAt.getTime() - candidate.publishedAt.getTime()) <= sameDaysMs,
  }
}

/** Words that few stories have. Where these two have nothing else in common, those that more have say at least what was compared. */
function wordsOf(subject: Subject, theirs: Weights, isSaid: boolean): string[] {
  const shared = sharedTerms(subject, 'words', theirs).filter(({ said }) => /\p{L}/u.test(said))
  const telling = shared.filter(({ rare }) => isTelling(rare, subject.all))
  return (telling.length > 0 || isSaid ? telling : shared).map(({ said }) => said)
}

/** People, places, organisations, events and topics are said by name; a section is not what a story is about. */
const isNamed = ({ type }: TagSeen) => type !== 'STORYLINE' && type !== 'SECTION'

function sharedTerms(
  { story: { features, rarity } }: { story: Weighted },
  kind: 'words' | 'names',
  theirs: Weights,
): { said: string; rare: number; worth: number }[] {
  return features[kind]
    .flatMap(({ term, weight, said }) => {
      const their = worthOf(theirs, term)
      const rare = their === undefined ? 0 : (rarity.get(term) ?? 0)
      return their === undefined || rare < leastRarity ? [] : [{ said, rare, worth: weight * their * rare ** 2 }]
    })
    .sort((one, other) => other.worth - one.worth)
}

/** Without those that are parts of others: 'Askar Akhmetov' says 'Akhmetov' too. */
function distinct(names: string[]): string[] {
  const kept: string[] = []
  for (const name of names) {
    const lower = name.toLowerCase()
    if (!kept.some((other) => other.toLowerCase().includes(lower) || lower.includes(other.toLowerCase())))
      kept.push(name)
  }
  return kept
}

/**
 * The grounds, strongest first. `said` gives a counted word as the story writes it; what is not found in it, or is in a name already, is
 * left out. Pairs of letters are looked up in `text`, where those that stand in a row are one word.
 */
export function groundsOf(
  { storyline, about, words, pairs, isSameDays }: Common,
  said: (word: string) => string | undefined,
  text: string,
): RelatedGround[] {
  const named = about.join(' ').toLowerCase()
  const shown = distinct(
    [...words.flatMap((word) => said(word) ?? []), ...runsOf(text, new Set(pairs))].filter(
      (word) => !named.includes(word.toLowerCase()),
    ),
  ).slice(0, most)
  const grounds: RelatedGround[] = [
    { kind: 'STORYLINE', values: storyline ? [storyline] : [] },
    { kind: 'ABOUT', values: about },
    { kind: 'WORDS', values: shown },
  ]
  return [
    ...grounds.filter(({ values }) => values.length > 0),
    ...(isSameDays ? [{ kind: 'SAME_DAYS' as const, values: [] }] : []),
  ]
}

import type { RelatedGround } from './ground.ts'
import { isTelling, type Weighted } from './rarity.ts'
import { isPair, runsOf } from './runs.ts'
import type { Scored } from './score.ts'
import type { Candidate, Subject, TagSeen } from './scorers/scorer.ts'
import { type Weights, worthOf } from './weights.ts'

// What is said of two stories that are alike. Pure.

/** Names and words that one ground has at most, and what they have to be worth: a name in one of twenty stories says nothing. */
const most = 3
/** Pairs of letters that are looked at, in scripts without spaces. */
const mostPairs = 200
/** Words that many stories have, of which some are names, or stand in no sentence; and the same of words that few have. */
const mostOthers = 12
const mostWords = 9
/** Languages that give every noun a capital: names are told among the words there, for a capital tells no name from a noun. */
const nounsHaveCapitals = ['de', 'gsw', 'lb', 'nds']
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
  /** Words that more stories have: said when there is nothing else to say. */
  others: string[]
  isSameDays: boolean
}

const sameDaysMs = 3 * 86_400_000

export function commonOf(subject: Subject, { candidate }: Scored): Common {
  const ids = new Set(candidate.tags.map(({ id }) => id))
  const tags = subject.tags.filter(({ id }) => ids.has(id))
  const named = hasNames(subject, candidate) ? sharedTerms(subject, 'names', candidate.packed.names) : []
  const names = wholesOf(named.map(({ said }) => said))
  const about = distinct([...tags.filter(isNamed).map(({ name }) => name), ...names]).slice(0, most)
  const shared = candidate.isForeign ? [] : sharedWords(subject, candidate.packed.words)
  const telling = shared.filter(({ rare }) => isTelling(rare, subject.all)).map(({ said }) => said)
  const words = telling.filter((word) => !isPair(word)).slice(0, mostWords)
  return {
    storyline: tags.find(({ type }) => type === 'STORYLINE')?.name ?? null,
    about,
    words,
    pairs: telling.filter(isPair).slice(0, mostPairs),
    others: shared.flatMap(({ said }) => (words.includes(said) ? [] : [said])).slice(0, mostOthers),
    isSameDays: Math.abs(subject.publishedAt.getTime() - candidate.publishedAt.getTime()) <= sameDaysMs,
  }
}

/** A name that another language has too is none of its nouns. */
function hasNames({ language }: Subject, { isForeign }: Candidate): boolean {
  return isForeign || !nounsHaveCapitals.includes(language)
}

/** Each name as the longest of these that it is a part of: who both speak of the 'Bank of England' speak of no bank and no England besides. */
function wholesOf(names: string[]): string[] {
  const isPart = (name: string, whole: string) =>
    name.length < whole.length && ` ${whole.toLowerCase()} `.includes(` ${name.toLowerCase()} `)
  const wholes = names.filter((name) => !names.some((other) => isPart(name, other)))
  return names.flatMap((name) => (wholes.includes(name) ? [name] : wholes.filter((whole) => isPart(name, whole))))
}

/** With letters: a number says nothing without what it counts. */
function sharedWords(subject: Subject, theirs: Weights) {
  return sharedTerms(subject, 'words', theirs).filter(({ said }) => /\p{L}/u.test(said))
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
  { storyline, about, words, pairs, others, isSameDays }: Common,
  said: (word: string) => string | undefined,
  text: string,
): RelatedGround[] {
  const named = about.join(' ').toLowerCase()
  const surfaces = (counted: string[]) => counted.flatMap((word) => said(word) ?? [])
  const shownOf = (found: string[]) =>
    distinct(found.filter((word) => !named.includes(word.toLowerCase()))).slice(0, most)
  const telling = shownOf([...surfaces(words), ...runsOf(text, new Set(pairs))])
  const isSaid = telling.length > 0 || named !== '' || storyline !== null
  const shown = isSaid ? telling : shownOf(surfaces(others))
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

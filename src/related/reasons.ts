import type { Weighted } from './rarity.ts'
import type { Scored } from './score.ts'
import type { Subject, TagSeen } from './scorers/scorer.ts'

// Why a story was suggested, in words for readers. Pure.

/** Names and words that one reason has at most, and what they have to be worth: a word in one of twenty stories says nothing. */
const most = 3
const leastRarity = 3

/** What two stories have in common, strongest first. */
export interface Ground {
  storyline: string | null
  /** Tags and names, as they are written. */
  about: string[]
  /** Words in the form in which they were counted: see `surfacesOf`. */
  words: string[]
  isSameDays: boolean
}

const sameDaysMs = 3 * 86_400_000

export function groundOf(subject: Subject, { candidate }: Scored): Ground {
  const ids = new Set(candidate.tags.map(({ id }) => id))
  const tags = subject.tags.filter(({ id }) => ids.has(id))
  const named = sharedTerms(subject.story, 'names', candidate.packed.names)
  const about = distinct([...tags.filter(isNamed).map(({ name }) => name), ...named]).slice(0, most)
  return {
    storyline: tags.find(({ type }) => type === 'STORYLINE')?.name ?? null,
    about,
    words: sharedTerms(subject.story, 'words', candidate.packed.words).slice(0, most + about.length * 2),
    isSameDays: Math.abs(subject.publishedAt.getTime() - candidate.publishedAt.getTime()) <= sameDaysMs,
  }
}

/** People, places, organisations, events and topics are said by name; a section is not what a story is about. */
const isNamed = ({ type }: TagSeen) => type !== 'STORYLINE' && type !== 'SECTION'

function sharedTerms({ features, rarity }: Weighted, kind: 'words' | 'names', theirs: Map<number, number>): string[] {
  return features[kind]
    .map((term) => ({ ...term, rare: rarity.get(term.term) ?? 0, their: theirs.get(term.term) ?? 0 }))
    .filter(({ rare, their }) => their > 0 && rare >= leastRarity)
    .sort((one, other) => other.weight * other.their * other.rare ** 2 - one.weight * one.their * one.rare ** 2)
    .map(({ said }) => said)
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
 * The sentences. `said` gives a counted word as the story writes it; what is not found in it, or is in a name already, is left out.
 */
export function reasonsOf(
  { storyline, about, words, isSameDays }: Ground,
  said: (word: string) => string | undefined,
): string[] {
  const named = about.join(' ').toLowerCase()
  const shown = distinct(
    words.flatMap((word) => said(word) ?? []).filter((word) => !named.includes(word.toLowerCase())),
  ).slice(0, most)
  return [
    ...(storyline ? [`Same running story: ${storyline}`] : []),
    ...(about.length > 0 ? [`Also about ${listed(about)}`] : []),
    ...(shown.length > 0
      ? [`Shares the word${shown.length > 1 ? 's' : ''} ${listed(shown.map((word) => `“${word}”`))}`]
      : []),
    ...(isSameDays ? ['From the same days'] : []),
  ]
}

function listed(items: string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`
}

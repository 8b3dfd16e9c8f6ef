import type { ArticleFilter, ResolvedFilter } from '../articles/filter.ts'
import type { Group, Term } from './terms.ts'

// Terms and filters as text search queries. Pure. Parts come from PostgreSQL, quoted, or are quoted here.

/** What a term may be in one configuration: parts of a text search query as PostgreSQL writes them; empty for stop words. */
export interface Stems {
  /** All words of it. */
  words: string
  /** All of them, side by side. */
  phrase: string
  /** The words that it may begin. */
  completions: string[]
}

/** What terms are, by their place in the groups taken together. */
export interface Reading {
  /** Configurations of the languages to search, such as 'dateline_english'. */
  configs: string[]
  stemsOf(term: number, config: string): Stems
  /** Marks of tags, sections and authors: see the view `searchable_story`. */
  marksOf(term: number): string[]
  /** Date of the newest live story; null: there is none. */
  newest: Date | null
}

/** What to look for. */
export interface Wanted {
  /** What the index tells alone: all words, wherever they stand. */
  loose: string
  /** With phrases side by side, which each story has to be read for; null when there are none. */
  exact: string | null
  /** What ranking and highlights go by: what is wanted, without conditions. */
  rank: string
}

/** The query of groups of terms; null when nothing is left to look for. */
export function wantedOf(groups: Group[], reading: Reading): Wanted | null {
  const places = placesOf(groups)
  const build = (form: Form) =>
    anyOf(
      reading.configs.flatMap((config) => groups.map((group) => groupQuery(group, { places, reading, config, form }))),
    )
  const loose = build('loose')
  const rank = build('rank')
  if (!loose || !rank) return null
  const exact = groups.flat().some(({ isPhrase }) => isPhrase) ? build('exact') : null
  return { loose, rank, exact: exact === loose ? null : exact }
}

/** Wanted words that no language searched has in its index. */
export function ignoredIn(groups: Group[], reading: Reading): string[] {
  const terms = groups.flat()
  const isIgnored = ({ isNot }: Term, place: number) =>
    !isNot &&
    reading.configs.length > 0 &&
    reading.configs.every((config) => reading.stemsOf(place, config).words === '')
  return [...new Set(terms.filter(isIgnored).map(({ text }) => text))]
}

type Form = 'loose' | 'exact' | 'rank'

interface Building {
  places: Map<Term, number>
  reading: Reading
  config: string
  form: Form
}

function placesOf(groups: Group[]): Map<Term, number> {
  return new Map(groups.flat().map((term, place) => [term, place]))
}

/** All terms of a group in one language; null without one that is wanted. Stop words are not in the index and are left out. */
function groupQuery(group: Group, building: Building): string | null {
  const { reading, config, form } = building
  const wanted = group.filter(({ isNot }) => !isNot).flatMap((term) => termQuery(term, building) ?? [])
  if (wanted.length === 0) return null
  if (form === 'rank') return allOf(wanted)
  const unwanted = group.filter(({ isNot }) => isNot).flatMap((term) => termQuery(term, building) ?? [])
  // A stem of one language may be a word of another: each is looked for in its own stories.
  const own = reading.configs.length > 1 ? [quoted(`@c:${config}`)] : []
  return allOf([...own, ...wanted, ...unwanted.map((query) => `!(${query})`)])
}

function termQuery(term: Term, { places, reading, config, form }: Building): string | null {
  const place = places.get(term) ?? -1
  const stems = reading.stemsOf(place, config)
  if (stems.words === '' && stems.completions.length === 0) return null
  // The words of an unwanted phrase may stand apart: only reading the story tells.
  if (form === 'loose' && term.isNot && term.isPhrase && stems.phrase !== stems.words) return null
  return anyOf([stemQuery(term, stems, form), ...stems.completions, ...reading.marksOf(place).map(quoted)])
}

function stemQuery({ isPhrase, isStart, run }: Term, { words, phrase }: Stems, form: Form): string | null {
  if (words === '') return null
  if (isStart && run !== null) return `${words}:*`
  return isPhrase && form === 'exact' ? phrase : words
}

/** Conditions of a filter that the index tells; null when no story can meet them. `merged`: ids that each id stands for. */
export function filterQueries(filter: ResolvedFilter, merged: Map<string, string[]>): string[] | null {
  const marks = {
    tag: (id: string) => (merged.get(id) ?? [id]).map((each) => `#${hexOf(each)}`),
    author: (id: string) => (merged.get(id) ?? [id]).map((each) => `#${hexOf(each)}`),
    section: (id: string) => (merged.get(id) ?? [id]).map((each) => `@s${hexOf(each)}`),
    locale: (locale: string) => [`@l:${locale}`],
  }
  const queries: string[] = []
  for (const noun of ['tag', 'author', 'section', 'locale'] as const) {
    for (const { isNot, ids } of filter[noun]) {
      const query = anyOf(ids.flatMap(marks[noun]).map(quoted))
      if (!query && !isNot) return null
      if (query) queries.push(isNot ? `!(${query})` : query)
    }
  }
  return queries
}

/** Locales that alone can be found, when the filter names them. */
export function localesOf({ locale }: ArticleFilter): string[] | null {
  return locale.find(({ isNot }) => !isNot)?.keys ?? null
}

const weekMs = 7 * 24 * 60 * 60_000

/** Stories of so many weeks up to the one of this instant, and the next: dates of print may lie ahead. Weeks begin on Thursdays, as 1970 did. */
export function weeksUpTo(at: Date, weeks: number): string {
  const next = Math.floor(at.getTime() / weekMs) + 1
  return Array.from({ length: weeks + 1 }, (_, back) => quoted(`@w${next - back}`)).join(' | ')
}

/** The same for months, in UTC. */
export function monthsUpTo(at: Date, months: number): string {
  const names = Array.from({ length: months + 1 }, (_, back) => {
    const month = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1 - back, 1))
    return quoted(`@${month.toISOString().slice(0, 7)}`)
  })
  return names.join(' | ')
}

/**
 * The same for years, in UTC, as the beginnings of their months. The index takes such a beginning for one frequent word and reads
 * through the rare ones; thirty months side by side look rare to it each, and it would read every story of them.
 */
export function yearsUpTo(at: Date, years: number): string {
  return Array.from({ length: years + 1 }, (_, back) => `${quoted(`@${at.getUTCFullYear() + 1 - back}-`)}:*`).join(
    ' | ',
  )
}

/** What has all of these. */
export function allOf(queries: string[]): string {
  return queries.map((query) => `(${query})`).join(' & ')
}

function anyOf(queries: (string | null)[]): string | null {
  const known = [...new Set(queries.filter((query) => query !== null))]
  return known.length > 1 ? known.map((query) => `(${query})`).join(' | ') : (known[0] ?? null)
}

/**
 * How the words of a query begin in a text, as far as their stems tell: 'ministri' is 'ministr', for there may stand 'ministry'.
 * At most 40.
 */
export function beginningsIn(query: string): string[] {
  const lexemes = [...query.matchAll(/'((?:[^']|'')+)'/gu)].map(([, lexeme = '']) => lexeme.replaceAll("''", "'"))
  const words = lexemes.filter((lexeme) => !/^[#@]/u.test(lexeme))
  return [...new Set(words.map((word) => (word.length > 4 ? word.slice(0, -1) : word)))].slice(0, 40)
}

const hexOf = (id: string) => id.replaceAll('-', '')

/** A lexeme in a text search query: in quotes, with quotes and backslashes doubled. */
function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

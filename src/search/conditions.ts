import type { Group, Term } from './terms.ts'

// Terms as text search queries. Pure. Parts come from PostgreSQL, quoted, or are quoted here.

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
  /** That of the language which most stories are likely to be in. */
  home: string
  stemsOf(term: number, config: string): Stems
  /** Marks of tags, sections and authors: see the view `searchable_story`. */
  marksOf(term: number): string[]
  /** Date of the newest live story; null: there is none. */
  newest: Date | null
}

/** What to look for. */
export interface Wanted {
  /**
   * What the index tells alone: all words, wherever they stand. All of these hold. They are asked side by side and not as one query:
   * of one the index looks at every story of half the words in it, of several it steps from a story of the rarest to the next.
   */
  conditions: string[]
  /** With phrases side by side, which each story has to be read for; null when there are none. */
  exact: string | null
  /** What ranking and highlights go by: what is wanted, without conditions. */
  rank: string
}

/** The query of groups of terms; null when nothing is left to look for. */
export function wantedOf(groups: Group[], reading: Reading): Wanted | null {
  const places = placesOf(groups)
  const build = (form: Form) =>
    eitherOf(groups.map((group) => groupConditions(group, { places, reading, form })).filter((all) => all.length > 0))
  const conditions = build('loose')
  const rank = anyOf(groups.flatMap((group) => rankQueries(group, { places, reading, form: 'rank' })))
  if (conditions.length === 0 || !rank) return null
  const exact = allOf(build('exact'))
  return { conditions, rank, exact: exact === allOf(conditions) ? null : exact }
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
  form: Form
}

function placesOf(groups: Group[]): Map<Term, number> {
  return new Map(groups.flat().map((term, place) => [term, place]))
}

/** What has to hold so that all conditions of one group do. */
function eitherOf(groups: string[][]): string[] {
  const [only = [], ...others] = groups
  return others.length === 0 ? only : [anyOf(groups.map(allOf))]
}

/**
 * All terms of a group, in the languages that have any of them; empty where none has. Names are said once and not in each language:
 * what the index is asked for, it looks up story by story.
 */
function groupConditions(group: Group, building: Building): string[] {
  const { configs } = building.reading
  const wanted = group.filter(({ isNot }) => !isNot)
  const having = configs.filter((config) => wanted.some((term) => wordQuery(term, config, building) !== null))
  if (having.length === 0) return []
  const required = wanted.flatMap((term) => termQuery(term, having, building) ?? [])
  const unwanted = group.filter(({ isNot }) => isNot).flatMap((term) => termQuery(term, having, building) ?? [])
  return [...required, ...unwanted.map((query) => `!(${query})`), ...inLanguages(having, configs, building)]
}

/** What ranks a group, in each language: what is wanted, without conditions. */
function rankQueries(group: Group, building: Building): string[] {
  const wanted = group.filter(({ isNot }) => !isNot)
  return building.reading.configs.flatMap((config) => {
    const queries = wanted.flatMap((term) => {
      const words = wordQuery(term, config, building)
      return words === null ? [] : anyOf([words, ...marksOf(term, building)])
    })
    return queries.length > 0 ? [allOf(queries)] : []
  })
}

/**
 * A term in some languages: its words in each, and names; null where none has it. A stem of one language may be a word of another, so
 * each is looked for in its own stories, but for one that is the same in all. Stop words are not in the index: where they are none,
 * every story has a wanted one, and none an unwanted one.
 */
function termQuery(term: Term, configs: string[], building: Building): string | null {
  const stopping = configs.filter((config) => wordQuery(term, config, building) === null)
  const having = configs.filter((config) => !stopping.includes(config))
  if (having.length === 0) return null
  const words = new Set(having.flatMap((config) => wordQuery(term, config, building) ?? []))
  const inOwn = [...words].map((query) => {
    const own = having.filter((config) => wordQuery(term, config, building) === query)
    return within(own, configs, query, building)
  })
  const found = anyOf([...inOwn, ...marksOf(term, building)])
  return term.isNot ? within(having, configs, found, building) : anyOf([found, ...stopping.map(languageMark)])
}

/** The words of a term in one language; null when the index has none of them. */
function wordQuery(term: Term, config: string, { places, reading, form }: Building): string | null {
  const stems = reading.stemsOf(places.get(term) ?? -1, config)
  // The words of an unwanted phrase may stand apart: only reading the story tells.
  if (form === 'loose' && term.isNot && term.isPhrase && stems.phrase !== stems.words) return null
  return anyOf([stemQuery(term, stems, form), ...stems.completions])
}

function marksOf(term: Term, { places, reading }: Building): string[] {
  return reading.marksOf(places.get(term) ?? -1).map(quoted)
}

/** A query in stories of some of the languages searched. */
function within(languages: string[], searched: string[], query: string, building: Building): string {
  const [condition] = inLanguages(languages, searched, building)
  return condition === undefined ? query : allOf([query, condition])
}

/**
 * What has to hold of stories in some of the languages searched; nothing where these are all. Where that means most stories, the index
 * is asked for those that are in none of a few others: it would look up each story among most otherwise.
 */
function inLanguages(languages: string[], searched: string[], { reading }: Building): string[] {
  const others = searched.filter((config) => !languages.includes(config))
  if (others.length === 0) return []
  const isMost = languages.includes(reading.home) && others.length <= fewOthers
  return [isMost ? `!(${anyOf(others.map(languageMark))})` : anyOf(languages.map(languageMark))]
}

const fewOthers = 3

const languageMark = (config: string) => quoted(`@c:${config}`)

function stemQuery({ isPhrase, isStart, run }: Term, { words, phrase }: Stems, form: Form): string | null {
  if (words === '') return null
  if (isStart && run !== null) return `${words}:*`
  return isPhrase && form === 'exact' ? phrase : words
}

/** What has all of these. */
export function allOf(queries: string[]): string {
  return queries.map((query) => `(${query})`).join(' & ')
}

/** What has any of these. */
export function anyOf(queries: string[]): string
export function anyOf(queries: (string | null)[]): string | null
export function anyOf(queries: (string | null)[]): string | null {
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

/** A lexeme in a text search query: in quotes, with quotes and backslashes doubled. */
export function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

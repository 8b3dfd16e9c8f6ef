import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import {
  type ArticleFilterInput,
  type ArticleSort,
  type DateField,
  dateFields,
  maxTerms,
  type TermFilter,
  type TermNoun,
  termNouns,
} from './query.ts'

// What a question for stories means, whichever words it was asked in. Pure. The SQL of it is in filters.ts and scan.ts.

/** Any of these keys, or none of them. Keys are sorted, each once; ids in lower case. */
export interface Clause {
  isNot: boolean
  keys: string[]
}

/** From inclusive, to exclusive: instants in UTC as ISO text. */
export interface Range {
  from: string | null
  to: string | null
}

/** A filter, read: a story must meet every clause and be inside every range. */
export interface ArticleFilter extends Record<TermNoun, Clause[]> {
  dates: Partial<Record<DateField, Range>>
}

/** The filter that every story meets. */
export const everyStory: ArticleFilter = { tag: [], section: [], author: [], locale: [], dates: {} }

/**
 * Reads what was parsed by a shape with `articleFilterInput` or `articleFilterFields`.
 * @throws invalid_input for values without sense and ranges that end before they begin, limit_exceeded for too many values.
 */
export function readArticleFilter(input: ArticleFilterInput): ArticleFilter {
  const faults: Fault[] = []
  const filter: ArticleFilter = {
    tag: clausesOf(input.tag, input.tags, 'tag', faults),
    section: clausesOf(input.section, input.sections, 'section', faults),
    author: clausesOf(input.author, input.authors, 'author', faults),
    locale: clausesOf(input.locale, input.locales, 'locale', faults),
    dates: rangesOf(input, faults),
  }
  if (faults.length > 0) throw invalidInput(faults)
  for (const noun of termNouns) requireFew(filter[noun], noun)
  return filter
}

/**
 * The clauses of one noun, without repeats and in an order that does not depend on that of the question. What is excluded is one
 * clause, so that each story is looked at once for all of it.
 */
function clausesOf(
  given: string | string[] | null | undefined,
  terms: TermFilter[] | null | undefined,
  noun: TermNoun,
  faults: Fault[],
): Clause[] {
  const clauses = [
    ...[given ?? []].flat().map((text) => readTerm(text, noun, faults)),
    ...(terms ?? []).flatMap(({ any, all, none }) => [
      ...(any ? [clauseOf(false, any)] : []),
      ...(all ?? []).map((key) => clauseOf(false, [key])),
      ...(none ? [clauseOf(true, none)] : []),
    ]),
  ]
  const excluded = clauses.flatMap(({ isNot, keys }) => (isNot ? keys : []))
  const met = [...clauses.filter(({ isNot }) => !isNot), ...(excluded.length > 0 ? [clauseOf(true, excluded)] : [])]
  return [...new Map(met.map((clause) => [JSON.stringify(clause), clause])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, clause]) => clause)
}

/** `a,b`: any of them. `-a,b`: none of them. */
function readTerm(text: string, noun: TermNoun, faults: Fault[]): Clause {
  const isNot = text.startsWith('-')
  const keys = (isNot ? text.slice(1) : text).split(',').map((key) => key.trim())
  if (keys.some((key) => key === '')) faults.push({ path: noun, message: 'has an empty value; leave out the comma' })
  else if (keys.some((key) => key.startsWith('-')))
    faults.push({
      path: noun,
      message: `takes '-' at the beginning only, for all of the value; repeat ${noun} to combine it with others`,
    })
  else if (keys.some((key) => key.length > 200))
    faults.push({ path: noun, message: 'must have 200 characters or fewer' })
  return clauseOf(isNot, keys)
}

function clauseOf(isNot: boolean, given: string[]): Clause {
  const keys = given.map((key) => (uuidPattern.test(key) ? key.toLowerCase() : key))
  return { isNot, keys: [...new Set(keys)].sort() }
}

function requireFew(clauses: Clause[], noun: TermNoun): void {
  const count = clauses.reduce((sum, { keys }) => sum + keys.length, 0)
  if (count > maxTerms)
    throw new Refusal('limit_exceeded', `${noun}: ${count} values are over the maximum of ${maxTerms}`, {
      faults: [{ path: noun, message: `the maximum is ${maxTerms} values` }],
    })
}

const rangeNames = {
  publishedAt: ['publishedFrom', 'publishedTo'],
  firstPublishedAt: ['firstPublishedFrom', 'firstPublishedTo'],
  updatedAt: ['updatedFrom', 'updatedTo'],
  modifiedAt: ['modifiedFrom', 'modifiedTo'],
} as const

function rangesOf(input: ArticleFilterInput, faults: Fault[]): ArticleFilter['dates'] {
  const dates: ArticleFilter['dates'] = {}
  for (const field of dateFields) {
    const [fromName, toName] = rangeNames[field]
    const [from, to] = [readInstant(input[fromName], fromName, faults), readInstant(input[toName], toName, faults)]
    if (from && to && from >= to)
      faults.push({
        path: toName,
        message: `must be after ${fromName}, which belongs to the range; it does not itself`,
      })
    if (from || to) dates[field] = { from, to }
  }
  return dates
}

function readInstant(given: string | Date | null | undefined, path: string, faults: Fault[]): string | null {
  if (given == null) return null
  const at = new Date(given)
  if (Number.isNaN(at.getTime())) faults.push({ path, message: 'must be an instant that the calendar has' })
  return Number.isNaN(at.getTime()) ? null : at.toISOString()
}

/** Whether no story can meet a filter: it asks for what it excludes. Only what the keys themselves say; they are not looked up. */
export function isImpossible(filter: ArticleFilter): boolean {
  return termNouns.some((noun) => {
    const excluded = filter[noun].flatMap(({ isNot, keys }) => (isNot ? keys : []))
    return filter[noun].some(({ isNot, keys }) => !isNot && keys.every((key) => excluded.includes(key)))
  })
}

/** The date of a sort and its direction. */
export function sortOf(sort: ArticleSort | null | undefined): { field: DateField; isAscending: boolean } {
  const word = sort ?? 'publishedAt'
  const field = dateFields.find((each) => each === word || `${each}Asc` === word) ?? 'publishedAt'
  return { field, isAscending: word !== field }
}

/** The name under which cursors of a list are made: its sort and all of its filters, however they were written. */
export function listName(filter: ArticleFilter, sort: ArticleSort | null | undefined, ...of: string[]): string {
  const { field, isAscending } = sortOf(sort)
  const { tag, section, author, locale } = filter
  const dates = dateFields.map((each) => filter.dates[each] ?? null)
  return JSON.stringify(['articles', field, isAscending, tag, section, author, locale, dates, ...of])
}

/** A filter whose keys are the ids that they stand for; locales stay as they are. Clauses whose keys are all unknown have none. */
export interface ResolvedFilter extends Record<TermNoun, { isNot: boolean; ids: string[] }[]> {
  dates: ArticleFilter['dates']
}

/** What a filter asks of one story, `StoryFacts` and its dates. A date that is missing is in no range. */
export interface MatchFacts extends Partial<Record<DateField, Date>> {
  tagIds: string[]
  sectionId: string | null
  authorIds: string[]
  locale: string
}

/** Whether a story meets a filter: the same as `matching` in SQL. */
export function isMatch(filter: ResolvedFilter, facts: MatchFacts): boolean {
  const has: Record<TermNoun, string[]> = {
    tag: facts.tagIds,
    section: facts.sectionId ? [facts.sectionId] : [],
    author: facts.authorIds,
    locale: [facts.locale],
  }
  return (
    termNouns.every((noun) =>
      filter[noun].every(({ isNot, ids }) => ids.some((id) => has[noun].includes(id)) !== isNot),
    ) && dateFields.every((field) => isInside(facts[field], filter.dates[field]))
  )
}

function isInside(at: Date | undefined, range: Range | undefined): boolean {
  if (!range) return true
  return at !== undefined && !(range.from && at < new Date(range.from)) && !(range.to && at >= new Date(range.to))
}

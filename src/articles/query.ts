import { type Static, Type } from 'typebox'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import { InstantInput, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

// What readers may ask of a list of stories: the words of the question, and their meaning. Pure. The SQL is in filters.ts.

/** The dates of a story by which lists are sorted and narrowed. */
export const dateFields = ['publishedAt', 'firstPublishedAt', 'updatedAt', 'modifiedAt'] as const
export type DateField = (typeof dateFields)[number]

export const sortWords = dateFields.flatMap((field) => [field, `${field}Asc`] as const)
/** Newest first by the date of that name, or with `Asc` oldest first; by id where dates are equal. */
export const ArticleSort = oneOf(
  sortWords,
  'The date to sort by, newest first; with Asc oldest first. publishedAt when left out.',
)
export type ArticleSort = (typeof sortWords)[number]

/** What can be combined with or, and, not. */
export const termNouns = ['tag', 'section', 'author', 'locale'] as const
export type TermNoun = (typeof termNouns)[number]

/** Values of one noun in one filter at most. */
export const maxTerms = 20

const value = Type.String({ minLength: 1, maxLength: 4_100 })
const values = (what: string) =>
  Type.Optional(
    Type.Union(
      [
        Type.Array(value, {
          minItems: 1,
          maxItems: maxTerms,
          description: `${what}. A comma means or, a repeated parameter and, a leading '-' none of these; at most ${maxTerms} values.`,
        }),
        value,
        Type.Null(),
      ],
      { description: what },
    ),
  )

const ranges = {
  publishedFrom: optional(InstantInput),
  publishedTo: optional(InstantInput),
  firstPublishedFrom: optional(InstantInput),
  firstPublishedTo: optional(InstantInput),
  updatedFrom: optional(InstantInput),
  updatedTo: optional(InstantInput),
  modifiedFrom: optional(InstantInput),
  modifiedTo: optional(InstantInput),
}

/** The filters of stories as REST has them: wherever stories are listed, searched or followed. A story must meet all that is given. */
export const articleFilterFields = {
  tag: values('Id or slug of a tag'),
  section: values('Id or slug of a section'),
  author: values('Id or slug of an author'),
  locale: values('Language tag, exactly as the stories have it'),
  ...ranges,
}

/** Names with commas between them, as one parameter or several. */
const names = (description: string) => {
  const text = Type.String({ maxLength: 4_000 })
  return Type.Optional(
    Type.Union([Type.Array(text, { maxItems: 50, description }), text, Type.Null()], { description }),
  )
}

/** Which live stories to list over REST. */
export const ArticleQuery = strict({
  ...articleFilterFields,
  sort: optional(ArticleSort),
  ...pageFields,
  fields: names(
    "The fields to answer with, such as 'headline,bylines.author.name'. All that lists have when left out.",
  ),
  include: names(
    "What to add: 'totalCount', and fields that lists leave out, such as 'body', for pages of 20 at most.",
  ),
})

/** What one story is asked with over REST. */
export const StoryQuery = strict({
  fields: names("The fields to answer with, such as 'headline,bylines.author.name'. All when left out."),
})

const keys = Type.Array(Type.String({ minLength: 1, maxLength: 200 }), { minItems: 1, maxItems: maxTerms })
/** Values of one noun in the words of GraphQL: any of these, all of these, none of these. */
export const TermFilter = strict({ any: optional(keys), all: optional(keys), none: optional(keys) })
const termLists = optional(Type.Array(TermFilter, { maxItems: maxTerms }))

/** What the sides read: the words of REST, and the `tags`, `sections`, `authors` and `locales` of GraphQL. */
export const articleFilterInput = {
  ...articleFilterFields,
  tags: termLists,
  sections: termLists,
  authors: termLists,
  locales: termLists,
}
const ArticleFilterInput = Type.Object(articleFilterInput)
export type ArticleFilterInput = Static<typeof ArticleFilterInput>

/** What a list of stories is asked with on either face. `shown` names the fields that are wanted; null for those of every list. */
export const ArticleListInput = strict({
  ...articleFilterInput,
  sort: optional(ArticleSort),
  ...pageFields,
  shown: optional(Type.Array(Type.String())),
})

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

type TermFilter = Static<typeof TermFilter>

/** The clauses of one noun, without repeats and in an order that does not depend on that of the question. */
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
  return [...new Map(clauses.map((clause) => [JSON.stringify(clause), clause])).entries()]
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

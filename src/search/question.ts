import { resolveFilter } from '../articles/filters.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { PageRequest, Position } from '../core/page.ts'
import { ignoredIn, wantedOf } from './conditions.ts'
import { filterQueries, localesOf } from './filters.ts'
import { type Found, findHits, type HitRow, type Question } from './hits.ts'
import { readGroups, withMerged } from './reading.ts'
import type { Search } from './search.ts'
import { suggestSearch } from './suggestion.ts'
import { type Group, readTerms } from './terms.ts'

/** What became of a search. */
export interface Answer {
  /** As the index was asked; null: there is nothing to look for. */
  question: Question | null
  found: Found
  /** A search that finds more. */
  suggestion: string | null
  /** Whether the stories are those of the suggestion. */
  isCorrected: boolean
  ignored: string[]
  /** Letters without spaces, to be marked in texts. */
  runs: string[]
}

interface Place {
  size: number
  /** The instant by which stories are old. */
  at: Date
  after: HitRow | null
}

/** Stories found at most for another search to be suggested. */
const few = 2

const nothing: Found = { weeks: null, count: 0, isAll: true }

/** The stories of a page and one more, and what else became of the search. @throws limit_exceeded */
export async function answerSearch(ctx: Ctx, search: Search, place: Place): Promise<Answer & { hits: HitRow[] }> {
  const groups = readTerms(search.text, search.isTyping, search.field)
  const asked = await ask(ctx, search, groups, place)
  if (asked.found.count > few) return asked
  const suggestion = await suggestSearch(ctx, groups)
  if (suggestion === null) return asked
  const corrected = await ask(ctx, search, readTerms(suggestion, false, search.field), place)
  if (corrected.found.count <= asked.found.count) return asked
  return asked.found.count === 0 ? { ...corrected, suggestion, isCorrected: true } : { ...asked, suggestion }
}

async function ask(ctx: Ctx, search: Search, groups: Group[], place: Place): Promise<Answer & { hits: HitRow[] }> {
  const reading = await readGroups(ctx, groups, localesOf(search.filter))
  const ignored = ignoredIn(groups, reading)
  const runs = groups.flat().flatMap(({ run, isNot }) => (run !== null && !isNot ? [run] : []))
  const answer = { suggestion: null, isCorrected: false, ignored, runs }
  const conditions = await conditionsOf(ctx, search)
  const wanted = wantedOf(groups, reading)
  if (!wanted || !conditions) return { ...answer, question: null, found: nothing, hits: [] }
  const asked = { filter: search.filter, sort: search.sort, at: place.at, newest: reading.newest }
  const question = { ...wanted, conditions: [...wanted.conditions, ...conditions], ...asked }
  const { hits, ...found } = await findHits(ctx, question, place)
  return { ...answer, question, found, hits }
}

/** What the filter asks of the index; null when no story can meet it. */
async function conditionsOf(ctx: Ctx, { filter }: Search): Promise<string[] | null> {
  const resolved = await resolveFilter(ctx, filter)
  const ids = [...resolved.tag, ...resolved.section, ...resolved.author].flatMap((clause) => clause.ids)
  return filterQueries(resolved, ids.length > 0 ? await withMerged(ctx, ids) : new Map())
}

const hourMs = 3_600_000

/** Ages are counted to the hour that has begun, so that an order does not change from one moment to the next. */
function hourOf(now: Date): Date {
  return new Date(Math.floor(now.getTime() / hourMs) * hourMs)
}

/** Seconds until they are counted anew. */
export function secondsToNextHour(now: Date): number {
  return (hourOf(now).getTime() + hourMs - now.getTime()) / 1_000
}

/** A place in a search as its cursors have it: the instant of the first page in ms, and the key of the story. */
export function writePlace(at: Date, { id, key }: HitRow): Position {
  return { key: `${at.getTime()} ${key}`, id }
}

/** Where a page begins and as of when. @throws invalid_cursor */
export function readPlace(ctx: Ctx, { after }: PageRequest): Omit<Place, 'size'> {
  if (!after) return { at: hourOf(ctx.now), after: null }
  const [, at, key] = /^(\d{1,15}) (-?\d{1,18})$/.exec(after.key) ?? []
  if (at === undefined || key === undefined)
    throw new Refusal(
      'invalid_cursor',
      "after: this cursor is not of this list; take 'next' of a page of the same search",
      {
        faults: [{ path: 'after', message: 'not a cursor of this list' }],
      },
    )
  return { at: new Date(Number(at)), after: { id: after.id, key } }
}

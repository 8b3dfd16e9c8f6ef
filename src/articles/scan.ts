import { countedMost } from '../core/count.ts'
import type { Ctx } from '../core/ctx.ts'
import { defaultPageSize, type PageRequest, type Position } from '../core/page.ts'
import { Prisma } from '../db/generated/client.ts'
import { type ArticleFilter, type Clause, everyStory, type Range, sortOf } from './filter.ts'
import { all, dateColumn, dateConditions, idsOf, termConditions } from './filters.ts'
import { type ArticleSort, type DateField, dateFields, type TermNoun } from './query.ts'

// How a list is read, so that a page costs its own length however many stories there are: along an index that has the narrowest
// clause in front and the date of the sort behind it. What else is asked is looked up for each story on the way.

const { sql } = Prisma

/** Where a list is read from: all stories, those of a clause that is not negated, or those in a range of another date. */
export type Driver =
  | { by: 'all' }
  | { by: 'clause'; noun: TermNoun; clause: Clause }
  | { by: 'range'; field: DateField }

export interface ListRequest {
  filter: ArticleFilter
  sort: ArticleSort | null | undefined
}

/** `countedMost` and one more. */
export const countLimit = sql`LIMIT 10001`
/** Stories of a range that are put in order as a whole, more than were counted. */
const gatheredMost = sql`LIMIT 20000`

/**
 * A page and one more, as words of the statement: for a limit that it does not know PostgreSQL guesses a tenth of the table.
 * Two sizes, for each makes a statement of its own.
 */
export const pageLimit = (size: number) => (size <= defaultPageSize ? sql`LIMIT 21` : sql`LIMIT 101`)

/** What can drive a list. */
function driversOf({ filter, sort }: ListRequest): Driver[] {
  const { field } = sortOf(sort)
  const clauses = (['tag', 'author', 'section', 'locale'] as const).flatMap((noun) =>
    filter[noun].filter(({ isNot }) => !isNot).map((clause): Driver => ({ by: 'clause', noun, clause })),
  )
  const ranges = dateFields
    .filter((each) => each !== field && filter.dates[each])
    .map((each): Driver => ({ by: 'range', field: each }))
  return [...clauses, ...ranges]
}

/** The driver with the fewest stories; where each has many, one that is in the order of the list already. */
export async function chooseDriver(ctx: Ctx, request: ListRequest): Promise<Driver> {
  const [first, second] = driversOf(request)
  if (!first) return { by: 'all' }
  if (!second && first.by === 'clause') return first
  return (await shortDriver(ctx, request)) ?? (first.by === 'clause' ? first : { by: 'all' })
}

/** The driver with the fewest stories, `countedMost` at most; null when each has more. */
export async function shortDriver(ctx: Ctx, request: ListRequest): Promise<Driver | null> {
  const drivers = driversOf(request)
  if (drivers.length === 0) return null
  const counted = drivers.map((driver) => sql`(SELECT count(*)::int FROM (${candidatesOf(driver, request)}) c)`)
  const [row] = await ctx.db.$queryRaw<{ counts: number[] }[]>`SELECT ARRAY[${Prisma.join(counted)}] AS counts`
  const sizes = drivers.map((driver, index) => ({ driver, size: row?.counts[index] ?? countedMost + 1 }))
  const [narrowest] = sizes.sort((a, b) => a.size - b.size)
  return narrowest && narrowest.size <= countedMost ? narrowest.driver : null
}

/** The stories of a driver, whatever else is asked but the range of the sort: as many as are counted. */
function candidatesOf(driver: Driver, { filter, sort }: ListRequest): Prisma.Sql {
  const own = driver.by === 'range' ? driver.field : sortOf(sort).field
  const bare = { filter: { ...everyStory, dates: { [own]: filter.dates[own] } }, sort: own }
  return storiesOf(bare, driver.by === 'range' ? { by: 'all' } : driver, null, countLimit)
}

/** The stories of a list in its order, as `id` and `at`, its date: those behind `after`, at most as many as `limit` says. */
export function storiesOf(request: ListRequest, driver: Driver, after: Position | null, limit: Prisma.Sql): Prisma.Sql {
  const stretch = { after, limit }
  if (driver.by === 'all') return inOrder(sql`published_article`, request, stretch)
  if (driver.by === 'range') return inOrder(rangeSource(request.filter, driver.field), request, stretch)
  const { noun, clause } = driver
  if (clause.keys.length === 1) return storiesWith(noun, onlyKey(noun, clause), request, { ...stretch, but: clause })
  const each = storiesWith(noun, sql`k.key`, request, { ...stretch, but: clause })
  const keys = noun === 'locale' ? sql`${clause.keys}::text[]` : idsOf(noun, clause.keys)
  return sql`
    SELECT DISTINCT u.id, u.at FROM unnest(${keys}) k(key) CROSS JOIN LATERAL (${each}) u
    ${orderOf(sql`u.at`, sql`u.id`, sortOf(request.sort).isAscending)} ${limit}`
}

function onlyKey(noun: TermNoun, { keys }: Clause): Prisma.Sql {
  return noun === 'locale' ? sql`${keys[0]}::text` : sql`(${idsOf(noun, keys)})[1]`
}

/** A part of a list. */
export interface Stretch {
  after: Position | null
  limit: Prisma.Sql
  /** A clause that the stories meet already. */
  but?: Clause
}

/** The stories of a list that have one tag, section, author or language, in order, as `id` and `at`. */
export function storiesWith(noun: TermNoun, key: Prisma.Sql, request: ListRequest, stretch: Stretch): Prisma.Sql {
  if (noun === 'section') return inOrder(sql`published_article`, request, stretch, { column: sql`a."sectionId"`, key })
  if (noun === 'locale') return inOrder(sql`published_article`, request, stretch, { column: sql`a.locale`, key })
  const copies = sql`x."articleId" AS id, x."publishedAt", x."firstPublishedAt", x."updatedAt", x."modifiedAt",
    (SELECT s."sectionId" FROM published_article s WHERE s.id = x."articleId") AS "sectionId",
    (SELECT s.locale FROM published_article s WHERE s.id = x."articleId") AS locale`
  return noun === 'tag'
    ? inOrder(sql`(SELECT ${copies} FROM published_tag x WHERE x."tagId" = ${key})`, request, stretch)
    : inOrder(sql`(SELECT ${copies} FROM published_byline x WHERE x."authorId" = ${key})`, request, stretch)
}

/**
 * The column in front of the date in the index to read along, and its value. It is bounded and sorted by instead of being
 * asked to be equal: else PostgreSQL may take the index of the date alone, which reads far for a value that few stories have.
 */
interface Lead {
  column: Prisma.Sql
  key: Prisma.Sql
}

function inOrder(source: Prisma.Sql, request: ListRequest, stretch: Stretch, lead?: Lead): Prisma.Sql {
  const { filter, sort } = request
  const { field, isAscending } = sortOf(sort)
  const at = dateColumn(field)
  const { [field]: range, ...dates } = filter.dates
  const conditions = all([
    ...ends({ at, range: range ?? null, after: stretch.after, isAscending, ...(lead && { lead }) }),
    ...onTheWay([...dateConditions({ dates }), ...termConditions(filter, stretch.but)]),
  ])
  const order = orderOf(at, sql`a.id`, isAscending, lead?.column)
  return sql`SELECT a.id, ${at} AS at FROM ${source} a WHERE ${conditions} ${order} ${stretch.limit}`
}

/**
 * What is looked up for each story that is read. As one case, PostgreSQL takes half of the stories to meet it all: from the parts it
 * would reckon that next to none does, and read another index whole to put that one in order.
 */
function onTheWay(conditions: Prisma.Sql[]): Prisma.Sql[] {
  return conditions.length > 0 ? [sql`CASE WHEN ${all(conditions)} THEN TRUE ELSE FALSE END`] : []
}

interface Reach {
  at: Prisma.Sql
  range: Range | null
  after: Position | null
  isAscending: boolean
  lead?: Lead
}

/** Where a stretch of an index begins and where it ends: one condition for each, for PostgreSQL starts at the first that it finds. */
function ends({ at, range, after, isAscending, lead }: Reach): Prisma.Sql[] {
  const columns = (...rest: Prisma.Sql[]) => Prisma.join(lead ? [lead.column, ...rest] : rest)
  const values = (...rest: Prisma.Sql[]) => Prisma.join(lead ? [lead.key, ...rest] : rest)
  const { from, to } = range ?? { from: null, to: null }
  const place = after && isBehind(after.key, { from, to }, isAscending) ? after : null
  const own = place && sql`(${values(instant(place.key), sql`${place.id}::uuid`)})`
  const three = sql`(${columns(at, sql`a.id`)})`
  const low = own && isAscending ? sql`${three} > ${own}` : from && sql`(${columns(at)}) >= (${values(instant(from))})`
  const high = own && !isAscending ? sql`${three} < ${own}` : to && sql`(${columns(at)}) < (${values(instant(to))})`
  const [least, most] = lead ? [sql`${lead.column} >= ${lead.key}`, sql`${lead.column} <= ${lead.key}`] : []
  return [low || least, high || most].filter((condition) => condition instanceof Prisma.Sql)
}

/** Whether a position is inside a range; one that nobody but a forger has is not, and the list begins with the range. */
function isBehind(key: string, { from, to }: Range, isAscending: boolean): boolean {
  return isAscending ? !from || key >= from : !to || key < to
}

const instant = (iso: string) => sql`${iso}::timestamptz`

/** `ORDER BY` a date and, among equals, an id; `lead` is the same for all rows. */
export function orderOf(at: Prisma.Sql, id: Prisma.Sql, isAscending: boolean, lead?: Prisma.Sql): Prisma.Sql {
  const columns = lead ? [lead, at, id] : [at, id]
  return sql`ORDER BY ${Prisma.join(columns.map((column) => (isAscending ? sql`${column} ASC` : sql`${column} DESC`)))}`
}

/** The stories of a range that was counted and is short, found by its own index. */
function rangeSource({ dates }: ArticleFilter, field: DateField): Prisma.Sql {
  const inside = all(dateConditions({ dates: { [field]: dates[field] } }))
  return sql`(
    SELECT a.id, a."publishedAt", a."firstPublishedAt", a."updatedAt", a."modifiedAt", a."sectionId", a.locale
    FROM published_article a WHERE ${inside} ${orderOf(dateColumn(field), sql`a.id`, false)} ${gatheredMost})`
}

/** Live stories of a list, page by page, for `readRows`: those of a page and one more, in order. */
export function pageSource(request: ListRequest, driver: Driver, { after, size }: PageRequest): Prisma.Sql {
  const { isAscending } = sortOf(request.sort)
  return sql`
    FROM (${storiesOf(request, driver, after, pageLimit(size))}) q JOIN published_article a ON a.id = q.id
    ${orderOf(sql`q.at`, sql`q.id`, isAscending)} LIMIT ${size + 1}`
}

import type { ArticleFilter } from '../articles/filter.ts'
import { dateColumn, dateConditions } from '../articles/filters.ts'
import type { DateField } from '../articles/query.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import type { SearchSort } from './search.ts'

// The stories that a search finds, best first, within a time that does not depend on how many there are.

const { sql } = Prisma

/** A search as the index is asked: what has to hold, and as of when. */
export interface Question {
  /** Queries that the index tells: all of them hold. */
  conditions: string[]
  exact: string | null
  rank: string
  filter: ArticleFilter
  sort: SearchSort
  /** The instant by which stories are old: that of the first page. */
  at: Date
  /** Date of the newest live story, where the stages begin: an archive may end years ago. */
  newest: Date | null
}

/** Stories among which the best are found: the newest of those that match. Pages end with the last of them. */
export const rankedMost = 1_000
const rankedLimit = sql`1000`

/** Matches that are enough not to look for older ones. */
const enough = sql`500`

/**
 * Weeks that are looked through first, and most weeks that are looked through then: as many as are likely to have enough, by what the
 * first ones have. A word of every third story has hundreds of new ones within days, which are found without reading the other 300,000;
 * of what would need more weeks there are few enough to read them all.
 */
const firstWeeks = 2
const mostWeeks = sql`100`
/** What is aimed at, so that there are enough where the first weeks had more than others. */
const aim = sql`700`

/** Where stories were found. */
export interface Found {
  /** How many of the newest weeks were looked through; null: everything was. */
  weeks: number | null
  /** Stories among which the best are chosen: `rankedMost` at most. */
  count: number
  /** Whether these are all that match. */
  isAll: boolean
}

export interface HitRow {
  id: string
  key: string
}

/** Stories behind a place in the order, and how many there are at all. */
export async function findHits(
  ctx: Ctx,
  question: Question,
  { size, after }: { size: number; after: HitRow | null },
): Promise<Found & { hits: HitRow[] }> {
  const [row] = await ctx.db.$queryRaw<{ weeks: number | null; matches: number; found: number; hits: HitRow[] }[]>`
    WITH ${stagedMatches(question)}, ${ranked(question)}
    SELECT (SELECT weeks FROM chosen) AS weeks, (SELECT count(*)::int FROM matching) AS matches,
      (SELECT count(*)::int FROM ranked) AS found,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key::text) ORDER BY key DESC, id DESC), '[]') FROM (
        SELECT id, key FROM ranked ${after ? sql`WHERE (key, id) < (${after.key}::text::bigint, ${after.id}::uuid)` : Prisma.empty}
        ORDER BY key DESC, id DESC LIMIT ${size + 1}
      ) page) AS hits`
  const { weeks = null, matches = 0, found = 0, hits = [] } = row ?? {}
  return { hits, weeks, count: found, isAll: weeks === null && matches <= rankedMost }
}

/**
 * What `ranked` needs, for a WITH: all that match in the first weeks, in more of them, or at all, as `matching`, and in how many weeks
 * as `chosen`. More is looked through only where there were too few: the conditions on that are told once, before the index is asked.
 */
function stagedMatches(question: Question): Prisma.Sql {
  const wider = sql`(SELECT weeks FROM wider)`
  const chosen = sql`(SELECT weeks FROM chosen)`
  return sql`
    first AS MATERIALIZED (${matchesOf(question, sql`${firstWeeks}::int`, [])}),
    wider AS MATERIALIZED (
      SELECT CASE WHEN found < ${enough} AND needed <= ${mostWeeks} THEN needed::int END AS weeks
      FROM (SELECT found, ceil(${aim} * ${lengthOf(question)}::float8 / nullif(found, 0)) + 1 AS needed
        FROM (SELECT count(*) AS found FROM first) counted) likely
    ),
    more AS MATERIALIZED (${matchesOf(question, wider, [sql`${wider} IS NOT NULL`])}),
    chosen AS MATERIALIZED (
      SELECT CASE WHEN (SELECT count(*) FROM first) >= ${enough} THEN ${firstWeeks}::int
        WHEN (SELECT count(*) FROM more) >= ${enough} THEN ${wider} END AS weeks
    ),
    matching AS MATERIALIZED (
      SELECT * FROM first WHERE ${chosen} = ${firstWeeks}::int
      UNION ALL SELECT * FROM more WHERE ${chosen} > ${firstWeeks}::int
      UNION ALL ${matchesOf(question, null, [sql`${chosen} IS NULL`])}
    )`
}

/** How many weeks the first ones have lasted until the newest story. */
function lengthOf(question: Question): number {
  const weeks = beginningOf(question).getTime() / weekMs
  return firstWeeks - 1 + weeks - Math.floor(weeks)
}

/** Where the newest weeks end: at the newest story that can be found. */
function beginningOf({ at, newest, filter }: Question): Date {
  const { to } = filter.dates.publishedAt ?? {}
  const ends = [at, ...(newest ? [newest] : []), ...(to ? [new Date(to)] : [])]
  return new Date(Math.min(...ends.map((end) => end.getTime())))
}

/** What `ranked` needs in weeks that are known already, and `ranked`, for a WITH. */
export function rankedStories(question: Question, weeks: number | null): Prisma.Sql {
  const known = weeks === null ? null : sql`${weeks}::int`
  return sql`matching AS MATERIALIZED (${matchesOf(question, known, [])}), ${ranked(question)}`
}

/** All that match in so many of the newest weeks, or at all, under further conditions. */
function matchesOf(question: Question, weeks: Prisma.Sql | null, under: Prisma.Sql[]): Prisma.Sql {
  const { filter, conditions } = question
  const having = [
    ...conditions.map((query) => sql`${query}`),
    ...(weeks ? [inWeeksUpTo(beginningOf(question), weeks)] : []),
  ]
  const dates = dateConditions(filter)
  const joined = dates.length > 0 ? sql`JOIN published_article a ON a.id = s."articleId"` : Prisma.empty
  return sql`SELECT s."articleId" AS id, s."publishedAt" FROM published_search s ${joined}
    WHERE ${Prisma.join([...having.map((query) => sql`s.words @@ ${query}::text::tsquery`), ...dates, ...under], ' AND ')}`
}

const weekMs = 7 * 24 * 60 * 60_000

/**
 * A query: only stories of so many weeks, that of this instant the last, or of the next: dates of print may lie ahead.
 * Weeks begin on Thursdays, as 1970 did.
 */
function inWeeksUpTo(at: Date, weeks: Prisma.Sql): Prisma.Sql {
  const next = sql`${Math.floor(at.getTime() / weekMs) + 1}::int`
  const marks = sql`string_agg(quote_literal('@w' || week), ' | ')`
  return sql`(SELECT ${marks} FROM generate_series(${next} - ${weeks}, ${next}) week)`
}

/**
 * For a WITH: the newest of what matches, and these with their place in the order as `key`.
 * `IS TRUE` keeps the index away from phrases: it would read every story that has their words.
 */
function ranked(question: Question): Prisma.Sql {
  const { exact, sort } = question
  return sql`
    newest AS MATERIALIZED (
      SELECT id, "publishedAt" FROM matching ORDER BY "publishedAt" DESC, id DESC LIMIT ${rankedLimit}
    ), ranked AS MATERIALIZED (
      SELECT newest.id, newest."publishedAt", ${keyOf(question)} AS key
      FROM newest ${byDate(sort) ? sql`JOIN published_article a USING (id)` : sql`JOIN published_heads h ON h."articleId" = newest.id`}
      ${exact ? sql`JOIN published_search s ON s."articleId" = newest.id WHERE (s.words @@ ${exact}::text::tsquery) IS TRUE` : Prisma.empty}
    )`
}

function byDate(sort: SearchSort): DateField | null {
  return sort === 'relevance' ? null : sort
}

/** Weights of D, C, B and A in `ts_rank`: the beginning of the text, the kicker, the standfirst with names, the headline. */
const weights = sql`'{0.1, 0.2, 0.4, 1.0}'::real[]`
/** What a story has that says the words further down only. */
const anywhere = sql`0.02`
/** Days in which a story loses half of what its newness gives it, and the part that newness can take: half. */
const halfLifeDays = sql`180`

/**
 * The place of a story in the order, as a whole number: the date of the sort in ms, or the score times 1e9.
 * score = (0.02 + ts_rank(weights, heads, query)) * (0.5 + 0.5 * 2^(-days / 180)); see docs/search.md.
 * ts_rank: PostgreSQL, "Ranking Search Results"; 0 to 1 for ordinary queries. A newer story is worth twice an old one at most,
 * so that a headline of ten years ago comes before a mention of today.
 */
function keyOf({ sort, rank, at }: Question): Prisma.Sql {
  const field = byDate(sort)
  if (field) return sql`(extract(epoch FROM ${dateColumn(field)}) * 1000)::bigint`
  const days = sql`greatest(0, extract(epoch FROM ${at}::timestamptz - newest."publishedAt")::float8 / 86400)`
  return sql`(1e9 * (${anywhere} + ts_rank(${weights}, h.heads, ${rank}::tsquery)::float8)
    * (0.5 + 0.5 * power(2::float8, -${days} / ${halfLifeDays})))::bigint`
}

/** The score that a key stands for; null in a sort by date. */
export function scoreOf({ key }: HitRow, sort: SearchSort): number | null {
  return sort === 'relevance' ? Number(key) / 1e9 : null
}

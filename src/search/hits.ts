import type { ArticleFilter } from '../articles/filter.ts'
import { dateColumn, dateConditions } from '../articles/filters.ts'
import type { DateField } from '../articles/query.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { allOf, monthsUpTo, weeksUpTo, yearsUpTo } from './conditions.ts'
import type { SearchSort } from './search.ts'

// The stories that a search finds, best first, within a time that does not depend on how many there are.

const { sql } = Prisma

/** A search as the index is asked: what has to hold, and as of when. */
export interface Question {
  loose: string
  exact: string | null
  rank: string
  /** Conditions that the index tells. */
  conditions: string[]
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
const enoughMatches = 500

/**
 * What is searched first: the newest weeks, then more. A word of every third story has hundreds of new ones within weeks, which are
 * found without reading the other 300,000; a rare word costs little wherever it stands. The last has no time: everything.
 * A stage is worth its time only when the newest weeks let expect enough matches in its `weeks`, on the average; it is left out otherwise.
 */
const stages: { name: Prisma.Sql; weeks: number; timeOf(at: Date): string | null }[] = [
  { name: sql`weeks`, weeks: 3.5, timeOf: (at) => weeksUpTo(at, 4) },
  { name: sql`months`, weeks: 20, timeOf: (at) => monthsUpTo(at, 5) },
  { name: sql`years`, weeks: 78, timeOf: (at) => yearsUpTo(at, 2) },
  { name: sql`whole`, weeks: Number.POSITIVE_INFINITY, timeOf: () => null },
]

/** The number of the stage that searches everything. */
export const lastStage = stages.length - 1

/** Where stories were found. */
export interface Found {
  /** Number of the stage. */
  stage: number
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
  const [row] = await ctx.db.$queryRaw<{ stage: number; matches: number; found: number; hits: HitRow[] }[]>`
    WITH ${stagedMatches(question)}, ${ranked(question)}
    SELECT (SELECT stage FROM chosen) AS stage, (SELECT count(*)::int FROM matching) AS matches,
      (SELECT count(*)::int FROM ranked) AS found,
      (SELECT coalesce(json_agg(json_build_object('id', id, 'key', key::text) ORDER BY key DESC, id DESC), '[]') FROM (
        SELECT id, key FROM ranked ${after ? sql`WHERE (key, id) < (${after.key}::text::bigint, ${after.id}::uuid)` : Prisma.empty}
        ORDER BY key DESC, id DESC LIMIT ${size + 1}
      ) page) AS hits`
  const { stage = lastStage, matches = 0, found = 0, hits = [] } = row ?? {}
  return { hits, stage, count: found, isAll: stage === lastStage && matches <= rankedMost }
}

/**
 * What `ranked` needs, for a WITH: all that match in the first stage that has enough of them, as `matching`. A stage is looked through
 * only when those before it had too few: the conditions on their counts are told once, before the index is asked.
 */
function stagedMatches(question: Question): Prisma.Sql {
  const few = stages.map(({ name }) => sql`(SELECT count(*) FROM ${name}) < ${enoughMatches}::int`)
  const found = stages.map(({ name }, stage) => {
    const under = [...few.slice(0, stage), ...worthWhile(stage)]
    return sql`${name} AS MATERIALIZED (${matchesOf(question, stage, under)})`
  })
  const ends = few.slice(0, -1).map((hasFew, stage) => sql`WHEN NOT ${hasFew} THEN ${stage}::int`)
  const all = stages.map(
    ({ name }, stage) => sql`SELECT * FROM ${name} WHERE (SELECT stage FROM chosen) = ${stage}::int`,
  )
  return sql`${Prisma.join(found)},
    chosen AS MATERIALIZED (SELECT CASE ${Prisma.join(ends, ' ')} ELSE ${lastStage}::int END AS stage),
    matching AS MATERIALIZED (${Prisma.join(all, ' UNION ALL ')})`
}

/** Whether the newest weeks let expect enough matches in a stage: nothing to ask of the first, and of the last. */
function worthWhile(stage: number): Prisma.Sql[] {
  const [first] = stages
  const weeks = stages[stage]?.weeks ?? 0
  if (!first || stage === 0 || stage === lastStage) return []
  const needed = Math.ceil((enoughMatches * first.weeks) / weeks)
  return [sql`(SELECT count(*) FROM ${first.name}) >= ${needed}::int`]
}

/** Where the stages begin: at the newest story that can be found. */
function beginningOf({ at, newest, filter }: Question): Date {
  const { to } = filter.dates.publishedAt ?? {}
  const ends = [at, ...(newest ? [newest] : []), ...(to ? [new Date(to)] : [])]
  return new Date(Math.min(...ends.map((end) => end.getTime())))
}

/** What `ranked` needs in a stage that is known already, and `ranked`, for a WITH. */
export function rankedStories(question: Question, stage: number): Prisma.Sql {
  return sql`matching AS MATERIALIZED (${matchesOf(question, stage, [])}), ${ranked(question)}`
}

/** All that match in a stage, under further conditions. */
function matchesOf(question: Question, stage: number, under: Prisma.Sql[]): Prisma.Sql {
  const { loose, filter, conditions } = question
  const time = stages[stage]?.timeOf(beginningOf(question)) ?? null
  const query = allOf([loose, ...conditions, ...(time === null ? [] : [time])])
  const dates = dateConditions(filter)
  const joined = dates.length > 0 ? sql`JOIN published_article a ON a.id = s."articleId"` : Prisma.empty
  return sql`SELECT s."articleId" AS id, s."publishedAt" FROM published_search s ${joined}
    WHERE ${Prisma.join([sql`s.words @@ ${query}::tsquery`, ...dates, ...under], ' AND ')}`
}

/**
 * For a WITH: the newest of what matches, and these with their place in the order as `key`.
 * `IS TRUE` keeps the index away from phrases: it would read every story that has their words.
 */
function ranked(question: Question): Prisma.Sql {
  const { exact, conditions, sort } = question
  return sql`
    newest AS MATERIALIZED (
      SELECT id FROM matching ORDER BY "publishedAt" DESC, id DESC LIMIT ${rankedLimit}
    ), ranked AS MATERIALIZED (
      SELECT s."articleId" AS id, s."publishedAt", ${keyOf(question)} AS key
      FROM newest JOIN published_search s ON s."articleId" = newest.id ${byDate(sort) ? sql`JOIN published_article a ON a.id = newest.id` : Prisma.empty}
      ${exact ? sql`WHERE (s.words @@ ${allOf([exact, ...conditions])}::tsquery) IS TRUE` : Prisma.empty}
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
  const days = sql`greatest(0, extract(epoch FROM ${at}::timestamptz - s."publishedAt")::float8 / 86400)`
  return sql`(1e9 * (${anywhere} + ts_rank(${weights}, s.heads, ${rank}::tsquery)::float8)
    * (0.5 + 0.5 * power(2::float8, -${days} / ${halfLifeDays})))::bigint`
}

/** The score that a key stands for; null in a sort by date. */
export function scoreOf({ key }: HitRow, sort: SearchSort): number | null {
  return sort === 'relevance' ? Number(key) / 1e9 : null
}

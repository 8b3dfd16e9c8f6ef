import type { Ctx, Transaction } from '../core/ctx.ts'
import { holdLock } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { spans } from './buckets.ts'
import { halfLivesInWindow, metricNames, type PopularMetric, type PopularWindow, windowSeconds } from './popular.ts'

// Rankings of all live stories, made from what was counted. See docs/popular.md.

const { sql } = Prisma

/** Stories of one ranking that are kept. What is read less than ten thousand others is no longer found by a filter either. */
const mostRanked = 10_000

/** The name of the ranking of trending stories; that of others is `DAY:VIEWS`. */
export const trendingName = 'TRENDING'
export const boardName = (window: PopularWindow, metric: PopularMetric) => `${window}:${metric}`

/** Rankings that are made together. */
export interface RankingGroup {
  /** Stands in the name that whoever makes them holds. */
  name: string
  windows: readonly PopularWindow[]
  hasTrending: boolean
}

/** Those of a day read a few thousand rows, those of a month may read a million: neither waits for the other. */
export const rankingGroups = {
  short: { name: 'short', windows: ['HOUR', 'DAY'], hasTrending: true },
  long: { name: 'long', windows: ['WEEK', 'MONTH'], hasTrending: false },
} as const satisfies Record<string, RankingGroup>

const lockOf = ({ name }: RankingGroup) => `rankings-${name}`
const windowBoards = ({ windows }: RankingGroup) =>
  windows.flatMap((window) => metricNames.map((metric) => boardName(window, metric)))
const boardsOf = (group: RankingGroup) => [...windowBoards(group), ...(group.hasTrending ? [trendingName] : [])]

/**
 * Makes all rankings anew, as of the database's clock, each group in a transaction. Of live stories alone.
 *
 * In a window, a story has the sum of what was counted of it, each bucket weighted 2^(-age / half-life), its age from its middle: see
 * `halfLivesInWindow`. A bucket counts while it is in the window with all of itself. Among equals the newer story comes first. Source:
 * exponential decay by Cormode, Shkapenyuk, Srivastava and Xu 2009, "Forward Decay", doi:10.1109/ICDE.2009.65, section III.
 */
export async function rankStories(ctx: Ctx): Promise<void> {
  for (const group of [rankingGroups.long, rankingGroups.short])
    await ctx.tx(async (tx) => {
      await holdLock(tx, lockOf(group))
      await rankGroup(tx, group, await ctx.databaseNow(tx))
    })
}

/**
 * The same of one group for a worker among several: not while another does it, nor when it was done just now. It takes a tenth of the
 * time of one connection at most: when it took a second, the next begins ten seconds later, and `asOf` tells.
 */
export async function rankWhenDue(ctx: Ctx, group: RankingGroup): Promise<void> {
  await ctx.tx(async (tx) => {
    const now = await ctx.databaseNow(tx)
    const [row] = await tx.$queryRaw<{ isDue: boolean }[]>`
      SELECT pg_try_advisory_xact_lock(hashtextextended(${lockOf(group)}, 0)) AND NOT EXISTS (
        SELECT FROM popular_board WHERE name = ANY(${boardsOf(group)}::text[]) AND "asOf" <= ${now}::timestamptz
          AND "asOf" > ${now}::timestamptz - greatest(${leastGapMs}::int, ${restShare}::int * "tookMs") * interval '1 ms') AS "isDue"`
    if (row?.isDue) await rankGroup(tx, group, now)
  })
}

/** Ms between two rankings at least: a little less than the pause of the job. */
const leastGapMs = 4_000
const restShare = 10

async function rankGroup(tx: Transaction, group: RankingGroup, now: Date): Promise<void> {
  const begun = performance.now()
  await rankWindows(tx, group, now)
  if (group.hasTrending) await rankTrending(tx, now)
  const tookMs = Math.round(performance.now() - begun)
  await tx.popularBoard.updateMany({ where: { name: { in: boardsOf(group) } }, data: { asOf: now, tookMs } })
}

/** A score for each window and metric: columns, so that each row is read once. */
async function rankWindows(tx: Transaction, group: RankingGroup, now: Date): Promise<void> {
  const { windows } = group
  const weights = windows.map((window) => {
    const seconds = windowSeconds[window]
    return sql`CASE WHEN age <= ${seconds}::float8 THEN power(2::float8, -greatest(middle, 0) / ${seconds / halfLivesInWindow}::float8) END AS ${columns[window]}`
  })
  const sums = windows.flatMap((window) =>
    metricNames.map((metric) => sql`sum(${amounts[metric]} * ${columns[window]})`),
  )
  const longest = Math.max(...windows.map((window) => windowSeconds[window]))
  await tx.$executeRaw`
    WITH counted AS (
      SELECT "articleId" AS id, views, "attentionSeconds"::float8 AS attention, shares, age,
        age - "spanSeconds" / 2.0::float8 AS middle
      FROM view_bucket, LATERAL (SELECT date_part('epoch', ${now}::timestamptz - at) AS age) aged
      WHERE "spanSeconds" = ANY(${Object.values(spans)}::int[]) AND at >= ${now}::timestamptz - make_interval(secs => ${longest}::float8)
    ), weighted AS (
      SELECT id, views, attention, shares, ${Prisma.join(weights)} FROM counted
    ), summed AS (
      SELECT id, ARRAY[${Prisma.join(sums)}]::float8[] AS scores FROM weighted GROUP BY id
    ), placed AS (
      SELECT n.name, s.id, n.score, row_number() OVER (PARTITION BY n.name ORDER BY n.score DESC, s.id DESC) AS place
      FROM summed s JOIN published_article a ON a.id = s.id
        CROSS JOIN LATERAL unnest(${windowBoards(group)}::text[], s.scores) n(name, score) WHERE n.score > 0
    )
    ${writeBoards(windowBoards(group), now)}`
}

/** Writes the boards of these names from `placed (name, id, score, place)`; one without a story becomes empty. */
function writeBoards(names: string[], now: Date): Prisma.Sql {
  return sql`
    INSERT INTO popular_board (name, "asOf", "tookMs", ids, scores)
    SELECT b.name, ${now}::timestamptz, 0, coalesce(p.ids, '{}'), coalesce(p.scores, '{}')
    FROM unnest(${names}::text[]) b(name) LEFT JOIN (
      SELECT name, array_agg(id ORDER BY place) AS ids, array_agg(score::float4 ORDER BY place) AS scores
      FROM placed WHERE place <= ${mostRanked} GROUP BY name
    ) p USING (name)
    ORDER BY b.name
    ON CONFLICT (name) DO UPDATE SET ids = excluded.ids, scores = excluded.scores`
}

const columns: Record<PopularWindow, Prisma.Sql> = {
  HOUR: sql`"ofHour"`,
  DAY: sql`"ofDay"`,
  WEEK: sql`"ofWeek"`,
  MONTH: sql`"ofMonth"`,
}
const amounts: Record<PopularMetric, Prisma.Sql> = { VIEWS: sql`views`, ATTENTION: sql`attention`, SHARES: sql`shares` }

/** Hours before the last one that tell what to expect of a story, and after how many of them one counts half. Numbers: ours. */
const expectedFrom = { hours: 24, halfLife: 6 }

/**
 * Views an hour that are no news yet: the bias β, which keeps a story that is seldom read from being a sensation at its third view.
 * Number: ours.
 */
const bias = 5

/**
 * How far the views of the last 60 minutes are above what the story itself had in each whole hour before, in standard deviations:
 *
 *     (x - max(μ, β)) / (σ + β)
 *
 * μ and σ² are the exponentially weighted mean and variance of its hours, since it went live and of the last 24; σ² is at least μ, for
 * counts vary by as much (Poisson). A story without a whole hour behind it has μ = σ = 0. Those above 0 are trending. Source: Schubert,
 * Weiler and Kriegel 2014, "SigniTrend", doi:10.1145/2623330.2623740, section 3.2.
 */
async function rankTrending(tx: Transaction, now: Date): Promise<void> {
  const share = 2 ** (-1 / expectedFrom.halfLife)
  await tx.$executeRaw`
    WITH ends AS (
      SELECT ${now}::timestamptz AS now, date_trunc('hour', ${now}::timestamptz - interval '1 hour', 'UTC') AS hour
    ), lately AS (
      SELECT b."articleId" AS id, sum(b.views)::float8 AS views FROM view_bucket b, ends
      WHERE b."spanSeconds" = ${spans.minute}::int AND b.at > ends.now - interval '1 hour' GROUP BY 1
    ), hours AS (
      SELECT b."articleId" AS id, (extract(epoch FROM ends.hour - date_trunc('hour', b.at, 'UTC')) / 3600 - 1)::int AS ago,
        sum(b.views)::float8 AS views
      FROM view_bucket b, ends
      WHERE b."spanSeconds" = ANY(${[spans.minute, spans.hour]}::int[]) AND b.at < ends.hour
        AND b.at >= ends.hour - make_interval(hours => ${expectedFrom.hours}::int) AND b."articleId" IN (SELECT id FROM lately)
      GROUP BY 1, 2
    ), history AS (
      SELECT id, sum(power(${share}::float8, ago) * views) AS sum, sum(power(${share}::float8, ago) * views * views) AS squares,
        max(ago) + 1 AS hours
      FROM hours GROUP BY id
    ), expected AS (
      SELECT l.id, l.views, coalesce(h.sum / w.weight, 0) AS mean, coalesce(h.squares / w.weight, 0) AS square
      FROM lately l JOIN published_article a ON a.id = l.id CROSS JOIN ends LEFT JOIN history h ON h.id = l.id
      CROSS JOIN LATERAL (SELECT greatest(h.hours,
        least(${expectedFrom.hours}::int, floor(extract(epoch FROM ends.hour - a."firstPublishedAt") / 3600))) AS hours) k
      CROSS JOIN LATERAL (SELECT nullif(1 - power(${share}::float8, greatest(k.hours, 0)), 0) / (1 - ${share}::float8) AS weight) w
    ), scored AS (
      SELECT id, (views - greatest(mean, ${bias}::float8)) / (sqrt(greatest(square - mean * mean, mean)) + ${bias}::float8) AS score
      FROM expected
    ), placed AS (
      SELECT ${trendingName}::text AS name, id, score, row_number() OVER (ORDER BY score DESC, id DESC) AS place
      FROM scored WHERE score > 0
    )
    ${writeBoards([trendingName], now)}`
}

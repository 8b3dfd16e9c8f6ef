import type { Ctx, Transaction } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import type { Counted } from './tally.ts'

// What is kept of views: sums of a story in a minute, an hour or a day, and nothing of who read it.

const { sql } = Prisma

/** Seconds of what is counted together: a view stands in one of them. */
export const spans = { minute: 60, hour: 3_600, day: 86_400 } as const

/** Days for which sums of a day are kept: more than a year, to compare with the same week. */
const keptDays = 400

/**
 * Adds to the minutes of live stories, in one statement; the rows are locked in the order in which they are given. Gives the ids of
 * which there is no live story: of those nothing is written. `clock`: what the clock by which they were counted says now; where it is
 * minutes off that of the database, by which stories are ranked, the views are moved by as many.
 */
export async function writeViews(db: Transaction, counted: Counted[], clock?: Date): Promise<string[]> {
  const column = <K extends keyof Counted>(name: K) => counted.map((each) => each[name])
  const given = sql`unnest(${column('articleId')}::uuid[], ${column('at').map(toInstant)}::timestamptz[], ${column('views')}::int[],
    ${column('attentionSeconds')}::int[], ${column('shares')}::int[]) v(id, at, views, attention, shares)`
  const off = clock
    ? sql`round(extract(epoch FROM clock_timestamp() - ${clock}::timestamptz) / 60)::float8 * interval '1 minute'`
    : sql`interval '0'`
  const [row] = await db.$queryRaw<{ unknown: string[] }[]>`
    WITH given AS MATERIALIZED (SELECT v.id, v.at + ${off} AS at, v.views, v.attention, v.shares, a.id IS NOT NULL AS "isLive" FROM ${given} LEFT JOIN published_article a ON a.id = v.id),
    written AS (
      INSERT INTO view_bucket ("articleId", "spanSeconds", at, views, "attentionSeconds", shares)
      SELECT id, ${spans.minute}::int, at, views, attention, shares FROM given WHERE "isLive" ORDER BY id, at
      ON CONFLICT ("articleId", "spanSeconds", at) DO UPDATE SET views = view_bucket.views + excluded.views,
        "attentionSeconds" = view_bucket."attentionSeconds" + excluded."attentionSeconds", shares = view_bucket.shares + excluded.shares
    )
    SELECT ARRAY(SELECT DISTINCT id::text FROM given WHERE NOT "isLive") AS unknown`
  return row?.unknown ?? []
}

const toInstant = (at: number) => new Date(at).toISOString()

/** A span whose sums become part of a longer one, in seconds. */
interface Roll {
  from: number
  into: number
}

/**
 * Puts minutes together to hours and these to days of UTC, when no ranking looks at them so closely any more, and forgets days after
 * 400: in one transaction, so that each view stands in one row whenever somebody looks. Minutes of an hour go when it ended an hour
 * ago, hours of a day when it ended eight days ago. Rows of a minute that come later, from a process that was cut off, are added then.
 * Gives how many rows went.
 */
export async function rollViews(ctx: Ctx): Promise<number> {
  return ctx.tx(async (tx) => {
    const now = await ctx.databaseNow(tx)
    const hour = 3_600_000
    const minutes = await roll(tx, { from: spans.minute, into: spans.hour }, floor(now.getTime() - hour, hour))
    const hours = await roll(tx, { from: spans.hour, into: spans.day }, floor(now.getTime() - 8 * 24 * hour, 24 * hour))
    const last = toInstant(floor(now.getTime() - keptDays * 24 * hour, 24 * hour))
    const days =
      await tx.$executeRaw`DELETE FROM view_bucket WHERE "spanSeconds" = ${spans.day}::int AND at < ${last}::timestamptz`
    return minutes + hours + days
  })
}

const floor = (at: number, unit: number) => Math.floor(at / unit) * unit

async function roll(tx: Transaction, { from, into }: Roll, before: number): Promise<number> {
  const [row] = await tx.$queryRaw<{ rows: number }[]>`
    WITH old AS MATERIALIZED (
      SELECT "articleId", at FROM view_bucket WHERE "spanSeconds" = ${from}::int AND at < ${toInstant(before)}::timestamptz
      ORDER BY "articleId", at FOR UPDATE
    ), gone AS (
      DELETE FROM view_bucket b USING old WHERE b."articleId" = old."articleId" AND b."spanSeconds" = ${from}::int AND b.at = old.at
      RETURNING b.*
    ), added AS (
      INSERT INTO view_bucket ("articleId", "spanSeconds", at, views, "attentionSeconds", shares)
      SELECT "articleId", ${into}::int, date_bin(${into}::int * interval '1 second', at, 'epoch') AS begins, sum(views), sum("attentionSeconds"), sum(shares)
      FROM gone GROUP BY "articleId", begins ORDER BY "articleId", begins
      ON CONFLICT ("articleId", "spanSeconds", at) DO UPDATE SET views = view_bucket.views + excluded.views,
        "attentionSeconds" = view_bucket."attentionSeconds" + excluded."attentionSeconds", shares = view_bucket.shares + excluded.shares
    )
    SELECT count(*)::int AS rows FROM gone`
  return row?.rows ?? 0
}

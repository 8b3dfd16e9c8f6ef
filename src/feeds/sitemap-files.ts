import type { Ctx } from '../core/ctx.ts'
import { dependsOn } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { lastChangeAt } from './last-change.ts'
import { maxUrls, type SitemapFile } from './sitemap.ts'
import { type Dated, hasStories, isIn, isOwn, knownPages, maxPages, newsIn } from './sitemaps.ts'

// Which files of sitemaps there are: none without an address, for the protocol has no such file.

const { sql } = Prisma

/** The month of a story, in UTC; the index of it and of `modifiedAt` is in the migrations. */
const month = sql`date_trunc('month', a."firstPublishedAt" AT TIME ZONE 'UTC')`

/** Every file, that of Google News first while it has stories, then tags and authors, then the months from the newest. */
export async function sitemapFiles(ctx: Ctx): Promise<Dated<SitemapFile>> {
  dependsOn(ctx, 'list:articles', 'list:tags', 'list:authors')
  const changedAt = await lastChangeAt(ctx)
  const [months, pages, hasNews] = await Promise.all([monthsOfStories(ctx), partsOfPages(ctx), isThereNews(ctx)])
  const parts = await partsByMonth(ctx, months)
  const items = [
    ...(hasNews ? [{ name: 'news', changedAt: null }] : []),
    ...partsOf('pages', pages, null),
    ...months.flatMap(({ name, changed }) => partsOf(name, parts.get(name) ?? [], changed)),
  ]
  return { items, changedAt }
}

/** The files of these parts, the first of which is 0. */
function partsOf(name: string, parts: number[], changedAt: Date | null): SitemapFile[] {
  return parts.map((part) => ({ name: part === 0 ? name : `${name}-${part + 1}`, changedAt }))
}

interface Month {
  /** `2026-11`. */
  name: string
  /** The newest change of a story whose page is on this site. */
  changed: Date
  /** The newest change of any story. */
  touched: Date
}

/** The months that have stories, from the newest: three looks into the index for each. */
async function monthsOfStories(ctx: Ctx): Promise<Month[]> {
  const newest = (which: Prisma.Sql) => sql`
    SELECT a."modifiedAt" AS at FROM published_article a WHERE ${month} = months.at AND ${which} ORDER BY a."modifiedAt" DESC LIMIT 1`
  return ctx.db.$queryRaw`
    WITH RECURSIVE months AS (
      (SELECT ${month} AS at FROM published_article a ORDER BY ${month} DESC LIMIT 1)
      UNION ALL
      SELECT (SELECT ${month} FROM published_article a WHERE ${month} < months.at ORDER BY ${month} DESC LIMIT 1)
      FROM months WHERE months.at IS NOT NULL
    )
    SELECT to_char(months.at, 'YYYY-MM') AS name, own.at AS changed, every.at AS touched
    FROM months CROSS JOIN LATERAL (${newest(isOwn(ctx))}) own CROSS JOIN LATERAL (${newest(sql`TRUE`)}) every
    WHERE months.at IS NOT NULL ORDER BY months.at DESC`
}

/** What was found before, by database and month. */
const found = new WeakMap<Ctx['db'], Map<string, { touched: number; parts: number[] }>>()

/** The parts of months that have stories of this site, by name. Only a month that was touched since is looked through again: of old ones there are many. */
async function partsByMonth(ctx: Ctx, months: Month[]): Promise<Map<string, number[]>> {
  const known = found.get(ctx.db) ?? new Map()
  found.set(ctx.db, known)
  const isKnown = ({ name, touched }: Month) => known.get(name)?.touched === touched.getTime()
  const names = months.filter((each) => !isKnown(each)).map(({ name }) => name)
  const rows = await ctx.db.$queryRaw<{ name: string; parts: number[] }[]>`
    SELECT name, CASE WHEN stories <= ${maxUrls} THEN ARRAY[0] ELSE (
        SELECT coalesce(array_agg(DISTINCT part ORDER BY part), '{}') FROM (
          SELECT ((row_number() OVER (ORDER BY a.id) - 1) / ${maxUrls}::int)::int AS part, ${isOwn(ctx)} AS "isOwn"
          FROM published_article a WHERE ${isIn(sql`name`)}
        ) numbered WHERE "isOwn"
      ) END AS parts
    FROM unnest(${names}::text[]) AS name
    CROSS JOIN LATERAL (SELECT count(*) AS stories FROM published_article a WHERE ${isIn(sql`name`)}) counted`
  const anew = new Map(rows.map(({ name, parts }) => [name, parts]))
  return new Map(
    months.map(({ name, touched }) => {
      const parts = anew.get(name) ?? known.get(name)?.parts ?? []
      known.set(name, { touched: touched.getTime(), parts })
      return [name, parts]
    }),
  )
}

/** The parts of `pages` that have any: the first has the front page. */
async function partsOfPages({ db }: Ctx): Promise<number[]> {
  const rows = await db.$queryRaw<{ part: number }[]>`
    SELECT 0 AS part UNION SELECT part FROM (
      SELECT id, ((row_number() OVER (ORDER BY id) - 1) / ${maxPages}::int)::int AS part FROM (${knownPages}) known
    ) page WHERE part > 0 AND ${hasStories} ORDER BY part`
  return rows.map(({ part }) => part)
}

async function isThereNews(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.$queryRaw<{ is: boolean }[]>`SELECT EXISTS (SELECT ${newsIn(ctx)}) AS is`
  return row?.is ?? false
}

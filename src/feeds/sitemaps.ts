import { urlOf } from '../articles/paths.ts'
import { readRows } from '../articles/reading.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { authorUrl, tagPath, toAscii } from './feed.ts'
import { lastChangeAt } from './last-change.ts'
import {
  maxNews,
  maxUrls,
  newsHours,
  type SitemapFile,
  type SitemapPage,
  type StoryPageRow,
  toStoryPage,
} from './sitemap.ts'

// Delivery for search engines. Answers depend on `list:articles`, which every public change of a story touches, so that they need
// not name 10,000 stories one by one.

const { sql } = Prisma

/** The month of a story, in UTC; the index of it and of `modifiedAt` is in the migrations. */
const month = sql`date_trunc('month', a."firstPublishedAt" AT TIME ZONE 'UTC')`

/** Stories whose page is on this site. */
const isOwn = ({ site }: Ctx) =>
  sql`(a."canonicalUrl" IS NULL OR starts_with(a."canonicalUrl", ${`${site.publicUrl}/`}))`

/** Files of a sitemap, and since when it is as it is: see `lastChangeAt`. */
interface Dated<T> {
  items: T[]
  changedAt: Date | null
}

/** Every file, that of Google News first while it has stories, then tags and authors, then the months from the newest. */
export async function sitemapFiles(ctx: Ctx): Promise<Dated<SitemapFile>> {
  dependsOn(ctx, 'list:articles', 'list:tags', 'list:authors')
  const changedAt = await lastChangeAt(ctx)
  const [months, pages, hasNews] = await Promise.all([monthsOfStories(ctx), countPages(ctx), isThereNews(ctx)])
  const counts = await storiesByMonth(ctx, months)
  const items = [
    ...(hasNews ? [{ name: 'news', changedAt: null }] : []),
    ...partsOf('pages', pages / maxPages, null),
    ...months.flatMap(({ name, changed }) => partsOf(name, (counts.get(name) ?? 0) / maxUrls, changed)),
  ]
  return { items, changedAt }
}

function partsOf(name: string, files: number, changedAt: Date | null): SitemapFile[] {
  return Array.from({ length: Math.max(1, Math.ceil(files)) }, (_, i) => ({
    name: i === 0 ? name : `${name}-${i + 1}`,
    changedAt,
  }))
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

/** What was counted before, by database and month. */
const counted = new WeakMap<Ctx['db'], Map<string, { touched: number; count: number }>>()

/** Stories of months by their names. Only a month that was touched since is counted again: of old ones there are many. */
async function storiesByMonth({ db }: Ctx, months: Month[]): Promise<Map<string, number>> {
  const known = counted.get(db) ?? new Map()
  counted.set(db, known)
  const isCounted = ({ name, touched }: Month) => known.get(name)?.touched === touched.getTime()
  const names = months.filter((each) => !isCounted(each)).map(({ name }) => name)
  const rows = await db.$queryRaw<{ name: string; count: number }[]>`
    SELECT name, (SELECT count(*)::int FROM published_article a WHERE ${isIn(sql`name`)}) AS count
    FROM unnest(${names}::text[]) AS name`
  const counts = new Map(rows.map(({ name, count }) => [name, count]))
  return new Map(
    months.map(({ name, touched }) => {
      const count = counts.get(name) ?? known.get(name)?.count ?? 0
      known.set(name, { touched: touched.getTime(), count })
      return [name, count]
    }),
  )
}

/** Stories of a month by its name, as the index of dates has them. */
function isIn(name: Prisma.Sql): Prisma.Sql {
  const start = sql`(${name} || '-01')::timestamp`
  return sql`a."firstPublishedAt" >= ${start} AT TIME ZONE 'UTC'
    AND a."firstPublishedAt" < (${start} + interval '1 month') AT TIME ZONE 'UTC'`
}

/**
 * The pages of one file: `pages`, `2026-11`, or a later part such as `2026-11-2`; at most `maxUrls`.
 * @throws not_found for a file that there is not.
 */
export async function sitemapPages(ctx: Ctx, name: string): Promise<Dated<SitemapPage>> {
  const [, of, part = '1'] = /^(pages|[1-9]\d{3}-(?:0[1-9]|1[0-2]))(?:-([2-9]|[1-9]\d{1,4}))?$/.exec(name) ?? []
  dependsOn(ctx, 'list:articles', 'list:tags', 'list:authors')
  if (!of) throw notFound('sitemap', name)
  const changedAt = await lastChangeAt(ctx)
  const before = Number(part) - 1
  const items = of === 'pages' ? await pagesBehind(ctx, before) : await storiesOfMonth(ctx, of, before)
  if (items.length === 0) throw notFound('sitemap', name)
  return { items, changedAt }
}

/** A month's stories by id, so that a change moves none from one file to another. */
async function storiesOfMonth(ctx: Ctx, name: string, filesBefore: number): Promise<SitemapPage[]> {
  const source = sql`
    FROM (
      SELECT a.id FROM published_article a WHERE ${isIn(sql`${name}::text`)} ORDER BY a.id
      LIMIT ${maxUrls} OFFSET ${filesBefore * maxUrls}
    ) page JOIN published_article a ON a.id = page.id`
  const rows = await readRows<StoryPageRow>(ctx, storyColumns, source)
  return rows.flatMap((row) => toStoryPage(row, ctx.site) ?? [])
}

/** Languages are looked up for those stories only that have more than one, which an index tells. */
const storyColumns = sql`a.path, a."canonicalUrl", a."modifiedAt",
  CASE WHEN EXISTS (SELECT FROM published_article v WHERE v."originalId" = a."originalId" AND v.locale <> a.locale) THEN
    (SELECT json_agg(json_build_object('locale', v.locale, 'path', v.path, 'canonicalUrl', v."canonicalUrl") ORDER BY v.locale)
      FROM published_article v WHERE v."originalId" = a."originalId")
  END AS versions`

/** One less than fits, for the front page. */
const maxPages = maxUrls - 1

/** Tags and authors that readers may see, whether they have stories or not. */
const knownPages = sql`
  SELECT id, type::text, slug FROM tag WHERE "publicAt" IS NOT NULL AND "mergedIntoId" IS NULL
  UNION ALL SELECT id, NULL, slug FROM author WHERE "publicAt" IS NOT NULL AND "mergedIntoId" IS NULL`

async function countPages(ctx: Ctx): Promise<number> {
  const [row] = await ctx.db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM (${knownPages}) known`
  return row?.count ?? 0
}

/** Sections, tags and authors with live stories; in the first file the front page before them. */
async function pagesBehind(ctx: Ctx, filesBefore: number): Promise<SitemapPage[]> {
  const rows = await ctx.db.$queryRaw<{ type: string | null; slug: string }[]>`
    SELECT page.type, page.slug FROM (
      SELECT * FROM (${knownPages}) known ORDER BY id LIMIT ${maxPages} OFFSET ${filesBefore * maxPages}
    ) page
    WHERE EXISTS (SELECT FROM published_tag p WHERE p."tagId" = page.id)
      OR EXISTS (SELECT FROM published_article a WHERE a."sectionId" = page.id)
      OR EXISTS (SELECT FROM published_byline b WHERE b."authorId" = page.id)
    ORDER BY page.id`
  const urls = rows.map(({ type, slug }) =>
    type === null ? authorUrl(slug, ctx.site) : urlOf(tagPath({ type: type as 'TOPIC', slug }), ctx.site),
  )
  const front = filesBefore === 0 ? [`${ctx.site.publicUrl}/`] : []
  return [...front, ...urls].map((url) => ({ url: toAscii(url), changedAt: null, versions: [], news: null }))
}

/** Stories that the file for Google News is of; what grows too old goes within ten minutes. */
function newsIn(ctx: Ctx): Prisma.Sql {
  freshFor(ctx, 600)
  const since = new Date(ctx.now.getTime() - newsHours * 3_600_000)
  return sql`FROM published_article a
    WHERE a."firstPublishedAt" > ${since}::timestamptz AND a."firstPublishedAt" <= ${ctx.now}::timestamptz AND ${isOwn(ctx)}`
}

/** The protocol has no file without an address. */
async function isThereNews(ctx: Ctx): Promise<boolean> {
  const [row] = await ctx.db.$queryRaw<{ is: boolean }[]>`SELECT EXISTS (SELECT ${newsIn(ctx)}) AS is`
  return row?.is ?? false
}

/** Stories that were first published within the last two days, newest first; at most 1,000. */
export async function newsPages(ctx: Ctx): Promise<SitemapPage[]> {
  dependsOn(ctx, 'list:articles')
  const columns = sql`${storyColumns}, a.headline AS title, a.locale, a."firstPublishedAt"`
  const source = sql`${newsIn(ctx)} ORDER BY a."firstPublishedAt" DESC, a.id DESC LIMIT ${maxNews}`
  const rows = await readRows<StoryPageRow & { title: string; locale: string; firstPublishedAt: string }>(
    ctx,
    columns,
    source,
  )
  return rows.flatMap(({ title, locale, firstPublishedAt, ...row }) => {
    const page = toStoryPage(row, ctx.site)
    return page ? { ...page, news: { title, locale, publishedAt: new Date(firstPublishedAt) } } : []
  })
}

import { urlOf } from '../articles/paths.ts'
import { readRows } from '../articles/reading.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { authorUrl, tagPath, toAscii } from './feed.ts'
import { lastChangeAt } from './last-change.ts'
import { maxNews, maxUrls, newsHours, type SitemapPage, type StoryPageRow, toStoryPage } from './sitemap.ts'

// Delivery for search engines. Answers depend on `list:articles`, which every public change of a story touches, so that they need
// not name 10,000 stories one by one.

const { sql } = Prisma

/** Stories whose page is on this site. */
export const isOwn = ({ site }: Ctx) =>
  sql`(a."canonicalUrl" IS NULL OR starts_with(a."canonicalUrl", ${`${site.publicUrl}/`}))`

/** Files of a sitemap, and since when it is as it is: see `lastChangeAt`. */
export interface Dated<T> {
  items: T[]
  changedAt: Date | null
}

/** Stories of a month by its name, as the index of dates has them. */
export function isIn(name: Prisma.Sql): Prisma.Sql {
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
export const maxPages = maxUrls - 1

/** Tags and authors that readers may see, whether they have stories or not. */
export const knownPages = sql`
  SELECT id, type::text, slug FROM tag WHERE "publicAt" IS NOT NULL AND "mergedIntoId" IS NULL
  UNION ALL SELECT id, NULL, slug FROM author WHERE "publicAt" IS NOT NULL AND "mergedIntoId" IS NULL`

/** Of a row called `page`. */
export const hasStories = sql`(EXISTS (SELECT FROM published_tag p WHERE p."tagId" = page.id)
  OR EXISTS (SELECT FROM published_article a WHERE a."sectionId" = page.id)
  OR EXISTS (SELECT FROM published_byline b WHERE b."authorId" = page.id))`

/** Sections, tags and authors with live stories; in the first file the front page before them. */
async function pagesBehind(ctx: Ctx, filesBefore: number): Promise<SitemapPage[]> {
  const rows = await ctx.db.$queryRaw<{ type: string | null; slug: string }[]>`
    SELECT page.type, page.slug FROM (
      SELECT * FROM (${knownPages}) known ORDER BY id LIMIT ${maxPages} OFFSET ${filesBefore * maxPages}
    ) page
    WHERE ${hasStories} ORDER BY page.id`
  const urls = rows.map(({ type, slug }) =>
    type === null ? authorUrl(slug, ctx.site) : urlOf(tagPath({ type: type as 'TOPIC', slug }), ctx.site),
  )
  const front = filesBefore === 0 ? [`${ctx.site.publicUrl}/`] : []
  return [...front, ...urls].map((url) => ({ url: toAscii(url), changedAt: null, versions: [], news: null }))
}

/** Stories that the file for Google News is of; what grows too old goes within ten minutes. */
export function newsIn(ctx: Ctx): Prisma.Sql {
  freshFor(ctx, 600)
  const since = new Date(ctx.now.getTime() - newsHours * 3_600_000)
  return sql`FROM published_article a
    WHERE a."firstPublishedAt" > ${since}::timestamptz AND a."firstPublishedAt" <= ${ctx.now}::timestamptz AND ${isOwn(ctx)}`
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

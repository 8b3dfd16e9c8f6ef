import { urlOf } from '../articles/paths.ts'
import { feedColumns, readRows } from '../articles/reading.ts'
import { authorByKey } from '../authors/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { readPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn, listOf } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { inDatabase } from '../posts/reading.ts'
import { tagByKey } from '../tags/delivery.ts'
import type { PlacedTag } from '../tags/tag.ts'
import {
  authorUrl,
  type Feed,
  FeedQuery,
  type FeedRow,
  LatestFeedQuery,
  postsShown,
  tagPath,
  toFeedStory,
} from './feed.ts'
import { lastChangeAt } from './last-change.ts'

const { sql } = Prisma

/** A live blog has its newest posts. */
const columns = sql`${feedColumns},
  CASE WHEN a."liveBlog" IS NOT NULL THEN ${inDatabase.newestPosts('all', postsShown, null)} END AS posts`

/** A feed, and since when it is as it is: see `lastChangeAt`. */
export interface DatedFeed {
  feed: Feed
  changedAt: Date | null
}

/** Stories of a feed when `first` is left out. */
const defaultSize = 30

const newestStories = sql`SELECT a.* FROM published_article a ORDER BY a."publishedAt" DESC, a.id DESC`

/**
 * With an equality the planner may take the index of all stories by date, and for a language that has few or none it would read all.
 * As a range, with the language in the sort, only the index of languages has the order.
 */
const storiesIn = (locale: string) => sql`
  SELECT a.* FROM published_article a WHERE a.locale >= ${locale} AND a.locale <= ${locale}
  ORDER BY a.locale, a."publishedAt" DESC, a.id DESC`

/** The newest live stories of all, or of one language. @throws invalid_input, limit_exceeded */
export async function latestFeed(ctx: Ctx, input: unknown): Promise<DatedFeed> {
  const { first, locale } = parse(LatestFeedQuery, input)
  const { name, publicUrl, defaultLocale } = ctx.site
  dependsOn(ctx, 'list:articles')
  return readFeed(ctx, { first, ...(locale && { locale }) }, locale ? storiesIn(locale) : newestStories, {
    ...{ id: null, title: name, description: name, homeUrl: `${publicUrl}/`, path: '/feeds/latest' },
    locale: locale ?? defaultLocale,
  })
}

/**
 * The newest live stories with a tag. A former slug or an id finds it too, and a section by its name gives that of the section:
 * compare `feed.path`. @throws not_found, invalid_input, limit_exceeded
 */
export async function tagFeed(ctx: Ctx, key: string, input: unknown): Promise<DatedFeed> {
  return feedOfTag(ctx, await tagByKey(ctx, key), input)
}

/** The newest live stories of a section, likewise. @throws not_found, invalid_input, limit_exceeded */
export async function sectionFeed(ctx: Ctx, key: string, input: unknown): Promise<DatedFeed> {
  const tag = await tagByKey(ctx, key)
  if (tag.type !== 'SECTION') throw notFound('section', key)
  return feedOfTag(ctx, tag, input)
}

async function feedOfTag(ctx: Ctx, tag: PlacedTag, input: unknown): Promise<DatedFeed> {
  const isSection = tag.type === 'SECTION'
  dependsOn(ctx, tag.id, listOf(tag.id))
  const stories = isSection
    ? sql`SELECT a.* FROM published_article a WHERE a."sectionId" = ${tag.id}::uuid
        ORDER BY a."publishedAt" DESC, a.id DESC`
    : sql`SELECT a.* FROM published_tag p JOIN published_article a ON a.id = p."articleId" WHERE p."tagId" = ${tag.id}::uuid
        ORDER BY p."publishedAt" DESC, p."articleId" DESC`
  return readFeed(ctx, parse(FeedQuery, input), stories, {
    ...{ id: `urn:uuid:${tag.id}`, title: `${tag.name} – ${ctx.site.name}`, description: tag.description ?? tag.name },
    homeUrl: urlOf(tagPath(tag), ctx.site),
    path: `/feeds/${isSection ? 'sections' : 'tags'}/${tag.slug}`,
    locale: ctx.site.defaultLocale,
  })
}

/** The newest live stories by an author; a former slug or an id finds them too. @throws not_found, invalid_input, limit_exceeded */
export async function authorFeed(ctx: Ctx, key: string, input: unknown): Promise<DatedFeed> {
  const { id, slug, name, bio } = await authorByKey(ctx, key)
  dependsOn(ctx, id, listOf(id))
  // The date first, as the index has it; nobody stands twice over a story.
  const stories = sql`
    SELECT a.* FROM published_byline b JOIN published_article a ON a.id = b."articleId" WHERE b."authorId" = ${id}::uuid
    ORDER BY b."publishedAt" DESC, b."articleId" DESC`
  return readFeed(ctx, parse(FeedQuery, input), stories, {
    ...{ id: `urn:uuid:${id}`, title: `${name} – ${ctx.site.name}`, description: bio ?? name },
    ...{ homeUrl: authorUrl(slug, ctx.site), path: `/feeds/authors/${slug}`, locale: ctx.site.defaultLocale },
  })
}

type About = Pick<Feed, 'id' | 'title' | 'description' | 'homeUrl' | 'path' | 'locale'>
type Asked = { first?: number | null | undefined; locale?: string }

/** A hub is named by the feed itself only: of a feed that was asked with more it is told nothing. */
async function readFeed(ctx: Ctx, { first, locale }: Asked, stories: Prisma.Sql, about: About): Promise<DatedFeed> {
  const { site } = ctx
  const { size } = readPage({ first: first ?? defaultSize }, 'feed')
  const given = { ...(first && first !== defaultSize && { first: String(first) }), ...(locale && { locale }) }
  const query = Object.keys(given).length > 0 ? `?${new URLSearchParams(given)}` : ''
  const changedAt = await lastChangeAt(ctx)
  const source = sql`FROM (${stories} LIMIT ${size}) a ORDER BY a."publishedAt" DESC, a.id DESC`
  const rows = await readRows<FeedRow>(ctx, columns, source)
  return {
    changedAt,
    feed: {
      ...about,
      ...{ query, publisher: site.name, hubUrl: query === '' ? (site.hubUrl ?? null) : null },
      stories: rows.map((row) => toFeedStory(row, site)),
    },
  }
}

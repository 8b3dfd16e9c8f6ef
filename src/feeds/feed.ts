import { type Static, Type } from 'typebox'
import { escapeHtml } from '../articles/body/escape.ts'
import { type StoredCorrection, toCorrections } from '../articles/correction.ts'
import { urlOf } from '../articles/paths.ts'
import { toArticleSummary, toText } from '../articles/published.ts'
import type { SummaryRow, TextRow } from '../articles/rows.ts'
import type { Site } from '../core/ctx.ts'
import { optional, strict } from '../core/shapes.ts'
import { parseUrl } from '../lib/url.ts'
import type { PublicMedia } from '../media/media.ts'
import type { TagLink } from '../tags/tag.ts'

/** The forms in which every feed can be had, with their types. */
export const feedTypes = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedFormat = keyof typeof feedTypes

const first = optional(Type.Integer({ description: 'Stories of the feed: 1 to 100, 30 when left out.' }))

export const FeedQuery = strict({ first })
export const LatestFeedQuery = strict({
  first,
  locale: optional(
    Type.String({ minLength: 1, maxLength: 35, description: 'Language tag, exactly as the stories have it.' }),
  ),
})
export type LatestFeedQuery = Static<typeof LatestFeedQuery>

/** A feed before it is written in one of its forms. */
export interface Feed {
  /** What it is for ever, whatever its address: an IRI. Null: its address. */
  id: string | null
  title: string
  description: string
  /** The page of the site that it belongs to. */
  homeUrl: string
  /** Where it stands, without the format: `/feeds/tags/almaty`. */
  path: string
  /** What it was asked with besides, with its question mark; empty for the feed itself. */
  query: string
  locale: string
  /** Whom a reader may ask to be told of news; null: nobody. */
  hubUrl: string | null
  publisher: string
  /** Newest first. */
  stories: FeedStory[]
}

/** A story as feeds tell it. Every address is absolute. */
export interface FeedStory {
  id: string
  url: string
  title: string
  standfirst: string | null
  /** The whole text and what was put right in it. */
  html: string
  authors: { name: string; url: string }[]
  /** The section, then the tags. */
  topics: { name: string; url: string }[]
  leadMedia: PublicMedia | null
  locale: string
  publishedAt: Date
  updatedAt: Date
  modifiedAt: Date
}

/** What is read of a story for feeds. */
export interface FeedRow extends SummaryRow, Pick<TextRow, 'bodyHtml' | 'links'> {
  corrections: StoredCorrection[]
  /** The newest posts of a live blog, newest first; null for other stories. */
  posts: FeedPost[] | null
}

type FeedPost = Pick<TextRow, 'bodyHtml' | 'links'> & { at: string; title: string | null }

/** Posts of a live blog that a feed shows: what its page begins with. */
export const postsShown = 20

/** The story of a row, as feeds tell it. */
export function toFeedStory({ bodyHtml, links, corrections, posts, ...row }: FeedRow, site: Site): FeedStory {
  const story = toArticleSummary(row, site)
  const url = toAscii(story.canonicalUrl)
  const texts = [htmlOf({ bodyHtml, links }, site), ...(posts ?? []).map((post) => postHtml(post, site))]
  const topics = [...(story.section ? [story.section] : []), ...story.tags]
  return {
    ...{ id: story.id, url, title: story.headline, standfirst: story.standfirst, locale: story.locale },
    html: `${withAbsoluteUrls(texts.join(''), url, site)}${correctionsHtml(toCorrections(corrections))}`,
    authors: story.bylines.map(({ displayName, author }) => ({ name: displayName, url: authorUrl(author.slug, site) })),
    topics: topics.map((tag) => ({ name: tag.name, url: urlOf(tagPath(tag), site) })),
    leadMedia: story.leadMedia && inFeed(story.leadMedia),
    ...{ publishedAt: story.publishedAt, updatedAt: story.updatedAt, modifiedAt: story.modifiedAt },
  }
}

/** Of a picture that is kept here a rendition, as JPEG: readers of feeds take no other, and the file itself may be 20 MB. */
function inFeed(media: PublicMedia): PublicMedia {
  const shown = media.renditions.find(({ name }) => name === 'large') ?? media.renditions.at(-1)
  if (!shown) return { ...media, url: toAscii(media.url) }
  return { ...media, url: `${shown.url}.jpeg`, width: shown.width, height: shown.height, mimeType: 'image/jpeg' }
}

/** Where a tag's page stands on the site; that of a section stands at the top. */
export function tagPath({ type, slug }: Pick<TagLink, 'type' | 'slug'>): string {
  return type === 'SECTION' ? `/${slug}` : `/tags/${slug}`
}

export function authorUrl(slug: string, site: Site): string {
  return urlOf(`/authors/${slug}`, site)
}

/** Where the feed can be had in a form: on the site, which hands requests for `/feeds` on. */
export function feedUrl({ path, query }: Pick<Feed, 'path' | 'query'>, format: FeedFormat, site: Site): string {
  return urlOf(`${path}.${format}${query}`, site)
}

/** When the newest of its stories changed in this way; the epoch for an empty feed, which has nothing else to say. */
export function newestOf({ stories }: Feed, time: 'updatedAt' | 'modifiedAt'): Date {
  return new Date(Math.max(0, ...stories.map((story) => story[time].getTime())))
}

/** A URL in ASCII, as the formats want it. */
export function toAscii(url: string): string {
  return parseUrl(url)?.href ?? url
}

// What renderHtml writes: every quotation mark of an attribute's value is an entity.
const ownUrl = /(<[a-z][^<>]*? (?:href|src)=")([/#][^"]*)"/g

/** HTML whose paths and fragments lead to the site, wherever it is read. */
export function withAbsoluteUrls(html: string, storyUrl: string, site: Site): string {
  return html.replace(ownUrl, (_, before: string, url: string) => {
    const base = url.startsWith('#') ? storyUrl.replace(/#.*$/, '') : site.publicUrl
    return `${before}${escapeHtml(base)}${url}"`
  })
}

function htmlOf(text: Pick<TextRow, 'bodyHtml' | 'links'>, site: Site): string {
  return toText({ ...text, body: [], bodyText: '' }, site).bodyHtml
}

function postHtml({ at, title, ...text }: FeedPost, site: Site): string {
  const time = new Date(at).toISOString()
  const heading = title ? `<h3>${escapeHtml(title)}</h3>` : ''
  return `<article>${heading}<p><time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time></p>${htmlOf(text, site)}</article>`
}

/** In no language but the correction's own. */
function correctionsHtml(corrections: { text: string; at: Date }[]): string {
  if (corrections.length === 0) return ''
  const items = corrections.map(({ text, at }) => {
    const day = at.toISOString()
    return `<li><time datetime="${day}">${day.slice(0, 10)}</time> ${escapeHtml(text)}</li>`
  })
  return `<aside class="corrections"><ul>${items.join('')}</ul></aside>`
}

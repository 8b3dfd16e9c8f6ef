import type { ArticleLink } from '../articles/article-link.ts'
import { escapeHtml } from '../articles/body/escape.ts'
import type { PublicBody } from '../articles/body/public-types.ts'
import type { PublicArticle } from '../articles/public-article.ts'
import { storyFormats } from '../articles/query.ts'
import type { Site } from '../core/ctx.ts'
import { invalidInput, shorten } from '../core/errors.ts'
import { withAbsoluteUrls } from '../feeds/feed.ts'
import type { PublicMedia } from '../media/media.ts'

/** The schema that items are valid by. Source: https://iptc.org/std/ninjs/, version 3.1. */
export const ninjsSchema = 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json'

/** What HTTP says of an item; IPTC has registered no type of its own for it. */
export const ninjsType = `application/json; charset=utf-8; profile="${ninjsSchema}"`

type Json = Record<string, unknown>

/** The form that a story is asked for in; json when nobody says. @throws invalid_input */
export function formatOf(given: unknown): (typeof storyFormats)[number] {
  const format = storyFormats.find((name) => name === (given ?? 'json'))
  if (format) return format
  throw invalidInput([
    { path: 'format', message: `must be one of ${storyFormats.join(', ')}, not '${shorten(String(given))}'` },
  ])
}

/** The identity of a thing of ours, which stays when its address changes. Source: RFC 9562, section 4. */
const urn = (id: string) => `urn:uuid:${id}`

/** Values that are null are no part of an item. */
function given<T extends Json>(fields: T): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))
}

/**
 * A live story as a news item of ninjs 3.1. Persons, organisations, places and events among its tags stand under these names, other tags
 * and the section under `subjects`; `rel` tells authors ('author') from what a story is about ('about').
 */
export function toNinjs(article: PublicArticle, site: Site): Json {
  const { headline, standfirst, kicker, source, corrections } = article
  return {
    uri: urn(article.id),
    ...{ type: 'text', representationType: 'full', profile: article.liveBlog ? 'live-blog' : 'article' },
    version: String(article.version),
    firstCreated: article.firstPublishedAt,
    versionCreated: article.modifiedAt,
    contentCreated: article.publishedAt,
    ...{ pubStatus: 'usable', language: article.locale, title: headline, slugline: article.slug },
    ...given({ by: namesOf(article), edNote: corrections.length > 0 ? corrections.map(noteOf).join('\n') : null }),
    headlines: [plain('main', headline), ...(kicker ? [plain('kicker', kicker)] : [])],
    descriptions: standfirst ? [plain('summary', standfirst)] : [],
    bodies: bodiesOf(article, site),
    ...aboutOf(article),
    infoSources: source ? [given({ name: source.name, uri: source.url, literal: source.externalId })] : [],
    associations: [...mediaOf(article), ...relatedOf(article), ...translationsOf(article, site)],
    altIds: [
      { role: 'url', value: article.canonicalUrl },
      ...(source?.externalId ? [{ role: 'source', value: source.externalId }] : []),
    ],
    standard: { name: 'ninjs', version: '3.1', schema: ninjsSchema },
  }
}

const plain = (role: string, value: string) => ({ role, contentType: 'text/plain', value })

function namesOf({ bylines }: PublicArticle): string | null {
  return bylines.map(({ displayName }) => displayName).join(', ') || null
}

function noteOf({ type, text, at }: PublicArticle['corrections'][number]): string {
  return `${type}, ${new Date(at).toISOString()}: ${text}`
}

function bodiesOf(article: PublicArticle, site: Site) {
  const posts = article.liveBlog?.latest.posts ?? []
  const texts = [article.bodyText, ...posts.map(({ title, bodyText }) => [title, bodyText].filter(Boolean).join('\n'))]
  const value = texts.filter(Boolean).join('\n\n')
  const html = withAbsoluteUrls(htmlOfStory(article), article.canonicalUrl, site)
  return [
    { role: 'main', contentType: 'text/html', wordCount: article.wordCount, value: html },
    { role: 'plain', contentType: 'text/plain', charCount: value.length, value },
  ]
}

/** The text of a story as HTML; a live blog has its newest posts behind its introduction. */
export function htmlOfStory({ bodyHtml, liveBlog }: PublicArticle): string {
  const posts = liveBlog?.latest.posts ?? []
  const texts = posts.map((post) => `${post.title ? `<h3>${escapeHtml(post.title)}</h3>` : ''}${post.bodyHtml}`)
  return [bodyHtml, ...texts].join('')
}

/** Who wrote it and what it is about. */
function aboutOf({ bylines, tags, section }: PublicArticle) {
  const named = (rel: string) => (thing: { id: string; name: string; slug: string }) => ({
    name: thing.name,
    ...{ rel, uri: urn(thing.id), literal: thing.slug },
  })
  const authors = (kind: string) =>
    bylines
      .filter(({ author }) => author.kind === kind)
      .map(({ author, displayName }) => ({ ...named('author')(author), name: displayName }))
  const about = (...types: string[]) => tags.filter(({ type }) => types.includes(type)).map(named('about'))
  return {
    people: [...authors('PERSON'), ...about('PERSON')],
    organisations: [...authors('ORGANISATION'), ...about('ORGANISATION')],
    places: about('PLACE'),
    events: about('EVENT'),
    subjects: [...(section ? [named('section')(section)] : []), ...about('TOPIC', 'SERIES', 'STORYLINE')],
  }
}

const kinds = { IMAGE: 'picture', VIDEO: 'video', AUDIO: 'audio', FILE: 'component' } as const

/** Every asset that the story shows, each once: the lead, the recommended video, then in the order of the text. */
export function mediaOfStory({ leadMedia, recommendedVideo, body }: PublicArticle): PublicMedia[] {
  const all = [leadMedia, recommendedVideo, ...mediaIn(body)].flatMap((media) => media ?? [])
  return [...new Map(all.map((media) => [media.id, media])).values()]
}

function mediaOf(article: PublicArticle): Json[] {
  const { leadMedia, recommendedVideo } = article
  return mediaOfStory(article).map((media, index) => {
    const place =
      media.id === leadMedia?.id ? 'main' : media.id === recommendedVideo?.id ? 'video' : `body-${index + 1}`
    return pictureOf(place, media)
  })
}

function mediaIn(body: PublicBody): PublicMedia[] {
  return body.flatMap((block) => {
    if (block._type === 'image' || block._type === 'video') return 'media' in block && block.media ? [block.media] : []
    return block._type === 'gallery' ? block.images.map(({ media }) => media) : []
  }) as PublicMedia[]
}

function pictureOf(name: string, media: PublicMedia): Json {
  const { type, url, mimeType: contentType, width, height, durationSeconds: duration, alt, caption, credit } = media
  const words = [...(caption ? [plain('caption', caption)] : []), ...(alt ? [plain('alt', alt)] : [])]
  return {
    ...{ name, rel: 'media', uri: urn(media.id), type: kinds[type], pubStatus: 'usable' },
    ...given({ by: credit }),
    ...(words.length > 0 && { descriptions: words }),
    renditions: [
      { name: 'original', ...given({ href: url, contentType, width, height, duration, poi: pointOf(media) }) },
    ],
  }
}

/** The focal point in pixels from the top left; unknown without a size. */
function pointOf({ focalPoint, width, height }: PublicMedia): Json | null {
  if (!focalPoint || !width || !height) return null
  return { x: Math.round(focalPoint.x * width), y: Math.round(focalPoint.y * height) }
}

function linkOf(name: string, rel: string, uri: string, headline: string, more: Json = {}): Json {
  return { name, rel, uri, type: 'text', representationType: 'partial', headlines: [plain('main', headline)], ...more }
}

function relatedOf({ related, replaces, replacedBy }: PublicArticle): Json[] {
  const around = (rel: string, article: ArticleLink | null) =>
    article ? [linkOf(rel, rel, urn(article.id), article.headline, urlId(article.canonicalUrl))] : []
  return [
    ...related.map(({ headline, url, article }, index) =>
      linkOf(`related-${index + 1}`, 'related', article ? urn(article.id) : url, headline, urlId(url)),
    ),
    ...around('replaces', replaces),
    ...around('replaced-by', replacedBy),
  ]
}

function urlId(value: string): Json {
  return { altIds: [{ role: 'url', value }] }
}

function translationsOf({ translations }: PublicArticle, site: Site): Json[] {
  return translations.map(({ locale: language, path, headline }) =>
    linkOf(`translation-${language}`, 'translation', `${site.publicUrl}${path}`, headline, { language }),
  )
}

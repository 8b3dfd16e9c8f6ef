import type { Site } from '../core/ctx.ts'
import { type Fault, Refusal } from '../core/errors.ts'
import { Prisma } from '../db/generated/client.ts'
import type { MediaCopy } from '../media/media.ts'
import { toMediaCopy, toStoryMedia } from '../media/published.ts'
import type { ArticleContent } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { renderHtml } from './body/html.ts'
import { fillMedia } from './body/media.ts'
import { articleIdsIn } from './body/references.ts'
import { renderText } from './body/text.ts'
import { countWords, readingMinutes } from './body/words.ts'
import { pathOf } from './paths.ts'
import { mediaIdsOf, type References } from './references.ts'

/** The rows that show one revision to readers. */
export interface Projection {
  article: Omit<
    Prisma.PublishedArticleUncheckedCreateInput,
    'id' | 'bylines' | 'tags' | 'links' | 'media' | 'related' | 'posts' | 'postCount'
  >
  bylines: Omit<Prisma.PublishedBylineCreateManyInput, 'articleId'>[]
  tags: Omit<Prisma.PublishedTagCreateManyInput, 'articleId'>[]
  links: { targetId: string }[]
  media: { mediaId: string }[]
  related: Omit<Prisma.RelatedStoryCreateManyInput, 'articleId'>[]
}

/** When what happened to a story; see `timesOf`. */
interface Times {
  publishedAt: Date
  firstPublishedAt: Date
  updatedAt: Date
  modifiedAt: Date
}

/** The revision to show and what it refers to. */
interface Shown {
  id: string
  revision: { id: string; number: number }
  content: ArticleContent
  references: References
  /** What readers were told was wrong, newest first. */
  corrections: { type: string; text: string; at: Date }[]
}

/**
 * What publishing needs of a story.
 * @throws not_publishable with everything that is missing.
 */
export function requirePublishable({ headline, body, liveBlog }: ArticleContent): void {
  // The text of a live blog is in its posts; its body introduces them, when it has one.
  requireWords({ headline, hasText: liveBlog !== null || renderText(body).trim() !== '' })
}

/** The same of a story of which it is known whether its body has text. @throws not_publishable */
export function requireWords({ headline, hasText }: { headline: string; hasText: boolean }): void {
  const faults: Fault[] = []
  if (headline.trim() === '') faults.push({ path: 'headline', message: 'must not be blank' })
  if (!hasText) faults.push({ path: 'body', message: 'must have text' })
  if (faults.length > 0)
    throw new Refusal(
      'not_publishable',
      `the story cannot go live: ${faults.map(({ path, message }) => `${path} ${message}`).join('; ')}`,
      { faults },
    )
}

/**
 * The four times of a story that goes live now. The displayed date is the editor's or that of the first publication; a
 * story older than this newsroom's copy of it keeps its date as the first. Nothing is updated before it is published.
 */
export function timesOf(
  now: Date,
  story: Pick<ArticleDraft, 'firstPublishedAt'>,
  { publishedAt: given }: Pick<ArticleContent, 'publishedAt'>,
  significantAt: Date | null,
): Times {
  const displayed = given ? new Date(given) : null
  const firstPublishedAt = story.firstPublishedAt ?? (displayed && displayed < now ? displayed : now)
  const publishedAt = displayed ?? firstPublishedAt
  const updatedAt = significantAt && significantAt > publishedAt ? significantAt : publishedAt
  return { publishedAt, firstPublishedAt, updatedAt, modifiedAt: now }
}

/** The rows for readers: pure, from a revision, what it refers to, and its times. */
export function project(
  { id, revision, content, references, corrections }: Shown,
  times: Times,
  site: Site,
): Projection {
  const section = content.sectionId ? (references.tags.get(content.sectionId) ?? null) : null
  return {
    article: {
      ...times,
      ...wordsOf(content),
      ...withMedia(content, references),
      revisionId: revision.id,
      version: revision.number,
      originalId: originalOf(content, references) ?? id,
      path: pathOf(content, section?.slug ?? null, site),
      sectionId: section?.id ?? null,
      replacesId: content.replacesId ?? null,
      corrections: corrections.map(({ type, text, at }) => ({ type, text, at: at.toISOString() })),
    },
    bylines: bylinesOf(content, references).map((byline, position) => ({ ...byline, position, ...times })),
    tags: tagIdsOf(content, references).map((tagId, position) => ({ tagId, position, ...times })),
    links: articleIdsIn(content.body).map((targetId) => ({ targetId })),
    media: standingMediaIds(content, references).map((mediaId) => ({ mediaId })),
    related: content.related.map(({ articleId, url, headline }, position) => ({
      kind: 'CURATED',
      position,
      targetId: articleId,
      url,
      headline,
    })),
  }
}

/** The body in its three forms and the other media of a story, with a copy of every asset that it shows. */
export function withMedia(
  { body, leadMedia, recommendedVideoId }: ArticleContent,
  { media }: Pick<References, 'media'>,
) {
  const filled = fillMedia(body, new Map([...media].map(([id, asset]) => [id, toMediaCopy(asset)])))
  const lead = leadMedia && media.get(leadMedia.mediaId)
  const video = recommendedVideoId ? media.get(recommendedVideoId) : null
  return {
    body: filled as unknown as Prisma.InputJsonArray,
    bodyHtml: renderHtml(filled),
    leadMedia: lead ? inJson(toStoryMedia(lead, leadMedia)) : Prisma.DbNull,
    recommendedVideo: video ? inJson(toMediaCopy(video)) : Prisma.DbNull,
  }
}

/** A copy of an asset as a column takes it. */
function inJson(copy: MediaCopy): Prisma.InputJsonObject {
  return copy as unknown as Prisma.InputJsonObject
}

function wordsOf({ slug, locale, kicker, headline, standfirst, body, source, liveBlog, canonicalUrl }: ArticleContent) {
  const wordCount = countWords(body)
  return {
    ...{ slug, locale, kicker, headline, standfirst, canonicalUrl, wordCount },
    source: source ?? Prisma.DbNull,
    liveBlog: liveBlog ?? Prisma.DbNull,
    bodyText: renderText(body),
    readingMinutes: readingMinutes(wordCount),
  }
}

/** The original that a translation belongs to today: the one it was made of may have become a translation since. */
function originalOf({ translationOf }: ArticleContent, { articles }: References): string | null {
  return translationOf && (articles.get(translationOf)?.originalId ?? translationOf)
}

/** The tags that stand for the content's own today; two that were merged count once. */
function tagIdsOf({ tagIds }: ArticleContent, { tags }: References): string[] {
  return [...new Set(tagIds.flatMap((id) => tags.get(id)?.id ?? []))]
}

/**
 * The bylines with the authors that stand for the content's own today. Nobody stands twice over a story: of two authors who
 * were merged the first place stays, with both roles.
 */
export function bylinesOf(
  { bylines }: Pick<ArticleContent, 'bylines'>,
  { authors }: Pick<References, 'authors'>,
): ArticleContent['bylines'] {
  const byAuthor = new Map<string, ArticleContent['bylines'][number]>()
  for (const { authorId: given, role, displayName } of bylines) {
    const authorId = authors.get(given)?.id ?? given
    const first = byAuthor.get(authorId)
    const roles = first && first.role !== role ? `${first.role}, ${role}` : role
    byAuthor.set(authorId, { authorId, role: roles, displayName: first?.displayName ?? displayName })
  }
  return [...byAuthor.values()]
}

/** The assets that stand for the content's own today, each once. */
function standingMediaIds(content: ArticleContent, { media }: References): string[] {
  return [...new Set(mediaIdsOf(content).map((id) => media.get(id)?.id ?? id))]
}

import { authorLinkColumns } from '../authors/published.ts'
import type { Site } from '../core/ctx.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { PublicMedia } from '../media/media.ts'
import { relatedColumns, relatedOrder, toRelatedStories } from '../related/related-story.ts'
import { tagLinkColumns, tagNodeColumns, toTagNode } from '../tags/published.ts'
import { articleLinkColumns, toArticleLink } from './article-link.ts'
import { fillBodyLinks, fillHtmlLinks, type LinkTargets } from './body/links.ts'
import type { PublicBody } from './body/public-types.ts'
import { jsonLdOf } from './json-ld.ts'
import { urlOf } from './paths.ts'
import type { ArticleSummary, PublicArticle } from './public-article.ts'
import { shareLinksOf } from './share-links.ts'

// What delivery reads of a live story, and how its views are made of it. Three sizes of row, each one query.

const ownColumns = {
  ...articleLinkColumns,
  firstPublishedAt: true,
  updatedAt: true,
  modifiedAt: true,
  wordCount: true,
  readingMinutes: true,
  source: true,
  version: true,
} satisfies Prisma.PublishedArticleSelect

export const bylineColumns = {
  role: true,
  displayName: true,
  author: { select: authorLinkColumns },
} satisfies Prisma.PublishedBylineSelect

/** For lists. */
export const summaryColumns = {
  ...ownColumns,
  section: { select: tagLinkColumns },
  bylines: { select: bylineColumns, orderBy: { position: 'asc' } },
  tags: { select: { tag: { select: tagLinkColumns } }, orderBy: { position: 'asc' } },
} satisfies Prisma.PublishedArticleSelect

export const textColumns = {
  body: true,
  bodyHtml: true,
  bodyText: true,
  links: {
    select: { target: { select: { live: { select: { id: true, path: true, headline: true, canonicalUrl: true } } } } },
  },
} satisfies Prisma.PublishedArticleSelect

const versionsColumns = {
  select: {
    versions: {
      select: { id: true, locale: true, slug: true, path: true, headline: true },
      orderBy: { locale: 'asc' },
    },
  },
} satisfies Prisma.ArticleDefaultArgs

/** For one story over REST: everything, in one statement. */
export const articleColumns = {
  ...summaryColumns,
  ...textColumns,
  corrections: true,
  recommendedVideo: true,
  related: { select: relatedColumns, orderBy: relatedOrder },
  original: versionsColumns,
} satisfies Prisma.PublishedArticleSelect

/** For GraphQL: what needs no other list; loaders add those that are asked for. */
export const nodeColumns = {
  ...ownColumns,
  originalId: true,
  corrections: true,
  section: { select: tagNodeColumns },
  recommendedVideo: true,
} satisfies Prisma.PublishedArticleSelect

export type SummaryRow = Prisma.PublishedArticleGetPayload<{ select: typeof summaryColumns }>
export type ArticleRow = Prisma.PublishedArticleGetPayload<{ select: typeof articleColumns }>
export type NodeRow = Prisma.PublishedArticleGetPayload<{ select: typeof nodeColumns }>
export type TextRow = Prisma.PublishedArticleGetPayload<{ select: typeof textColumns }>
type OwnRow = Prisma.PublishedArticleGetPayload<{ select: typeof ownColumns }>

function toOwn<R extends OwnRow>({ source, canonicalUrl, leadMedia, ...row }: R, site: Site) {
  return {
    ...row,
    leadMedia: leadMedia as PublicMedia | null,
    source: source as ArticleSummary['source'],
    canonicalUrl: canonicalUrl ?? urlOf(row.path, site),
  }
}

/** The view for lists. */
export function toArticleSummary({ bylines, tags, ...row }: SummaryRow, site: Site): ArticleSummary {
  return { ...toOwn(row, site), bylines: toBylines(bylines), tags: tags.map(({ tag }) => tag) }
}

/** The view for one story. */
export function toPublicArticle(row: ArticleRow, site: Site): PublicArticle {
  const { body, bodyHtml, bodyText, links, corrections, recommendedVideo, related, original, ...rest } = row
  const summary = toArticleSummary(rest, site)
  return {
    ...summary,
    ...toText({ body, bodyHtml, bodyText, links }, site),
    recommendedVideo: recommendedVideo as PublicMedia | null,
    corrections: toCorrections(corrections),
    related: toRelatedStories(related, (live) => toArticleLink(live, site)),
    translations: toTranslations(original.versions, row.id),
    shareLinks: shareLinksOf(summary),
    jsonLd: jsonLdOf(summary, site),
  }
}

/** A story in GraphQL before its lists are looked up. */
export type ArticleNode = ReturnType<typeof toArticleNode>

export function toArticleNode({ section, corrections, recommendedVideo, ...row }: NodeRow, site: Site) {
  return {
    ...toOwn(row, site),
    toJSON: loaderKey,
    section: section && toTagNode(section),
    corrections: toCorrections(corrections),
    recommendedVideo: recommendedVideo as PublicMedia | null,
  }
}

/** Mercurius tells the parents of a loader apart by their JSON: of a story, its id is enough and much shorter. */
function loaderKey(this: { id: string }): string {
  return this.id
}

/** The three forms of the text, with links that lead to where the stories are today. */
export function toText({ body, bodyHtml, bodyText, links }: TextRow, site: Site) {
  const targets = toTargets(links, site)
  return {
    body: fillBodyLinks(body as unknown as PublicBody, targets),
    bodyHtml: fillHtmlLinks(bodyHtml, targets),
    bodyText,
  }
}
export type ArticleText = ReturnType<typeof toText>

function toTargets(links: TextRow['links'], site: Site): LinkTargets {
  return new Map(
    links.flatMap(({ target: { live } }) =>
      live ? [[live.id, { ...live, url: live.canonicalUrl ?? urlOf(live.path, site) }]] : [],
    ),
  )
}

type BylineRow = Prisma.PublishedBylineGetPayload<{ select: typeof bylineColumns }>

/** Bylines in order; the author's own name stands where no other is to be printed. */
export function toBylines<A extends BylineRow['author']>(
  rows: { role: string; displayName: string | null; author: A }[],
) {
  return rows.map(({ role, displayName, author }, index) => ({
    role,
    position: index + 1,
    displayName: displayName ?? author.name,
    author,
  }))
}

/** The other languages of a story, without itself. */
export function toTranslations(versions: (PublicArticle['translations'][number] & { id: string })[], id: string) {
  return versions
    .filter((version) => version.id !== id)
    .map(({ locale, slug, path, headline }) => ({ locale, slug, path, headline }))
}

function toCorrections(stored: unknown): PublicArticle['corrections'] {
  return (stored as { type: string; text: string; at: string }[]).map(({ type, text, at }) => ({
    type,
    text,
    at: new Date(at),
  }))
}

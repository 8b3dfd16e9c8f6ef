import type { Site } from '../core/ctx.ts'
import { toRelatedStories } from '../related/related-story.ts'
import { toArticleLink } from './article-link.ts'
import { fillBodyLinks, fillHtmlLinks, type LinkTargets } from './body/links.ts'
import { toCorrections } from './correction.ts'
import { jsonLdOf } from './json-ld.ts'
import { urlOf } from './paths.ts'
import type { ArticleSummary, PublicArticle } from './public-article.ts'
import type { ArticleRow, BylineRow, NodeRow, OwnRow, SummaryRow, TextRow } from './rows.ts'
import { shareLinksOf } from './share-links.ts'

// The views of a live story, out of its rows. Pure.

/** The view for lists. */
export function toArticleSummary({ bylines, ...row }: SummaryRow, site: Site): ArticleSummary {
  return { ...toOwn(row, site), bylines: toBylines(bylines) }
}

/** The view for one story. */
export function toPublicArticle(row: ArticleRow, site: Site): PublicArticle {
  const { body, bodyHtml, bodyText, links, corrections, recommendedVideo, related, versions, ...rest } = row
  const summary = toArticleSummary(rest, site)
  const told = toCorrections(corrections)
  return {
    ...summary,
    ...toText({ body, bodyHtml, bodyText, links }, site),
    recommendedVideo,
    corrections: told,
    related: toRelatedStories(related, (live) => toArticleLink(live, site)),
    translations: toTranslations(versions, row.id),
    shareLinks: shareLinksOf(summary),
    jsonLd: jsonLdOf({ ...summary, corrections: told }, site),
  }
}

/** A story in GraphQL before its lists are looked up. */
export type ArticleNode = ReturnType<typeof toArticleNode>

export function toArticleNode({ corrections, ...row }: NodeRow, site: Site) {
  return { ...toOwn(row, site), toJSON: loaderKey, corrections: toCorrections(corrections) }
}

/** Mercurius tells the parents of a loader apart by their JSON: of a story, its id is enough and much shorter. */
function loaderKey(this: { id: string }): string {
  return this.id
}

function toOwn<R extends OwnRow>(row: R, site: Site) {
  return {
    ...row,
    canonicalUrl: row.canonicalUrl ?? urlOf(row.path, site),
    publishedAt: new Date(row.publishedAt),
    firstPublishedAt: new Date(row.firstPublishedAt),
    updatedAt: new Date(row.updatedAt),
    modifiedAt: new Date(row.modifiedAt),
  }
}

/** The three forms of the text, with links that lead to where the stories are today. */
export function toText({ body, bodyHtml, bodyText, links }: TextRow, site: Site) {
  const targets: LinkTargets = new Map(
    links.map((live) => [live.id, { ...live, url: live.canonicalUrl ?? urlOf(live.path, site) }]),
  )
  return { body: fillBodyLinks(body, targets), bodyHtml: fillHtmlLinks(bodyHtml, targets), bodyText }
}
export type ArticleText = ReturnType<typeof toText>

/** Bylines in order; the author's own name stands where no other is to be printed. */
export function toBylines<A extends { name: string }>(rows: BylineRow<A>[]) {
  return rows.map(({ role, displayName, author }, index) => ({
    role,
    position: index + 1,
    displayName: displayName ?? author.name,
    author,
  }))
}

/** The other languages of a story, without itself. */
export function toTranslations(versions: ArticleRow['versions'], id: string): PublicArticle['translations'] {
  return versions
    .filter((version) => version.id !== id)
    .map(({ locale, slug, path, headline }) => ({ locale, slug, path, headline }))
}

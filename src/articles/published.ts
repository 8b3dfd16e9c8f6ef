import type { PublicAuthor } from '../authors/author.ts'
import { toPublicAuthor } from '../authors/published.ts'
import type { Site } from '../core/ctx.ts'
import { toPublicMedia } from '../media/published.ts'
import { toLiveBlog, toLiveBlogNode } from '../posts/published.ts'
import { isPlain, type RelatedStoryOf, toRelatedStories } from '../related/related-story.ts'
import type { TagNode } from '../tags/tag.ts'
import { toArticleLink } from './article-link.ts'
import { toForms } from './body/forms.ts'
import type { LinkTargets } from './body/links.ts'
import { toBylines } from './byline.ts'
import { toCorrections } from './correction.ts'
import { jsonLdOf } from './json-ld.ts'
import { urlOf } from './paths.ts'
import type { ArticleSummary, PublicArticle } from './public-article.ts'
import type { ArticleRow, LinkRow, NodeRow, OwnRow, SummaryRow, TextRow, WantedRow } from './rows.ts'
import { shareLinksOf } from './share-links.ts'
import type { Wanted } from './wanted.ts'

// The views of a live story, out of its rows. Pure.

/** The view for lists. */
export function toArticleSummary({ bylines, ...row }: SummaryRow, site: Site): ArticleSummary {
  return { ...toOwn(row, site), bylines: toBylines(bylines) }
}

/** The view for one story. `rank` is that among the most read. */
export function toPublicArticle(row: ArticleRow, site: Site, rank: number | null): PublicArticle {
  const {
    body,
    bodyHtml,
    bodyText,
    links,
    corrections,
    recommendedVideo,
    related,
    versions,
    liveBlog,
    replaces,
    replacedBy,
    storyline,
    ...rest
  } = row
  const summary = toArticleSummary(rest, site)
  const told = toCorrections(corrections)
  const live = liveBlog && toLiveBlog(liveBlog, summary, site)
  const linkOrNull = (live: LinkRow | null) => live && toArticleLink(live, site)
  return {
    ...summary,
    ...toText({ body, bodyHtml, bodyText, links }, site),
    recommendedVideo: recommendedVideo && toPublicMedia(recommendedVideo, site),
    corrections: told,
    liveBlog: live,
    mostPopularRank: rank,
    related: toRelatedStories(related, (live) => toArticleLink(live, site)),
    translations: toTranslations(versions, row.id),
    storyline: storyline && { tag: storyline.tag, newest: linkOrNull(storyline.newest) },
    replaces: linkOrNull(replaces),
    replacedBy: linkOrNull(replacedBy),
    shareLinks: shareLinksOf(summary),
    jsonLd: jsonLdOf({ ...summary, corrections: told, liveBlog: live && { ...live, posts: live.latest.posts } }, site),
  }
}

/** A story in GraphQL before its lists are looked up. */
export type ArticleNode = ReturnType<typeof toArticleNode>

export function toArticleNode({ corrections, liveBlog, recommendedVideo, ...row }: NodeRow, site: Site) {
  return {
    ...toOwn(row, site),
    recommendedVideo: recommendedVideo && toPublicMedia(recommendedVideo, site),
    toJSON: loaderKey,
    corrections: toCorrections(corrections),
    liveBlog: liveBlog && toLiveBlogNode(row.id, liveBlog),
  }
}

/** Fields of a story that a node may have at hand: see src/graphql/at-hand.ts. */
export type ArticleAtHand = Partial<ArticleText> & {
  blocks?: ArticleText['body']
  translations?: PublicArticle['translations']
  bylines?: ReturnType<typeof toBylines<PublicAuthor>>
  tags?: TagNode[]
  related?: (asked: object) => RelatedStoryOf<ArticleNode>[] | undefined
  storyline?: { tag: TagNode; newestId: string | null } | null
}

/** A node with what it was read with. Nothing of a preview is looked up, so it has all of it. */
export type WholeNode = ArticleNode & { atHand?: ArticleAtHand }

/** The view of a story that was read with the lists that its query asks for, no deeper than it asks. */
export function toWholeNode(
  { body, bodyHtml, bodyText, links, ...row }: WantedRow,
  { related: depth }: Wanted,
  site: Site,
): WholeNode {
  const { versions, bylines, tags, related, ...own } = row
  const toLive = (live: NodeRow) =>
    depth === 'whole' ? toArticleNode(live, site) : (toArticleLink(live, site) as ArticleNode)
  return {
    ...toArticleNode(own, site),
    atHand: {
      ...(body && textAtHand(toText({ body, bodyHtml, bodyText, links } as TextRow, site))),
      ...(versions && { translations: toTranslations(versions, row.id) }),
      ...(bylines && {
        bylines: toBylines(bylines.map((byline) => ({ ...byline, author: toPublicAuthor(byline.author, site) }))),
      }),
      ...(tags && { tags }),
      ...(related && { related: ifPlain(toRelatedStories(related, toLive)) }),
    },
  }
}

/** The list that a story has over REST too; how another is asked for is the business of its loader. */
const ifPlain =
  <A>(stories: RelatedStoryOf<A>[]) =>
  (asked: object) =>
    isPlain(asked) ? stories : undefined

/** The text in each of its forms. */
export const textAtHand = (text: ArticleText) => ({ ...text, blocks: text.body })

/** Mercurius tells the parents of a loader apart by their JSON: of a story, its id is enough and much shorter. */
function loaderKey(this: { id: string }): string {
  return this.id
}

function toOwn<R extends OwnRow>(row: R, site: Site) {
  return {
    ...row,
    leadMedia: row.leadMedia && toPublicMedia(row.leadMedia, site),
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
  return { ...toForms({ body, bodyHtml }, targets, site), bodyText }
}
export type ArticleText = ReturnType<typeof toText>

/** Languages shown of one story besides its own: more than any newsroom has. */
const mostTranslations = 100

/** The other languages of a story, without itself. */
export function toTranslations(versions: ArticleRow['versions'], id: string): PublicArticle['translations'] {
  return versions
    .filter((version) => version.id !== id)
    .slice(0, mostTranslations)
    .map(({ locale, slug, path, headline }) => ({ locale, slug, path, headline }))
}

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
export function toArticleSummary(row: SummaryRow, site: Site): ArticleSummary {
  return Object.assign(toOwn(row, site), { section: row.section, bylines: toBylines(row.bylines), tags: row.tags })
}

/** The view for one story. `rank` is that among the most read. */
export function toPublicArticle(row: ArticleRow, site: Site, rank: number | null): PublicArticle {
  const { recommendedVideo, replaces, replacedBy, storyline } = row
  const summary = toArticleSummary(row, site)
  const corrections = toCorrections(row.corrections)
  const liveBlog = row.liveBlog && toLiveBlog(row.liveBlog, summary, site)
  const covered = liveBlog && { ...liveBlog, posts: liveBlog.latest.posts }
  const linkOrNull = (live: LinkRow | null) => live && toArticleLink(live, site)
  return Object.assign({}, summary, toText(row, site), {
    recommendedVideo: recommendedVideo && toPublicMedia(recommendedVideo, site),
    corrections,
    liveBlog,
    mostPopularRank: rank,
    related: toRelatedStories(row.related, (live) => toArticleLink(live, site)),
    translations: toTranslations(row.versions, row.id),
    storyline: storyline && { tag: storyline.tag, newest: linkOrNull(storyline.newest) },
    replaces: linkOrNull(replaces),
    replacedBy: linkOrNull(replacedBy),
    shareLinks: shareLinksOf(summary),
    jsonLd: jsonLdOf(Object.assign({}, summary, { corrections, liveBlog: covered }), site),
  })
}

/** A story in GraphQL before its lists are looked up. */
export type ArticleNode = ReturnType<typeof toArticleNode>

export function toArticleNode(row: NodeRow, site: Site) {
  return Object.assign(toOwn(row, site), {
    originalId: row.originalId,
    replacesId: row.replacesId,
    section: row.section,
    recommendedVideo: row.recommendedVideo && toPublicMedia(row.recommendedVideo, site),
    toJSON: loaderKey,
    corrections: toCorrections(row.corrections),
    liveBlog: row.liveBlog && toLiveBlogNode(row.id, row.liveBlog),
  })
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
export function toWholeNode(row: WantedRow, { related: depth }: Wanted, site: Site): WholeNode {
  const { body, bodyHtml, bodyText, links, versions, bylines, tags, related } = row
  const toLive = (live: NodeRow) =>
    depth === 'whole' ? toArticleNode(live, site) : (toArticleLink(live, site) as ArticleNode)
  return {
    ...toArticleNode(row, site),
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

// With `Object.assign`, here and above: behind a spread, Node 20 takes 2 to 4 µs to add a field. See docs/decisions/0044.
function toOwn(row: OwnRow, site: Site) {
  return Object.assign(toArticleLink(row, site), {
    firstPublishedAt: new Date(row.firstPublishedAt),
    updatedAt: new Date(row.updatedAt),
    modifiedAt: new Date(row.modifiedAt),
    wordCount: row.wordCount,
    readingMinutes: row.readingMinutes,
    source: row.source,
    version: row.version,
  })
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

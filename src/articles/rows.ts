import type { AuthorLink } from '../authors/author.ts'
import type { PublicAuthorRow } from '../authors/published.ts'
import type { MediaCopy } from '../media/media.ts'
import type { CoverageRow, LiveBlogRow } from '../posts/published.ts'
import type { RelatedGround } from '../related/ground.ts'
import type { TagLink, TagNode } from '../tags/tag.ts'
import type { PublicBody } from './body/public-types.ts'
import type { StoredCorrection } from './correction.ts'
import type { ArticleSummary, PublicArticle } from './public-article.ts'

// Rows of live stories as the statements of reading.ts give them. They come as JSON, so times are texts.

/** A time in a row: PostgreSQL's own JSON form, or a Date where Prisma read the row. */
type Time = string | Date

/** What every mention of a story has. */
export interface LinkRow {
  id: string
  slug: string
  path: string
  locale: string
  kicker: string | null
  headline: string
  standfirst: string | null
  leadMedia: MediaCopy | null
  publishedAt: Time
  canonicalUrl: string | null
}

export interface OwnRow extends LinkRow {
  firstPublishedAt: Time
  updatedAt: Time
  modifiedAt: Time
  wordCount: number
  readingMinutes: number
  source: ArticleSummary['source']
  version: number
}

export interface BylineRow<A> {
  role: string
  displayName: string | null
  author: A
}

export interface SummaryRow extends OwnRow {
  section: TagLink | null
  bylines: BylineRow<AuthorLink>[]
  tags: TagLink[]
}

export interface TextRow {
  body: PublicBody
  bodyHtml: string
  bodyText: string
  links: { id: string; path: string; headline: string; canonicalUrl: string | null }[]
}

/** Something to read next; `live` is null for a page elsewhere and for a story that is not live. */
export interface RelatedRow<L> {
  targetId: string | null
  kind: 'CURATED' | 'SUGGESTED'
  url: string | null
  headline: string | null
  score: number | null
  grounds: RelatedGround[]
  live: L | null
}

type Version = PublicArticle['translations'][number] & { id: string }

export interface VersionsRow {
  versions: Version[]
}

/** Where a story stands among others in time. */
export interface ThreadRow {
  replaces: LinkRow | null
  replacedBy: LinkRow | null
  storyline: { tag: TagLink; newest: LinkRow | null } | null
}

export interface ArticleRow extends SummaryRow, TextRow, VersionsRow, ThreadRow {
  corrections: StoredCorrection[]
  recommendedVideo: MediaCopy | null
  liveBlog: LiveBlogRow | null
  related: RelatedRow<LinkRow>[]
}

export interface NodeRow extends OwnRow {
  originalId: string
  replacesId: string | null
  corrections: StoredCorrection[]
  recommendedVideo: MediaCopy | null
  liveBlog: CoverageRow | null
  section: TagNode | null
}

/** A node with lists that were asked for; authors, tags and stories in them as links or whole. */
export interface WantedRow extends NodeRow, Partial<TextRow>, Partial<VersionsRow> {
  bylines?: BylineRow<PublicAuthorRow>[]
  tags?: TagNode[]
  related?: RelatedRow<NodeRow>[]
}

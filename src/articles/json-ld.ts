import type { Site } from '../core/ctx.ts'
import type { PublicMedia } from '../media/media.ts'
import type { Post } from '../posts/live-blog.ts'
import type { ArticleSummary } from './public-article.ts'

type Described = Omit<ArticleSummary, 'leadMedia' | 'bylines' | 'tags' | 'section'> & {
  leadMedia: Pick<PublicMedia, 'url' | 'type' | 'renditions'> | null
  bylines: { displayName: string; author: { kind: string } }[]
  section: { name: string } | null
  tags: { name: string }[]
  corrections: { text: string; at: Date }[]
  /** The coverage of a live blog and its newest posts; null for other stories. */
  liveBlog: { startsAt: Date; endsAt: Date | null; posts: Post[] } | null
}

/**
 * The story as schema.org NewsArticle, as search engines read it (https://schema.org/NewsArticle); a live blog as
 * LiveBlogPosting with its coverage and newest posts, each a BlogPosting (https://schema.org/LiveBlogPosting). Dates are RFC 3339,
 * `dateModified` is the significant update that readers are told of; a correction is a CorrectionComment
 * (https://schema.org/correction).
 */
export function jsonLdOf(article: Described, site: Site): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': article.liveBlog ? 'LiveBlogPosting' : 'NewsArticle',
    mainEntityOfPage: article.canonicalUrl,
    url: article.canonicalUrl,
    headline: article.headline,
    inLanguage: article.locale,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    author: authorsOf(article.bylines, site),
    publisher: publisherOf(site),
    wordCount: article.wordCount,
    ...(article.standfirst && { description: article.standfirst }),
    ...(article.leadMedia?.type === 'IMAGE' && { image: imagesOf(article.leadMedia) }),
    ...(article.section && { articleSection: article.section.name }),
    ...(article.tags.length > 0 && { keywords: article.tags.map((tag) => tag.name).join(', ') }),
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ text, at }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: at.toISOString(),
      })),
    }),
    ...(article.source?.url && { isBasedOn: article.source.url }),
    ...(article.liveBlog && coverageOf(article, article.liveBlog, site)),
  }
}

/** In several shapes, as search engines ask for (https://developers.google.com/search/docs/appearance/structured-data/article); else the file. */
const shapesShown = ['social', 'wide', 'large']

function imagesOf({ url, renditions }: Pick<PublicMedia, 'url' | 'renditions'>): string[] {
  const shown = renditions.filter(({ name }) => shapesShown.includes(name))
  return shown.length > 0 ? shown.map((each) => each.url) : [url]
}

function publisherOf({ name, publicUrl }: Site) {
  return { '@type': 'NewsMediaOrganization', name, url: publicUrl }
}

/** A story without a byline is by the house. */
function authorsOf(bylines: Described['bylines'], site: Site) {
  if (bylines.length === 0) return [publisherOf(site)]
  return bylines.map(({ displayName, author }) => ({
    '@type': author.kind === 'PERSON' ? 'Person' : 'Organization',
    name: displayName,
  }))
}

function coverageOf(article: Described, { startsAt, endsAt, posts }: NonNullable<Described['liveBlog']>, site: Site) {
  return {
    coverageStartTime: startsAt.toISOString(),
    ...(endsAt && { coverageEndTime: endsAt.toISOString() }),
    liveBlogUpdate: posts.map((post) => updateOf(article, post, site)),
  }
}

/** Search engines ask each update for a headline: the first words of a post without a title stand for it. */
function updateOf(article: Described, post: Post, site: Site) {
  const images = post.body.flatMap((block) => (block._type === 'image' ? block.media.url : []))
  return {
    '@type': 'BlogPosting',
    '@id': post.url,
    url: post.url,
    headline: post.title ?? (firstWords(post.bodyText) || article.headline),
    datePublished: post.at.toISOString(),
    dateModified: (post.modifiedAt > post.at ? post.modifiedAt : post.at).toISOString(),
    ...(post.bodyText !== '' && { articleBody: post.bodyText }),
    author: authorsOf(post.bylines.length > 0 ? post.bylines : article.bylines, site),
    ...(images.length > 0 && { image: images }),
  }
}

/** Characters of a headline at most, cut at a word. Source: Google's older guidance for Article headlines. */
const mostHeadline = 110

function firstWords(text: string): string {
  const line = text.split('\n')[0] ?? ''
  return line.length <= mostHeadline ? line : `${line.slice(0, mostHeadline - 1).replace(/\s+\S*$/, '')}…`
}

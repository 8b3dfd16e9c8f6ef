import type { Site } from '../core/ctx.ts'
import type { ArticleSummary } from './public-article.ts'

type Described = Omit<ArticleSummary, 'leadMedia' | 'bylines' | 'tags' | 'section'> & {
  leadMedia: { url: string; type: string } | null
  bylines: { displayName: string; author: { kind: string } }[]
  section: { name: string } | null
  tags: { name: string }[]
  corrections: { text: string; at: Date }[]
}

/**
 * The story as schema.org NewsArticle, as search engines read it (https://schema.org/NewsArticle). Dates are RFC 3339,
 * `dateModified` is the significant update that readers are told of; a correction is a CorrectionComment
 * (https://schema.org/correction).
 */
export function jsonLdOf(article: Described, site: Site): Record<string, unknown> {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    mainEntityOfPage: article.canonicalUrl,
    url: article.canonicalUrl,
    headline: article.headline,
    ...(article.standfirst && { description: article.standfirst }),
    inLanguage: article.locale,
    datePublished: article.publishedAt.toISOString(),
    dateModified: article.updatedAt.toISOString(),
    author: article.bylines.map(({ displayName, author }) => ({
      '@type': author.kind === 'PERSON' ? 'Person' : 'Organization',
      name: displayName,
    })),
    publisher: { '@type': 'NewsMediaOrganization', name: site.name, url: site.publicUrl },
    ...(article.leadMedia?.type === 'IMAGE' && { image: [article.leadMedia.url] }),
    ...(article.section && { articleSection: article.section.name }),
    ...(article.tags.length > 0 && { keywords: article.tags.map((tag) => tag.name).join(', ') }),
    wordCount: article.wordCount,
    ...(article.corrections.length > 0 && {
      correction: article.corrections.map(({ text, at }) => ({
        '@type': 'CorrectionComment',
        text,
        datePublished: at.toISOString(),
      })),
    }),
    ...(article.source?.url && { isBasedOn: article.source.url }),
  }
}

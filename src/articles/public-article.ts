import { type Static, Type } from 'typebox'
import { Instant, named, nullable } from '../core/shapes.ts'
import { PublicMedia } from '../media/media.ts'
import { LiveBlog } from '../posts/live-blog.ts'
import { RelatedStory } from '../related/related-story.ts'
import { TagLink } from '../tags/tag.ts'
import { ArticleLink, linkExample } from './article-link.ts'
import type { PublicBody } from './body/public-types.ts'
import { Byline } from './byline.ts'
import { Correction } from './correction.ts'

const text = nullable(Type.String())

const Translation = Type.Object({
  locale: Type.String(),
  slug: Type.String(),
  path: Type.String(),
  headline: Type.String(),
})
const Source = Type.Object({ name: Type.String(), url: text, externalId: text })
/** The running story that a story is a part of. */
const ArticleStoryline = Type.Object({
  tag: named(TagLink),
  newest: nullable(named(ArticleLink)),
})
const ShareLink = Type.Object({ network: Type.String(), url: Type.String() })

const summaryFields = {
  ...ArticleLink.properties,
  bylines: Type.Array(Byline),
  section: nullable(named(TagLink)),
  tags: Type.Array(named(TagLink)),
  firstPublishedAt: Instant,
  updatedAt: Instant,
  modifiedAt: Instant,
  wordCount: Type.Integer(),
  readingMinutes: Type.Integer(),
  source: nullable(Source),
  version: Type.Integer({ description: 'Number of the revision on show.' }),
}

const summaryExample = {
  ...linkExample(),
  bylines: [
    {
      role: 'Reporting',
      position: 1,
      displayName: 'Aigerim Bekova',
      author: {
        id: '0192a1b0-0000-7000-8000-000000000010',
        slug: 'aigerim-bekova',
        name: 'Aigerim Bekova',
        kind: 'PERSON',
      },
    },
  ],
  section: { id: '0192a1b0-0000-7000-8000-000000000003', slug: 'world', name: 'World', type: 'SECTION' },
  tags: [{ id: '0192a1b0-0000-7000-8000-000000000002', slug: 'kazakhstan', name: 'Kazakhstan', type: 'PLACE' }],
  firstPublishedAt: '2026-01-08T09:30:00.000Z',
  updatedAt: '2026-01-08T09:30:00.000Z',
  modifiedAt: '2026-01-08T09:30:00.000Z',
  wordCount: 4,
  readingMinutes: 1,
  source: null,
  version: 1,
}

/** A live story in a list: everything but the text and what is only looked up for one story. */
export const ArticleSummary = Type.Object(summaryFields, { $id: 'ArticleSummary', examples: [summaryExample] })
export type ArticleSummary = Static<typeof ArticleSummary>

/** A live story, whole. */
export const PublicArticle = Type.Object(
  {
    ...summaryFields,
    body: Type.Unsafe<PublicBody>({ description: 'Portable Text: an array of blocks. See docs/body.md.' }),
    bodyHtml: Type.String({ description: 'The body as HTML, safe to insert.' }),
    bodyText: Type.String({ description: 'The body as plain text.' }),
    recommendedVideo: nullable(named(PublicMedia)),
    corrections: Type.Array(Correction),
    liveBlog: nullable(named(LiveBlog)),
    mostPopularRank: nullable(
      Type.Integer({ description: 'Its place among the 100 most read of a day; null for all others.' }),
    ),
    related: Type.Array(named(RelatedStory)),
    translations: Type.Array(Translation),
    storyline: nullable(ArticleStoryline),
    replaces: nullable(named(ArticleLink)),
    replacedBy: nullable(named(ArticleLink)),
    shareLinks: Type.Array(ShareLink),
    jsonLd: Type.Unsafe<Record<string, unknown>>({
      description: 'schema.org NewsArticle, or LiveBlogPosting of a live blog.',
    }),
  },
  { $id: 'Article', examples: [articleExample()] },
)
export type PublicArticle = Static<typeof PublicArticle>

function articleExample() {
  return {
    ...summaryExample,
    body: [
      {
        _type: 'block',
        _key: 'b0',
        style: 'normal',
        markDefs: [],
        children: [{ _type: 'span', _key: 's0', text: 'Prices rose on Monday.', marks: [] }],
      },
    ],
    bodyHtml: '<p>Prices rose on Monday.</p>',
    bodyText: 'Prices rose on Monday.',
    recommendedVideo: null,
    corrections: [],
    liveBlog: null,
    mostPopularRank: null,
    related: [],
    translations: [
      { locale: 'kk', slug: 'gaz-bagasy', path: '/kk/world/gaz-bagasy', headline: 'Газ бағасы тағы өсті' },
    ],
    storyline: null,
    replaces: null,
    replacedBy: null,
    shareLinks: [{ network: 'email', url: 'mailto:?subject=Gas%20prices&body=https%3A%2F%2Fexample.org' }],
    jsonLd: { '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Gas prices rise again' },
  }
}

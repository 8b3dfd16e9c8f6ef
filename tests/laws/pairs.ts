import type { TSchema } from 'typebox'
import { DraftQuery, RevisionQuery } from '../../src/articles/article-draft.ts'
import { ArticleQuery } from '../../src/articles/list.ts'
import { ResolveQuery } from '../../src/articles/resolve.ts'
import { AuthorQuery } from '../../src/authors/author.ts'
import { MediaQuery } from '../../src/media/media.ts'
import { shapes } from '../../src/modules.ts'
import { TagQuery } from '../../src/tags/tag.ts'
import type { Pair } from './parity.ts'
import type { JsonSchema } from './shapes.ts'

const growing = 'a list that can grow: over REST it has an address of its own'
const version = 'REST has it as If-Match'
const byPath = 'REST has it in the path'
const act = { id: byPath, expectedVersion: version }

/** Every REST shape with the GraphQL type that shows the same, and what differs for a reason. */
export const pairs: Pair[] = [
  { shape: 'Article', type: 'Article', onlyGraphql: { blocks: 'the body, typed: over REST `body` is the same' } },
  { shape: 'ArticleSummary', type: 'Article', isPart: true },
  { shape: 'ArticleLink', type: 'Article', isPart: true },
  { shape: 'Tag', type: 'Tag', onlyGraphql: { articles: growing } },
  { shape: 'TagLink', type: 'Tag', isPart: true },
  { shape: 'Author', type: 'Author', onlyGraphql: { articles: growing } },
  { shape: 'AuthorLink', type: 'Author', isPart: true },
  { shape: 'Media', type: 'Media' },
  { shape: 'FocalPoint', type: 'FocalPoint' },
  { shape: 'ProfileLink', type: 'ProfileLink' },
  { shape: 'RelatedStory', type: 'RelatedStory' },
  { shape: 'Resolution', type: 'Resolution' },

  {
    shape: 'ArticleDraft',
    type: 'ArticleDraft',
    onlyGraphql: {
      revisions: growing,
      revision: 'over REST it has an address of its own',
      live: 'over REST: GET /v1/articles/{id}',
    },
  },
  { shape: 'ArticleContent', type: 'ArticleContent' },
  { shape: 'Revision', type: 'Revision' },
  { shape: 'TagRecord', type: 'TagRecord' },
  { shape: 'AuthorRecord', type: 'AuthorRecord' },
  { shape: 'MediaRecord', type: 'MediaRecord' },

  { shape: 'ArticleInput', type: 'ArticleInput' },
  { shape: 'ArticlePatch', type: 'ArticlePatch' },
  { shape: 'PublishInput', type: 'Mutation.publishArticle', onlyGraphql: act },
  { shape: 'WithdrawInput', type: 'Mutation.withdrawArticle', onlyGraphql: act },
  { shape: 'TagInput', type: 'TagInput' },
  { shape: 'TagPatch', type: 'TagPatch' },
  {
    shape: 'TagMerge',
    type: 'Mutation.mergeTags',
    onlyRest: { intoId: '`into` among the arguments of GraphQL, where ids go without the word' },
    onlyGraphql: { id: byPath, into: '`intoId` over REST' },
  },
  { shape: 'AuthorInput', type: 'AuthorInput' },
  { shape: 'AuthorPatch', type: 'AuthorPatch' },
  { shape: 'MediaInput', type: 'MediaInput' },
  { shape: 'MediaPatch', type: 'MediaPatch' },

  { shape: 'ArticleQuery', type: 'Query.articles' },
  { shape: 'TagQuery', type: 'Query.tags' },
  { shape: 'TagQuery', type: 'Query.tagRecords' },
  { shape: 'AuthorQuery', type: 'Query.authors' },
  { shape: 'AuthorQuery', type: 'Query.authorRecords' },
  { shape: 'MediaQuery', type: 'Query.mediaRecords' },
  { shape: 'DraftQuery', type: 'Query.articleDrafts' },
  { shape: 'RevisionQuery', type: 'ArticleDraft.revisions' },
  { shape: 'ResolveQuery', type: 'Query.resolve' },
]

const typedBody = 'the body, typed: REST gives the same as Portable Text, which docs/body.md describes'

/** GraphQL types that stand alone. */
export const alone: Record<string, string> = Object.fromEntries(
  [
    ...[
      'Block',
      'TextBlock',
      'Span',
      'LinkMark',
      'ImageBlock',
      'GalleryBlock',
      'VideoBlock',
      'EmbedBlock',
      'PullquoteBlock',
    ],
    ...['RelatedLinksBlock', 'RelatedLink', 'TableBlock', 'KeyPointsBlock', 'DividerBlock'],
  ].map((name) => [name, typedBody]),
)

const queries: Record<string, TSchema> = {
  ArticleQuery,
  TagQuery,
  AuthorQuery,
  MediaQuery,
  DraftQuery,
  RevisionQuery,
  ResolveQuery,
}

/** Every REST shape by name: those of the API reference, and the queries. */
export const namedShapes = new Map(
  [...shapes.map((shape) => [idOf(shape), shape] as const), ...Object.entries(queries)].map(
    ([name, shape]) => [name, shape as JsonSchema] as const,
  ),
)

function idOf(shape: TSchema): string {
  return (shape as { $id?: string }).$id ?? ''
}

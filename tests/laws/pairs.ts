import type { TSchema } from 'typebox'
import { ApiKeyQuery } from '../../src/accounts/key.ts'
import { SessionQuery } from '../../src/accounts/session.ts'
import { UserQuery } from '../../src/accounts/user.ts'
import { DraftQuery } from '../../src/articles/article-draft.ts'
import { ArticleQuery, TermFilter } from '../../src/articles/query.ts'
import { ResolveQuery } from '../../src/articles/resolve.ts'
import { AuditQuery } from '../../src/audit/audit-entry.ts'
import { AuthorQuery } from '../../src/authors/author.ts'
import { ChangeQuery } from '../../src/changes/change.ts'
import { FrontQuery } from '../../src/fronts/front.ts'
import { FrontRecordQuery, FrontRevisionQuery } from '../../src/fronts/front-record.ts'
import { ImportQuery } from '../../src/imports/import.ts'
import { OutcomeQuery } from '../../src/imports/import-outcome.ts'
import { IngestQuery } from '../../src/ingest/source.ts'
import { SizeQuery } from '../../src/media/free-size.ts'
import { MediaQuery } from '../../src/media/media.ts'
import { shapes } from '../../src/modules.ts'
import { MostPopularQuery, TrendingQuery } from '../../src/popular/popular.ts'
import { PostQuery } from '../../src/posts/post.ts'
import { DiffQuery } from '../../src/revisions/article-diff.ts'
import { RevisionQuery } from '../../src/revisions/revision.ts'
import { ScheduleQuery } from '../../src/schedules/schedule.ts'
import { SearchQuery } from '../../src/search/search.ts'
import { TimelineQuery } from '../../src/storylines/storyline.ts'
import { TagQuery } from '../../src/tags/tag.ts'
import { DeliveryQuery } from '../../src/webhooks/delivery-log.ts'
import { WebhookQuery } from '../../src/webhooks/webhook.ts'
import type { Pair } from './parity.ts'
import type { JsonSchema } from './shapes.ts'

const growing = 'a list that can grow: over REST it has an address of its own'
const version = 'REST has it as If-Match'
const ownAddress = 'over REST it has an address of its own'
const byPath = 'REST has it in the path'
const chosen = 'a GraphQL document names the fields itself'
const typedTerms = 'over REST the parameter is repeated'
const act = { id: byPath, expectedVersion: version }

/** Every REST shape with the GraphQL type that shows the same, and what differs for a reason. */
export const pairs: Pair[] = [
  { shape: 'Article', type: 'Article', onlyGraphql: { blocks: 'the body, typed: over REST `body` is the same' } },
  { shape: 'ArticleSummary', type: 'Article', isPart: true },
  { shape: 'ArticleLink', type: 'Article', isPart: true },
  { shape: 'Count', type: 'Count' },
  { shape: 'TermFilter', type: 'TermFilter' },
  { shape: 'Highlight', type: 'Highlight' },
  {
    shape: 'SearchAnswer',
    type: 'SearchConnection',
    onlyRest: { data: 'edges in GraphQL', page: 'pageInfo and totalCount in GraphQL' },
    onlyGraphql: {
      edges: 'data over REST',
      nodes: 'data over REST',
      pageInfo: 'page over REST',
      totalCount: 'in page over REST',
    },
  },
  { shape: 'Tag', type: 'Tag', onlyGraphql: { articles: growing } },
  { shape: 'TagLink', type: 'Tag', isPart: true },
  { shape: 'Storyline', type: 'Storyline', onlyGraphql: { timeline: ownAddress } },
  { shape: 'StorylineRecord', type: 'StorylineRecord' },
  { shape: 'StorylineInput', type: 'StorylineInput' },
  { shape: 'TimelineQuery', type: 'Storyline.timeline' },
  { shape: 'Front', type: 'Front' },
  { shape: 'FrontLink', type: 'Front', isPart: true },
  { shape: 'FrontSlot', type: 'FrontSlot' },
  { shape: 'FrontQuery', type: 'Query.fronts' },
  { shape: 'FrontRecord', type: 'FrontRecord', onlyGraphql: { revisions: growing } },
  { shape: 'FrontRevision', type: 'FrontRevision' },
  { shape: 'FrontInput', type: 'FrontInput' },
  { shape: 'FrontPatch', type: 'FrontPatch' },
  { shape: 'FrontNote', type: 'Mutation.publishFront', onlyGraphql: act },
  { shape: 'FrontNote', type: 'Mutation.undoFront', onlyGraphql: act },
  { shape: 'FrontNote', type: 'Mutation.restoreFront', onlyGraphql: { ...act, number: byPath } },
  { shape: 'FrontRecordQuery', type: 'Query.frontRecords' },
  { shape: 'FrontRevisionQuery', type: 'FrontRecord.revisions' },
  { shape: 'Author', type: 'Author', onlyGraphql: { articles: growing } },
  { shape: 'AuthorLink', type: 'Author', isPart: true },
  { shape: 'Media', type: 'Media' },
  { shape: 'FocalPoint', type: 'FocalPoint' },
  { shape: 'Rendition', type: 'Rendition' },
  { shape: 'ProfileLink', type: 'ProfileLink' },
  { shape: 'RelatedStory', type: 'RelatedStory' },
  { shape: 'RelatedGround', type: 'RelatedGround' },
  {
    shape: 'PopularStories',
    type: 'PopularStories',
    onlyRest: { data: '`stories` in GraphQL' },
    onlyGraphql: { stories: '`data` over REST' },
  },
  { shape: 'PopularStory', type: 'PopularStory' },
  { shape: 'ArticleViews', type: 'ArticleViews' },
  { shape: 'ViewInput', type: 'Mutation.recordView', onlyGraphql: { id: byPath } },
  { shape: 'MostPopularQuery', type: 'Query.mostPopular' },
  { shape: 'TrendingQuery', type: 'Query.trending' },
  { shape: 'Resolution', type: 'Resolution' },
  { shape: 'Post', type: 'Post' },
  { shape: 'PostWindow', type: 'PostWindow' },
  {
    shape: 'LiveBlog',
    type: 'LiveBlog',
    onlyGraphql: {
      around: 'over REST: GET /v1/articles/{idOrSlug}/posts?window=around',
      since: 'over REST: GET /v1/articles/{idOrSlug}/posts?window=since',
    },
  },
  { shape: 'Change', type: 'Change' },
  { shape: 'AuditEntry', type: 'AuditEntry' },

  {
    shape: 'ArticleDraft',
    type: 'ArticleDraft',
    onlyGraphql: {
      revisions: growing,
      revision: 'over REST it has an address of its own',
      diff: 'over REST it has an address of its own',
      live: 'over REST: GET /v1/articles/{id}',
      previews: 'over REST: GET /v1/editorial/articles/{id}/preview-tokens',
      schedules: growing,
      views: ownAddress,
    },
  },
  { shape: 'ArticleContent', type: 'ArticleContent' },
  { shape: 'Revision', type: 'Revision' },
  { shape: 'ArticleDiff', type: 'ArticleDiff' },
  { shape: 'EditLock', type: 'EditLock' },
  { shape: 'Schedule', type: 'Schedule' },
  { shape: 'TagRecord', type: 'TagRecord', onlyGraphql: { uses: ownAddress } },
  { shape: 'AuthorRecord', type: 'AuthorRecord', onlyGraphql: { uses: ownAddress } },
  { shape: 'MediaRecord', type: 'MediaRecord', onlyGraphql: { uses: ownAddress } },
  {
    shape: 'Webhook',
    type: 'Webhook',
    onlyGraphql: { deliveries: growing, delivery: 'over REST it has an address of its own' },
  },
  { shape: 'WebhookDelivery', type: 'WebhookDelivery' },
  { shape: 'WebhookAttempt', type: 'WebhookAttempt' },
  { shape: 'Redelivery', type: 'Redelivery' },
  { shape: 'Use', type: 'Use' },
  { shape: 'Uses', type: 'Uses' },
  { shape: 'PostRecord', type: 'PostRecord' },
  { shape: 'PostContent', type: 'PostContent' },
  { shape: 'PostInput', type: 'PostInput' },
  { shape: 'PostPatch', type: 'PostPatch' },
  { shape: 'PublishPostInput', type: 'Mutation.publishPost', onlyGraphql: act },
  { shape: 'WithdrawPostInput', type: 'Mutation.withdrawPost', onlyGraphql: act },
  { shape: 'Preview', type: 'Preview' },
  { shape: 'PreviewToken', type: 'PreviewToken' },
  { shape: 'PreviewInput', type: 'Mutation.createPreview', onlyGraphql: { id: byPath } },
  { shape: 'BulkInput', type: 'BulkInput' },
  { shape: 'BulkResult', type: 'BulkResult' },
  { shape: 'BulkResults', type: 'BulkResults' },

  { shape: 'User', type: 'User' },
  { shape: 'UserInput', type: 'UserInput' },
  { shape: 'UserPatch', type: 'UserPatch' },
  { shape: 'SignInInput', type: 'Mutation.signIn' },
  { shape: 'SignIn', type: 'SignIn' },
  { shape: 'Session', type: 'Session' },
  { shape: 'ApiKey', type: 'ApiKey' },
  { shape: 'ApiKeyInput', type: 'ApiKeyInput' },
  { shape: 'NewApiKey', type: 'NewApiKey' },
  { shape: 'RotateInput', type: 'Mutation.rotateApiKey', onlyGraphql: { id: byPath } },
  { shape: 'UserQuery', type: 'Query.users' },
  { shape: 'SessionQuery', type: 'Query.sessions' },
  { shape: 'ApiKeyQuery', type: 'Query.apiKeys' },

  { shape: 'ArticleInput', type: 'ArticleInput' },
  { shape: 'ArticlePatch', type: 'ArticlePatch' },
  { shape: 'SubmitInput', type: 'Mutation.submitArticle', onlyGraphql: act },
  { shape: 'ApproveInput', type: 'Mutation.approveArticle', onlyGraphql: act },
  { shape: 'RejectInput', type: 'Mutation.rejectArticle', onlyGraphql: act },
  { shape: 'PublishInput', type: 'Mutation.publishArticle', onlyGraphql: act },
  { shape: 'CorrectInput', type: 'Mutation.correctArticle', onlyGraphql: act },
  { shape: 'WithdrawInput', type: 'Mutation.withdrawArticle', onlyGraphql: act },
  { shape: 'KillInput', type: 'Mutation.killArticle', onlyGraphql: act },
  { shape: 'RestoreInput', type: 'Mutation.restoreArticle', onlyGraphql: act },
  { shape: 'SuggestionExclusions', type: 'SuggestionExclusions' },
  { shape: 'AcceptInput', type: 'Mutation.acceptSuggestions', onlyGraphql: act },
  { shape: 'ExclusionInput', type: 'Mutation.excludeSuggestion', onlyGraphql: { id: byPath } },
  { shape: 'EmbargoInput', type: 'Mutation.embargoArticle', onlyGraphql: act },
  { shape: 'LockInput', type: 'Mutation.lockArticle', onlyGraphql: act },
  { shape: 'RevisionRestore', type: 'Mutation.restoreRevision', onlyGraphql: { ...act, number: byPath } },
  { shape: 'ScheduleInput', type: 'Mutation.scheduleArticle', onlyGraphql: act },
  { shape: 'SchedulePatch', type: 'Mutation.changeSchedule', onlyGraphql: act },
  { shape: 'Import', type: 'Import', onlyGraphql: { outcomes: ownAddress } },
  { shape: 'IngestSource', type: 'IngestSource' },
  { shape: 'IngestSourceInput', type: 'IngestSourceInput' },
  { shape: 'IngestSourcePatch', type: 'IngestSourcePatch' },
  { shape: 'ImportInput', type: 'ImportInput' },
  { shape: 'ImportCounts', type: 'ImportCounts' },
  { shape: 'ImportOutcome', type: 'ImportOutcome' },
  { shape: 'WebhookInput', type: 'WebhookInput' },
  { shape: 'WebhookPatch', type: 'WebhookPatch' },
  { shape: 'WebhookRotation', type: 'Mutation.rotateWebhookSecret', onlyGraphql: act },
  { shape: 'WebhookRange', type: 'Mutation.redeliverRange', onlyGraphql: { id: byPath } },
  { shape: 'TagInput', type: 'TagInput' },
  { shape: 'TagPatch', type: 'TagPatch' },
  {
    shape: 'TagMerge',
    type: 'Mutation.mergeTags',
    onlyRest: { intoId: '`into` among the arguments of GraphQL, where ids go without the word' },
    onlyGraphql: { id: byPath, into: '`intoId` over REST' },
  },
  {
    shape: 'AuthorMerge',
    type: 'Mutation.mergeAuthors',
    onlyRest: { intoId: '`into` among the arguments of GraphQL, where ids go without the word' },
    onlyGraphql: { id: byPath, into: '`intoId` over REST' },
  },
  {
    shape: 'MediaMerge',
    type: 'Mutation.mergeMedia',
    onlyRest: { intoId: '`into` among the arguments of GraphQL, where ids go without the word' },
    onlyGraphql: { id: byPath, into: '`intoId` over REST' },
  },
  { shape: 'AuthorInput', type: 'AuthorInput' },
  { shape: 'AuthorPatch', type: 'AuthorPatch' },
  { shape: 'FileWords', type: 'FileWords' },
  { shape: 'MediaFetch', type: 'MediaFetch' },
  { shape: 'MediaInput', type: 'MediaInput' },
  { shape: 'MediaPatch', type: 'MediaPatch' },

  {
    shape: 'ArticleQuery',
    type: 'Query.articles',
    onlyRest: { fields: chosen, include: chosen },
    onlyGraphql: { tags: typedTerms, sections: typedTerms, authors: typedTerms, locales: typedTerms },
  },
  { shape: 'PostQuery', type: 'Query.postRecords', onlyGraphql: { id: byPath } },
  {
    shape: 'SearchQuery',
    type: 'Query.search',
    onlyRest: { q: '`query` in GraphQL', facets: chosen, include: chosen },
    onlyGraphql: {
      query: '`q` over REST',
      tags: typedTerms,
      sections: typedTerms,
      authors: typedTerms,
      locales: typedTerms,
    },
  },
  { shape: 'TagQuery', type: 'Query.tags' },
  { shape: 'TagQuery', type: 'Query.tagRecords' },
  { shape: 'AuthorQuery', type: 'Query.authors' },
  { shape: 'AuthorQuery', type: 'Query.authorRecords' },
  { shape: 'MediaQuery', type: 'Query.mediaRecords' },
  { shape: 'SizeQuery', type: 'Query.mediaRendition', onlyGraphql: { id: byPath } },
  { shape: 'DraftQuery', type: 'Query.articleDrafts' },
  { shape: 'ScheduleQuery', type: 'Query.schedules' },
  { shape: 'RevisionQuery', type: 'ArticleDraft.revisions' },
  { shape: 'DiffQuery', type: 'ArticleDraft.diff' },
  { shape: 'ResolveQuery', type: 'Query.resolve' },
  { shape: 'ChangeQuery', type: 'Query.changes' },
  { shape: 'AuditQuery', type: 'Query.audit' },
  { shape: 'WebhookQuery', type: 'Query.webhooks' },
  { shape: 'DeliveryQuery', type: 'Webhook.deliveries' },
  { shape: 'IngestQuery', type: 'Query.ingestSources' },
  { shape: 'ImportQuery', type: 'Query.imports' },
  { shape: 'OutcomeQuery', type: 'Import.outcomes' },
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
  FrontQuery,
  FrontRecordQuery,
  FrontRevisionQuery,
  TimelineQuery,
  MostPopularQuery,
  TrendingQuery,
  ArticleQuery,
  TermFilter,
  SearchQuery,
  TagQuery,
  UserQuery,
  SessionQuery,
  ApiKeyQuery,
  AuthorQuery,
  MediaQuery,
  SizeQuery,
  DraftQuery,
  RevisionQuery,
  DiffQuery,
  ScheduleQuery,
  PostQuery,
  ResolveQuery,
  ChangeQuery,
  AuditQuery,
  WebhookQuery,
  ImportQuery,
  IngestQuery,
  OutcomeQuery,
  DeliveryQuery,
}

/** REST shapes that stand alone: what machines ask that look after the process, over HTTP only. */
const aloneOverRest = ['Liveness', 'Readiness']

/** Every other REST shape by name: those of the API reference, and the queries. */
export const namedShapes = new Map(
  [...shapes.map((shape) => [idOf(shape), shape] as const), ...Object.entries(queries)]
    .filter(([name]) => !aloneOverRest.includes(name))
    .map(([name, shape]) => [name, shape as JsonSchema] as const),
)

function idOf(shape: TSchema): string {
  return (shape as { $id?: string }).$id ?? ''
}

import type { Noun } from '../../src/core/policy.ts'

/**
 * What an operation takes: a row of the policy, for whose thing it is done when the row tells one's own from others'. `anybody`:
 * no key at all. Names are the operation ids of REST and the root fields of GraphQL; those that are alike stand once.
 */
export interface Access {
  row: `${Noun}:${string}` | 'anybody'
  /** Whose thing can be asked for: `own` for what only ever shows one's own, `other` for what nobody may do to themselves. */
  only?: 'own' | 'other'
}

const rows = (row: Access['row'], names: string, only?: Access['only']): [string, Access][] =>
  names.split(' ').map((name) => [name, { row, ...(only && { only }) }])

/** Every operation of both faces; one that is missing here fails the tests. */
export const operations = new Map<string, Access>([
  ...rows(
    'anybody',
    'getLiveness getReadiness signIn getPreview preview listChanges changes readStream node resolve resolvePath',
  ),
  ...rows('anybody', 'article articles getArticle listArticles listRelated'),
  ...rows('anybody', 'search searchArticles'),
  ...rows('anybody', 'mostPopular trending listMostPopular listTrending recordView'),
  ...rows('anybody', 'tag tags getTag listTags author authors getAuthor listAuthors'),
  ...rows('anybody', 'getLatestFeed getTagFeed getSectionFeed getAuthorFeed'),
  ...rows('anybody', 'getSitemapIndex getNewsSitemap getSitemap getRobots'),
  ...rows('anybody', 'front fronts getFront listFronts getTimeline'),
  ...rows(
    'front:read',
    'frontRecord frontRecords frontPreview getFrontRecord listFrontRecords getFrontPreview listFrontRevisions',
  ),
  ...rows('front:create', 'createFront'),
  ...rows('front:update', 'updateFront restoreFront'),
  ...rows('front:publish', 'publishFront undoFront'),
  ...rows('front:delete', 'deleteFront'),
  ...rows('article:read', 'articleDraft articleDrafts getArticleDraft listArticleDrafts listRevisions getRevision'),
  ...rows('article:read', 'diffRevisions schedule schedules getSchedule listSchedules listSchedulesOfArticle'),
  ...rows('article:read', 'getArticleViews'),
  ...rows('article:create', 'createArticle'),
  ...rows('article:revise', 'reviseArticle restoreRevision'),
  ...rows('article:revise', 'bulkArticles', 'own'),
  ...rows('article:submit', 'submitArticle'),
  ...rows('article:lock', 'lockArticle'),
  ...rows('article:lock', 'unlockArticle', 'own'),
  ...rows('article:approve', 'approveArticle'),
  ...rows('article:reject', 'rejectArticle'),
  ...rows('article:publish', 'publishArticle'),
  ...rows('article:correct', 'correctArticle'),
  ...rows('article:withdraw', 'withdrawArticle'),
  ...rows('article:kill', 'killArticle'),
  ...rows('article:restore', 'restoreArticle'),
  ...rows('article:embargo', 'embargoArticle liftEmbargo'),
  ...rows('article:schedule', 'scheduleArticle changeSchedule cancelSchedule'),
  ...rows('anybody', 'listPosts'),
  ...rows('post:read', 'postRecord postRecords getPostRecord listPostRecords'),
  ...rows('post:create', 'createPost'),
  ...rows('post:revise', 'revisePost'),
  ...rows('post:delete', 'deletePost'),
  ...rows('post:publish', 'publishPost'),
  ...rows('post:withdraw', 'withdrawPost'),
  ...rows('preview:create', 'createPreview'),
  ...rows('preview:read', 'listPreviews'),
  ...rows('preview:revoke', 'revokePreview'),
  ...rows('tag:read', 'tagRecord tagRecords getTagRecord listTagRecords getTagUses'),
  ...rows('tag:create', 'createTag'),
  ...rows('tag:update', 'updateTag'),
  ...rows('tag:merge', 'mergeTag mergeTags'),
  ...rows('tag:delete', 'deleteTag'),
  ...rows('author:read', 'authorRecord authorRecords getAuthorRecord listAuthorRecords getAuthorUses'),
  ...rows('author:create', 'createAuthor'),
  ...rows('author:update', 'updateAuthor'),
  ...rows('author:merge', 'mergeAuthor mergeAuthors'),
  ...rows('author:delete', 'deleteAuthor'),
  ...rows('media:read', 'mediaRecord mediaRecords getMediaRecord listMediaRecords getMediaUses'),
  ...rows('anybody', 'getMediaFile'),
  ...rows('media:create', 'createMedia uploadMedia fetchMedia'),
  ...rows('media:update', 'updateMedia'),
  ...rows('media:merge', 'mergeMedia'),
  ...rows('media:delete', 'deleteMedia'),
  ...rows('user:read', 'user getUser'),
  ...rows('user:read', 'me users listUsers', 'own'),
  ...rows('user:create', 'createUser'),
  ...rows('user:update', 'updateUser'),
  ...rows('user:update', 'suspendUser reinstateUser', 'other'),
  ...rows('session:read', 'sessions listSessions', 'own'),
  ...rows('session:revoke', 'signOut', 'own'),
  ...rows('session:revoke', 'revokeSession'),
  ...rows('key:read', 'apiKey getApiKey'),
  ...rows('key:read', 'apiKeys listApiKeys', 'own'),
  ...rows('key:create', 'createApiKey'),
  ...rows('key:rotate', 'rotateApiKey'),
  ...rows('key:revoke', 'revokeApiKey'),
  ...rows('webhook:read', 'webhook webhooks getWebhook listWebhooks listDeliveries getDelivery'),
  ...rows('webhook:create', 'createWebhook'),
  ...rows('webhook:update', 'updateWebhook rotateWebhookSecret'),
  ...rows('webhook:delete', 'deleteWebhook'),
  ...rows('webhook:send', 'testWebhook redeliver redeliverRange'),
  ...rows('import:read', 'import imports getImport listImports listImportOutcomes'),
  ...rows('import:stop', 'stopImport'),
  ...rows('import:resume', 'resumeImport'),
  ...rows('audit:read', 'audit listAudit'),
  ...rows('metrics:read', 'getMetrics'),
])

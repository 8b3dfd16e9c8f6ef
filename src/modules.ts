import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { forgetLoginAttempts } from './accounts/jobs.ts'
import { keyRoutes, keyShapes } from './accounts/key-routes.ts'
import { accountResolvers } from './accounts/resolvers.ts'
import { accountRoutes, accountShapes } from './accounts/routes.ts'
import { blockResolvers } from './articles/block-resolvers.ts'
import { articleEditorialRoutes } from './articles/editorial-routes.ts'
import { articleLoaders, articleResolvers } from './articles/resolvers.ts'
import { articleRoutes, articleShapes } from './articles/routes.ts'
import { workflowResolvers } from './articles/workflow-resolvers.ts'
import { workflowRoutes } from './articles/workflow-routes.ts'
import { forgetAnswers } from './audit/jobs.ts'
import { auditResolvers } from './audit/resolvers.ts'
import { auditRoutes, auditShapes } from './audit/routes.ts'
import { authorLoaders, authorResolvers } from './authors/resolvers.ts'
import { authorRoutes, authorShapes } from './authors/routes.ts'
import { bulkResolvers } from './bulk/resolvers.ts'
import { bulkRoutes, bulkShapes } from './bulk/routes.ts'
import { changeResolvers } from './changes/resolvers.ts'
import { changeRoutes, changeShapes } from './changes/routes.ts'
import { hubJobs } from './feeds/jobs.ts'
import { feedRoutes } from './feeds/routes.ts'
import { sitemapRoutes } from './feeds/sitemap-routes.ts'
import { frontLoaders, frontResolvers } from './fronts/resolvers.ts'
import { frontRoutes, frontShapes } from './fronts/routes.ts'
import { nodeResolvers } from './graphql/node.ts'
import { scalars } from './graphql/scalars.ts'
import { healthRoutes, healthShapes } from './health/routes.ts'
import { forgetSketches, forgetUploads, importsJob } from './imports/jobs.ts'
import { importResolvers } from './imports/resolvers.ts'
import { importRoutes, importShapes } from './imports/routes.ts'
import { ingestJob } from './ingest/jobs.ts'
import { ingestResolvers } from './ingest/resolvers.ts'
import { ingestRoutes, ingestShapes } from './ingest/routes.ts'
import type { Job } from './jobs/worker.ts'
import { lockResolvers } from './locks/resolvers.ts'
import { lockRoutes, lockShapes } from './locks/routes.ts'
import { mediaFileRoutes } from './media/file-routes.ts'
import { mediaLoaders, mediaResolvers } from './media/resolvers.ts'
import { mediaRoutes, mediaShapes } from './media/routes.ts'
import { mediaUploadRoutes } from './media/upload-routes.ts'
import { metricsRoutes } from './metrics/routes.ts'
import { popularJobs } from './popular/jobs.ts'
import { popularLoaders, popularResolvers } from './popular/resolvers.ts'
import { popularRoutes, popularShapes } from './popular/routes.ts'
import { postLoaders, postResolvers } from './posts/resolvers.ts'
import { allPostShapes, postRoutes } from './posts/routes.ts'
import { forgetPreviews } from './previews/jobs.ts'
import { previewLoaders, previewResolvers } from './previews/resolvers.ts'
import { previewRoutes, previewShapes } from './previews/routes.ts'
import { dropExcluded, suggestRelated } from './related/jobs.ts'
import { relatedLoaders, relatedResolvers } from './related/resolvers.ts'
import { relatedRoutes, relatedShapes } from './related/routes.ts'
import { revisionLoaders, revisionResolvers } from './revisions/resolvers.ts'
import { revisionRoutes, revisionShapes } from './revisions/routes.ts'
import { schedulesJob } from './schedules/jobs.ts'
import { scheduleLoaders, scheduleResolvers } from './schedules/resolvers.ts'
import { scheduleRoutes, scheduleShapes } from './schedules/routes.ts'
import { countSearchWords, fillSearch } from './search/jobs.ts'
import { searchLoaders, searchResolvers } from './search/resolvers.ts'
import { searchRoutes, searchShapes } from './search/routes.ts'
import { storylineLoaders } from './storylines/resolvers.ts'
import { storylineRoutes, storylineShapes } from './storylines/routes.ts'
import { streamResolvers, streamSubscriptions } from './streams/resolvers.ts'
import { streamRoutes } from './streams/routes.ts'
import { tagLoaders, tagResolvers } from './tags/resolvers.ts'
import { tagRoutes, tagShapes } from './tags/routes.ts'
import { useShapes } from './uses/use.ts'
import { webhookJobs } from './webhooks/jobs.ts'
import { webhookResolvers } from './webhooks/resolvers.ts'
import { webhookRoutes, webhookShapes } from './webhooks/routes.ts'

/** What the worker does. */
export const jobs: Job[] = [
  forgetLoginAttempts,
  schedulesJob(),
  forgetAnswers,
  forgetPreviews,
  ...webhookJobs,
  ...hubJobs,
  fillSearch,
  countSearchWords,
  ...popularJobs,
  suggestRelated,
  dropExcluded,
  importsJob,
  forgetUploads,
  forgetSketches,
  ingestJob,
]

/** Every module of the house: its REST routes and the shapes that they name, its resolvers and loaders. */
export const routes: ((app: FastifyInstance) => void)[] = [
  healthRoutes,
  metricsRoutes,
  accountRoutes,
  keyRoutes,
  mediaRoutes,
  mediaUploadRoutes,
  mediaFileRoutes,
  authorRoutes,
  tagRoutes,
  storylineRoutes,
  frontRoutes,
  articleRoutes,
  searchRoutes,
  relatedRoutes,
  popularRoutes,
  articleEditorialRoutes,
  auditRoutes,
  changeRoutes,
  streamRoutes,
  workflowRoutes,
  revisionRoutes,
  scheduleRoutes,
  lockRoutes,
  previewRoutes,
  postRoutes,
  bulkRoutes,
  webhookRoutes,
  importRoutes,
  ingestRoutes,
  feedRoutes,
  sitemapRoutes,
]
export const shapes: TSchema[] = [
  ...accountShapes,
  ...keyShapes,
  ...auditShapes,
  ...changeShapes,
  ...healthShapes,
  ...scheduleShapes,
  ...mediaShapes,
  ...authorShapes,
  ...storylineShapes,
  ...tagShapes,
  ...frontShapes,
  ...relatedShapes,
  ...articleShapes,
  ...popularShapes,
  ...searchShapes,
  ...revisionShapes,
  ...lockShapes,
  ...useShapes,
  ...previewShapes,
  ...allPostShapes,
  ...bulkShapes,
  ...webhookShapes,
  ...importShapes,
  ...ingestShapes,
]
export const resolvers = merge(
  scalars,
  nodeResolvers,
  mediaResolvers,
  authorResolvers,
  tagResolvers,
  frontResolvers,
  articleResolvers,
  searchResolvers,
  popularResolvers,
  workflowResolvers,
  relatedResolvers,
  revisionResolvers,
  lockResolvers,
  blockResolvers,
  previewResolvers,
  postResolvers,
  bulkResolvers,
  accountResolvers,
  auditResolvers,
  changeResolvers,
  streamResolvers,
  scheduleResolvers,
  webhookResolvers,
  importResolvers,
  ingestResolvers,
)
/** How each subscription begins. */
export const subscriptions = streamSubscriptions
export const loaders = merge(
  scheduleLoaders,
  tagLoaders,
  storylineLoaders,
  frontLoaders,
  authorLoaders,
  mediaLoaders,
  articleLoaders,
  searchLoaders,
  relatedLoaders,
  popularLoaders,
  revisionLoaders,
  previewLoaders,
  postLoaders,
)

type ByType = Record<string, object>

/** Resolvers of several modules as one, type by type. */
function merge(...parts: ByType[]): ByType {
  const merged: ByType = {}
  for (const part of parts) {
    for (const [type, fields] of Object.entries(part))
      merged[type] = type in merged ? { ...merged[type], ...fields } : fields
  }
  return merged
}

import type { FastifyInstance } from 'fastify'
import type { TSchema } from 'typebox'
import { blockResolvers } from './articles/block-resolvers.ts'
import { articleEditorialRoutes } from './articles/editorial-routes.ts'
import { articleLoaders, articleResolvers } from './articles/resolvers.ts'
import { articleRoutes, articleShapes } from './articles/routes.ts'
import { authorResolvers } from './authors/resolvers.ts'
import { authorRoutes, authorShapes } from './authors/routes.ts'
import { nodeResolvers } from './graphql/node.ts'
import { scalars } from './graphql/scalars.ts'
import type { Job } from './jobs/worker.ts'
import { mediaResolvers } from './media/resolvers.ts'
import { mediaRoutes, mediaShapes } from './media/routes.ts'
import { relatedLoaders } from './related/resolvers.ts'
import { relatedRoutes, relatedShapes } from './related/routes.ts'
import { tagLoaders, tagResolvers } from './tags/resolvers.ts'
import { tagRoutes, tagShapes } from './tags/routes.ts'

/** What the worker does. */
export const jobs: Job[] = []

/** Every module of the house: its REST routes and the shapes that they name, its resolvers and loaders. */
export const routes: ((app: FastifyInstance) => void)[] = [
  mediaRoutes,
  authorRoutes,
  tagRoutes,
  articleRoutes,
  relatedRoutes,
  articleEditorialRoutes,
]
export const shapes: TSchema[] = [...mediaShapes, ...authorShapes, ...tagShapes, ...relatedShapes, ...articleShapes]
export const resolvers = merge(
  scalars,
  nodeResolvers,
  mediaResolvers,
  authorResolvers,
  tagResolvers,
  articleResolvers,
  blockResolvers,
)
export const loaders = merge(tagLoaders, articleLoaders, relatedLoaders)

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

import type { FastifyInstance } from 'fastify'
import { editorial } from '../rest/operation.ts'
import { BulkInput, BulkResult, BulkResults } from './bulk.ts'
import { bulkArticles } from './editorial.ts'

export const bulkShapes = [BulkInput, BulkResult, BulkResults]

/** What the OpenAPI document says of it. */
const operations = {
  bulkArticles: editorial({
    id: 'bulkArticles',
    group: 'Editorial: articles',
    summary: 'One thing to many stories, each in a transaction of its own',
    body: BulkInput,
    answer: BulkResults,
  }),
}

export function bulkRoutes(app: FastifyInstance): void {
  app.post('/v1/editorial/articles/bulk', operations.bulkArticles, (request) =>
    bulkArticles(request.ctx, request.body, (id, error) =>
      request.log.error({ err: error, id }, 'a story of a bulk request failed'),
    ),
  )
}

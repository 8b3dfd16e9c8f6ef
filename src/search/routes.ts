import type { FastifyInstance } from 'fastify'
import { delivery } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { nextPath } from '../rest/respond.ts'
import { searchArticles } from './delivery.ts'
import { Highlight, SearchAnswer, SearchQuery } from './search.ts'

export const searchShapes = [Highlight, SearchAnswer]

/** What the OpenAPI document says. */
const operations = {
  searchArticles: delivery({
    id: 'searchArticles',
    group: 'Search',
    summary: 'Live stories by their words, best first',
    query: SearchQuery,
    answer: SearchAnswer,
  }),
}

export function searchRoutes(app: FastifyInstance): void {
  app.get('/v1/search', operations.searchArticles, async (request, reply) => {
    const answer = await searchArticles(request.ctx, queryOf(request, SearchQuery))
    const { next } = answer.page
    if (next) reply.header('link', `<${nextPath(request.url, next)}>; rel="next"`)
    return answer
  })
}

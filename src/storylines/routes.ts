import type { FastifyInstance } from 'fastify'
import { ArticleSummary } from '../articles/public-article.ts'
import { named } from '../core/shapes.ts'
import { delivery, KeyParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { countedPageOf, isCounted, sendCountedPage } from '../rest/respond.ts'
import { Storyline, StorylineInput, StorylineRecord, TimelineListQuery } from './storyline.ts'
import { timelineByKey } from './timeline.ts'

export const storylineShapes = [Storyline, StorylineRecord, StorylineInput]

/** What the OpenAPI document says of each. */
const operations = {
  getTimeline: delivery({
    id: 'getTimeline',
    group: 'Tags',
    summary: 'The live stories of a running story, oldest first',
    params: KeyParams,
    query: TimelineListQuery,
    answer: countedPageOf(named(ArticleSummary)),
  }),
}

export function storylineRoutes(app: FastifyInstance): void {
  app.get<{ Params: { idOrSlug: string } }>(
    '/v1/tags/:idOrSlug/timeline',
    operations.getTimeline,
    async (request, reply) => {
      const { include, ...query } = queryOf(request, TimelineListQuery)
      const page = await timelineByKey(request.ctx, request.params.idOrSlug, query)
      return sendCountedPage(request, reply, page, isCounted(include))
    },
  )
}

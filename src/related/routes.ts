import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { named } from '../core/shapes.ts'
import { delivery, KeyParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { relatedOf } from './delivery.ts'
import { RelatedQuery, RelatedStory } from './related-story.ts'

export const relatedShapes = [RelatedStory]

const answer = Type.Object({ data: Type.Array(named(RelatedStory)) })

/** What the OpenAPI document says of each. */
const operations = {
  listRelated: delivery({
    id: 'listRelated',
    group: 'Articles',
    summary: 'What to read after a story',
    params: KeyParams,
    query: RelatedQuery,
    answer,
    refusals: [410],
  }),
}

export function relatedRoutes(app: FastifyInstance): void {
  app.get<{ Params: { idOrSlug: string } }>(
    '/v1/articles/:idOrSlug/related',
    operations.listRelated,
    async (request) => {
      const { kinds, ...query } = queryOf(request, RelatedQuery)
      const listed = kinds === undefined ? {} : { kinds: [kinds].flat().flatMap((kind) => String(kind).split(',')) }
      return { data: await relatedOf(request.ctx, request.params.idOrSlug, { ...query, ...listed }) }
    },
  )
}

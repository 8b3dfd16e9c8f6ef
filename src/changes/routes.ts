import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { named } from '../core/shapes.ts'
import { delivery } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { nextPath } from '../rest/respond.ts'
import { Change, type ChangePage, ChangeQuery } from './change.ts'
import { listChanges } from './delivery.ts'

export const changeShapes = [Change]

/** What the OpenAPI document says of each. */
const operations = {
  listChanges: delivery({
    id: 'listChanges',
    group: 'Changes',
    summary: 'What readers could see happen, oldest first, for keeping a mirror',
    query: ChangeQuery,
    answer: Type.Object({
      data: Type.Array(named(Change)),
      page: Type.Object({
        next: Type.String({ description: 'For `since`; usable for ever, also when the page is empty.' }),
        hasMore: Type.Boolean({ description: 'Whether there is more already.' }),
      }),
    }),
  }),
}

export function changeRoutes(app: FastifyInstance): void {
  app.get('/v1/changes', operations.listChanges, async (request, reply) =>
    sendChanges(request, reply, await listChanges(request.ctx, queryOf(request, ChangeQuery))),
  )
}

function sendChanges(request: FastifyRequest, reply: FastifyReply, { items, next, hasMore }: ChangePage) {
  reply.header('link', `<${nextPath(request.url, next, 'since')}>; rel="next"`)
  return { data: items, page: { next, hasMore } }
}

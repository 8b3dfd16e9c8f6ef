import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { delivery } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { readOpening } from './delivery.ts'
import { sendEvents } from './send-events.ts'
import { StreamQuery } from './stream.ts'

const documented = delivery({
  id: 'readStream',
  group: 'Changes',
  summary: 'What readers could see happen, as it happens: server-sent events, each a change of the change feed',
  query: StreamQuery,
  answer: null,
  isKept: false,
})

/** What the OpenAPI document says of each. */
const operations = {
  readStream: {
    ...documented,
    exposeHeadRoute: false,
    schema: {
      ...documented.schema,
      headers: Type.Object({
        'last-event-id': Type.Optional(
          Type.String({ description: "The last 'id' that arrived; browsers send it when they come back." }),
        ),
      }),
      response: {
        ...(documented.schema.response as object),
        200: {
          description:
            "Events without end: 'id' is a cursor, 'event' the type of the change, 'data' the change as JSON.",
          content: { 'text/event-stream': { schema: Type.String() } },
        },
      },
    },
  },
}

export function streamRoutes(app: FastifyInstance): void {
  app.get('/v1/stream', operations.readStream, async (request, reply) =>
    sendEvents(request, reply, await readOpening(request.ctx, queryOf(request, StreamQuery), lastEventId(request))),
  )
}

function lastEventId({ headers }: FastifyRequest): string | undefined {
  const given = headers['last-event-id']
  return typeof given === 'string' ? given : undefined
}

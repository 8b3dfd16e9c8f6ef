import type { FastifyInstance } from 'fastify'
import { delivery } from '../rest/operation.ts'
import { readiness } from './delivery.ts'
import { Liveness, Readiness } from './health.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** Whether the worker runs in this process. */
    hasWorker: boolean
  }
}

export const healthShapes = [Liveness, Readiness]

/** What the OpenAPI document says of each. */
const operations = {
  getLiveness: delivery({
    isKept: false,
    id: 'getLiveness',
    group: 'Health',
    summary: 'Whether the process answers',
    answer: Liveness,
  }),
  getReadiness: delivery({
    isKept: false,
    id: 'getReadiness',
    group: 'Health',
    summary: 'Whether the process can do its work: 503 without a database; tells when schedules are late',
    answer: Readiness,
    refusals: [503],
  }),
}

export function healthRoutes(app: FastifyInstance): void {
  app.get('/health/live', operations.getLiveness, async (_, reply) => {
    reply.header('cache-control', 'no-store')
    return { status: 'ALIVE' }
  })
  app.get('/health/ready', operations.getReadiness, async (request, reply) => {
    reply.header('cache-control', 'no-store')
    return readiness(request.ctx, app.hasWorker)
  })
}

import cors from '@fastify/cors'
import type { FastifyInstance } from 'fastify'

const exposedHeaders = [
  ...['ETag', 'Link', 'Location', 'Retry-After', 'Idempotency-Replayed'],
  ...['RateLimit', 'RateLimit-Policy', 'X-Request-Id'],
]

/** What `allowOtherSites` says in every answer. */
export const headersForOtherSites = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposedHeaders.join(', '),
}

/** Any page may read what is public, refusals too; no cookies are used, so that none can be misused. */
export async function allowOtherSites(app: FastifyInstance): Promise<void> {
  await app.register(cors, {
    methods: ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE'],
    exposedHeaders,
    // A page of another site asks leave once a day, not before every request.
    maxAge: 86_400,
    // An OPTIONS that asks for no leave is answered like one that does, not with a text of its own.
    strictPreflight: false,
  })
}

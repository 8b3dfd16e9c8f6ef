import type { FastifyInstance, FastifyRequest } from 'fastify'
import { endAtOnce } from '../rest/at-once.ts'

/**
 * Counts a view that tells nothing besides as soon as its head is here: thousands of them come in a second, and nobody waits for the
 * answer. Register it behind what admits requests.
 */
export function countViewsAtOnce(app: FastifyInstance, now: () => Date): void {
  app.addHook('onRequest', (request, reply, done) => {
    if (!isBareView(request)) return done()
    app.popularity.count({
      articleId: (request.params as { id: string }).id,
      address: request.ip,
      userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
      ...{ at: now(), attentionSeconds: 0, shares: 0 },
    })
    endAtOnce(reply, 204, {})
  })
}

/** Whether it is a view without a body and without a key. */
function isBareView({ raw, routeOptions }: FastifyRequest): boolean {
  const { method, headers } = raw
  if (method !== 'POST' || routeOptions.config.isBeacon !== true || headers.authorization !== undefined) return false
  return headers['transfer-encoding'] === undefined && (headers['content-length'] ?? '0') === '0'
}

import type { FastifyInstance, FastifyRequest } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** Whether the answer was kept in memory, so that nothing was done for it. */
    isFromMemory: boolean
  }
}

/**
 * One line for each answer: at `info`, and at `debug` for answers from memory, of which there are thousands a second, for
 * views that pages tell of, and for probes. An address may hold a token, and a query a name; the line has the template of the route.
 */
export function addAccessLog(app: FastifyInstance): void {
  app.decorateReply('isFromMemory', false)
  const isVerbose = () => app.log.level === 'debug' || app.log.level === 'trace'
  app.addHook('onResponse', (request, reply, done) => {
    const isQuiet = reply.isFromMemory || isProbe(request.url) || request.routeOptions.config.isBeacon === true
    if (isQuiet && !isVerbose()) return done()
    const line = {
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      caller: callerOf(request),
      bytes: Number(reply.getHeader('content-length')) || null,
    }
    request.log[isQuiet ? 'debug' : 'info'](line, 'answered')
    done()
  })
}

function isProbe(url: string): boolean {
  return url.startsWith('/health/') || url === '/metrics'
}

/** Who asked, by id: names are in the audit. */
function callerOf({ ctx }: FastifyRequest): string {
  const caller = ctx?.caller
  if (caller?.kind === 'key') return `key:${caller.keyId}`
  return caller?.kind === 'user' ? `user:${caller.userId}` : 'anonymous'
}

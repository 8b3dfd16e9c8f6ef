import type { Span } from '@opentelemetry/api'
import type { FastifyInstance } from 'fastify'
import type { Tracing } from './tracing.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Missing for what is not traced. */
    span: Span | null
  }
}

/**
 * A span for each request that is not answered from memory, in the names of OpenTelemetry's conventions for HTTP 1.23 and later.
 * Register it behind what answers from memory.
 */
export function traceRequests(app: FastifyInstance, tracing: Tracing): void {
  app.decorateRequest('span', null)
  app.addHook('onRequest', (request, reply, done) => {
    const { method, headers, routeOptions } = request
    const route = routeOptions.url ?? 'none'
    const attributes = { 'http.request.method': method, 'http.route': route, 'dateline.request_id': request.id }
    const parent = headers.traceparent
    const span = tracing.begin(
      `${method} ${route}`,
      'SERVER',
      attributes,
      typeof parent === 'string' ? parent : undefined,
    )
    request.span = span
    reply.raw.once('close', () => {
      span.setAttribute('http.response.status_code', reply.raw.statusCode)
      if (reply.raw.statusCode >= 500) span.setStatus({ code: 2 })
      span.end()
    })
    tracing.within(span, done)
  })
  // The body of a request arrives outside of what its first hooks began.
  app.addHook('preValidation', ({ span }, _reply, done) => {
    if (span) tracing.within(span, done)
    else done()
  })
}

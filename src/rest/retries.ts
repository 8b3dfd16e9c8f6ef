import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify'
import { Type } from 'typebox'
import { isReplay, type KeyedRequest, retryable } from '../core/idempotency.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    isUpload?: boolean
  }
  interface FastifyRequest {
    /** The body as it came, of a request with an `Idempotency-Key`. */
    bytes?: Uint8Array
  }
}

const header = 'idempotency-key'

/** Honours `Idempotency-Key` wherever something is written, on both faces. Register it before any route. */
export function addRetries(app: FastifyInstance): void {
  app.addHook('onRoute', documentRetries)
  app.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.isUpload) return
    const keyed = keyedRequest(request)
    if (keyed) request.ctx = await retryable(request.ctx, keyed)
  })
  app.addHook('onSend', async (request, reply) => {
    if (request.ctx && isReplay(request.ctx)) reply.header('idempotency-replayed', 'true')
  })
}

/** Says of a route that it reads its body itself, and calls `retryUpload` when it has. */
export const isUpload = true

/** Honours `Idempotency-Key` for a body that is too long to be held: by the hash of its file and the words that came with it. */
export async function retryUpload(request: FastifyRequest, hash: string, words: unknown): Promise<void> {
  request.bytes = Buffer.from(`${hash}\n${JSON.stringify(words)}`)
  const keyed = keyedRequest(request)
  if (keyed) request.ctx = await retryable(request.ctx, keyed)
}

/** Null for what changes nothing, for what is told once and forgotten, and for requests without the header. */
function keyedRequest({ method, url, headers, bytes, ip, routeOptions }: FastifyRequest): KeyedRequest | null {
  const key = headers[header]
  if (key === undefined || ['GET', 'HEAD', 'OPTIONS'].includes(method) || routeOptions.config.isBeacon) return null
  return { key: String(key), method, url, body: bytes ?? new Uint8Array(), address: ip }
}

const IdempotencyKey = Type.Optional(
  Type.String({
    minLength: 1,
    maxLength: 255,
    description:
      'Chosen by the client, such as a UUID. Sent again within 24 hours, the request is not done again and has the same answer; 422 when it is another request.',
  }),
)

/** Every documented operation that writes says that it takes the header. */
function documentRetries(route: RouteOptions): void {
  const { schema, method } = route
  if (!schema?.operationId || ['GET', 'HEAD'].includes(String(method)) || route.config?.isBeacon) return
  const headers = schema.headers as { properties?: object } | undefined
  const problem = (schema.response as Record<string, unknown> | undefined)?.['400']
  route.schema = {
    ...schema,
    headers: Type.Object({ ...headers?.properties, [header]: IdempotencyKey }),
    response: { ...(problem ? { 422: problem } : {}), ...(schema.response as object) },
  }
}

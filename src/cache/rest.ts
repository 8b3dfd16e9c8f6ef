import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify'
import { Refusal } from '../core/errors.ts'
import { addressName, toKeptAnswer } from './answer.ts'
import type { Keeping } from './keeping.ts'
import { sendAnswer, sendAtOnce } from './send.ts'
import { type KeptAnswer, newSources } from './store.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** An answer that is the same for everybody, and may be kept. */
    isKept?: boolean
  }
}

/** Where routes keep what they answer. */
export interface KeptRoutes {
  keeping: Keeping
  /** Seconds that a CDN may keep an answer. */
  cdnSeconds: number
}

/** The name of a kept answer to a GET at this address, outside REST; null for what has none. */
type QueryName = (request: FastifyRequest) => string | null

/**
 * Answers at once, before anything else is done, what is kept: of readers without a key, for with one somebody has to look whether
 * it is right. What is not kept has no name, so no route has to be looked at. Register it behind what admits requests and before all
 * else.
 */
export function answerFromMemory(app: FastifyInstance, keeping: Keeping, queryName: QueryName): void {
  app.addHook('onRequest', (request, reply, done) => {
    const name = nameAtOnce(request, queryName)
    const answer = name === null ? undefined : keeping.find(name)
    if (answer && !answer.refusal) sendAtOnce(request, reply, answer)
    else done()
  })
}

/** Null for what is never answered at once. */
function nameAtOnce(request: FastifyRequest, queryName: QueryName): string | null {
  const { method, headers } = request.raw
  const url = request.url
  if (method !== 'GET' && method !== 'HEAD') return null
  if (headers.authorization !== undefined || headers['content-length'] !== undefined) return null
  return url.startsWith('/graphql') ? queryName(request) : addressName(url)
}

/** Keeps what routes answer that say so (`config.isKept`). Register it before them. */
export function keepAnswers(app: FastifyInstance, options: KeptRoutes): void {
  const kept = new WeakSet<RouteHandlerMethod>()
  app.addHook('onRoute', (route) => {
    if (!isRead(route.method) || route.config?.isKept !== true) return
    if (kept.has(route.handler)) return
    route.handler = keptHandler(route.handler, options)
    kept.add(route.handler)
  })
}

/** What only reads is kept, whatever a route says: a sign-in is documented as for everybody too. */
function isRead(method: string | string[]): boolean {
  return [method].flat().every((each) => each === 'GET' || each === 'HEAD')
}

function keptHandler(handler: RouteHandlerMethod, { keeping, cdnSeconds }: KeptRoutes): RouteHandlerMethod {
  const isKeeping = keeping.stats() !== null
  return async function keepOrMake(this: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
    const make = () => makeAnswer(handler.bind(this), request, reply, { isKeeping, cdnSeconds })
    const answer = await keeping.answer(addressName(request.url), async () => make())
    if (!answer) return reply
    if (answer.refusal) throw answer.refusal
    return sendAnswer(request, reply, answer)
  }
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown

async function makeAnswer(
  handler: Handler,
  request: FastifyRequest,
  reply: FastifyReply,
  { isKeeping, cdnSeconds }: { isKeeping: boolean; cdnSeconds: number },
): Promise<KeptAnswer> {
  const sources = newSources()
  if (isKeeping) request.ctx.sources = sources
  const before = { ...reply.getHeaders() }
  try {
    const payload = await handler(request, reply)
    const body = bytesOf(typeof payload === 'string' ? payload : reply.serialize(payload))
    return toKeptAnswer({
      status: reply.statusCode,
      headers: headersOf(reply, before, body),
      body,
      sources,
      cdnSeconds,
    })
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'gone'))
      return {
        ...toKeptAnswer({ status: 404, headers: {}, body: Buffer.alloc(0), sources, cdnSeconds }),
        refusal: error,
      }
    throw error
  } finally {
    delete request.ctx.sources
  }
}

/** A block of memory of its own: small ones would hold on to the pool that they are cut from. */
export function bytesOf(text: string | ArrayBuffer | Buffer): Buffer {
  if (typeof text !== 'string') return Buffer.from(text as ArrayBuffer)
  const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text))
  bytes.write(text)
  return bytes
}

/**
 * What the route itself says: what was there before it ran belongs to the request. Without a type of its own it is JSON, unless there is
 * nothing to have a type.
 */
function headersOf(reply: FastifyReply, before: object, body: Buffer): Record<string, string> {
  const given = Object.entries(reply.getHeaders())
    .filter(([name]) => !(name in before))
    .map(([name, value]) => [name.toLowerCase(), String(value)])
  const type = body.length > 0 ? { 'content-type': 'application/json; charset=utf-8' } : {}
  return { ...type, ...Object.fromEntries(given) }
}

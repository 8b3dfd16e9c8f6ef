import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Keeping } from './keeping.ts'
import { sendPostedAtOnce } from './send.ts'

/** The name of the answer to a POST with this body; null for one that is not answered from memory. */
type PostedName = (request: FastifyRequest, body: Buffer) => string | null

/** Bytes of a body at most: so short, it mostly comes in one piece. One that does not is read as any other. */
const mostBytes = 16_384

/**
 * Answers queries over POST at once when their answers are kept, as `answerFromMemory` does for GET: as soon as the body is here, which
 * otherwise is given back for who reads it. Register it beside that.
 */
export function answerPostedFromMemory(app: FastifyInstance, keeping: Keeping, nameOf: PostedName): void {
  if (!keeping.stats()) return
  app.addHook('onRequest', (request, reply, done) => {
    const length = lengthAtOnce(request)
    if (length === null) return done()
    const { raw } = request
    raw.once('data', (body: Buffer) => {
      const name = body.length === length ? nameOf(request, body) : null
      const answer = name === null ? undefined : keeping.find(name)
      if (answer) return sendPostedAtOnce(request, reply, answer)
      raw.pause()
      raw.unshift(body)
      done()
    })
  })
}

/** The length of a body that may be answered at once; null for any other request. */
function lengthAtOnce(request: FastifyRequest): number | null {
  const { method, headers, url } = request.raw
  if (method !== 'POST' || url !== '/graphql') return null
  if (headers.authorization !== undefined || headers['idempotency-key'] !== undefined) return null
  if (!/^application\/json(; ?charset=utf-8)?$/i.test(headers['content-type'] ?? '')) return null
  const length = Number(headers['content-length'])
  return length > 0 && length <= mostBytes ? length : null
}

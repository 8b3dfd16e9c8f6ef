import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { catalogue, Refusal } from '../core/errors.ts'
import { asRefusal } from '../core/translate.ts'

/** The body of every REST error: RFC 9457, with a stable `code` and, for input, the faults with their paths. */
interface Problem {
  type: string
  title: string
  status: number
  code: string
  detail: string
  instance: string
  errors?: { path: string; message: string }[]
  [detail: string]: unknown
}

/** Writes any error of a REST request. What is not a refusal is logged whole and shown as "internal". */
export function writeProblem(error: FastifyError | Error, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = asRefusal(error)
  // The words repeat what was sent, which may be a secret in the wrong place; the client has them.
  if (refusal && refusal.status < 500) request.log.info({ code: refusal.code }, 'refused')
  else if (isCutOff(error)) request.log.info('the client went away before its request was complete')
  else request.log.error({ err: error }, 'failed')
  const shown =
    refusal ?? new Refusal('internal', `an internal error; quote request id ${request.id} when you report it`)
  if (shown.code === 'unauthenticated') reply.header('www-authenticate', 'Bearer')
  if (shown.code === 'unavailable') reply.header('retry-after', '1')
  const { retryAfterSeconds } = shown.details
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', String(retryAfterSeconds))
  reply
    .status(shown.status)
    .header('cache-control', 'no-store')
    .header('x-request-id', request.id)
    .type('application/problem+json')
    .serializer(JSON.stringify as (payload: unknown) => string)
    .send(toProblem(shown, request.id))
}

function toProblem(refusal: Refusal, requestId: string): Problem {
  const { title, status } = catalogue[refusal.code]
  return {
    ...refusal.details,
    type: `urn:dateline:error:${refusal.code}`,
    title,
    status,
    code: refusal.code,
    detail: refusal.message,
    instance: `urn:dateline:request:${requestId}`,
    ...(refusal.faults.length > 0 && { errors: refusal.faults }),
  }
}

/** Whether the connection ended in the midst of a request, by the client or because it was too slow: nobody's fault here. */
export function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET' && error.message === 'aborted'
}

/** The answer where no route is. */
export function writeNoRoute(request: FastifyRequest): never {
  throw new Refusal(
    'not_found',
    `there is nothing at ${request.method} ${request.url.split('?')[0]?.slice(0, 200)}; see /docs`,
  )
}

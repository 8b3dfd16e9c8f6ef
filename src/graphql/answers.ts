import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ExecutionResult, FormattedExecutionResult } from 'graphql'
import { statusOf, writeError } from './errors.ts'
import { negotiateType, type ResponseType } from './negotiate.ts'

/** The result of an operation; without `data`, why it was not run. */
export type Answer = ExecutionResult | FormattedExecutionResult

/** A client that knows only JSON reads the body alone, so a document that was looked at is a 200 for it. */
export function sendResult(reply: FastifyReply, type: ResponseType, result: Answer): FastifyReply {
  const isRefused = result.data === undefined
  return send(reply, type, isRefused && type !== 'application/json' ? 400 : 200, result)
}

export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = statusOf(error)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', '1')
  return send(reply, typeForError(request), status, { errors: [writeError(error, { request })] })
}

function typeForError(request: FastifyRequest): ResponseType {
  try {
    return negotiateType(request.headers.accept)
  } catch {
    return 'application/json'
  }
}

function send(reply: FastifyReply, type: ResponseType, status: number, body: Answer): FastifyReply {
  addVary(reply)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  return reply.code(status).type(`${type}; charset=utf-8`).send(serialise(body))
}

/** Errors first, as the specification of GraphQL asks, and the same whether the query is compiled or not. */
export function serialise({ data, errors, extensions }: Answer): string {
  return JSON.stringify(errors ? { errors, data, extensions } : { data, extensions })
}

/** The answer depends on these; what others said before, such as Origin, stays. */
function addVary(reply: FastifyReply): void {
  const known = reply.getHeader('vary')
  reply.header('vary', known ? `${String(known)}, Accept, Authorization` : 'Accept, Authorization')
}

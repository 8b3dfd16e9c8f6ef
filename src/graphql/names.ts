import type { FastifyRequest } from 'fastify'
import { addressName } from '../cache/answer.ts'
import { negotiateType, type ResponseType } from './negotiate.ts'
import type { GraphqlRequest } from './request.ts'

// Names of kept answers. Who asks the same in the same form is given the same; another spelling is kept apart, for it would cost more
// to see that it is the same.

/** That of a query in an address; null for a reader who wants no type that there is. */
export function nameOfQuery(request: FastifyRequest): string | null {
  const type = typeFor(request)
  return type && addressed(request, type)
}

/** That of a query in this body; null for what is no JSON object, and as above. */
export function nameOfPosted(request: FastifyRequest, body: Buffer): string | null {
  const type = body[0] === brace ? typeFor(request) : null
  return type && posted(body, type)
}

const brace = '{'.charCodeAt(0)

/** That of what this request asks; null for a body that nobody holds. */
export function nameOfAsked(request: FastifyRequest, type: ResponseType, asked: GraphqlRequest): string | null {
  if (request.method === 'GET') return addressed(request, type)
  if (!Buffer.isBuffer(request.bytes)) return null
  // A client that registers a document is not answered before it is read: it may have been forgotten.
  const isRegistering = asked.query !== undefined && asked.documentId !== undefined
  return `${isRegistering ? 'registering ' : ''}${posted(request.bytes, type)}`
}

function addressed({ url }: FastifyRequest, type: ResponseType): string {
  return `${type} ${addressName(url)}`
}

function posted(body: Buffer, type: ResponseType): string {
  return `${type} ${body.toString('latin1')}`
}

function typeFor({ headers }: FastifyRequest): ResponseType | null {
  try {
    return negotiateType(headers.accept)
  } catch {
    return null
  }
}

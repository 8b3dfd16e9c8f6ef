import type { FastifyReply, FastifyRequest } from 'fastify'
import { encodingFor, isKnown } from './answer.ts'
import { bodyIn } from './compress.ts'
import type { KeptAnswer } from './store.ts'

/** An answer in the form that one client wants. */
interface Form {
  status: number
  body: Buffer | null
  encoding: 'br' | 'gzip' | null
}

/** Sends it through Fastify, with what belongs to this request alone. */
export function sendAnswer(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): FastifyReply {
  const { status, body, encoding } = formFor(request, answer)
  reply.status(status).headers(answer.headers)
  // Who sent a key gets the same words, in an answer that no shared cache may keep.
  if (request.headers.authorization !== undefined) asPrivate(reply)
  if (encoding) reply.header('content-encoding', encoding)
  return reply.send(body ?? undefined)
}

/** Sends it as the answer to a POST, which no cache on the way keeps and nobody asks about again. */
export function sendPosted(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): FastifyReply {
  const { body, encoding } = encodedFor(request, answer)
  reply.status(answer.status).headers(postedHeaders(answer))
  if (encoding) reply.header('content-encoding', encoding)
  return reply.send(body)
}

function postedHeaders({ headers: { 'content-type': type = '', vary = '' } }: KeptAnswer): Record<string, string> {
  return { 'content-type': type, vary, 'cache-control': 'no-store' }
}

function asPrivate(reply: FastifyReply): void {
  for (const name of ['cdn-cache-control', 'surrogate-control']) reply.removeHeader(name)
  reply.header('cache-control', 'private, max-age=0, must-revalidate')
}

/** Sends it past Fastify: the same bytes, without what a kept answer does not need. */
export function sendAtOnce(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): void {
  writeAtOnce(request, reply, formFor(request, answer), answer.headers)
}

/** The same for a POST. */
export function sendPostedAtOnce(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): void {
  const form = { status: answer.status, ...encodedFor(request, answer) }
  writeAtOnce(request, reply, form, postedHeaders(answer))
}

function writeAtOnce(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, body, encoding }: Form,
  answered: Record<string, string>,
): void {
  reply.isFromMemory = true
  const headers = { ...answered }
  if (encoding) headers['content-encoding'] = encoding
  if (body) headers['content-length'] = String(body.length)
  // With what hooks have set so far, and without what is left to be done for the request.
  reply.hijack()
  reply.raw.writeHead(status, { ...headers, ...(reply.getHeaders() as Record<string, string>) })
  reply.raw.end(request.method === 'HEAD' ? undefined : (body ?? undefined))
}

function formFor(request: FastifyRequest, answer: KeptAnswer): Form {
  if (answer.status === 200 && isKnown(answer, request.headers)) return { status: 304, body: null, encoding: null }
  return { status: answer.status, ...encodedFor(request, answer) }
}

function encodedFor({ headers }: FastifyRequest, answer: KeptAnswer): { body: Buffer; encoding: Form['encoding'] } {
  const encoding = encodingFor(headers['accept-encoding'] as string | undefined)
  const encoded = encoding && bodyIn(answer, encoding)
  return encoded ? { body: encoded, encoding } : { body: answer.body, encoding: null }
}

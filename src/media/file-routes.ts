import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { delivery } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { type ByteRange, matchesTag, rangeOf } from './byte-range.ts'
import { type FileAnswer, mediaFile, openMediaFile } from './delivery.ts'

const params = Type.Object({
  id: Type.String({ description: 'The id of the asset.' }),
  rendition: Type.String({
    description:
      'A preset, `original` or a free size that was handed out, with what stands behind it: see docs/media.md.',
  }),
})
const FileQuery = Type.Object({
  ticket: Type.Optional(
    Type.String({ description: 'Opens what readers may not see yet; a part of addresses for staff and previews.' }),
  ),
})

function fileOperation() {
  const described = delivery({
    id: 'getMediaFile',
    group: 'Media',
    summary: 'A file, or a rendition of a picture',
    params,
    query: FileQuery,
    answer: null,
    status: 200,
    isKept: false,
  })
  const bytes = { description: 'The file.', content: { '*/*': { schema: Type.String({ format: 'binary' }) } } }
  const part = { description: 'The part of it that Range asked for.', content: bytes.content }
  const response = { ...(described.schema.response as object), 200: bytes, 206: part }
  return { ...described, schema: { ...described.schema, response } }
}

type ByName = { Params: { id: string; rendition: string } }

export function mediaFileRoutes(app: FastifyInstance): void {
  app.get<ByName>('/media/:id/:rendition', fileOperation(), async (request, reply) => {
    const { id, rendition } = request.params
    const { ticket } = queryOf(request, FileQuery) as { ticket?: string }
    const answer = await mediaFile(request.ctx, { id, rendition, ticket, accept: request.headers.accept })
    if ('movedTo' in answer) return redirect(reply, answer.movedTo, ticket)
    return sendFile(request, reply, answer)
  })
}

/** Relative, so that it leads to the right place behind any proxy. Of a ticket that opened the old address the new one has it too. */
function redirect(reply: FastifyReply, to: string, ticket: string | undefined): FastifyReply {
  return reply
    .status(302)
    .headers({ location: ticket ? `${to}?ticket=${ticket}` : to, 'cache-control': 'no-cache' })
    .send('')
}

/** Opened by itself, a file shows itself and runs nothing. */
const sandbox = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; sandbox"

/** A year, as long as caches go. */
const forEver = 'public, max-age=31536000, immutable'
/** What the address of today's file is asked again after a minute, when it may show another picture. */
const aMinute = 'public, max-age=60'
/** What has a ticket is for one person. */
const forOne = 'private, max-age=3600'

async function sendFile(
  request: FastifyRequest<ByName>,
  reply: FastifyReply,
  answer: FileAnswer,
): Promise<FastifyReply> {
  const { etag, mimeType, isPublic, isImmutable, isNegotiated, type } = answer
  reply.headers({
    etag,
    'cache-control': isPublic ? (isImmutable ? forEver : aMinute) : forOne,
    'content-security-policy': sandbox,
    'surrogate-key': request.params.id,
    'cache-tag': request.params.id,
    ...(isNegotiated && { vary: 'Accept' }),
    ...(answer.bytes !== null && { 'accept-ranges': 'bytes' }),
    ...(type === 'FILE' && { 'content-disposition': 'attachment' }),
  })
  if (matchesTag(request.headers['if-none-match'], etag)) return reply.status(304).send()
  reply.type(mimeType)
  return sendBytes(request, reply, answer)
}

async function sendBytes(request: FastifyRequest, reply: FastifyReply, answer: FileAnswer): Promise<FastifyReply> {
  const range = answer.bytes === null ? null : askedRange(request, answer.etag, answer.bytes)
  if (range === 'none') return reply.status(416).header('content-range', `bytes */${answer.bytes}`).send('')
  const { body, bytes } = await openMediaFile(request.ctx, answer, range)
  if (range) reply.status(206).header('content-range', `bytes ${range.start}-${range.end}/${bytes}`)
  reply.header('content-length', range ? range.end - range.start + 1 : bytes)
  if (request.method !== 'HEAD') return reply.send(body)
  body.destroy()
  return reply.send(Readable.from([]))
}

/** What of a file is asked for; null: all of it. */
function askedRange({ headers }: FastifyRequest, etag: string, bytes: number): ByteRange | 'none' | null {
  const { range, 'if-range': ifRange } = headers
  return range === undefined || (ifRange !== undefined && ifRange !== etag) ? null : rangeOf(range, bytes)
}

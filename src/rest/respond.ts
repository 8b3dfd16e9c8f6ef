import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import type { Page } from '../core/page.ts'
import { named } from '../core/shapes.ts'

/** The shape of a list answer. */
export function pageOf(item: TSchema) {
  return Type.Object({
    data: Type.Array(named(item)),
    page: Type.Object({ next: Type.Union([Type.String(), Type.Null()]) }),
  })
}

/** A page with its `Link` header (RFC 8288), relative, so that no `Host` header can bend it. */
export function sendPage<T>(request: FastifyRequest, reply: FastifyReply, page: Page<T>) {
  if (page.next) reply.header('link', `<${nextPath(request.url, page.next)}>; rel="next"`)
  return { data: page.items, page: { next: page.next } }
}

/** The address of the next page; `parameter` is where its list takes a cursor. */
export function nextPath(url: string, cursor: string, parameter = 'after'): string {
  const { pathname, searchParams } = new URL(url, 'http://relative.invalid')
  searchParams.set(parameter, cursor)
  return `${pathname}?${searchParams}`
}

/** A record with its version as ETag, for `If-Match`. */
export function sendRecord<T extends { version: number }>(reply: FastifyReply, record: T, status = 200): T {
  reply.status(status).header('etag', `"${record.version}"`)
  return record
}

/** A new record: 201 with its address. */
export function sendCreated<T extends { id: string; version: number }>(
  request: FastifyRequest,
  reply: FastifyReply,
  record: T,
): T {
  reply.header('location', `${request.url.split('?')[0]}/${record.id}`)
  return sendRecord(reply, record, 201)
}

/** Added to a route, it says that no cache may keep the answer. */
export const neverStored = {
  onRequest: async (_request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    reply.header('cache-control', 'no-store')
  },
}

/** Done, and there is nothing to show: 204. */
export function sendNothing(reply: FastifyReply): FastifyReply {
  return reply.status(204).send()
}

/** Sends the reader of a former slug to the present one. */
export function redirectToSlug(reply: FastifyReply, base: string, slug: string): FastifyReply {
  return reply.header('cache-control', 'public, max-age=60').redirect(`${base}/${encodeURIComponent(slug)}`, 301)
}

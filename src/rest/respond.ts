import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { Count, countFields } from '../core/count.ts'
import type { Page } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { named, strict } from '../core/shapes.ts'

/** The shape of a list answer. */
export function pageOf(item: TSchema) {
  return Type.Object({
    data: Type.Array(named(item)),
    page: Type.Object({ next: Type.Union([Type.String(), Type.Null()]) }),
  })
}

/** The shape of a list for readers, which is counted when `include` names `totalCount`. */
export function countedPageOf(item: TSchema) {
  return Type.Object({
    data: Type.Array(item),
    page: Type.Object({ next: Type.Union([Type.String(), Type.Null()]), totalCount: Type.Optional(named(Count)) }),
  })
}

/** A page with its `Link` header (RFC 8288), relative, so that no `Host` header can bend it. */
export function sendPage<T>(request: FastifyRequest, reply: FastifyReply, page: Page<T>) {
  if (page.next) reply.header('link', `<${nextPath(request.url, page.next)}>; rel="next"`)
  return { data: page.items, page: { next: page.next } }
}

const CountQuery = strict(countFields)

/** Whether `include` asks for the count of a list that has nothing else to include. @throws invalid_input */
export function isCounted(include: unknown): boolean {
  return parse(CountQuery, { ...(include !== undefined && { include }) }).include != null
}

/** The same with how many items the list has, when it was asked for. */
export async function sendCountedPage<T>(
  request: FastifyRequest,
  reply: FastifyReply,
  page: Page<T>,
  isCounted: boolean,
): Promise<{ data: T[]; page: { next: string | null; totalCount?: Count } }> {
  const { data, page: place } = sendPage(request, reply, page)
  const totalCount = isCounted ? await page.totalCount?.() : undefined
  return { data, page: { ...place, ...(totalCount && { totalCount }) } }
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

/** Says so of every answer to staff: of the operations that take a key. Register it before any route. */
export function neverStoreForStaff(app: FastifyInstance): void {
  app.addHook('onRoute', (route) => {
    if (!route.schema?.security?.some((way) => 'bearer' in way)) return
    route.onRequest = [neverStored.onRequest, ...[route.onRequest ?? []].flat()]
  })
}

/** Done, and there is nothing to show: 204. */
export function sendNothing(reply: FastifyReply): FastifyReply {
  return reply.status(204).send()
}

/**
 * Sends the reader of a former slug to the present one, with the query that they came with: an answer without a body, which
 * the handler gives back.
 */
export function redirectToSlug(reply: FastifyReply, base: string, slug: string, search = ''): string {
  reply
    .status(301)
    .type('text/plain; charset=utf-8')
    .header('location', `${base}/${encodeURIComponent(slug)}${search}`)
  return ''
}

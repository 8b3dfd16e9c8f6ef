import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type TObject, Type } from 'typebox'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { delivery } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { toAtom } from './atom.ts'
import { authorFeed, type DatedFeed, latestFeed, sectionFeed, tagFeed } from './delivery.ts'
import { type FeedFormat, FeedQuery, feedTypes, feedUrl, LatestFeedQuery } from './feed.ts'
import { toJsonFeed } from './json-feed.ts'
import { toRss } from './rss.ts'

const format = Type.Enum(['rss', 'atom', 'json'], { description: 'RSS 2.0, Atom or JSON Feed 1.1.' })
const slug = (noun: string) => Type.String({ description: `The slug of ${noun}; a former one redirects.` })

/** The types of an answer that is no JSON of ours. */
export function answering(operation: ReturnType<typeof delivery>, types: string[], description: string) {
  const content = Object.fromEntries(types.map((type) => [type.split(';')[0], { schema: Type.String() }]))
  const response = { ...(operation.schema.response as object), 200: { description, content } }
  return { ...operation, schema: { ...operation.schema, response } }
}

function feedOperation(id: string, summary: string, params: TObject, query: TObject = FeedQuery) {
  const described = delivery({ id, group: 'Feeds', summary, params, query, answer: null, status: 200 })
  return answering(described, Object.values(feedTypes), 'The feed in the form that was asked for.')
}

/** What the OpenAPI document says of each. */
const operations = {
  latest: feedOperation('getLatestFeed', 'Feed of the newest stories', Type.Object({ format }), LatestFeedQuery),
  tag: feedOperation('getTagFeed', 'Feed of a tag', Type.Object({ slug: slug('a tag'), format })),
  section: feedOperation('getSectionFeed', 'Feed of a section', Type.Object({ slug: slug('a section'), format })),
  author: feedOperation('getAuthorFeed', 'Feed of an author', Type.Object({ slug: slug('an author'), format })),
}

const writers = { rss: toRss, atom: toAtom, json: toJsonFeed }

type ByFormat = { Params: { format: string } }
type BySlug = { Params: { slug: string; format: string } }

export function feedRoutes(app: FastifyInstance): void {
  app.get<ByFormat>('/feeds/latest.:format', operations.latest, async (request, reply) =>
    sendFeed(request, reply, (ctx) => latestFeed(ctx, queryOf(request, LatestFeedQuery))),
  )
  app.get<BySlug>('/feeds/tags/:slug.:format', operations.tag, async (request, reply) =>
    sendFeed(request, reply, (ctx) => tagFeed(ctx, request.params.slug, queryOf(request, FeedQuery))),
  )
  app.get<BySlug>('/feeds/sections/:slug.:format', operations.section, async (request, reply) =>
    sendFeed(request, reply, (ctx) => sectionFeed(ctx, request.params.slug, queryOf(request, FeedQuery))),
  )
  app.get<BySlug>('/feeds/authors/:slug.:format', operations.author, async (request, reply) =>
    sendFeed(request, reply, (ctx) => authorFeed(ctx, request.params.slug, queryOf(request, FeedQuery))),
  )
}

/** Writes a feed; one that stands elsewhere now is redirected to. */
async function sendFeed(
  request: FastifyRequest<ByFormat>,
  reply: FastifyReply,
  read: (ctx: Ctx) => Promise<DatedFeed>,
): Promise<string> {
  const { ctx, url } = request
  const form = formatOf(request.params.format)
  const { feed, changedAt } = await read(ctx)
  const { path, query, hubUrl } = feed
  if (url.split('?')[0] !== `${path}.${form}`) return redirect(reply, `${path}.${form}${query}`)
  if (changedAt) reply.header('last-modified', changedAt.toUTCString())
  if (hubUrl) reply.header('link', `<${hubUrl}>; rel="hub", <${feedUrl(feed, form, ctx.site)}>; rel="self"`)
  reply.type(feedTypes[form])
  return writers[form](feed, ctx.site)
}

function formatOf(given: string): FeedFormat {
  if (!Object.hasOwn(feedTypes, given)) throw notFound('feed of the form', given)
  return given as FeedFormat
}

/** An answer without a body, as for a former slug: see `redirectToSlug`. */
function redirect(reply: FastifyReply, location: string): string {
  reply.status(301).header('location', location).type('text/plain; charset=utf-8')
  return ''
}

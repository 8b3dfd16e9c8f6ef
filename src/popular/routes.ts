import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../core/errors.ts'
import { jsonBody } from '../rest/json-body.ts'
import { delivery, editorial, IdParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { sendNothing } from '../rest/respond.ts'
import type { ViewCounts } from './counting.ts'
import { mostPopular, recordBeacon, recordView, trending } from './delivery.ts'
import { articleViews } from './editorial.ts'
import { ArticleViews, MostPopularQuery, PopularStories, PopularStory, TrendingQuery } from './popular.ts'
import { mostBytes, ViewInput } from './view.ts'

export const popularShapes = [PopularStory, PopularStories, ViewInput, ArticleViews]

/** What the OpenAPI document says of each. */
const operations = {
  mostPopular: delivery({
    id: 'listMostPopular',
    group: 'Popular',
    summary: 'The live stories that are read most',
    query: MostPopularQuery,
    answer: PopularStories,
  }),
  trending: delivery({
    id: 'listTrending',
    group: 'Popular',
    summary: 'The live stories that are read more than they use to be',
    query: TrendingQuery,
    answer: PopularStories,
  }),
  recordView: delivery({
    id: 'recordView',
    group: 'Popular',
    summary: 'Tell that a reader is at a story; 204 whether there is such a story or not',
    params: IdParams,
    body: ViewInput,
    answer: null,
    status: 204,
    isKept: false,
    isBeacon: true,
    refusals: [405, 413],
  }),
  articleViews: editorial({
    id: 'getArticleViews',
    group: 'Editorial: articles',
    summary: 'How much a story is read',
    params: IdParams,
    answer: ArticleViews,
  }),
}

/** Where a page tells of its reader. */
export const viewsAddress = '/v1/articles/:id/views'

type ById = { Params: { id: string } }

export function popularRoutes(app: FastifyInstance): void {
  app.get('/v1/most-popular', operations.mostPopular, async (request) =>
    mostPopular(request.ctx, queryOf(request, MostPopularQuery)),
  )
  app.get('/v1/trending', operations.trending, async (request) =>
    trending(request.ctx, queryOf(request, TrendingQuery)),
  )
  app.get<ById>('/v1/editorial/articles/:id/views', operations.articleViews, async (request) =>
    articleViews(request.ctx, request.params.id),
  )
  app.register((scope, _options, done) => {
    viewRoutes(scope)
    done()
  })
  measureViews(app)
}

/** In a scope of its own, for it takes bodies that nothing else takes: what `navigator.sendBeacon` sends without asking leave. */
function viewRoutes(scope: FastifyInstance): void {
  const readJson = jsonBody(scope)
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes: Buffer, done) =>
    bytes.length === 0 ? done(null) : readJson(request, bytes, done),
  )
  scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, text, done) => done(null, text))
  scope.route({
    method: ['GET', 'PUT', 'PATCH', 'DELETE'],
    url: viewsAddress,
    schema: { hide: true },
    handler: refuseMethod,
  })
  scope.post<ById>(viewsAddress, { ...operations.recordView, bodyLimit: mostBytes }, async (request, reply) => {
    const { ctx, params, body } = request
    if (isJson(request)) recordView(ctx, params.id, body ?? {})
    else recordBeacon(ctx, params.id, typeof body === 'string' ? body : '')
    return sendNothing(reply)
  })
}

function isJson({ headers }: FastifyRequest): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')
}

async function refuseMethod({ method }: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('allow', 'POST')
  throw new Refusal('method_not_allowed', `${method} is not for this address; send a POST`)
}

const atTheDoor = ['accepted', 'folded', 'bot', 'flood', 'malformed', 'dropped'] as const

function measureViews(app: FastifyInstance): void {
  const counts = () => app.popularity.counts()
  const chosen = (names: readonly (keyof ViewCounts)[]) =>
    Object.fromEntries(names.map((name) => [name, counts()[name]]))
  app.measure({
    ...{ name: 'dateline_views_total', help: 'Visits that were told, by what became of them.', type: 'counter' },
    read: () => ({ label: 'outcome', values: chosen(atTheDoor) }),
  })
  app.measure({
    ...{
      name: 'dateline_views_written_total',
      help: 'Views that were written, and of no live story.',
      type: 'counter',
    },
    read: () => ({ label: 'outcome', values: chosen(['flushed', 'unknown']) }),
  })
  app.measure({
    ...{ name: 'dateline_views_pending', help: 'Stories and minutes that wait to be written.', type: 'gauge' },
    read: () => counts().pending,
  })
}

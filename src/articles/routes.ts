import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Count } from '../core/count.ts'
import { invalidInput } from '../core/errors.ts'
import { formatOf, ninjsType, toNinjs } from '../exports/ninjs.ts'
import { delivery, KeyParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { countedPageOf, redirectToSlug, sendCountedPage } from '../rest/respond.ts'
import { namesOf, selectionOf, sendChosen, sendChosenPage } from '../rest/selection.ts'
import { ArticleContent, ArticleInput, ArticlePatch } from './article.ts'
import { ArticleDraft } from './article-draft.ts'
import { ArticleLink } from './article-link.ts'
import { articleByKey, partOfArticle } from './delivery.ts'
import { listArticles } from './list.ts'
import { ArticleSummary, PublicArticle } from './public-article.ts'
import { ArticleQuery, StoryQuery } from './query.ts'
import { Resolution, ResolveQuery, resolvePath } from './resolve.ts'
import { ListedArticle, readShown, topOf } from './selection.ts'
import { verbShapes } from './verbs.ts'

export const articleShapes = [
  ArticleLink,
  ArticleSummary,
  PublicArticle,
  Count,
  Resolution,
  ArticleContent,
  ArticleDraft,
  ArticleInput,
  ArticlePatch,
  ...verbShapes,
]

/** What the OpenAPI document says of each. */
const operations = {
  listArticles: delivery({
    id: 'listArticles',
    group: 'Articles',
    summary: 'Live stories, newest first unless sort says otherwise',
    query: ArticleQuery,
    answer: countedPageOf(ListedArticle),
  }),
  getArticle: delivery({
    id: 'getArticle',
    group: 'Articles',
    summary: 'One live story; a former slug redirects, a withdrawn or killed story answers 410',
    params: KeyParams,
    query: StoryQuery,
    answer: PublicArticle,
    refusals: [410],
  }),
  resolvePath: delivery({
    id: 'resolvePath',
    group: 'Articles',
    summary: 'What a path of the site leads to; 404 when nowhere',
    query: ResolveQuery,
    answer: Resolution,
    refusals: [404],
  }),
}

type ByKey = { Params: { idOrSlug: string } }

const searchOf = ({ url }: FastifyRequest) => (url.includes('?') ? url.slice(url.indexOf('?')) : '')

async function sendArticles(request: FastifyRequest, reply: FastifyReply) {
  const { fields, include, ...query } = queryOf(request, ArticleQuery)
  const { names, shown, isCounted } = readShown(namesOf(fields), namesOf(include))
  const selection = selectionOf(request, names, PublicArticle)
  const page = await sendCountedPage(request, reply, await listArticles(request.ctx, { ...query, shown }), isCounted)
  return selection ? sendChosenPage(request, reply, page, { selection, shape: PublicArticle }) : page
}

/** The story as agencies and archives exchange it. */
async function sendNinjs(request: FastifyRequest<ByKey>, reply: FastifyReply, fields: unknown): Promise<string> {
  const { ctx, params } = request
  if (fields != null)
    throw invalidInput([{ path: 'fields', message: 'cannot stand beside format=ninjs, which is whole' }])
  const article = await articleByKey(ctx, params.idOrSlug)
  if (![article.id, article.slug].includes(params.idOrSlug))
    return redirectToSlug(reply, '/v1/articles', article.slug, searchOf(request))
  reply.header('content-type', ninjsType)
  return JSON.stringify(toNinjs(article, ctx.site))
}

export function articleRoutes(app: FastifyInstance): void {
  app.get('/v1/articles', operations.listArticles, async (request, reply) => sendArticles(request, reply))
  app.get<ByKey>('/v1/articles/:idOrSlug', operations.getArticle, async (request, reply) => {
    const { idOrSlug } = request.params
    const { fields, format } = queryOf(request, StoryQuery)
    if (formatOf(format) === 'ninjs') return sendNinjs(request, reply, fields)
    const names = namesOf(fields)
    const selection = selectionOf(request, names, PublicArticle)
    const article = names
      ? await partOfArticle(request.ctx, idOrSlug, topOf(names))
      : await articleByKey(request.ctx, idOrSlug)
    if (![article.id, article.slug].includes(idOrSlug))
      return redirectToSlug(reply, '/v1/articles', article.slug, searchOf(request))
    return selection ? sendChosen(request, reply, article, { selection, shape: PublicArticle }) : article
  })
  app.get('/v1/resolve', operations.resolvePath, async (request) =>
    resolvePath(request.ctx, queryOf(request, ResolveQuery)),
  )
}

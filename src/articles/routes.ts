import type { FastifyInstance } from 'fastify'
import { delivery, KeyParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { pageOf, redirectToSlug, sendPage } from '../rest/respond.ts'
import { ArticleContent, ArticleInput, ArticlePatch } from './article.ts'
import { ArticleDraft } from './article-draft.ts'
import { ArticleLink } from './article-link.ts'
import { articleByKey } from './delivery.ts'
import { ArticleQuery, listArticles } from './list.ts'
import { ArticleSummary, PublicArticle } from './public-article.ts'
import { Resolution, ResolveQuery, resolvePath } from './resolve.ts'
import { verbShapes } from './verbs.ts'

export const articleShapes = [
  ArticleLink,
  ArticleSummary,
  PublicArticle,
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
    summary: 'Live stories, newest first',
    query: ArticleQuery,
    answer: pageOf(ArticleSummary),
  }),
  getArticle: delivery({
    id: 'getArticle',
    group: 'Articles',
    summary: 'One live story; a former slug redirects, a withdrawn or killed story answers 410',
    params: KeyParams,
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

export function articleRoutes(app: FastifyInstance): void {
  app.get('/v1/articles', operations.listArticles, async (request, reply) =>
    sendPage(request, reply, await listArticles(request.ctx, queryOf(request, ArticleQuery))),
  )
  app.get<{ Params: { idOrSlug: string } }>('/v1/articles/:idOrSlug', operations.getArticle, async (request, reply) => {
    const { idOrSlug } = request.params
    const article = await articleByKey(request.ctx, idOrSlug)
    return [article.id, article.slug].includes(idOrSlug) ? article : redirectToSlug(reply, '/v1/articles', article.slug)
  })
  app.get('/v1/resolve', operations.resolvePath, async (request) =>
    resolvePath(request.ctx, queryOf(request, ResolveQuery)),
  )
}

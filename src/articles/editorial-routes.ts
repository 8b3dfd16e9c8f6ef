import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendPage, sendRecord } from '../rest/respond.ts'
import { ArticleInput, ArticlePatch } from './article.ts'
import { ArticleDraft, DraftQuery } from './article-draft.ts'
import { articleDraft, listArticleDrafts } from './drafts.ts'
import { createArticle, reviseArticle } from './editorial.ts'

type ById = { Params: { id: string } }

const group = 'Editorial: articles'

/** What the OpenAPI document says of each. */
const operations = {
  listArticleDrafts: editorial({
    id: 'listArticleDrafts',
    group,
    summary: 'Stories, last changed first',
    query: DraftQuery,
    answer: pageOf(ArticleDraft),
  }),
  createArticle: editorial({
    id: 'createArticle',
    group,
    summary: 'A new story, as a draft',
    body: ArticleInput,
    answer: ArticleDraft,
    status: 201,
    refusals: [409, 422],
  }),
  getArticleDraft: editorial({
    id: 'getArticleDraft',
    group,
    summary: 'One story with its newest content',
    params: IdParams,
    answer: ArticleDraft,
  }),
  reviseArticle: editorial({
    id: 'reviseArticle',
    group,
    summary: 'A new revision; readers see nothing of it',
    params: IdParams,
    body: ArticlePatch,
    answer: ArticleDraft,
    refusals: [409, 412, 422],
  }),
}

export function articleEditorialRoutes(app: FastifyInstance): void {
  app.get('/v1/editorial/articles', operations.listArticleDrafts, async (request, reply) =>
    sendPage(request, reply, await listArticleDrafts(request.ctx, queryOf(request, DraftQuery))),
  )
  app.post('/v1/editorial/articles', operations.createArticle, async (request, reply) =>
    sendCreated(request, reply, await createArticle(request.ctx, request.body)),
  )
  app.get<ById>('/v1/editorial/articles/:id', operations.getArticleDraft, async (request, reply) =>
    sendRecord(reply, await articleDraft(request.ctx, request.params.id)),
  )
  app.patch<ById>('/v1/editorial/articles/:id', operations.reviseArticle, async (request, reply) =>
    sendRecord(reply, await reviseArticle(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendPage, sendRecord } from '../rest/respond.ts'
import { ArticleInput, ArticlePatch, PublishInput, WithdrawInput } from './article.ts'
import { ArticleDraft, DraftQuery, Revision, RevisionQuery } from './article-draft.ts'
import { articleDraft, listArticleDrafts, listRevisions, revisionByNumber } from './drafts.ts'
import { createArticle, reviseArticle } from './editorial.ts'
import { publishArticle, withdrawArticle } from './publish.ts'

type ById = { Params: { id: string } }

const group = 'Editorial: articles'
const RevisionParams = Type.Object({
  ...IdParams.properties,
  number: Type.String({ description: 'Number of the revision.' }),
})

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
  publishArticle: editorial({
    id: 'publishArticle',
    group,
    summary: 'Show a revision to readers',
    params: IdParams,
    body: PublishInput,
    answer: ArticleDraft,
    refusals: [409, 412, 422],
  }),
  withdrawArticle: editorial({
    id: 'withdrawArticle',
    group,
    summary: 'Take a story from readers',
    params: IdParams,
    body: WithdrawInput,
    answer: ArticleDraft,
    refusals: [409, 412],
  }),
  listRevisions: editorial({
    id: 'listRevisions',
    group,
    summary: 'The revisions of a story, newest first',
    params: IdParams,
    query: RevisionQuery,
    answer: pageOf(Revision),
  }),
  getRevision: editorial({
    id: 'getRevision',
    group,
    summary: 'One revision of a story',
    params: RevisionParams,
    answer: Revision,
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
  app.post<ById>('/v1/editorial/articles/:id/publish', operations.publishArticle, async (request, reply) =>
    sendRecord(reply, await publishArticle(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.post<ById>('/v1/editorial/articles/:id/withdraw', operations.withdrawArticle, async (request, reply) =>
    sendRecord(reply, await withdrawArticle(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.get<ById>('/v1/editorial/articles/:id/revisions', operations.listRevisions, async (request, reply) =>
    sendPage(request, reply, await listRevisions(request.ctx, request.params.id, queryOf(request, RevisionQuery))),
  )
  app.get<{ Params: { id: string; number: string } }>(
    '/v1/editorial/articles/:id/revisions/:number',
    operations.getRevision,
    async (request) => revisionByNumber(request.ctx, request.params.id, numberIn(request.params.number)),
  )
}

/** NaN for all but plain digits: JavaScript would read '1e3', '0x1' and the empty text as numbers. */
function numberIn(text: string): number {
  return /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { PublicArticle } from '../articles/public-article.ts'
import { named } from '../core/shapes.ts'
import { delivery, editorial, IdParams } from '../rest/operation.ts'
import { sendNothing } from '../rest/respond.ts'
import { createPreview, listPreviews, revokePreview } from './editorial.ts'
import { privateHeaders } from './headers.ts'
import { Preview, PreviewInput, PreviewToken } from './preview.ts'
import { previewByToken } from './reading.ts'

export const previewShapes = [Preview, PreviewToken, PreviewInput]

type ById = { Params: { id: string } }

const group = 'Editorial: previews'
const TokenParams = Type.Object({ token: Type.String({ description: 'The token of a preview.' }) })

/** What the OpenAPI document says of each. */
const operations = {
  getPreview: delivery({
    isKept: false,
    id: 'getPreview',
    group: 'Articles',
    summary: 'A revision as readers would see it, for whoever has its link',
    params: TokenParams,
    answer: PublicArticle,
    refusals: [409, 422],
  }),
  createPreview: editorial({
    id: 'createPreview',
    group,
    summary: 'A link to a revision for somebody without a key',
    params: IdParams,
    body: PreviewInput,
    answer: PreviewToken,
    status: 201,
    isVersioned: false,
    refusals: [409],
  }),
  listPreviews: editorial({
    id: 'listPreviews',
    group,
    summary: 'The links of a story that are still good, newest first',
    params: IdParams,
    answer: Type.Object({ data: Type.Array(named(Preview)) }),
  }),
  revokePreview: editorial({
    id: 'revokePreview',
    group,
    summary: 'Make a link useless',
    params: IdParams,
    answer: null,
    status: 204,
  }),
}

export function previewRoutes(app: FastifyInstance): void {
  app.get<{ Params: { token: string } }>('/v1/preview/:token', operations.getPreview, async (request, reply) => {
    reply.headers(privateHeaders)
    return previewByToken(request.ctx, request.params.token)
  })
  app.post<ById>('/v1/editorial/articles/:id/preview-token', operations.createPreview, async (request, reply) => {
    reply.status(201)
    return createPreview(request.ctx, request.params.id, request.body)
  })
  app.get<ById>('/v1/editorial/articles/:id/preview-tokens', operations.listPreviews, async (request) => ({
    data: await listPreviews(request.ctx, request.params.id),
  }))
  app.delete<ById>('/v1/editorial/preview-tokens/:id', operations.revokePreview, async (request, reply) => {
    await revokePreview(request.ctx, request.params.id)
    return sendNothing(reply)
  })
}

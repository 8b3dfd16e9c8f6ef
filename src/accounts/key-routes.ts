import type { FastifyInstance } from 'fastify'
import { editorial, IdParams } from '../rest/operation.ts'
import { queryOf } from '../rest/query.ts'
import { pageOf, sendNothing, sendPage } from '../rest/respond.ts'
import { ApiKey, ApiKeyInput, ApiKeyQuery, NewApiKey, RotateInput } from './key.ts'
import { apiKey, createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from './keys.ts'

export const keyShapes = [ApiKey, ApiKeyInput, NewApiKey, RotateInput]

type ById = { Params: { id: string } }

const group = 'Editorial: keys'

/** What the OpenAPI document says of each. */
const operations = {
  listApiKeys: editorial({
    id: 'listApiKeys',
    group,
    summary: 'Keys, newest first',
    query: ApiKeyQuery,
    answer: pageOf(ApiKey),
  }),
  createApiKey: editorial({
    id: 'createApiKey',
    group,
    summary: 'A new key, which is shown once',
    body: ApiKeyInput,
    answer: NewApiKey,
    status: 201,
    refusals: [422],
  }),
  getApiKey: editorial({ id: 'getApiKey', group, summary: 'One key', params: IdParams, answer: ApiKey }),
  rotateApiKey: editorial({
    id: 'rotateApiKey',
    group,
    summary: 'A new key in the place of another',
    params: IdParams,
    body: RotateInput,
    answer: NewApiKey,
    status: 201,
    isVersioned: false,
    refusals: [409],
  }),
  revokeApiKey: editorial({
    id: 'revokeApiKey',
    group,
    summary: 'End a key',
    params: IdParams,
    answer: null,
    status: 204,
  }),
}

export function keyRoutes(app: FastifyInstance): void {
  const path = '/v1/editorial/api-keys'
  app.get(path, operations.listApiKeys, async (request, reply) =>
    sendPage(request, reply, await listApiKeys(request.ctx, queryOf(request, ApiKeyQuery))),
  )
  app.post(path, operations.createApiKey, async (request, reply) => {
    const made = await createApiKey(request.ctx, request.body)
    return reply.status(201).header('location', `${path}/${made.record.id}`).send(made)
  })
  app.get<ById>(`${path}/:id`, operations.getApiKey, (request) => apiKey(request.ctx, request.params.id))
  app.post<ById>(`${path}/:id/rotate`, operations.rotateApiKey, async (request, reply) => {
    const made = await rotateApiKey(request.ctx, request.params.id, request.body)
    return reply.status(201).header('location', `${path}/${made.record.id}`).send(made)
  })
  app.delete<ById>(`${path}/:id`, operations.revokeApiKey, async (request, reply) => {
    await revokeApiKey(request.ctx, request.params.id)
    return sendNothing(reply)
  })
}

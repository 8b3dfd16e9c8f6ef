import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { editorial, IdParams } from '../rest/operation.ts'
import { ifMatch, queryOf } from '../rest/query.ts'
import { pageOf, sendCreated, sendNothing, sendPage, sendRecord } from '../rest/respond.ts'
import { deliveryById, listDeliveries } from './deliveries.ts'
import { DeliveryQuery, WebhookAttempt, WebhookDelivery } from './delivery-log.ts'
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
  webhookById,
} from './editorial.ts'
import { redeliver, redeliverRange, testWebhook } from './redeliver.ts'
import {
  Redelivery,
  Webhook,
  WebhookInput,
  WebhookPatch,
  WebhookQuery,
  WebhookRange,
  WebhookRotation,
} from './webhook.ts'

export const webhookShapes = [
  ...[Webhook, WebhookInput, WebhookPatch, WebhookRotation, WebhookRange, Redelivery],
  ...[WebhookAttempt, WebhookDelivery],
]

type ById = { Params: { id: string } }
type ByDelivery = { Params: { id: string; deliveryId: string } }

const path = '/v1/editorial/webhooks'
const group = 'Editorial: webhooks'
const DeliveryParams = Type.Object({
  ...IdParams.properties,
  deliveryId: Type.String({ description: 'The id of the delivery.' }),
})

/** What the OpenAPI document says of each. */
const operations = {
  listWebhooks: editorial({
    id: 'listWebhooks',
    group,
    summary: 'Endpoints, newest first',
    query: WebhookQuery,
    answer: pageOf(Webhook),
  }),
  createWebhook: editorial({
    id: 'createWebhook',
    group,
    summary: 'A new endpoint; the answer alone shows its secret',
    body: WebhookInput,
    answer: Webhook,
    status: 201,
    refusals: [422],
  }),
  getWebhook: editorial({ id: 'getWebhook', group, summary: 'One endpoint', params: IdParams, answer: Webhook }),
  updateWebhook: editorial({
    id: 'updateWebhook',
    group,
    summary: 'Change, disable or enable an endpoint',
    params: IdParams,
    body: WebhookPatch,
    answer: Webhook,
    refusals: [412, 422],
  }),
  deleteWebhook: editorial({
    id: 'deleteWebhook',
    group,
    summary: 'Remove an endpoint and its deliveries',
    params: IdParams,
    answer: null,
    status: 204,
    isVersioned: true,
    refusals: [412],
  }),
  rotateWebhookSecret: editorial({
    id: 'rotateWebhookSecret',
    group,
    summary: 'A new secret; the former one signs too for a while',
    params: IdParams,
    body: WebhookRotation,
    answer: Webhook,
    refusals: [412],
  }),
  testWebhook: editorial({
    id: 'testWebhook',
    group,
    summary: 'Send an event of type webhook.test',
    params: IdParams,
    answer: WebhookDelivery,
    status: 202,
    refusals: [409],
  }),
  redeliverRange: editorial({
    id: 'redeliverRange',
    group,
    summary: 'Send the events of a time again',
    params: IdParams,
    body: WebhookRange,
    answer: Redelivery,
    status: 202,
    isVersioned: false,
    refusals: [409],
  }),
  listDeliveries: editorial({
    id: 'listDeliveries',
    group,
    summary: 'Deliveries to an endpoint, newest first, with every attempt',
    params: IdParams,
    query: DeliveryQuery,
    answer: pageOf(WebhookDelivery),
  }),
  getDelivery: editorial({
    id: 'getDelivery',
    group,
    summary: 'One delivery',
    params: DeliveryParams,
    answer: WebhookDelivery,
  }),
  redeliver: editorial({
    id: 'redeliver',
    group,
    summary: 'Send a delivery again',
    params: DeliveryParams,
    answer: WebhookDelivery,
    status: 202,
    refusals: [409],
  }),
}

export function webhookRoutes(app: FastifyInstance): void {
  app.get(path, operations.listWebhooks, async (request, reply) =>
    sendPage(request, reply, await listWebhooks(request.ctx, queryOf(request, WebhookQuery))),
  )
  app.post(path, operations.createWebhook, async (request, reply) =>
    sendCreated(request, reply, await createWebhook(request.ctx, request.body)),
  )
  app.get<ById>(`${path}/:id`, operations.getWebhook, async (request, reply) =>
    sendRecord(reply, await webhookById(request.ctx, request.params.id)),
  )
  app.patch<ById>(`${path}/:id`, operations.updateWebhook, async (request, reply) =>
    sendRecord(reply, await updateWebhook(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  app.delete<ById>(`${path}/:id`, operations.deleteWebhook, async (request, reply) => {
    await deleteWebhook(request.ctx, request.params.id, ifMatch(request))
    return sendNothing(reply)
  })
  app.post<ById>(`${path}/:id/rotate`, operations.rotateWebhookSecret, async (request, reply) =>
    sendRecord(reply, await rotateWebhookSecret(request.ctx, request.params.id, request.body, ifMatch(request))),
  )
  addSending(app)
}

function addSending(app: FastifyInstance): void {
  app.post<ById>(`${path}/:id/test`, operations.testWebhook, async (request, reply) =>
    reply.status(202).send(await testWebhook(request.ctx, request.params.id)),
  )
  app.post<ById>(`${path}/:id/redeliver`, operations.redeliverRange, async (request, reply) =>
    reply.status(202).send(await redeliverRange(request.ctx, request.params.id, request.body)),
  )
  app.get<ById>(`${path}/:id/deliveries`, operations.listDeliveries, async (request, reply) =>
    sendPage(request, reply, await listDeliveries(request.ctx, request.params.id, queryOf(request, DeliveryQuery))),
  )
  app.get<ByDelivery>(`${path}/:id/deliveries/:deliveryId`, operations.getDelivery, async (request) =>
    deliveryById(request.ctx, request.params.id, request.params.deliveryId),
  )
  app.post<ByDelivery>(`${path}/:id/deliveries/:deliveryId/redeliver`, operations.redeliver, async (request, reply) =>
    reply.status(202).send(await redeliver(request.ctx, request.params.id, request.params.deliveryId)),
  )
}

import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { deliveryById, listDeliveries } from './deliveries.ts'
import {
  createWebhook,
  deleteWebhook,
  listWebhooks,
  rotateWebhookSecret,
  updateWebhook,
  webhookById,
} from './editorial.ts'
import { redeliver, redeliverRange, testWebhook } from './redeliver.ts'

export const webhookResolvers = {
  Query: {
    webhook: (_, { id }, { ctx }) => orNull(webhookById(ctx, id)),
    webhooks: (_, args, { ctx }) => listWebhooks(ctx, args),
  },
  Mutation: {
    createWebhook: (_, { input }, { ctx }) => createWebhook(ctx, input),
    updateWebhook: (_, { id, input, expectedVersion }, { ctx }) => updateWebhook(ctx, id, input, expectedVersion),
    deleteWebhook: (_, { id, expectedVersion }, { ctx }) => deleteWebhook(ctx, id, expectedVersion),
    rotateWebhookSecret: (_, { id, expectedVersion, ...rotation }, { ctx }) =>
      rotateWebhookSecret(ctx, id, rotation, expectedVersion),
    testWebhook: (_, { id }, { ctx }) => testWebhook(ctx, id),
    redeliver: (_, { id, deliveryId }, { ctx }) => redeliver(ctx, id, deliveryId),
    redeliverRange: (_, { id, ...range }, { ctx }) => redeliverRange(ctx, id, range),
  },
  Webhook: {
    deliveries: ({ id }, args, { ctx }) => listDeliveries(ctx, id, args),
    delivery: ({ id }, args, { ctx }) => orNull(deliveryById(ctx, id, args.id)),
  },
  WebhookConnection: connection,
  WebhookDeliveryConnection: connection,
} satisfies Resolvers

import type { Ctx, Transaction } from '../core/ctx.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { DeliveryQuery, toWebhookDelivery, type WebhookDelivery } from './delivery-log.ts'
import { behind, webhookOr404 } from './editorial.ts'

/** The log of a delivery, in the order of its attempts. */
const withLog = {
  log: { orderBy: [{ at: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.WebhookDeliveryInclude

/** Deliveries of an endpoint, newest first. @throws not_found for an unknown endpoint. */
export async function listDeliveries(ctx: Ctx, webhookId: string, input: unknown): Promise<Page<WebhookDelivery>> {
  allow(ctx.caller, 'webhook', 'read')
  const { status, ...page } = parse(DeliveryQuery, input)
  const request = readPage(page, `webhook-deliveries:${webhookId}:${status ?? ''}`, 'instant')
  const { id: endpointId } = await webhookOr404(ctx.db, webhookId)
  const rows = await ctx.db.webhookDelivery.findMany({
    where: { endpointId, ...(status && { status }), ...behind(request.after) },
    include: withLog,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }), toWebhookDelivery)
}

/** One delivery of an endpoint. @throws not_found */
export async function deliveryById(ctx: Ctx, webhookId: string, id: string): Promise<WebhookDelivery> {
  allow(ctx.caller, 'webhook', 'read')
  return toWebhookDelivery(await deliveryOr404(ctx.db, webhookId, id))
}

/** The row of a delivery of this endpoint, with its log. @throws not_found */
export async function deliveryOr404(tx: Transaction, webhookId: string, id: string) {
  const { id: endpointId } = await webhookOr404(tx, webhookId)
  return rowOr404('delivery', id, (known) =>
    tx.webhookDelivery.findFirst({ where: { id: known, endpointId }, include: withLog }),
  )
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { Prisma } from '../db/generated/client.ts'
import { deliveryOr404 } from './deliveries.ts'
import { toWebhookDelivery, type WebhookDelivery } from './delivery-log.ts'
import { heldWebhook } from './editorial.ts'
import { type Entry, insertDeliveries } from './make-deliveries.ts'
import { isPurger, isTakedown } from './matching.ts'
import { testPayloadOf } from './payload.ts'
import { purgeEvent, type Redelivery, sentNouns, WebhookRange } from './webhook.ts'

/** Events that one request sends again at most. */
const maxRange = 10_000

/** An event of type `webhook.test`, due at once. @throws not_found, conflict when the endpoint is disabled. */
export async function testWebhook(ctx: Ctx, id: string): Promise<WebhookDelivery> {
  allow(ctx.caller, 'webhook', 'send')
  return ctx.tx(async (tx) => {
    const { id: endpointId } = await activeWebhook(tx, id)
    const eventId = ctx.newId()
    const now = await ctx.databaseNow(tx)
    return addDelivery(ctx, tx, now, {
      ...{ endpointId, eventId, number: null, type: 'webhook.test' },
      body: testPayloadOf(endpointId, eventId, now),
    })
  })
}

/**
 * Sends a delivery again, with the same event id and the same body. Answers with the new delivery.
 * @throws not_found, conflict when the endpoint is disabled, or the story is under embargo now.
 */
export async function redeliver(ctx: Ctx, webhookId: string, id: string): Promise<WebhookDelivery> {
  allow(ctx.caller, 'webhook', 'send')
  return ctx.tx(async (tx) => {
    const endpoint = await activeWebhook(tx, webhookId)
    const { endpointId, eventId, type, number, body } = await deliveryOr404(tx, webhookId, id)
    const now = await ctx.databaseNow(tx)
    if (type !== purgeEvent) await requireNoEmbargo(tx, eventId, now)
    const again = await addDelivery(ctx, tx, now, { endpointId, eventId, type, number, body })
    await recordRedelivery(ctx, tx, endpoint, 1)
    return again
  })
}

/**
 * Sends the events of a time again, those from before the endpoint was made and while it was disabled among them, as its filters
 * are now. `onlyFailed`: without those that it had or that are on their way.
 * @throws not_found, invalid_input, conflict when the endpoint is disabled, limit_exceeded for more than 10,000 events.
 */
export async function redeliverRange(ctx: Ctx, id: string, input: unknown): Promise<Redelivery> {
  allow(ctx.caller, 'webhook', 'send')
  const range = parse(WebhookRange, input)
  const [from, to] = [new Date(range.from), new Date(range.to)]
  if (from >= to) throw invalidInput([{ path: 'to', message: 'must be later than from' }])
  return ctx.tx(async (tx) => {
    const endpoint = await activeWebhook(tx, id)
    const entries = await entriesOf(tx, endpoint, from, to, range.onlyFailed ?? false)
    const count = await insertDeliveries(ctx, tx, [{ ...endpoint, madeAt: -1n }], entries)
    await recordRedelivery(ctx, tx, endpoint, count)
    return { count }
  })
}

type Endpoint = Awaited<ReturnType<typeof activeWebhook>>

async function activeWebhook(tx: Transaction, id: string) {
  const endpoint = await heldWebhook(tx, id)
  if (endpoint.status === 'DISABLED')
    throw new Refusal('conflict', `webhook ${endpoint.id} is disabled; set its status to ACTIVE first`)
  return endpoint
}

async function addDelivery(
  ctx: Ctx,
  tx: Transaction,
  now: Date,
  event: Pick<Prisma.WebhookDeliveryUncheckedCreateInput, 'endpointId' | 'eventId' | 'type' | 'number' | 'body'>,
): Promise<WebhookDelivery> {
  const due = { createdAt: now, nextAttemptAt: now }
  const row = await tx.webhookDelivery.create({ data: { id: ctx.newId(), ...event, ...due } })
  return toWebhookDelivery({ ...row, log: [] })
}

async function requireNoEmbargo(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const entry = await tx.journalEntry.findUnique({ where: { id: eventId }, select: { subjectId: true, type: true } })
  if (entry && isTakedown(entry)) return
  const story = entry && (await tx.article.findUnique({ where: { id: entry.subjectId } }))
  if (story?.embargoedAt && (!story.embargoUntil || story.embargoUntil > now))
    throw new Refusal('embargoed', `article ${story.id} is under embargo; nothing of it is sent until that ends`)
}

async function entriesOf(
  tx: Transaction,
  { id, events }: Endpoint,
  from: Date,
  to: Date,
  onlyFailed: boolean,
): Promise<Entry[]> {
  const nouns =
    events.length === 0 || isPurger({ events })
      ? [...sentNouns]
      : events.flatMap((each) => /^(\w+)\.\*$/.exec(each)?.[1] ?? [])
  const hadNone = Prisma.sql`AND NOT EXISTS (
    SELECT 1 FROM webhook_delivery delivery
    WHERE delivery."endpointId" = ${id}::uuid AND delivery.number = entry.number AND delivery.status <> 'FAILED')`
  const entries = await tx.$queryRaw<Entry[]>`
    SELECT id, number, type, "subjectId", sequence, version, data, "isPublic", keys, "occurredAt" FROM journal_entry entry
    WHERE "occurredAt" >= ${from}::timestamptz AND "occurredAt" < ${to}::timestamptz
      AND (type = ANY (${events}) OR split_part(type, '.', 1) = ANY (${nouns}))
      ${onlyFailed ? hadNone : Prisma.empty}
    ORDER BY number LIMIT ${maxRange + 1}`
  if (entries.length > maxRange)
    throw new Refusal(
      'limit_exceeded',
      `to: there are more than ${maxRange} events in that time; ask for less of it at once`,
      {
        faults: [{ path: 'to', message: `the maximum is ${maxRange} events` }],
      },
    )
  return entries
}

async function recordRedelivery(ctx: Ctx, tx: Transaction, { id, version }: Endpoint, count: number): Promise<void> {
  await recordEvent(ctx, tx, { type: 'webhook.redelivered', subjectId: id, version, data: { count } })
}

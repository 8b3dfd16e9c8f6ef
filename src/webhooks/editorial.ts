import { randomBytes } from 'node:crypto'
import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { isPurger } from './matching.ts'
import { toSecret } from './signature.ts'
import {
  defaultOverlapSeconds,
  purgeEvent,
  toWebhook,
  type Webhook,
  WebhookInput,
  WebhookPatch,
  WebhookQuery,
  WebhookRotation,
} from './webhook.ts'

/** A new endpoint, which has every event from now on; the answer alone shows its secret. @throws invalid_input, missing_reference */
export async function createWebhook(ctx: Ctx, input: unknown): Promise<Webhook> {
  allow(ctx.caller, 'webhook', 'create')
  const { events = [], tagIds = [], ...fields } = parse(WebhookInput, input)
  requireCallable(ctx, fields.url)
  requireAlone(events, tagIds)
  const secret = newSecret()
  return ctx.tx(async (tx) => {
    await requireTags(tx, tagIds)
    const made = { id: ctx.newId(), createdAt: ctx.now, changedAt: ctx.now, createdBy: actorOf(ctx.caller) }
    const row = await tx.webhookEndpoint.create({ data: { ...fields, ...made, events, tagIds, secret } })
    await recordEvent(ctx, tx, { type: 'webhook.created', subjectId: row.id, version: row.version })
    return { ...toWebhook(row), secret }
  })
}

/**
 * A change of an endpoint. ACTIVE forgets why it was disabled and since when it failed; what waited for it is sent again.
 * @throws not_found, stale_version, invalid_input, missing_reference
 */
export async function updateWebhook(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<Webhook> {
  allow(ctx.caller, 'webhook', 'update')
  const patch = parse(WebhookPatch, input)
  if (patch.url !== undefined) requireCallable(ctx, patch.url)
  return ctx.tx(async (tx) => {
    const before = await heldWebhook(tx, id, expectedVersion)
    await requireTags(tx, patch.tagIds ?? [])
    requireAlone(patch.events ?? before.events, patch.tagIds ?? before.tagIds)
    const anew = patch.status === 'ACTIVE' ? { failingSince: null, disabledReason: null } : {}
    const data = { ...patch, ...anew, ...nextVersion(ctx, before) }
    const row = await tx.webhookEndpoint.update({ where: { id: before.id }, data })
    if (before.status === 'DISABLED' && row.status === 'ACTIVE') await beginAnew(ctx, tx, row.id)
    const isEnd = before.status === 'ACTIVE' && row.status === 'DISABLED'
    const type = isEnd ? 'webhook.disabled' : 'webhook.updated'
    await recordEvent(ctx, tx, { type, subjectId: row.id, version: row.version })
    return toWebhook(row)
  })
}

/** What waited is sent as if it were new: at once, and tried again for three days. */
async function beginAnew(ctx: Ctx, tx: Transaction, endpointId: string): Promise<void> {
  const now = await ctx.databaseNow(tx)
  const data = { attempts: 0, createdAt: now, nextAttemptAt: now, leasedUntil: null }
  await tx.webhookDelivery.updateMany({ where: { endpointId, status: 'PENDING' }, data })
}

/** Removes an endpoint and its deliveries; gives its id back. @throws not_found, stale_version */
export async function deleteWebhook(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'webhook', 'delete')
  return ctx.tx(async (tx) => {
    const before = await heldWebhook(tx, id, expectedVersion)
    await tx.webhookEndpoint.delete({ where: { id: before.id } })
    await recordEvent(ctx, tx, { type: 'webhook.deleted', subjectId: before.id, version: before.version + 1 })
    return before.id
  })
}

/** A new secret; the former one signs too for a while, so that the receiver can change over. @throws not_found, stale_version */
export async function rotateWebhookSecret(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<Webhook> {
  allow(ctx.caller, 'webhook', 'update')
  const { overlapSeconds } = parse(WebhookRotation, input ?? {})
  const secret = newSecret()
  return ctx.tx(async (tx) => {
    const before = await heldWebhook(tx, id, expectedVersion)
    const now = await ctx.databaseNow(tx)
    const previousUntil = new Date(now.getTime() + (overlapSeconds ?? defaultOverlapSeconds) * 1_000)
    const former = { previousSecret: before.secret, previousUntil }
    const data = { secret, ...former, ...nextVersion(ctx, before) }
    const row = await tx.webhookEndpoint.update({ where: { id: before.id }, data })
    await recordEvent(ctx, tx, { type: 'webhook.rotated', subjectId: row.id, version: row.version })
    return { ...toWebhook(row), secret }
  })
}

/** One endpoint. @throws not_found */
export async function webhookById(ctx: Ctx, id: string): Promise<Webhook> {
  allow(ctx.caller, 'webhook', 'read')
  return toWebhook(await webhookOr404(ctx.db, id))
}

/** Endpoints, newest first. */
export async function listWebhooks(ctx: Ctx, input: unknown): Promise<Page<Webhook>> {
  allow(ctx.caller, 'webhook', 'read')
  const request = readPage(parse(WebhookQuery, input), 'webhooks', 'instant')
  const rows = await ctx.db.webhookEndpoint.findMany({
    where: behind(request.after),
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }), toWebhook)
}

/** The row of an endpoint. @throws not_found */
export function webhookOr404(tx: Transaction, id: string) {
  return rowOr404('webhook', id, (known) => tx.webhookEndpoint.findUnique({ where: { id: known } }))
}

/** The row, held until the end of the transaction against others who change this endpoint. @throws not_found, stale_version */
export async function heldWebhook(tx: Transaction, id: string, expectedVersion?: number | null) {
  await holdLock(tx, `webhook:${id.toLowerCase()}`)
  const row = await webhookOr404(tx, id)
  await requireVersion(tx, 'webhook', row, expectedVersion)
  return row
}

/** Rows behind a position in a list by age, newest first. */
export function behind(after: Position | null) {
  if (!after) return {}
  const createdAt = new Date(after.key)
  return {
    OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }],
  } satisfies Prisma.WebhookEndpointWhereInput & Prisma.WebhookDeliveryWhereInput
}

function newSecret(): string {
  return toSecret(randomBytes(32))
}

/** Says at once what the guarded client would say of every delivery. */
function requireCallable(ctx: Ctx, url: string): void {
  const fault = ctx.outbound.faultOf(url)
  if (fault)
    throw invalidInput([{ path: 'url', message: `${fault}; a private host has to be named in OUTBOUND_ALLOW_HOSTS` }])
}

async function requireTags(tx: Transaction, tagIds: readonly string[]): Promise<void> {
  const known = await tx.tag.findMany({ where: { id: { in: [...tagIds] } }, select: { id: true } })
  const ids = new Set(known.map(({ id }) => id))
  const faults = tagIds.flatMap((id, index) =>
    ids.has(id.toLowerCase()) ? [] : [{ path: `tagIds[${index}]`, message: 'is not the id of a tag' }],
  )
  if (faults.length > 0)
    throw new Refusal(
      'missing_reference',
      `${faults[0]?.path}: there is no such tag; take the id from the list of tags`,
      {
        faults,
      },
    )
}

/** Receivers tell deliveries apart by the event: one that is told of it twice, in two ways, would take the second for a copy. */
function requireAlone(events: readonly string[], tagIds: readonly string[]): void {
  if (!isPurger({ events }) || (events.length === 1 && tagIds.length === 0)) return
  throw invalidInput([
    { path: 'events', message: `'${purgeEvent}' stands alone, without tagIds; make another webhook for other events` },
  ])
}

import { actorOf, isRole, principalOf, type Role } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn, isScope, may } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import type { ApiKey as KeyRow } from '../db/generated/client.ts'
import { type ApiKey, ApiKeyInput, ApiKeyQuery, type NewApiKey, RotateInput, toApiKey } from './key.ts'
import { ownUserId, requirePowers } from './powers.ts'
import { newSecret } from './secret.ts'

/**
 * A new key, of the caller unless `ownerId` says otherwise; null, which only admins may say, is the house. What its owner
 * may not, it may not either.
 * @throws invalid_input for an unknown scope, for role and scopes together or neither, for an expiry that is over;
 *   forbidden for more than the caller may, missing_reference for an owner who is not there or suspended.
 */
export async function createApiKey(ctx: Ctx, input: unknown): Promise<NewApiKey> {
  allow(ctx.caller, 'key', 'create')
  const { name, role = null, scopes = [], ownerId: given, expiresAt: until } = parse(ApiKeyInput, input)
  requireRoleOrScopes(role, scopes)
  const ownerId = given === undefined ? ownUserId(ctx.caller) : (given?.toLowerCase() ?? null)
  allowOn(ctx.caller, 'key', 'create', ownerId)
  requirePowers(ctx.caller, { role, scopes })
  const expiresAt = until ? new Date(until) : null
  return ctx.tx(async (tx) => {
    if (ownerId) await requireOwner(tx, ownerId)
    const now = await ctx.databaseNow(tx)
    if (expiresAt && expiresAt <= now) throw invalidInput([{ path: 'expiresAt', message: 'is over; give a later one' }])
    const made = await insertKey(ctx, tx, { name, role, scopes, ownerId, expiresAt })
    await recordEvent(ctx, tx, {
      type: 'key.created',
      subjectId: made.record.id,
      version: 1,
      data: dataOf(made.record),
    })
    return made
  })
}

/**
 * A new key with the name, owner and powers of another, which works on for `overlapSeconds`. If that one had an end, the
 * new one lives as long as it would have.
 * @throws not_found, forbidden, conflict for a key that has ended or was rotated already.
 */
export async function rotateApiKey(ctx: Ctx, id: string, input: unknown): Promise<NewApiKey> {
  allow(ctx.caller, 'key', 'rotate')
  const { overlapSeconds = 3_600 } = parse(RotateInput, input)
  return ctx.tx(async (tx) => {
    const before = await keyToChange(tx, id)
    allowOn(ctx.caller, 'key', 'rotate', ownerOf(before))
    requirePowers(ctx.caller, { role: roleOf(before), scopes: before.scopes })
    const now = await ctx.databaseNow(tx)
    requireValid(before, now)
    const { name, scopes, ownerId, createdAt, expiresAt } = before
    const lifeMs = expiresAt && expiresAt.getTime() - createdAt.getTime()
    const until = lifeMs === null ? null : new Date(now.getTime() + lifeMs)
    const made = await insertKey(ctx, tx, { name, role: roleOf(before), scopes, ownerId, expiresAt: until })
    const overlapEnd = new Date(now.getTime() + overlapSeconds * 1_000)
    await tx.apiKey.update({
      where: { id: before.id },
      data: { rotatedToId: made.record.id, expiresAt: expiresAt && expiresAt < overlapEnd ? expiresAt : overlapEnd },
    })
    const data = { to: made.record.id, overlapSeconds }
    await recordEvent(ctx, tx, { type: 'key.rotated', subjectId: before.id, version: 2, data })
    return made
  })
}

/** Ends a key at once; one that was revoked stays so. @throws not_found, forbidden */
export async function revokeApiKey(ctx: Ctx, id: string): Promise<ApiKey> {
  allow(ctx.caller, 'key', 'revoke')
  return ctx.tx(async (tx) => {
    const before = await keyToChange(tx, id)
    allowOn(ctx.caller, 'key', 'revoke', ownerOf(before))
    if (before.revokedAt) return toApiKey(before)
    const row = await tx.apiKey.update({ where: { id: before.id }, data: { revokedAt: ctx.now } })
    await recordEvent(ctx, tx, { type: 'key.revoked', subjectId: row.id, version: before.rotatedToId ? 3 : 2 })
    return toApiKey(row)
  })
}

/** One key, without the key itself. @throws not_found, forbidden */
export async function apiKey(ctx: Ctx, id: string): Promise<ApiKey> {
  allow(ctx.caller, 'key', 'read')
  const row = await keyOr404(ctx.db, id)
  allowOn(ctx.caller, 'key', 'read', ownerOf(row))
  return toApiKey(row)
}

/** Keys, newest first, ended ones included; for those who are no admins only their own. */
export async function listApiKeys(ctx: Ctx, input: unknown): Promise<Page<ApiKey>> {
  allow(ctx.caller, 'key', 'read')
  const { owner, ...page } = parse(ApiKeyQuery, input)
  const request = readPage(page, `api-keys:${owner ?? ''}`, 'instant')
  const { after } = request
  const createdAt = after && new Date(after.key)
  const rows = await ctx.db.apiKey.findMany({
    where: {
      ...(owner && { ownerId: owner }),
      AND: [
        may(ctx.caller, 'key', 'read', null) ? {} : ownKeys(principalOf(ctx.caller)),
        after && createdAt ? { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, (row) => ({ key: row.createdAt.toISOString(), id: row.id }), toApiKey)
}

/** Those of a user; of a key of the house, itself. */
function ownKeys(principal: string | null) {
  const own = { in: [principal].filter((id) => id !== null) }
  return { OR: [{ ownerId: own }, { id: own, ownerId: null }] }
}

function requireRoleOrScopes(role: Role | null, scopes: string[]): void {
  const faults: Fault[] = scopes.flatMap((scope, index) =>
    isScope(scope)
      ? []
      : [{ path: `scopes[${index}]`, message: "is no scope; see docs/accounts.md, or give a 'role'" }],
  )
  if (role && scopes.length > 0)
    faults.push({ path: 'scopes', message: "cannot stand beside a 'role'; give one of them" })
  if (!role && scopes.length === 0) faults.push({ path: 'role', message: "is required, or 'scopes' in its place" })
  if (faults.length > 0) throw invalidInput(faults)
}

async function requireOwner(tx: Transaction, ownerId: string): Promise<void> {
  const owner = await tx.user.findUnique({ where: { id: ownerId }, select: { status: true } })
  if (owner?.status === 'ACTIVE') return
  throw new Refusal('missing_reference', `ownerId: there is no user ${ownerId} at work`, {
    faults: [{ path: 'ownerId', message: 'is not the id of an active user' }],
  })
}

type NewKey = Pick<KeyRow, 'name' | 'role' | 'scopes' | 'ownerId' | 'expiresAt'>

async function insertKey(ctx: Ctx, tx: Transaction, fields: NewKey): Promise<NewApiKey> {
  const { secret: key, hash } = newSecret('dl_')
  const made = { id: ctx.newId(), prefix: key.slice(0, 9), hash, createdAt: ctx.now, createdBy: actorOf(ctx.caller) }
  return { key, record: toApiKey(await tx.apiKey.create({ data: { ...fields, ...made } })) }
}

function requireValid({ id, revokedAt, expiresAt, rotatedToId }: KeyRow, now: Date): void {
  const why = revokedAt ? 'was revoked' : rotatedToId ? `was rotated to ${rotatedToId}` : null
  const fault = why ?? (expiresAt && expiresAt <= now ? 'has expired' : null)
  if (fault) throw new Refusal('conflict', `key ${id} ${fault}; make a new one`)
}

/** Whose a key is: its user's; one of the house is its own. */
function ownerOf({ id, ownerId }: KeyRow): string {
  return ownerId ?? id
}

function roleOf({ role }: KeyRow): Role | null {
  return isRole(role) ? role : null
}

function dataOf({ role, scopes, ownerId }: ApiKey) {
  return { role, scopes, owner: ownerId }
}

async function keyToChange(tx: Transaction, id: string): Promise<KeyRow> {
  const { id: known } = await keyOr404(tx, id)
  await tx.$executeRaw`SELECT 1 FROM api_key WHERE id = ${known}::uuid FOR UPDATE`
  return keyOr404(tx, known)
}

function keyOr404(tx: Transaction, id: string) {
  return rowOr404('key', id, (known) => tx.apiKey.findUnique({ where: { id: known } }))
}

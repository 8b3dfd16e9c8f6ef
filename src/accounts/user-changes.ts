import type { Caller } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn, may } from '../core/policy.ts'
import { nextVersion } from '../core/writes.ts'
import type { User as UserRow } from '../db/generated/client.ts'
import { markSucceeded, startAttempt } from './attempts.ts'
import { hashPassword, isPassword } from './password.ts'
import { ownUserId, requirePowers } from './powers.ts'
import { toUser, type User, UserPatch } from './user.ts'
import { requireFreeEmail, userOr404, userToChange } from './users.ts'

/**
 * A change of somebody. Everybody may change their own name and password, for which they give the present one; the rest is
 * for admins. A new password ends the other sessions; a suspension ends all, and stops their keys.
 * @throws not_found, forbidden, also for a wrong present password, too_many_attempts after several, stale_version,
 *   conflict for an address that is taken, the role of somebody whom a provider vouches for, or the last active admin.
 */
export async function updateUser(ctx: Ctx, id: string, input: unknown, expectedVersion?: number | null): Promise<User> {
  allow(ctx.caller, 'user', 'update')
  const { currentPassword, password, ...patch } = parse(UserPatch, input)
  allowOn(ctx.caller, 'user', 'update', id.toLowerCase())
  requireAdminFor(ctx.caller, patch)
  requirePowers(ctx.caller, { role: patch.role ?? null, scopes: [] })
  const proof = password ? await provePassword(ctx, id, currentPassword) : null
  const passwordHash = password && (await hashPassword(password))
  return ctx.tx(async (tx) => {
    const before = await userToChange(tx, id, expectedVersion)
    requireBelow(ctx.caller, before)
    await requireFit(ctx, tx, before, { ...patch, password })
    if (proof) await requireProof(tx, before, proof)
    const email = patch.email?.toLowerCase() ?? before.email
    if (email !== before.email) await requireFreeEmail(tx, email)
    const changed = { ...patch, email, ...(passwordHash && { passwordHash }), ...nextVersion(ctx, before) }
    const row = await tx.user.update({ where: { id: before.id }, data: changed })
    await endSessions(ctx, tx, row, Boolean(passwordHash))
    await recordChange(ctx, tx, before, row)
    return toUser(row)
  })
}

/** Nobody gets in any more as this user, from the next request on. @throws as `updateUser` */
export function suspendUser(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<User> {
  return updateUser(ctx, id, { status: 'SUSPENDED' }, expectedVersion)
}

/** Back at work; sessions stay ended, keys work again. @throws as `updateUser` */
export function reinstateUser(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<User> {
  return updateUser(ctx, id, { status: 'ACTIVE' }, expectedVersion)
}

/** The name is one's own to change, and the password; what decides about access is not. */
function requireAdminFor(caller: Caller, { email, role, status }: Pick<UserPatch, 'email' | 'role' | 'status'>): void {
  if (email === undefined && role === undefined && status === undefined) return
  if (may(caller, 'user', 'update', null)) return
  throw new Refusal('forbidden', "e-mail address, role and status are for admins to change; it takes 'admin'")
}

/** A key that may change users but is no admin cannot take over somebody who may more than it. */
function requireBelow(caller: Caller, before: UserRow): void {
  if (ownUserId(caller) !== before.id) requirePowers(caller, { role: before.role as User['role'], scopes: [] })
}

/** One admin stays at least, also when two demote each other at once: both hold the lock of the staff. Keys of the house may all. */
async function requireFit(ctx: Ctx, tx: Transaction, before: UserRow, patch: UserPatch): Promise<void> {
  if (before.issuer && patch.role && patch.role !== before.role)
    throw new Refusal('conflict', `user ${before.id} has the role that ${before.issuer} says; change it there`)
  if (before.issuer && patch.password)
    throw new Refusal('conflict', `user ${before.id} signs in at ${before.issuer}, which alone lets them in`)
  const stays = (patch.role ?? before.role) === 'admin' && (patch.status ?? before.status) === 'ACTIVE'
  const isAdmin = before.role === 'admin' && before.status === 'ACTIVE'
  if (!isAdmin || stays || ownUserId(ctx.caller) === null) return
  const others = await tx.user.count({ where: { role: 'admin', status: 'ACTIVE', id: { not: before.id } } })
  if (others === 0)
    throw new Refusal('conflict', `user ${before.id} is the last active admin; make another admin first`)
}

/** A password that was right, and the hash that it was compared with. */
interface Proof {
  attemptId: string
  passwordHash: string
}

/**
 * Who changes their own password has to know the present one, so that a session left open does not become an account lost.
 * Null when somebody else's is set.
 */
async function provePassword(ctx: Ctx, id: string, given: string | undefined): Promise<Proof | null> {
  if (ownUserId(ctx.caller) !== id.toLowerCase()) return null
  const { email, passwordHash } = await userOr404(ctx.db, id)
  if (!passwordHash) throw new Refusal('conflict', 'you have no password here: you sign in with the identity provider')
  if (given === undefined)
    throw invalidInput([{ path: 'currentPassword', message: 'is required to change your own password' }])
  const attemptId = await startAttempt(ctx, email)
  if (!(await isPassword(passwordHash, given))) throw wrongPassword('is not your password')
  return { attemptId, passwordHash }
}

function wrongPassword(message: string): Refusal {
  return new Refusal('forbidden', `currentPassword: ${message}`, { faults: [{ path: 'currentPassword', message }] })
}

async function requireProof(tx: Transaction, before: UserRow, { attemptId, passwordHash }: Proof): Promise<void> {
  if (before.passwordHash !== passwordHash) throw wrongPassword('was changed meanwhile; give the new one')
  await markSucceeded(tx, attemptId)
}

async function endSessions(ctx: Ctx, tx: Transaction, row: UserRow, isNewPassword: boolean): Promise<void> {
  if (row.status === 'ACTIVE' && !isNewPassword) return
  const { caller } = ctx
  const kept = row.status === 'ACTIVE' && caller.kind === 'user' ? caller.sessionId : null
  const id = kept ? { not: kept } : {}
  await tx.session.updateMany({ where: { userId: row.id, revokedAt: null, id }, data: { revokedAt: ctx.now } })
}

/** The event of a change, the last of its transaction: which fields changed, and role and status as they are now. */
export async function recordChange(ctx: Ctx, tx: Transaction, before: UserRow, row: UserRow): Promise<void> {
  const verb = row.status === before.status ? 'updated' : row.status === 'ACTIVE' ? 'reinstated' : 'suspended'
  const fields = (['name', 'email', 'role', 'status', 'passwordHash'] as const).filter(
    (name) => row[name] !== before[name],
  )
  const changed = fields.map((name) => (name === 'passwordHash' ? 'password' : name))
  const data = { role: row.role, status: row.status, changed }
  await recordEvent(ctx, tx, { type: `user.${verb}`, subjectId: row.id, version: row.version, data })
}

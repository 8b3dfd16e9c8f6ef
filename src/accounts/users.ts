import type { Role } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { notFound, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn, may } from '../core/policy.ts'
import { holdLock, requireVersion, rowOr404 } from '../core/writes.ts'
import { hashPassword } from './password.ts'
import { ownUserId, requirePowers } from './powers.ts'
import { toUser, type User, UserInput, UserQuery } from './user.ts'

/** One change of the staff at a time, so that two admins cannot suspend each other at once. */
export const usersLock = 'users'

/** Somebody new on the staff. @throws invalid_input, conflict when the e-mail address is somebody else's. */
export async function createUser(ctx: Ctx, input: unknown): Promise<User> {
  allow(ctx.caller, 'user', 'create')
  const { password, email, name, role } = parse(UserInput, input)
  requirePowers(ctx.caller, { role, scopes: [] })
  const passwordHash = password ? await hashPassword(password) : null
  return ctx.tx((tx) => insertUser(ctx, tx, { email: email.toLowerCase(), name, role, passwordHash }))
}

interface NewUser {
  email: string
  name: string
  role: Role
  passwordHash: string | null
  issuer?: string
  subject?: string
}

/** Writes somebody new and the event, the last of a transaction. @throws conflict when the e-mail address is somebody else's. */
export async function insertUser(ctx: Ctx, tx: Transaction, fields: NewUser): Promise<User> {
  await holdLock(tx, usersLock)
  await requireFreeEmail(tx, fields.email)
  const times = { createdAt: ctx.now, changedAt: ctx.now }
  const row = await tx.user.create({ data: { id: ctx.newId(), ...fields, ...times } })
  const data = { role: row.role, status: row.status }
  await recordEvent(ctx, tx, { type: 'user.created', subjectId: row.id, version: row.version, data })
  return toUser(row)
}

/** @throws conflict when somebody else has this e-mail address. */
export async function requireFreeEmail(tx: Transaction, email: string): Promise<void> {
  const other = await tx.user.findUnique({ where: { email }, select: { id: true } })
  if (!other) return
  throw new Refusal('conflict', `email: user ${other.id} has this address; give another, or change that user`, {
    faults: [{ path: 'email', message: 'is already taken; choose another' }],
  })
}

/** One user: oneself, or for admins anybody. @throws not_found, forbidden */
export async function user(ctx: Ctx, id: string): Promise<User> {
  allowOn(ctx.caller, 'user', 'read', id.toLowerCase())
  return toUser(await userOr404(ctx.db, id))
}

/** The caller's own user, also behind a key of theirs. @throws not_found for a key of the house. */
export async function me(ctx: Ctx): Promise<User> {
  allow(ctx.caller, 'user', 'read')
  const id = ownUserId(ctx.caller)
  if (!id) throw notFound('user', 'me')
  return user(ctx, id)
}

/** Users by name; for those who are no admins only themselves. */
export async function listUsers(ctx: Ctx, input: unknown): Promise<Page<User>> {
  allow(ctx.caller, 'user', 'read')
  const { status, ...page } = parse(UserQuery, input)
  const request = readPage(page, `users:${status ?? ''}`)
  const { after } = request
  const own = { id: { in: [ownUserId(ctx.caller)].filter((id) => id !== null) } }
  const rows = await ctx.db.user.findMany({
    where: {
      ...(status && { status }),
      AND: [
        may(ctx.caller, 'user', 'read', null) ? {} : own,
        after ? { OR: [{ name: { gt: after.key } }, { name: after.key, id: { gt: after.id } }] } : {},
      ],
    },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, ({ name, id }) => ({ key: name, id }), toUser)
}

/** The row of a user. @throws not_found */
export function userOr404(tx: Transaction, id: string) {
  return rowOr404('user', id, (known) => tx.user.findUnique({ where: { id: known } }))
}

/** The row of a user whom this transaction is about to change, and nobody else meanwhile. @throws not_found, stale_version */
export async function userToChange(tx: Transaction, id: string, expectedVersion: number | null | undefined) {
  await holdLock(tx, usersLock)
  const { id: known } = await userOr404(tx, id)
  // Against a sign-in that is under way, which shares the row.
  await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${known}::uuid FOR UPDATE`
  const row = await userOr404(tx, known)
  await requireVersion(tx, 'user', row, expectedVersion)
  return row
}

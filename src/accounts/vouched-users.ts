import { type Role, systemCaller } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { holdLock, nextVersion } from '../core/writes.ts'
import { toUser, type User } from './user.ts'
import { recordChange } from './user-changes.ts'
import { insertUser, usersLock, userToChange } from './users.ts'

/** Somebody whom the identity provider vouches for, with what its token says. */
export interface Vouched {
  issuer: string
  subject: string
  /** In lower case; null unless the provider has verified it. */
  email: string | null
  name: string
  role: Role
}

/**
 * The user behind an identity, made at first sight. Somebody who is here already with the same verified e-mail address
 * becomes that user: from then on only the provider lets them in, for it is there that people leave.
 * @throws conflict when another identity has the address.
 */
export async function userOfIdentity(asked: Ctx, { email, ...vouched }: Vouched): Promise<User> {
  const ctx: Ctx = { ...asked, caller: systemCaller('oidc') }
  const { issuer, subject, name, role } = vouched
  return ctx.tx(async (tx) => {
    await holdLock(tx, usersLock)
    const known = await tx.user.findUnique({ where: { issuer_subject: { issuer, subject } } })
    if (known) return toUser(known)
    const same = email && (await tx.user.findFirst({ where: { email, issuer: null } }))
    if (same) return linkUser(ctx, tx, same, vouched)
    const address = email ?? `${ctx.newId()}@unverified.invalid`
    return insertUser(ctx, tx, { email: address, name, role, passwordHash: null, issuer, subject })
  })
}

async function linkUser(
  ctx: Ctx,
  tx: Transaction,
  { id }: { id: string },
  { issuer, subject, role }: Omit<Vouched, 'email'>,
): Promise<User> {
  const before = await userToChange(tx, id, null)
  const row = await tx.user.update({
    where: { id },
    data: { issuer, subject, role, passwordHash: null, ...nextVersion(ctx, before) },
  })
  await tx.session.updateMany({ where: { userId: id, revokedAt: null }, data: { revokedAt: ctx.now } })
  const data = { role, status: row.status }
  await recordEvent(ctx, tx, { type: 'user.updated', subjectId: id, version: row.version, data })
  return toUser(row)
}

/**
 * Takes over what a newer token of the provider says of the role, for the keys of this user are bounded by it.
 * `id`: of a user whom it vouches for.
 */
export async function followProvider(asked: Ctx, id: string, role: User['role']): Promise<void> {
  const ctx: Ctx = { ...asked, caller: systemCaller('oidc') }
  await ctx.tx(async (tx) => {
    const before = await userToChange(tx, id, null)
    if (before.role === role) return
    const row = await tx.user.update({ where: { id }, data: { role, ...nextVersion(ctx, before) } })
    await recordChange(ctx, tx, before, row)
  })
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import { ownUserId } from './powers.ts'
import { type Session, SessionQuery, toSession } from './session.ts'

/**
 * Sessions of a user, newest first; ended and expired ones stay listed until they are forgotten: see `jobs.ts`.
 * @throws forbidden, invalid_input when a key of the house does not say whose.
 */
export async function listSessions(ctx: Ctx, input: unknown): Promise<Page<Session>> {
  allow(ctx.caller, 'session', 'read')
  const { user, ...page } = parse(SessionQuery, input)
  const userId = user?.toLowerCase() ?? ownUserId(ctx.caller)
  if (!userId)
    throw new Refusal('invalid_input', 'user: a key of the house has no sessions of its own; give the id of a user', {
      faults: [{ path: 'user', message: 'is required for a key of the house' }],
    })
  allowOn(ctx.caller, 'session', 'read', userId)
  const request = readPage(page, `sessions:${userId}`, 'instant')
  const { after } = request
  const createdAt = after && new Date(after.key)
  const rows = await ctx.db.session.findMany({
    where: {
      userId,
      ...(after && createdAt && { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  const position = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ key: createdAt.toISOString(), id })
  return toPage(rows, request, position, (row) => toSession(row, sessionIdOf(ctx)))
}

/** Ends a session; one that has ended stays so. @throws not_found, forbidden */
export async function revokeSession(ctx: Ctx, id: string): Promise<Session> {
  allow(ctx.caller, 'session', 'revoke')
  return ctx.tx(async (tx) => {
    const { userId } = await sessionOr404(tx, id)
    allowOn(ctx.caller, 'session', 'revoke', userId)
    return endSession(ctx, tx, id)
  })
}

/** Ends the session that asks. @throws conflict for a key, or a token of the identity provider. */
export async function signOut(ctx: Ctx): Promise<Session> {
  allow(ctx.caller, 'session', 'revoke')
  const id = sessionIdOf(ctx)
  if (!id)
    throw new Refusal('conflict', 'there is no session to end: a key is revoked, a token of the provider expires there')
  return ctx.tx((tx) => endSession(ctx, tx, id))
}

async function endSession(ctx: Ctx, tx: Transaction, id: string): Promise<Session> {
  // So that of two who end it at once, one writes the event.
  await tx.$executeRaw`SELECT 1 FROM session WHERE id = ${id}::uuid FOR UPDATE`
  const before = await sessionOr404(tx, id)
  if (before.revokedAt) return toSession(before, sessionIdOf(ctx))
  const row = await tx.session.update({ where: { id: before.id }, data: { revokedAt: ctx.now } })
  await recordEvent(ctx, tx, { type: 'session.revoked', subjectId: row.id, version: 2, data: { user: row.userId } })
  return toSession(row, sessionIdOf(ctx))
}

function sessionOr404(tx: Transaction, id: string) {
  return rowOr404('session', id, (known) => tx.session.findUnique({ where: { id: known } }))
}

function sessionIdOf({ caller }: Ctx): string | null {
  return caller.kind === 'user' ? caller.sessionId : null
}

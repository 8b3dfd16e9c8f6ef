import { type Caller, isRole } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { everyTime, isReplay } from '../core/idempotency.ts'
import { parse } from '../core/parse.ts'
import type { User as UserRow } from '../db/generated/client.ts'
import { addressOf, markSucceeded, startAttempt } from './attempts.ts'
import { isPassword } from './password.ts'
import { newSecret } from './secret.ts'
import { type SignIn, SignInInput } from './session.ts'
import { toUser } from './user.ts'

/** Ms after which a session ends, used or not. Source: OWASP ASVS 5.0, 7.3.2 asks for such an end; NIST SP 800-63B-4, 2.2.3, for 24 h at most. */
const sessionMs = 12 * 3_600_000

/**
 * A session for somebody's e-mail address and password; anybody may try. An unknown address, one without a password and a
 * wrong password are told alike, and take as long.
 * @throws invalid_input, unauthenticated, too_many_attempts after several failures; then no password is checked.
 */
export async function signIn(ctx: Ctx, input: unknown): Promise<SignIn> {
  const { email, password } = parse(SignInInput, input)
  const account = email.toLowerCase()
  const attemptId = await startAttempt(everyTime(ctx), account)
  const user = await ctx.db.user.findUnique({ where: { email: account } })
  const isRight = await isPassword(user?.passwordHash ?? null, password)
  if (!user || !isRight) throw wrong()
  const answer = await openSession(ctx, user, attemptId)
  // From memory there is no new session, in whose transaction this would have been done.
  if (isReplay(ctx)) await everyTime(ctx).tx((tx) => markSucceeded(tx, attemptId))
  return answer
}

function openSession(ctx: Ctx, known: UserRow, attemptId: string): Promise<SignIn> {
  return ctx.tx(async (tx) => {
    // Until the end nobody suspends them or changes the password, which would have to end this session too.
    await tx.$executeRaw`SELECT 1 FROM "user" WHERE id = ${known.id}::uuid FOR UPDATE`
    const user = await tx.user.findUniqueOrThrow({ where: { id: known.id } })
    if (user.passwordHash !== known.passwordHash) throw wrong()
    if (user.status !== 'ACTIVE' || !isRole(user.role)) throw suspended()
    const now = await ctx.databaseNow(tx)
    const { secret: token, hash } = newSecret('ds_')
    const row = {
      id: ctx.newId(),
      userId: user.id,
      hash,
      address: addressOf(ctx),
      userAgent: ctx.request?.userAgent ?? null,
    }
    const { expiresAt } = await tx.session.create({
      data: { ...row, createdAt: now, lastUsedAt: now, expiresAt: new Date(now.getTime() + sessionMs) },
    })
    const seen = await tx.user.update({ where: { id: user.id }, data: { lastSeenAt: now } })
    await markSucceeded(tx, attemptId)
    const caller: Caller = { kind: 'user', userId: user.id, name: user.name, role: user.role, sessionId: row.id }
    const event = { type: 'session.created', subjectId: row.id, version: 1, data: { user: user.id } } as const
    await recordEvent({ ...ctx, caller }, tx, event)
    return { token, expiresAt, user: toUser(seen) }
  })
}

function wrong(): Refusal {
  return new Refusal('unauthenticated', 'e-mail address and password do not belong together; check both')
}

/** Said only to those who know the password. */
function suspended(): Refusal {
  return new Refusal('unauthenticated', 'this account is suspended; ask an admin')
}

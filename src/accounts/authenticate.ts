import { timingSafeEqual } from 'node:crypto'
import { anonymous, type Caller, isRole, type Role, roles } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { Identity } from './identity.ts'
import { hashOf } from './secret.ts'
import { followProvider, userOfIdentity } from './vouched-users.ts'

/** What is needed to know callers, besides the context of their request. */
export interface Doors {
  /** Who checks the tokens of the identity provider; null when there is none. */
  identity: Identity | null
  /** What an instant stands for that a statement read from the database's clock; in tests, the clock of the test. */
  asRead(databaseNow: Date): Date
  /** A token that may read what is measured, without a look into the database; none when left out. */
  metricsToken?: string | null
}

/**
 * Who sends this `Authorization` header: looked up with every request, in one statement, so that a revocation, a demotion
 * and a suspension act at once. None is a reader and costs nothing; a wrong one is refused everywhere, so that a mistyped
 * key does not pass for a reader's. When it was used is noted, to the minute, behind the request's back.
 * @throws unauthenticated, forbidden for an identity without a role, unavailable when the identity provider cannot be asked.
 */
export async function authenticate(ctx: Ctx, header: string | undefined, doors: Doors): Promise<Caller> {
  if (header === undefined) return anonymous
  const secret = /^Bearer ([A-Za-z0-9._~+/=-]{20,16384})$/i.exec(header)?.[1]
  if (secret && doors.metricsToken && isSame(secret, doors.metricsToken)) return watcher
  if (secret?.startsWith('ds_')) return callerBySession(ctx, secret, doors)
  if (secret?.split('.').length === 3) return callerByToken(ctx, secret, doors)
  if (secret) return callerByKey(ctx, secret, doors)
  throw unknown()
}

/** Whoever has the token of the settings; it is in no table, and may nothing else. */
const watcher: Caller = {
  ...{ kind: 'key', keyId: '00000000-0000-0000-0000-000000000000', name: 'METRICS_TOKEN', role: null },
  scopes: ['metrics:read'],
  owner: null,
}

/** Compared by their hashes, which are of one length and tell nothing by how long it takes. */
function isSame(secret: string, token: string): boolean {
  return timingSafeEqual(hashOf(secret), hashOf(token))
}

interface KeyRow {
  id: string
  name: string
  role: string | null
  scopes: string[]
  expiresAt: Date | null
  revokedAt: Date | null
  lastUsedAt: Date | null
  ownerId: string | null
  ownerRole: string | null
  ownerStatus: string | null
  now: Date
}

async function callerByKey(ctx: Ctx, key: string, doors: Doors): Promise<Caller> {
  const [row] = await ctx.db.$queryRaw<KeyRow[]>`
    SELECT key.id, key.name, key.role, key.scopes, key."expiresAt", key."revokedAt", key."lastUsedAt", key."ownerId",
      owner.role AS "ownerRole", owner.status::text AS "ownerStatus", clock_timestamp() AS now
    FROM api_key AS key LEFT JOIN "user" AS owner ON owner.id = key."ownerId"
    WHERE key.hash = ${hashOf(key)}`
  if (!row) throw unknown()
  const { id, name, scopes, ownerId } = row
  const now = doors.asRead(row.now)
  if (row.revokedAt) throw ended('this key was revoked; send another')
  if (row.expiresAt && row.expiresAt <= now) throw ended('this key has expired; send another')
  if (ownerId && row.ownerStatus !== 'ACTIVE') throw ended('the owner of this key is suspended; ask an admin')
  const role = isRole(row.role) ? row.role : null
  if (!role && scopes.length === 0) throw unknown()
  noteUse(row.lastUsedAt, now, () => ctx.db.apiKey.updateMany({ where: { id }, data: { lastUsedAt: now } }))
  return {
    kind: 'key',
    keyId: id,
    name,
    role,
    scopes,
    owner: ownerId ? { userId: ownerId, role: knownRole(row.ownerRole) } : null,
  }
}

interface SessionRow {
  id: string
  expiresAt: Date
  revokedAt: Date | null
  lastUsedAt: Date
  userId: string
  name: string
  role: string
  status: string
  now: Date
}

async function callerBySession(ctx: Ctx, token: string, doors: Doors): Promise<Caller> {
  const [row] = await ctx.db.$queryRaw<SessionRow[]>`
    SELECT session.id, session."expiresAt", session."revokedAt", session."lastUsedAt", "user".id AS "userId", "user".name,
      "user".role, "user".status::text AS status, clock_timestamp() AS now
    FROM session JOIN "user" ON "user".id = session."userId"
    WHERE session.hash = ${hashOf(token)}`
  if (!row) throw unknown()
  const { id, userId, name } = row
  const now = doors.asRead(row.now)
  if (row.status !== 'ACTIVE') throw ended('this account is suspended; ask an admin')
  if (row.revokedAt) throw ended('this session was ended; sign in again')
  if (row.expiresAt <= now) throw ended('this session has expired; sign in again')
  noteUse(row.lastUsedAt, now, async () => {
    await ctx.db.session.updateMany({ where: { id }, data: { lastUsedAt: now } })
    await ctx.db.user.updateMany({ where: { id: userId }, data: { lastSeenAt: now } })
  })
  return { kind: 'user', userId, name, role: knownRole(row.role), sessionId: id }
}

async function callerByToken(ctx: Ctx, token: string, doors: Doors): Promise<Caller> {
  if (!doors.identity) throw unknown()
  const { issuedAt, role: told, ...identity } = await doors.identity.verify(token, ctx.now)
  if (!told) throw new Refusal('forbidden', 'your token gives no role here; ask for one at the identity provider')
  const { issuer, subject } = identity
  const known = await ctx.db.user.findUnique({ where: { issuer_subject: { issuer, subject } } })
  const { id, ...row } = known ?? (await userOfIdentity(ctx, { ...identity, role: told }))
  if (row.status !== 'ACTIVE') throw ended('this account is suspended; ask an admin')
  const kept = knownRole(row.role)
  // A token from before the role last changed cannot raise it again.
  const role = issuedAt >= row.changedAt || roles.indexOf(told) < roles.indexOf(kept) ? told : kept
  // One with less, too, limits only what it is sent with.
  if (role !== kept && issuedAt >= row.changedAt) await followProvider(ctx, id, role)
  noteUse(row.lastSeenAt, ctx.now, () => ctx.db.user.updateMany({ where: { id }, data: { lastSeenAt: ctx.now } }))
  return { kind: 'user', userId: id, name: row.name, role, sessionId: null }
}

/** Ms between two notes of a use. */
const noteEveryMs = 60_000

/** Notes a use unless that was done within the last minute. Nobody waits for it, and a failure is nobody's. */
function noteUse(last: Date | null, now: Date, note: () => Promise<unknown>): void {
  if (last && now.getTime() - last.getTime() < noteEveryMs) return
  void note().catch(() => undefined)
}

function knownRole(role: string | null): Role {
  if (isRole(role)) return role
  throw unknown()
}

function unknown(): Refusal {
  return ended(
    "this key or token is not known; send 'Authorization: Bearer <key>' with a valid one, or no such header to read what is public",
  )
}

function ended(words: string): Refusal {
  return new Refusal('unauthenticated', words)
}

import { createApiKey, revokeApiKey } from '../../src/accounts/keys.ts'
import { revokeSession } from '../../src/accounts/sessions.ts'
import { suspendUser } from '../../src/accounts/user-changes.ts'
import { type Caller, roles } from '../../src/core/caller.ts'
import type { peopleOf } from '../accounts/people.ts'
import type { Newsroom } from '../helpers/app.ts'

/** Somebody who asks: what they send, and who the house should take them for. Null: nobody whom it should let in. */
export interface Asker {
  name: string
  authorization: string | null
  caller: Caller | null
  /** The user to whom what is their own belongs; null for keys of the house and nobody. */
  userId: string | null
}

type People = ReturnType<typeof peopleOf>

/** One of each kind of caller: signed in, with keys of every sort, and with what should not work any more. */
export async function makeAskers(news: Newsroom, people: People): Promise<Asker[]> {
  return [
    { name: 'nobody', authorization: null, caller: { kind: 'anonymous' }, userId: null },
    ...(await signedIn(people)),
    ...(await houseKeys(news)),
    ...(await ownedKeys(news, people)),
    ...(await ended(news, people)),
  ]
}

async function signedIn({ worker }: People): Promise<Asker[]> {
  return Promise.all(
    roles.map(async (role) => {
      const { user, token } = await worker(role)
      const caller: Caller = { kind: 'user', userId: user.id, name: user.name, role, sessionId: null }
      return { name: `a signed-in ${role}`, authorization: `Bearer ${token}`, caller, userId: user.id }
    }),
  )
}

async function houseKeys({ ctx }: Newsroom): Promise<Asker[]> {
  const powers = [
    ...roles.map((role) => ({ role, scopes: [] })),
    ...['delivery', 'preview', 'admin', 'article:*', 'article:publish', 'tag:update'].map((scope) => ({
      role: null,
      scopes: [scope],
    })),
  ]
  return Promise.all(
    powers.map(async ({ role, scopes }) => {
      const name = role ?? scopes.join()
      const input = { name: `house ${name}`.replace(/\W/g, ' '), ownerId: null, ...(role ? { role } : { scopes }) }
      const { key, record } = await createApiKey(ctx(), input)
      const caller: Caller = { kind: 'key', keyId: record.id, name, role, scopes, owner: null }
      return { name: `a key of the house: ${name}`, authorization: `Bearer ${key}`, caller, userId: null }
    }),
  )
}

async function ownedKeys(news: Newsroom, { person }: People): Promise<Asker[]> {
  const owner = await person({ role: 'author', email: 'owner@news.example' })
  return Promise.all(
    (['contributor', 'admin'] as const).map(async (role) => {
      const { key, record } = await createApiKey(news.ctx(), { name: `own ${role}`, role, ownerId: owner.id })
      const owned = { userId: owner.id, role: 'author' as const }
      const caller: Caller = { kind: 'key', keyId: record.id, name: 'own', role, scopes: [], owner: owned }
      return { name: `an author's key: ${role}`, authorization: `Bearer ${key}`, caller, userId: owner.id }
    }),
  )
}

/** All of them were admins. */
async function ended(news: Newsroom, { worker, person }: People): Promise<Asker[]> {
  const { ctx, db } = news
  const deaf = (name: string, secret: string): Asker => ({
    name,
    authorization: `Bearer ${secret}`,
    caller: null,
    userId: null,
  })
  const suspended = await worker('admin')
  const left = await person({ role: 'admin', email: 'left@news.example' })
  const ofSuspended = await createApiKey(ctx(), { name: 'of one suspended', role: 'admin', ownerId: left.id })
  await suspendUser(ctx(), suspended.user.id)
  await suspendUser(ctx(), left.id)
  const out = await worker('admin')
  const { id } = await db.session.findFirstOrThrow({ where: { userId: out.user.id } })
  await revokeSession(ctx(), id)
  const revoked = await createApiKey(ctx(), { name: 'revoked', role: 'admin' })
  await revokeApiKey(ctx(), revoked.record.id)
  const expired = await createApiKey(ctx(), { name: 'expired', role: 'admin' })
  await db.apiKey.update({ where: { id: expired.record.id }, data: { expiresAt: new Date(0) } })
  return [
    deaf('a suspended admin', suspended.token),
    deaf('a key of a suspended admin', ofSuspended.key),
    deaf('an ended session', out.token),
    deaf('a revoked key', revoked.key),
    deaf('an expired key', expired.key),
  ]
}

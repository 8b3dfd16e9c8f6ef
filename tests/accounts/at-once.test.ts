import pg from 'pg'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { testNewsroom } from '../helpers/app.ts'
import { bearer, password, peopleOf, type SignedIn } from './people.ts'

const news = await testNewsroom()
const { rest, graphql, db, ctx, app } = news
const { person, signedIn, tryFrom } = peopleOf(news)
afterAll(news.close)

// All that is sent to the server goes through this, whoever asks: pool, client or Prisma.
const sent = vi.spyOn(pg.Client.prototype, 'query')
afterAll(() => sent.mockRestore())

const users = '/v1/editorial/users'

/** Somebody with a session and a key, and what both faces answer each on a verb of editors. */
async function editorAtWork() {
  const user = await person({ role: 'editor' })
  const { token } = await signedIn(user.email)
  const { key } = await createApiKey(ctx(), { name: 'own', role: 'editor', ownerId: user.id })
  const document = 'mutation { createAuthor(input: { name: "X" }) { id } }'
  const codes = async () => {
    const answers = [token, key].flatMap((secret) => [
      rest('POST', '/v1/editorial/authors', { headers: bearer(secret), body: { name: 'X' } }),
      graphql(document, {}, { headers: bearer(secret) }),
    ])
    return (await Promise.all(answers)).map(({ code }) => code)
  }
  return { user, token, key, codes }
}
const all = (code: string | null) => Array(4).fill(code)

describe('on the very next request', () => {
  it('a demotion takes rights from sessions and keys', async () => {
    const { user, codes } = await editorAtWork()
    expect(await codes()).toEqual(all(null))
    await rest('PATCH', `${users}/${user.id}`, { as: 'admin', body: { role: 'author' } })
    expect(await codes()).toEqual(all('forbidden'))
    await rest('PATCH', `${users}/${user.id}`, { as: 'admin', body: { role: 'editor' } })
    expect(await codes()).toEqual(all(null))
  })

  it.each(['rest', 'graphql'])(
    'a suspension over %s shuts out sessions and keys; afterwards keys work again',
    async (face) => {
      const { user, codes, token } = await editorAtWork()
      const ask = (verb: 'suspend' | 'reinstate') =>
        face === 'rest'
          ? rest('POST', `${users}/${user.id}/${verb}`, { as: 'admin' })
          : graphql(`mutation { ${verb}User(id: "${user.id}") { status } }`, {}, { as: 'admin' })
      await news.events()
      expect((await ask('suspend')).data).toMatchObject({ status: 'SUSPENDED' })
      expect(await news.events()).toEqual({ 'user.suspended': 1 })
      expect(await codes()).toEqual(all('unauthenticated'))
      expect((await rest('GET', '/v1/tags', { headers: bearer(token) })).text).toContain('is suspended')
      expect((await ask('reinstate')).data).toMatchObject({ status: 'ACTIVE' })
      expect(await news.events()).toEqual({ 'user.reinstated': 1 })
      expect(await codes()).toEqual(['unauthenticated', 'unauthenticated', null, null])
    },
  )

  it('of sign-ins and suspensions that meet, none leaves a session that works', async () => {
    for (let round = 0; round < 5; round++) {
      const { id, email } = await person()
      const [first, second] = await Promise.all([
        tryFrom(`192.0.2.${round + 1}`, email),
        rest('POST', `${users}/${id}/suspend`, { as: 'admin' }),
        tryFrom(`198.51.100.${round + 1}`, email),
      ])
      expect(second.status).toBe(200)
      await rest('POST', `${users}/${id}/reinstate`, { as: 'admin' })
      expect([201, 401]).toContain(first.statusCode)
      expect(await db.session.count({ where: { userId: id, revokedAt: null } })).toBe(0)
    }
  })
})

it('who asks costs one statement, and a reader none', async () => {
  const { token, key } = await editorAtWork()
  const cost = async (headers: Record<string, string>) => {
    sent.mockClear()
    expect((await rest('GET', '/v1/editorial/users/nonsense', { headers })).status).toBeGreaterThan(400)
    // What follows the journal is sent twice a second, whoever asks.
    return sent.mock.calls.filter(([what]) => !/^journal_/.test((what as { name?: string }).name ?? '')).length
  }
  // The first use of a key is noted, behind the request.
  await cost(bearer(key))
  await expect.poll(() => db.apiKey.count({ where: { lastUsedAt: null, name: 'own' } })).toBe(0)
  expect([await cost({}), await cost(bearer(token)), await cost(bearer(key))]).toEqual([0, 1, 1])
})

it('nothing in the database is a password, a token or a key, or begins like one for long', async () => {
  const { user, token, key } = await editorAtWork()
  await tryFrom('192.0.2.1', user.email, 'a wrong password here')
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`
  expect(tables.length).toBeGreaterThan(20)
  const rows = await Promise.all(
    tables.map(
      ({ name }) => db.$queryRaw<{ rows: string | null }[]>`
      SELECT query_to_xml(format('SELECT * FROM %I', ${name}::text), false, false, '')::text AS rows`,
    ),
  )
  const everything = rows.map(([row]) => row?.rows ?? '').join('\n')
  expect(everything).toContain(user.email)
  for (const secret of [token, key, password, 'a wrong password here']) {
    expect(everything).not.toContain(secret)
    expect(everything).not.toContain(secret.slice(0, 12))
    expect(everything).not.toContain(Buffer.from(secret).toString('base64').slice(0, 24))
    expect(everything).not.toContain(Buffer.from(secret).toString('hex'))
  }
})

it('a retry of a sign-in with the same Idempotency-Key has the same token', async () => {
  const { email } = await person()
  const ask = () =>
    app.inject({
      ...{ method: 'POST', url: '/v1/auth/sessions', payload: { email, password } },
      headers: { 'idempotency-key': 'sign-in-once' },
    })
  const [first, second] = [await ask(), await ask()]
  expect(second.json<SignedIn>().token).toBe(first.json<SignedIn>().token)
  expect(await db.session.count({ where: { user: { email } } })).toBe(1)
})

it.each([
  'Bearer nonsense',
  `Bearer dl_${'x'.repeat(43)}`,
  `Bearer ds_${'x'.repeat(43)}`,
  `Bearer ${'eyJh'.repeat(5)}.${'eyJh'.repeat(5)}.${'eyJh'.repeat(5)}`,
  'Bearer ..'.padEnd(40, 'x'),
  'Basic dXNlcjpwYXNz',
  'Bearer',
  '',
])('%j is refused everywhere, also for what needs no key', async (authorization) => {
  const headers = { authorization }
  const answers = [rest('GET', '/v1/tags', { headers }), graphql('{ tags { nodes { id } } }', {}, { headers })]
  expect((await Promise.all(answers)).map(({ code }) => code)).toEqual(['unauthenticated', 'unauthenticated'])
})

import { afterAll, describe, expect, it } from 'vitest'
import { suspendUser } from '../../src/accounts/user-changes.ts'
import { testNewsroom } from '../helpers/app.ts'
import { bearer, password, peopleOf, type SignedIn } from './people.ts'

const news = await testNewsroom()
const { scenario, rest, graphql, db, events, ctx, setClock, now } = news
const { person, tryFrom, signedIn, worker } = peopleOf(news)
afterAll(news.close)

const path = '/v1/auth/sessions'
const document = `mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { token expiresAt user { id email role } } }`
const signingIn = (email: string, secret = password) => {
  const input = { email, password: secret }
  return { post: path, body: input, query: document, variables: input }
}

describe('signing in', () => {
  scenario(
    'answers with a token, its end in twelve hours and who it is; the case of the address does not matter',
    async () => {
      const { id, email } = await person({ email: 'Ada@News.example' })
      expect(email).toBe('ada@news.example')
      const expiresAt = new Date(now().getTime() + 12 * 3_600_000).toISOString()
      return {
        ...signingIn('ADA@news.example'),
        status: 201,
        shows: { token: expect.stringMatching(/^ds_[\w-]{43}$/), expiresAt, user: { id, email, role: 'author' } },
        notInBody: ['passwordHash', 'argon2', password],
        events: { 'session.created': 1 },
      }
    },
  )

  it('is never stored by a cache, nor is what it opens', async () => {
    const { email } = await person()
    const signIn = await tryFrom('127.0.0.1', email)
    const headers = bearer(signIn.json<SignedIn>().token)
    const own = await Promise.all(
      ['users/me', 'users', 'sessions', 'api-keys'].map((each) => rest('GET', `/v1/editorial/${each}`, { headers })),
    )
    expect([signIn.headers, ...own.map((answer) => answer.headers)].map((each) => each['cache-control'])).toEqual(
      Array(5).fill('no-store'),
    )
  })

  it('a token opens the editorial side with the role of its user, on both faces', async () => {
    const { headers, user } = await worker('author')
    expect((await rest('GET', '/v1/editorial/users/me', { headers })).data).toMatchObject({ id: user.id })
    expect((await graphql('{ me { id lastSeenAt hasPassword issuer } }', {}, { headers })).data).toEqual({
      ...{ id: user.id, lastSeenAt: now().toISOString(), hasPassword: true, issuer: null },
    })
    const tag = { type: 'TOPIC', name: 'By session' }
    expect((await rest('POST', '/v1/editorial/tags', { headers, body: tag })).status).toBe(201)
    expect((await rest('POST', '/v1/editorial/authors', { headers, body: { name: 'X' } })).code).toBe('forbidden')
    const entry = await db.journalEntry.findFirstOrThrow({
      where: { type: 'tag.created' },
      orderBy: { number: 'desc' },
    })
    expect(entry).toMatchObject({ actor: `user:${user.name}`, actorId: user.id })
  })

  describe('tells nobody which accounts there are', () => {
    const refused = { status: 401, refused: 'unauthenticated', events: {} } as const
    const words = 'e-mail address and password do not belong together; check both'
    scenario('a wrong password', async () => ({
      ...signingIn((await person()).email, 'wrong password'),
      ...refused,
      inBody: [words],
    }))
    scenario('an unknown address', { ...signingIn('nobody@news.example'), ...refused, inBody: [words] })
    scenario('somebody who has no password', async () => ({
      ...signingIn((await person({ password: undefined })).email),
      ...refused,
      inBody: [words],
    }))
    scenario('somebody suspended, with a wrong password', async () => {
      const { id, email } = await person()
      await suspendUser(ctx(), id)
      return { ...signingIn(email, 'wrong password'), ...refused, inBody: [words] }
    })
    scenario('who knows the password of a suspended account is told that it is', async () => {
      const { id, email } = await person()
      await suspendUser(ctx(), id)
      return { ...signingIn(email), ...refused, inBody: ['suspended'] }
    })
  })

  scenario('a password of another Unicode form is the same', async () => {
    const { email } = await person({ password: 'caf\u00e9 au lait' })
    return { ...signingIn(email, 'cafe\u0301 au lait'), status: 201, shows: { user: { email } } }
  })

  for (const [field, value] of [
    ['email', ''],
    ['password', ''],
    ['password', 'x'.repeat(257)],
    ['email', 'a\0b'],
  ] as const)
    scenario(`${field} ${JSON.stringify(value).slice(0, 20)} is refused`, () => {
      const input = { email: 'a@news.example', password, [field]: value }
      return Promise.resolve({
        ...{ post: path, body: input, query: document, variables: input },
        ...{ status: 400, refused: 'invalid_input', events: {} },
      } as const)
    })
})

describe('a session', () => {
  it('ends twelve hours after it began, however much it is used', async () => {
    const { email } = await person()
    const { token } = await signedIn(email)
    const ask = () => rest('GET', '/v1/editorial/users/me', { headers: bearer(token) })
    setClock(12 * 60 - 1)
    expect((await ask()).status).toBe(200)
    setClock(1)
    const answer = await ask()
    expect([answer.code, answer.text]).toEqual(['unauthenticated', expect.stringContaining('has expired')])
    const twin = await graphql('{ me { id } }', {}, { headers: bearer(token) })
    expect(twin.code).toBe('unauthenticated')
    expect((await rest('GET', '/v1/tags', { headers: bearer(token) })).code).toBe('unauthenticated')
  })

  it('is ended by signing out, on either face, and by nobody else', async () => {
    const { email } = await person()
    const [first, second, third] = [await signedIn(email), await signedIn(email), await signedIn(email)]
    await events()
    const over = await rest('POST', '/v1/auth/sign-out', { headers: bearer(first.token) })
    expect([over.status, over.text]).toEqual([204, ''])
    const twin = await graphql('mutation { signOut { revokedAt isCurrent } }', {}, { headers: bearer(second.token) })
    expect(twin.data).toEqual({ revokedAt: now().toISOString(), isCurrent: true })
    expect(await events()).toEqual({ 'session.revoked': 2 })
    const statuses = [first, second, third].map(({ token }) =>
      rest('GET', '/v1/editorial/users/me', { headers: bearer(token) }),
    )
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([401, 401, 200])
    expect((await rest('GET', '/v1/editorial/users/me', { headers: bearer(first.token) })).text).toContain('was ended')
  })

  scenario('a key has no session to sign out of', {
    ...{ as: 'admin', post: '/v1/auth/sign-out', query: 'mutation { signOut { id } }' },
    ...{ status: 409, refused: 'conflict', events: {} },
  })
})

describe('the list of sessions', () => {
  const list = 'query ($user: ID) { sessions(user: $user) { nodes { id address userAgent isCurrent } } }'
  it('has the own ones, newest first, with where they came from', async () => {
    const { email, id } = await person()
    await tryFrom('192.0.2.7', email)
    setClock(1)
    const { token } = (await tryFrom('192.0.2.8', email)).json<SignedIn>()
    const own = await rest<{ data: object[] }>('GET', '/v1/editorial/sessions', { headers: bearer(token) })
    expect(own.data.data).toMatchObject([
      { address: '192.0.2.8', isCurrent: true, userId: id, userAgent: 'lightMyRequest' },
      { address: '192.0.2.7', isCurrent: false },
    ])
    expect(own.text).not.toContain('hash')
    const twin = await graphql<{ nodes: object[] }>(list, {}, { headers: bearer(token) })
    expect(twin.data.nodes).toMatchObject([{ address: '192.0.2.8' }, { address: '192.0.2.7' }])
    const admins = await graphql<{ nodes: object[] }>(list, { user: id }, { as: 'admin' })
    expect(admins.data.nodes).toHaveLength(2)
  })

  scenario('of somebody else is for admins', async () => {
    const { id } = await person()
    const { headers } = await worker('editor')
    expect((await graphql(list, { user: id }, { headers })).code).toBe('forbidden')
    return { as: 'editor', get: `/v1/editorial/sessions?user=${id}`, refused: 'forbidden', status: 403, events: {} }
  })

  it('one can be ended by its user and by admins, not by others', async () => {
    const owner = await worker()
    const other = await worker('editor')
    const { data } = await rest<{ data: { id: string }[] }>('GET', '/v1/editorial/sessions', owner)
    const url = `/v1/editorial/sessions/${data.data[0]?.id}`
    expect((await rest('DELETE', url, { headers: other.headers })).code).toBe('forbidden')
    expect((await rest('GET', '/v1/editorial/users/me', owner)).status).toBe(200)
    await events()
    expect((await rest('DELETE', url, { as: 'admin' })).status).toBe(204)
    expect((await rest('DELETE', url, { as: 'admin' })).status).toBe(204)
    expect(await events()).toEqual({ 'session.revoked': 1 })
    expect((await rest('GET', '/v1/editorial/users/me', owner)).code).toBe('unauthenticated')
  })
})

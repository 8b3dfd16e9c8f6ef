import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { bearer, password, peopleOf } from './people.ts'

const news = await testNewsroom()
const { scenario, rest, graphql, db, ctx, events, setClock } = news
const { person, tryFrom, signedIn, worker } = peopleOf(news)
afterAll(news.close)

const path = '/v1/editorial/users'
let made = 0
const input = (more: Facts = {}) => ({ email: `u${++made}@news.example`, name: 'Una', role: 'author', ...more })
const create =
  'mutation ($input: UserInput!) { createUser(input: $input) { id email name role status hasPassword version } }'
const update =
  'mutation ($id: ID!, $input: UserPatch!, $version: Int) { updateUser(id: $id, input: $input, expectedVersion: $version) { id name role status version } }'
const changing = (id: string, body: Facts) => ({
  patch: `${path}/${id}`,
  body,
  query: update,
  variables: { id, input: body },
})

describe('making users', () => {
  it.each(['rest', 'graphql'])('an admin makes one, over %s', async (face) => {
    await events()
    const body = input({ password })
    const answer =
      face === 'rest'
        ? await rest('POST', path, { as: 'admin', body })
        : await graphql(create, { input: body }, { as: 'admin' })
    expect(answer.data).toMatchObject({
      email: body.email,
      role: 'author',
      status: 'ACTIVE',
      hasPassword: true,
      version: 1,
    })
    expect(answer.text).not.toContain('argon2')
    expect(await events()).toEqual({ 'user.created': 1 })
    if (face === 'rest') expect(answer.headers).toMatchObject({ etag: '"1"', location: `${path}/${answer.data.id}` })
  })

  for (const as of ['contributor', 'author', 'editor'] as const)
    scenario(`a key of the role ${as} may not`, {
      ...{ as, post: path, body: input(), query: create, variables: { input: input() } },
      ...{ status: 403, refused: 'forbidden', events: {} },
    })

  for (const [field, value] of [
    ['email', 'no address'],
    ['email', null],
    ['name', ''],
    ['name', 'two\nlines'],
    ['role', 'boss'],
    ['role', 'EDITOR'],
    ['password', 'too short'],
    ['password', 'x'.repeat(257)],
  ] as const)
    scenario(`${field} ${JSON.stringify(value).slice(0, 20)} is refused`, () => {
      const body = input({ [field]: value })
      return Promise.resolve({
        ...{ as: 'admin', post: path, body, query: create, variables: { input: body } },
        ...{ status: 400, refused: 'invalid_input', paths: [field], events: {} },
      } as const)
    })

  scenario('an address that somebody has is refused, whatever its case', async () => {
    const { email, id } = await person()
    const body = input({ email: email.toUpperCase() })
    return {
      ...{ as: 'admin', post: path, body, query: create, variables: { input: body } },
      ...{ status: 409, refused: 'conflict', paths: ['email'], inBody: [id], events: {} },
    }
  })

  it('of ten with one address made at once there is one', async () => {
    const body = input()
    const answers = await Promise.all(Array.from({ length: 10 }, () => rest('POST', path, { as: 'admin', body })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
  })
})

describe('reading users', () => {
  it('admins see all by name, page by page; others themselves', async () => {
    const { headers, user } = await worker('editor')
    const all = await rest<{ data: { name: string }[]; page: object }>('GET', `${path}?first=100`, { as: 'admin' })
    const names = all.data.data.map(({ name }) => name)
    expect(names.length).toBeGreaterThan(3)
    expect(names).toEqual([...names].sort())
    const own = await rest<{ data: { id: string }[] }>('GET', path, { headers })
    expect(own.data.data.map(({ id }) => id)).toEqual([user.id])
    const first = await rest<{ data: { id: string }[]; page: { next: string } }>('GET', `${path}?first=2`, {
      as: 'admin',
    })
    const second = await graphql<{ nodes: { name: string }[] }>(
      'query ($after: String) { users(first: 2, after: $after) { nodes { name } } }',
      { after: first.data.page.next },
      { as: 'admin' },
    )
    expect(second.data.nodes.map(({ name }) => name)).toEqual(names.slice(2, 4))
  })

  it('the list knows who is suspended', async () => {
    const { id } = await person({ name: 'Away' })
    await rest('POST', `${path}/${id}/suspend`, { as: 'admin' })
    const list = await rest<{ data: { id: string }[] }>('GET', `${path}?status=SUSPENDED`, { as: 'admin' })
    expect(list.data.data.map((each) => each.id)).toEqual([id])
  })

  scenario('somebody else is nobody else’s business', async () => {
    const { id } = await person()
    return {
      ...{ as: 'editor', get: `${path}/${id}`, query: `{ user(id: "${id}") { id } }` },
      ...{ status: 403, refused: 'forbidden', notInBody: ['@news.example'] },
    }
  })

  it('a key of the house is nobody', async () => {
    expect((await rest('GET', `${path}/me`, { as: 'admin' })).code).toBe('not_found')
    expect((await graphql('{ me { id } }', {}, { as: 'admin' })).data).toBeNull()
  })

  it.each(['nonsense', randomUUID()])('reading %s finds nothing', async (id) => {
    expect((await rest('GET', `${path}/${id}`, { as: 'admin' })).code).toBe('not_found')
    expect((await rest('PATCH', `${path}/${id}`, { as: 'admin', body: { name: 'X' } })).code).toBe('not_found')
  })
})

describe('changing users', () => {
  it('leaves what is left out, says which fields changed, and no secret or address is in the journal', async () => {
    const { id, email } = await person()
    await events()
    const { data, headers } = await rest('PATCH', `${path}/${id}`, {
      ...{ as: 'admin', body: { name: 'New', role: 'editor', password: 'a brand new password' } },
    })
    expect([data, headers.etag]).toEqual([
      expect.objectContaining({ email, name: 'New', role: 'editor', version: 2 }),
      '"2"',
    ])
    expect(await events()).toEqual({ 'user.updated': 1 })
    const entries = await db.journalEntry.findMany({ where: { subjectId: id }, orderBy: { number: 'asc' } })
    expect(entries.at(-1)?.data).toEqual({ role: 'editor', status: 'ACTIVE', changed: ['name', 'role', 'password'] })
    expect(JSON.stringify(entries.map((entry) => [entry.data, entry.note, entry.actor]))).not.toMatch(/@|argon2/)
  })

  scenario('on an older copy it is refused, and who changed it is told', async () => {
    const { id } = await person()
    await rest('PATCH', `${path}/${id}`, { as: 'admin', body: { name: 'First' } })
    const asked = changing(id, { name: 'Second' })
    return {
      ...{ as: 'admin', ...asked, variables: { ...asked.variables, version: 1 }, headers: { 'if-match': '"1"' } },
      ...{ status: 412, refused: 'stale_version', inBody: ['"currentVersion":2', 'key:admin'], events: {} },
    }
  })

  it('of ten changes of one copy at once, one is made', async () => {
    const { id } = await person()
    const change = () =>
      rest('PATCH', `${path}/${id}`, { as: 'admin', body: { name: 'X' }, headers: { 'if-match': '"1"' } })
    const answers = await Promise.all(Array.from({ length: 10 }, change))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)])
  })

  it('everybody may change their own name, but not role, status or address', async () => {
    const { user, headers } = await worker('editor')
    expect((await rest('PATCH', `${path}/${user.id}`, { headers, body: { name: 'Me' } })).data).toMatchObject({
      name: 'Me',
    })
    for (const body of [{ role: 'admin' }, { status: 'ACTIVE' }, { email: 'other@news.example' }])
      expect((await rest('PATCH', `${path}/${user.id}`, { headers, body })).code).toBe('forbidden')
    const { id } = await person()
    expect((await rest('PATCH', `${path}/${id}`, { headers, body: { name: 'Them' } })).code).toBe('forbidden')
    expect((await graphql(update, { id, input: { name: 'Them' } }, { headers })).code).toBe('forbidden')
  })

  it('a key that may change users is no way to become an admin', async () => {
    const { key } = await createApiKey(ctx(), { name: 'hr', scopes: ['user:update', 'user:create', 'key:create'] })
    const headers = bearer(key)
    const [author, admin] = [await person(), await person({ role: 'admin' })]
    const asked = [
      rest('POST', path, { headers, body: input({ role: 'admin' }) }),
      rest('PATCH', `${path}/${author.id}`, { headers, body: { role: 'admin' } }),
      rest('PATCH', `${path}/${admin.id}`, { headers, body: { password: 'taken over, ha ha' } }),
      rest('POST', '/v1/editorial/api-keys', { headers, body: { name: 'x', role: 'contributor' } }),
      rest('POST', '/v1/editorial/api-keys', { headers, body: { name: 'x', scopes: ['admin'] } }),
      rest('POST', '/v1/editorial/api-keys', { headers, body: { name: 'x', scopes: ['user:*'] } }),
    ]
    expect((await Promise.all(asked)).map(({ code }) => code)).toEqual(Array(6).fill('forbidden'))
  })

  it('the own password takes the present one, and ends the other sessions', async () => {
    const { user, headers } = await worker()
    const other = await signedIn(user.email)
    const change = (body: Facts) => rest('PATCH', `${path}/${user.id}`, { headers, body })
    const next = 'a much better password'
    expect((await change({ password: next })).paths).toEqual(['currentPassword'])
    expect((await change({ password: next, currentPassword: 'wrong' })).code).toBe('forbidden')
    setClock(1)
    expect((await change({ password: next, currentPassword: password })).status).toBe(200)
    expect((await rest('GET', `${path}/me`, { headers })).status).toBe(200)
    expect((await rest('GET', `${path}/me`, { headers: bearer(other.token) })).code).toBe('unauthenticated')
    expect((await tryFrom('192.0.2.1', user.email)).statusCode).toBe(401)
    expect((await tryFrom('192.0.2.1', user.email, next)).statusCode).toBe(201)
  })

  it('a password that an admin sets ends all sessions', async () => {
    const { user, headers } = await worker()
    await rest('PATCH', `${path}/${user.id}`, { as: 'admin', body: { password: 'given by the admin' } })
    expect((await rest('GET', `${path}/me`, { headers })).text).toContain('was ended')
  })
})

it('of two admins who demote each other at once one stays', async () => {
  await db.user.updateMany({ where: { role: 'admin' }, data: { status: 'SUSPENDED' } })
  const [one, other] = [await worker('admin'), await worker('admin')]
  const demote = (by: typeof one, of: typeof one) =>
    rest('PATCH', `${path}/${of.user.id}`, { headers: by.headers, body: { role: 'editor' } })
  const answers = await Promise.all([demote(one, other), demote(other, one)])
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect(await db.user.count({ where: { role: 'admin', status: 'ACTIVE' } })).toBe(1)
})

it.each([{ status: 'SUSPENDED' }, { role: 'editor' }])(
  'the last active admin cannot make themselves %j',
  async (body) => {
    await db.user.updateMany({ where: { role: 'admin' }, data: { status: 'SUSPENDED' } })
    const { user, headers } = await worker('admin')
    const alone = await rest('PATCH', `${path}/${user.id}`, { headers, body })
    expect([alone.code, alone.text]).toEqual(['conflict', expect.stringContaining('last active admin')])
    expect((await graphql(update, { id: user.id, input: body }, { headers })).code).toBe('conflict')
    await person({ role: 'admin' })
    expect((await rest('PATCH', `${path}/${user.id}`, { headers, body })).status).toBe(200)
  },
)

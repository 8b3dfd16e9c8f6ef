import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { bearer, peopleOf } from './people.ts'

const news = await testNewsroom()
const { scenario, rest, graphql, db, ctx, events, now, setClock } = news
const { person, worker } = peopleOf(news)
afterAll(news.close)

const path = '/v1/editorial/api-keys'
const create =
  'mutation ($input: ApiKeyInput!) { createApiKey(input: $input) { key record { id name role scopes ownerId expiresAt prefix } } }'
const rotate =
  'mutation ($id: ID!, $overlap: Int) { rotateApiKey(id: $id, overlapSeconds: $overlap) { key record { id name scopes ownerId expiresAt } } }'
const creating = (body: Facts) => ({ post: path, body, query: create, variables: { input: body } })
type Made = { key: string; record: { id: string; expiresAt: string | null } & Facts }
const works = async (key: string) => (await rest('GET', '/v1/editorial/tags', { headers: bearer(key) })).status
const inMinutes = (n: number) => new Date(now().getTime() + n * 60_000).toISOString()

describe('making keys', () => {
  scenario('an admin makes one for the house, and it is shown once', {
    as: 'admin',
    ...creating({ name: 'Web desk', role: 'editor', expiresAt: '2026-01-09T00:00:00Z' }),
    status: 201,
    shows: {
      key: expect.stringMatching(/^dl_[\w-]{43}$/),
      record: { name: 'Web desk', role: 'editor', scopes: [], ownerId: null, expiresAt: '2026-01-09T00:00:00.000Z' },
    },
    events: { 'key.created': 1 },
  })

  it('reads and lists show everything but the key', async () => {
    const { data } = await rest<Made>('POST', path, { as: 'admin', body: { name: 'Listed', scopes: ['tag:*'] } })
    const read = await rest('GET', `${path}/${data.record.id}`, { as: 'admin' })
    expect(read.data).toEqual(data.record)
    const list = await rest('GET', `${path}?first=100`, { as: 'admin' })
    const twin = await graphql('{ apiKeys(first: 100) { nodes { id prefix scopes createdBy } } }', {}, { as: 'admin' })
    for (const { text } of [read, list, twin]) {
      expect(text).toContain(data.key.slice(0, 9))
      expect(text).not.toContain(data.key.slice(9))
    }
  })

  for (const [what, body, paths] of [
    ['role and scopes', { role: 'editor', scopes: ['tag:read'] }, ['scopes']],
    ['neither', {}, ['role']],
    ['no scopes', { scopes: [] }, ['role']],
    ['unknown scopes, all of them named', { scopes: ['tag:read', 'tag:fly', 'x'] }, ['scopes[1]', 'scopes[2]']],
    ['an end that is over', { role: 'editor', expiresAt: '2026-01-08T09:30:00Z' }, ['expiresAt']],
  ] as const)
    scenario(`${what}: refused`, {
      as: 'admin',
      ...creating({ name: 'Wrong', ...body }),
      ...{ status: 400, refused: 'invalid_input', paths: [...paths], events: {} },
    })

  scenario('an owner who is not there is named', {
    as: 'admin',
    ...creating({ name: 'Wrong', role: 'editor', ownerId: randomUUID() }),
    ...{ status: 422, refused: 'missing_reference', paths: ['ownerId'], events: {} },
  })

  it('others make them for themselves, with at most what they may', async () => {
    const { headers, user } = await worker('author')
    const other = await person()
    const ask = (body: Facts) => rest<Made>('POST', path, { headers, body: { name: 'mine', ...body } })
    const own = await ask({ role: 'author' })
    expect([own.status, own.data.record.ownerId]).toEqual([201, user.id])
    expect((await ask({ scopes: ['tag:create', 'article:revise', 'delivery'] })).status).toBe(201)
    const refused = [
      { role: 'editor' },
      { role: 'author', ownerId: other.id },
      { role: 'author', ownerId: null },
      { scopes: ['article:publish'] },
      { scopes: ['article:*'] },
      { scopes: ['admin'] },
    ]
    for (const body of refused) expect([body, (await ask(body)).code]).toEqual([body, 'forbidden'])
    expect((await graphql(create, { input: { name: 'x', role: 'editor' } }, { headers })).code).toBe('forbidden')
    const list = await rest<{ data: { ownerId: string }[] }>('GET', path, { headers })
    expect(list.data.data.map(({ ownerId }) => ownerId)).toEqual([user.id, user.id])
  })

  scenario('a key of the house that is no admin makes none', {
    as: 'editor',
    ...creating({ name: 'x', role: 'contributor' }),
    ...{ status: 403, refused: 'forbidden', events: {} },
  })

  it('a key of the house sees itself and no other', async () => {
    const list = await rest<{ data: { name: string }[] }>('GET', path, { as: 'editor' })
    expect(list.data.data.map(({ name }) => name)).toEqual(['editor'])
    const { record } = await createApiKey(ctx(), { name: 'other', role: 'admin' })
    for (const asked of [
      rest('GET', `${path}/${record.id}`, { as: 'editor' }),
      rest('DELETE', `${path}/${record.id}`, { as: 'editor' }),
      rest('POST', `${path}/${record.id}/rotate`, { as: 'editor', body: {} }),
    ])
      expect((await asked).code).toBe('forbidden')
  })
})

describe('what a key may', () => {
  it('with scopes: what they say and nothing else', async () => {
    const { key } = await createApiKey(ctx(), { name: 'tags', scopes: ['tag:read', 'tag:create'] })
    const headers = bearer(key)
    const tag = { type: 'TOPIC', name: 'Scoped' }
    const made = await rest<{ id: string }>('POST', '/v1/editorial/tags', { headers, body: tag })
    expect(made.status).toBe(201)
    const refused = await rest('PATCH', `/v1/editorial/tags/${made.data.id}`, { headers, body: { name: 'X' } })
    expect([refused.code, refused.text]).toEqual(['forbidden', expect.stringContaining("'tag:update'")])
    expect((await rest('GET', '/v1/editorial/articles', { headers })).code).toBe('forbidden')
    const twin = await graphql(
      'mutation ($input: AuthorInput!) { createAuthor(input: $input) { id } }',
      { input: { name: 'X' } },
      { headers },
    )
    expect(twin.code).toBe('forbidden')
  })

  it('for delivery: what everybody may', async () => {
    const { key } = await createApiKey(ctx(), { name: 'app', scopes: ['delivery'] })
    expect((await rest('GET', '/v1/tags', { headers: bearer(key) })).status).toBe(200)
    expect(await works(key)).toBe(403)
  })

  it('with an owner: no more than they may now', async () => {
    const owner = await person({ role: 'editor' })
    const { key } = await createApiKey(ctx(), { name: 'bot', role: 'admin', ownerId: owner.id })
    const author = () => rest('POST', '/v1/editorial/authors', { headers: bearer(key), body: { name: 'X' } })
    expect((await author()).status).toBe(201)
    expect((await rest('GET', '/v1/editorial/users/me', { headers: bearer(key) })).data).toMatchObject({ id: owner.id })
    await rest('PATCH', `/v1/editorial/users/${owner.id}`, { as: 'admin', body: { role: 'author' } })
    expect((await author()).code).toBe('forbidden')
  })

  it('its last use is noted, to the minute', async () => {
    const { key, record } = await createApiKey(ctx(), { name: 'used', role: 'author' })
    const lastUse = async () => (await db.apiKey.findUniqueOrThrow({ where: { id: record.id } })).lastUsedAt
    expect(await lastUse()).toBeNull()
    const first = now()
    await works(key)
    await expect.poll(lastUse).toEqual(first)
    setClock(0.9)
    await works(key)
    expect(await lastUse()).toEqual(first)
    setClock(0.2)
    await works(key)
    await expect.poll(lastUse).toEqual(now())
  })
})

describe('how a key ends', () => {
  it('at its time, by the clock of the database', async () => {
    const { key } = await createApiKey(ctx(), { name: 'short', role: 'author', expiresAt: inMinutes(10) })
    setClock(9.99)
    expect(await works(key)).toBe(200)
    setClock(0.01)
    expect(await works(key)).toBe(401)
    expect((await rest('GET', '/v1/tags', { headers: bearer(key) })).text).toContain('has expired')
  })

  it.each(['rest', 'graphql'])('revoked over %s, once, with one event', async (face) => {
    const { key, record } = await createApiKey(ctx(), { name: 'leaver', role: 'author' })
    await events()
    const revoke = () =>
      face === 'rest'
        ? rest('DELETE', `${path}/${record.id}`, { as: 'admin' })
        : graphql('mutation ($id: ID!) { revokeApiKey(id: $id) { revokedAt } }', { id: record.id }, { as: 'admin' })
    const answers = await Promise.all([revoke(), revoke(), revoke()])
    expect(answers.map(({ status }) => status)).toEqual(Array(3).fill(face === 'rest' ? 204 : 200))
    expect(await works(key)).toBe(401)
    expect(await events()).toEqual({ 'key.revoked': 1 })
    expect((await rest('GET', '/v1/tags', { headers: bearer(key) })).text).toContain('was revoked')
  })
})

describe('rotation', () => {
  it.each(['rest', 'graphql'])(
    'over %s makes a new key, and the old one works until the overlap ends',
    async (face) => {
      const owner = await person()
      const old = await createApiKey(ctx(), { name: 'feed', scopes: ['tag:read'], ownerId: owner.id })
      await events()
      const { id } = old.record
      const made =
        face === 'rest'
          ? await rest<Made>('POST', `${path}/${id}/rotate`, { as: 'admin', body: { overlapSeconds: 600 } })
          : await graphql<Made>(rotate, { id, overlap: 600 }, { as: 'admin' })
      expect(made.data.record).toMatchObject({ name: 'feed', scopes: ['tag:read'], ownerId: owner.id, expiresAt: null })
      expect(await events()).toEqual({ 'key.rotated': 1 })
      expect((await rest('GET', `${path}/${id}`, { as: 'admin' })).data).toMatchObject({
        ...{ expiresAt: inMinutes(10), rotatedToId: made.data.record.id },
      })
      setClock(9.99)
      expect([await works(old.key), await works(made.data.key)]).toEqual([200, 200])
      setClock(0.01)
      expect([await works(old.key), await works(made.data.key)]).toEqual([401, 200])
    },
  )

  it('without overlap ends the old one at once; left out it is an hour', async () => {
    const [a, b] = [
      await createApiKey(ctx(), { name: 'a', role: 'author' }),
      await createApiKey(ctx(), { name: 'b', role: 'author' }),
    ]
    await rest('POST', `${path}/${a.record.id}/rotate`, { as: 'admin', body: { overlapSeconds: 0 } })
    expect(await works(a.key)).toBe(401)
    await graphql(rotate, { id: b.record.id }, { as: 'admin' })
    expect((await db.apiKey.findUniqueOrThrow({ where: { id: b.record.id } })).expiresAt?.toISOString()).toBe(
      inMinutes(60),
    )
  })

  it('does not prolong the old one; the new one lives as long as that did', async () => {
    const old = await createApiKey(ctx(), { name: 'year', role: 'author', expiresAt: inMinutes(100) })
    setClock(90)
    const made = await rest<Made>('POST', `${path}/${old.record.id}/rotate`, { as: 'admin', body: {} })
    expect(made.data.record.expiresAt).toBe(inMinutes(100))
    expect((await db.apiKey.findUniqueOrThrow({ where: { id: old.record.id } })).expiresAt?.toISOString()).toBe(
      inMinutes(10),
    )
  })

  it('of ten at once, one is made', async () => {
    const { record } = await createApiKey(ctx(), { name: 'twice', role: 'author' })
    const ask = () => rest('POST', `${path}/${record.id}/rotate`, { as: 'admin', body: {} })
    const answers = await Promise.all(Array.from({ length: 10 }, ask))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    expect(await db.apiKey.count({ where: { name: 'twice' } })).toBe(2)
  })

  for (const overlapSeconds of [-1, 604_801, 1.5, '60'])
    it(`an overlap of ${JSON.stringify(overlapSeconds)} is refused`, async () => {
      const { record } = await createApiKey(ctx(), { name: 'x', role: 'author' })
      const { code, paths } = await rest('POST', `${path}/${record.id}/rotate`, {
        as: 'admin',
        body: { overlapSeconds },
      })
      expect([code, paths]).toEqual(['invalid_input', ['overlapSeconds']])
    })

  it('of a revoked one is refused', async () => {
    const { record } = await createApiKey(ctx(), { name: 'x', role: 'author' })
    await rest('DELETE', `${path}/${record.id}`, { as: 'admin' })
    expect((await rest('POST', `${path}/${record.id}/rotate`, { as: 'admin', body: {} })).code).toBe('conflict')
  })

  it('is no way to a key that may more', async () => {
    const strong = await createApiKey(ctx(), { name: 'strong', role: 'admin' })
    const weak = await createApiKey(ctx(), { name: 'weak', scopes: ['key:rotate'] })
    const { code } = await rest('POST', `${path}/${strong.record.id}/rotate`, { headers: bearer(weak.key), body: {} })
    expect(code).toBe('forbidden')
  })
})

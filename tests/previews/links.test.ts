import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { forgetPreviews } from '../../src/previews/jobs.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { type Link, linksOf } from './links.ts'

const news = await testNewsroom()
const { rest, graphql, events, db, setClock, now } = news
const { draft, live, revise } = storyMakers(news)
const { link, read } = linksOf(news)
afterAll(news.close)

const base = '/v1/editorial/articles'
const creating = `mutation ($id: ID!, $revision: Int, $expiresInSeconds: Int, $note: String) {
  createPreview(id: $id, revision: $revision, expiresInSeconds: $expiresInSeconds, note: $note) {
    id articleId revision note expiresAt createdBy token url } }`
type Role = 'contributor' | 'author' | 'editor'
const faces = {
  rest: (id: string, input: Facts = {}, as: Role = 'editor') =>
    rest<Link>('POST', `${base}/${id}/preview-token`, { as, body: input }),
  graphql: (id: string, input: Facts = {}, as: Role = 'editor') => graphql<Link>(creating, { id, ...input }, { as }),
}
const codes = async (token: string) =>
  (await read(token)).map(({ status, code, data }) => code ?? (data ? status : null))
const gone = ['not_found', null]

describe.each(Object.entries(faces))('a link made over %s', (_face, create) => {
  it('opens the newest revision for a day, and is written into the journal without its token', async () => {
    const { id } = await draft()
    await events()
    const { data } = await create(id, { note: 'For the lawyer' })
    expect(data).toMatchObject({ articleId: id, revision: 1, note: 'For the lawyer', createdBy: 'key:editor' })
    expect(data.url).toBe(`/v1/preview/${data.token}`)
    expect(new Date(data.expiresAt).getTime()).toBe(now().getTime() + 86_400_000)
    expect(await events()).toEqual({ 'preview.created': 1 })
    const entry = await db.journalEntry.findFirstOrThrow({ where: { subjectId: data.id } })
    expect(entry).toMatchObject({ data: { articleId: id, revision: 1 }, note: 'For the lawyer', isPublic: false })
    expect(JSON.stringify(await db.previewToken.findMany({ where: { id: data.id } }))).not.toContain(data.token)
    expect(await codes(data.token)).toEqual([200, 200])
  })

  it('opens the revision that it was made for, whatever is saved later', async () => {
    const { id } = await draft({ headline: 'First words' })
    await revise(id, { headline: 'Second words' })
    const [first, second] = [await create(id, { revision: 1 }), await create(id)]
    await revise(id, { headline: 'Third words' })
    for (const { data } of await read(first.data.token)) expect(data?.headline).toBe('First words')
    for (const { data } of await read(second.data.token)) expect(data?.headline).toBe('Second words')
  })

  it('is over at its instant and not a millisecond before', async () => {
    const { data } = await create((await draft()).id, { expiresInSeconds: 60 })
    const end = new Date(data.expiresAt).getTime()
    setClock(new Date(end - 1).toISOString())
    expect(await codes(data.token)).toEqual([200, 200])
    setClock(new Date(end).toISOString())
    expect(await codes(data.token)).toEqual(gone)
  })

  it.each([
    [{ expiresInSeconds: 59 }, 'expiresInSeconds'],
    [{ expiresInSeconds: 2_592_001 }, 'expiresInSeconds'],
    [{ revision: 0 }, 'revision'],
    [{ note: '' }, 'note'],
  ])('is refused for %j', async (input, path) => {
    const { code, paths } = await create((await draft()).id, input)
    expect([code, paths]).toEqual(['invalid_input', [path]])
  })

  it('is refused for a story or revision that is not there', async () => {
    const { id } = await draft()
    for (const [story, input] of [
      [randomUUID(), {}],
      ['nonsense', {}],
      [id, { revision: 2 }],
    ] as const)
      expect((await create(story, input)).code).toBe('not_found')
  })

  it('a contributor makes one of their own stories only', async () => {
    const own = await rest('POST', base, { as: 'contributor', body: { headline: 'My own' } })
    expect((await create(String(own.data.id), {}, 'contributor')).code).toBeNull()
    await events()
    expect((await create((await draft()).id, {}, 'contributor')).code).toBe('forbidden')
    expect((await create((await draft()).id, {}, 'author')).code).toBeNull()
    expect(await events()).toEqual({ 'article.created': 2, 'preview.created': 1 })
  })

  it('is refused under embargo, and one that there is does not open until its end', async () => {
    const { id } = await draft()
    const { data } = await create(id)
    const until = new Date(now().getTime() + 3_600_000).toISOString()
    expect((await rest('POST', `${base}/${id}/embargo`, { as: 'editor', body: { until } })).status).toBe(200)
    expect((await create(id)).code).toBe('embargoed')
    expect(await codes(data.token)).toEqual(['embargoed', 'embargoed'])
    setClock(until)
    expect(await codes(data.token)).toEqual([200, 200])
    expect((await create(id)).code).toBeNull()
  })

  it('does not open a story that was killed, and none is made for it', async () => {
    const { id } = await live()
    const { data } = await create(id)
    const body = { reason: 'Removed for legal reasons.' }
    expect((await rest('POST', `${base}/${id}/kill`, { as: 'editor', body })).status).toBe(200)
    expect(await codes(data.token)).toEqual(gone)
    expect((await create(id)).code).toBe('conflict')
  })
})

describe('a link that is not good', () => {
  it('is the same to everybody: wrong, expired, revoked, of another house', async () => {
    const { id } = await draft()
    const [revoked, expired] = [await link(id), await link(id, { expiresInSeconds: 60 })]
    await rest('DELETE', `/v1/editorial/preview-tokens/${revoked.id}`, { as: 'editor' })
    setClock(2)
    const wrong = [revoked.token, expired.token, `${'A'.repeat(30)}.${'A'.repeat(43)}`, 'nonsense', '%00', '../../x']
    const told = new Set<string>()
    for (const token of wrong) {
      const [answer, twin] = await read(token)
      expect([answer.status, answer.code, twin.data, twin.code]).toEqual([404, 'not_found', null, null])
      const { instance: _, ...problem } = answer.data
      told.add(JSON.stringify(problem))
    }
    expect(told.size).toBe(1)
  })
})

describe('revoking', () => {
  const revoking = {
    rest: (id: string, as: Role = 'editor') => rest('DELETE', `/v1/editorial/preview-tokens/${id}`, { as }),
    graphql: (id: string, as: Role = 'editor') =>
      graphql<string>('mutation ($id: ID!) { revokePreview(id: $id) }', { id }, { as }),
  }
  it.each(Object.entries(revoking))('over %s makes a link useless at once, with one event', async (face, revoke) => {
    const made = await link((await draft()).id)
    await events()
    const answer = await revoke(made.id)
    expect(answer.status).toBe(face === 'rest' ? 204 : 200)
    expect(await codes(made.token)).toEqual(gone)
    expect((await revoke(made.id)).code).toBeNull()
    expect(await events()).toEqual({ 'preview.revoked': 1 })
    expect((await revoke(randomUUID())).code).toBe('not_found')
    expect((await revoke('nonsense')).code).toBe('not_found')
    expect((await revoke((await link((await draft()).id)).id, 'contributor')).code).toBe('forbidden')
  })
})

describe('the links of a story', () => {
  const listing = 'query ($id: ID!) { articleDraft(id: $id) { previews { id revision expiresAt } } }'
  const idsOf = async (id: string, as: Role = 'editor') => {
    const { data } = await rest<{ data: Link[] }>('GET', `${base}/${id}/preview-tokens`, { as })
    const twin = await graphql<{ previews: Link[] | null }>(listing, { id }, { as })
    expect(twin.data.previews?.map((each) => each.id)).toEqual(data.data.map((each) => each.id))
    return data.data.map((each) => each.id)
  }

  it('are those that are good, newest first, without their tokens', async () => {
    const { id } = await draft()
    const [one, two, three, four] = [
      await link(id, { expiresInSeconds: 60 }),
      await link(id),
      await link(id),
      await link(id),
    ]
    await rest('DELETE', `/v1/editorial/preview-tokens/${three.id}`, { as: 'editor' })
    setClock(1)
    expect(await idsOf(id)).toEqual([four.id, two.id])
    const { text } = await rest('GET', `${base}/${id}/preview-tokens`, { as: 'editor' })
    for (const { token } of [one, two, four]) expect(text).not.toContain(token)
  })
  it('are not for those who may not make them', async () => {
    const { id } = await draft()
    await link(id)
    expect((await rest('GET', `${base}/${id}/preview-tokens`, { as: 'contributor' })).code).toBe('forbidden')
    expect((await rest('GET', `${base}/${id}/preview-tokens`)).code).toBe('unauthenticated')
    const { data } = await graphql<{ previews: null }>(listing, { id }, { as: 'contributor' })
    expect(data).toEqual({ previews: null })
  })
  it('are a hundred at most', async () => {
    const { id } = await draft()
    const first = await link(id)
    const row = await db.previewToken.findUniqueOrThrow({ where: { id: first.id } })
    await db.previewToken.createMany({ data: Array.from({ length: 99 }, () => ({ ...row, id: randomUUID() })) })
    for (const create of Object.values(faces)) expect((await create(id)).code).toBe('conflict')
    expect(await idsOf(id)).toHaveLength(100)
  })
  it('are forgotten thirty days after their end, not before', async () => {
    const made = await link((await draft()).id, { expiresInSeconds: 60 })
    const isKept = async () => (await db.previewToken.count({ where: { id: made.id } })) === 1
    setClock(30 * 24 * 60)
    await forgetPreviews.run(news.ctx(), new AbortController().signal)
    expect(await isKept()).toBe(true)
    setClock(2)
    await forgetPreviews.run(news.ctx(), new AbortController().signal)
    expect(await isKept()).toBe(false)
  })
})

it('a key with the scope preview makes links of any story, and does nothing else', async () => {
  const { key } = await createApiKey(news.ctx(), { name: 'Preview button', scopes: ['preview'] })
  const headers = { authorization: `Bearer ${key}` }
  const { id } = await draft()
  const made = await rest<Link>('POST', `${base}/${id}/preview-token`, { headers, body: {} })
  expect(made.status, made.text).toBe(201)
  expect(await codes(made.data.token)).toEqual([200, 200])
  expect((await rest('GET', `${base}/${id}`, { headers })).code).toBe('forbidden')
  expect((await rest('PATCH', `${base}/${id}`, { headers, body: { headline: 'x' } })).code).toBe('forbidden')
})

it('the first links of a house, made at once, all open', async () => {
  await db.houseSecret.deleteMany()
  const stories = await Promise.all(Array.from({ length: 8 }, () => draft()))
  const made = await Promise.all(stories.map(({ id }) => link(id)))
  for (const { token } of made) expect(await codes(token)).toEqual([200, 200])
  expect(await db.houseSecret.count()).toBe(1)
})

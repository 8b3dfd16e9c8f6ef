import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import type { Role } from '../../src/core/caller.ts'
import { lockArticle } from '../../src/locks/editorial.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

const news = await testNewsroom()
const { rest, graphql, db, setClock } = news
const { draft, revise } = storyMakers(news)
afterAll(news.close)

interface Lock {
  holder: string
  holderId: string
  acquiredAt: string
  expiresAt: string
}

interface Face {
  lock(id: string, as: Role, input?: Facts, version?: number): Promise<Answer<Lock>>
  unlock(id: string, as?: Role): Promise<Answer>
  shown(id: string): Promise<Lock | null>
}

const path = (id: string) => `/v1/editorial/articles/${id}`
const lockFields = 'holder holderId acquiredAt expiresAt'
const faces: Record<string, Face> = {
  REST: {
    lock: (id, as, body = {}, version) =>
      rest('PUT', `${path(id)}/lock`, { as, body, headers: version ? { 'if-match': `"${version}"` } : {} }),
    unlock: (id, as) => rest('DELETE', `${path(id)}/lock`, { as }),
    shown: async (id) => (await rest<{ lock: Lock | null }>('GET', path(id), { as: 'admin' })).data.lock,
  },
  GraphQL: {
    lock: (id, as, input = {}, version) =>
      graphql(
        `mutation ($id: ID!, $seconds: Int, $version: Int) { lockArticle(id: $id, seconds: $seconds, expectedVersion: $version) { ${lockFields} } }`,
        { id, ...input, version },
        { as },
      ),
    unlock: (id, as) => graphql('mutation ($id: ID!) { unlockArticle(id: $id) }', { id }, { as }),
    shown: async (id) =>
      (
        await graphql<{ lock: Lock | null }>(
          ...([
            `query ($id: ID!) { articleDraft(id: $id) { lock { ${lockFields} } } }`,
            { id },
            { as: 'admin' },
          ] as const),
        )
      ).data.lock,
  },
}

const inSeconds = (seconds: number) => new Date(news.now().getTime() + seconds * 1_000).toISOString()

describe.each(Object.entries(faces))('over %s', (_name, face) => {
  it('whoever takes it is shown with the end, for two minutes when nothing is said', async () => {
    const { id } = await draft()
    expect(await face.shown(id)).toBeNull()
    await news.events()
    const { data } = await face.lock(id, 'author')
    expect(data).toMatchObject({ holder: 'key:author', acquiredAt: inSeconds(0), expiresAt: inSeconds(120) })
    expect(await face.shown(id)).toEqual(data)
    expect(await news.events()).toEqual({})
  })

  it('it can be renewed by its holder, and keeps the time since when', async () => {
    const { id } = await draft()
    const since = (await face.lock(id, 'author', { seconds: 900 })).data.acquiredAt
    setClock(1)
    const { data } = await face.lock(id, 'author', { seconds: 30 })
    expect(data).toMatchObject({ acquiredAt: since, expiresAt: inSeconds(30) })
  })

  it('nobody else gets it before it ends, and everybody from that moment on', async () => {
    const { id } = await draft()
    const { data: held } = await face.lock(id, 'author', { seconds: 60 })
    setClock(new Date(Date.parse(held.expiresAt) - 1).toISOString())
    const refused = await face.lock(id, 'editor')
    expect(refused).toMatchObject({ status: 409, code: 'locked' })
    expect(refused.text).toContain('"holder":"key:author"')
    expect(refused.text).toContain(`"expiresAt":"${held.expiresAt}"`)
    expect(await face.shown(id)).toEqual(held)
    setClock(held.expiresAt)
    expect(await face.shown(id)).toBeNull()
    const { data } = await face.lock(id, 'editor')
    expect(data).toMatchObject({ holder: 'key:editor', acquiredAt: inSeconds(0) })
    expect((await face.lock(id, 'author')).code).toBe('locked')
  })

  it('of sixteen who ask at once one holder gets it', async () => {
    const { id } = await draft()
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => face.lock(id, (['author', 'editor', 'admin'] as const)[n % 3] as Role)),
    )
    const holders = new Set(answers.filter(({ code }) => !code).map(({ data }) => data.holder))
    expect(holders.size).toBe(1)
    expect(answers.filter(({ code }) => code).every(({ code }) => code === 'locked')).toBe(true)
  })

  it('it hinders nobody from writing', async () => {
    const { id } = await draft()
    await face.lock(id, 'author')
    expect((await revise(id, { headline: 'By the editor' })).version).toBe(2)
    expect(await face.shown(id)).toMatchObject({ holder: 'key:author' })
  })

  it('its holder gives it back without an event, and again without harm', async () => {
    const { id } = await draft()
    await face.lock(id, 'author')
    await news.events()
    for (const _ of [1, 2]) expect((await face.unlock(id, 'author')).code).toBeNull()
    expect(await face.shown(id)).toBeNull()
    expect(await news.events()).toEqual({})
    expect((await face.lock(id, 'editor')).code).toBeNull()
  })

  it('an editor breaks it, of which an event tells', async () => {
    const { id } = await draft()
    const { data } = await face.lock(id, 'author')
    await news.events()
    expect((await face.unlock(id, 'editor')).code).toBeNull()
    expect(await news.events()).toEqual({ 'article.unlocked': 1 })
    const event = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id, type: 'article.unlocked' } })
    expect(event).toMatchObject({ data: { holderId: data.holderId }, actor: 'key:editor', isPublic: false, version: 1 })
    expect(await face.shown(id)).toBeNull()
  })

  it('an author may not break it, but may once it has ended', async () => {
    const { id } = await draft()
    await face.lock(id, 'editor')
    await news.events()
    expect(await face.unlock(id, 'author')).toMatchObject({ status: 403, code: 'forbidden' })
    expect(await face.shown(id)).toMatchObject({ holder: 'key:editor' })
    setClock(2)
    expect((await face.unlock(id, 'author')).code).toBeNull()
    expect(await news.events()).toEqual({})
  })

  it('contributors lock what is their own only, and take it back from others', async () => {
    const { id: theirs } = await draft()
    expect(await face.lock(theirs, 'contributor')).toMatchObject({ status: 403, code: 'forbidden' })
    const body = { headline: 'Mine' }
    const { data } = await rest<{ id: string }>('POST', '/v1/editorial/articles', { as: 'contributor', body })
    expect((await face.lock(data.id, 'contributor')).code).toBeNull()
    await face.unlock(data.id, 'contributor')
    await face.lock(data.id, 'editor')
    expect((await face.unlock(data.id, 'contributor')).code).toBeNull()
    expect(await face.shown(data.id)).toBeNull()
  })

  it.each([29, 901, 0, -30])('%i seconds are refused', async (seconds) => {
    const { id } = await draft()
    expect(await face.lock(id, 'author', { seconds })).toMatchObject({ code: 'invalid_input', paths: ['seconds'] })
    expect(await face.shown(id)).toBeNull()
  })

  it('it is not given on an older copy', async () => {
    const { id } = await draft()
    await revise(id, { headline: 'Newer' })
    expect(await face.lock(id, 'author', {}, 1)).toMatchObject({ status: 412, code: 'stale_version' })
    expect(await face.shown(id)).toBeNull()
    expect((await face.lock(id, 'author', {}, 2)).code).toBeNull()
  })

  it.each(['nonsense', randomUUID()])("there is no story '%s' to lock", async (id) => {
    expect(await face.lock(id, 'author')).toMatchObject({ status: 404, code: 'not_found' })
    expect(await face.unlock(id, 'author')).toMatchObject({ status: 404, code: 'not_found' })
  })

  it('readers are refused', async () => {
    const { id } = await draft()
    await face.lock(id, 'author')
    expect(await face.unlock(id)).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(await face.shown(id)).not.toBeNull()
  })
})

it('REST answers 204 to giving back', async () => {
  const { id } = await draft()
  expect(await rest('DELETE', `${path(id)}/lock`, { as: 'author' })).toMatchObject({ status: 204, text: '' })
})

it('the service itself works on no story', async () => {
  const { id } = await draft()
  await expect(lockArticle(news.ctx(), id, {})).rejects.toMatchObject({ code: 'conflict' })
})

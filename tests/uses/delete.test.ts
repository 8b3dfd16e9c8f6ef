import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { facesOf, paragraph, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { nouns } from './nouns.ts'

const news = await testNewsroom()
const { rest, graphql, make, events, db } = news
const { draft, live, revise, withdraw } = storyMakers(news)
const faces = facesOf(news)
afterAll(news.close)

interface Refused {
  users: { kind: string; id: string; name: string; status: string | null; where: string[] }[]
  count: number
}

describe.each(nouns(news))('deleting a $noun', ({ noun, path, Type, made, inStory }) => {
  const remove = (id: string, headers: Record<string, string> = {}) =>
    rest<Refused>('DELETE', `${path}/${id}`, { as: 'editor', headers })
  const removeTwin = (id: string, expectedVersion?: number) =>
    graphql<string>(
      `mutation ($id: ID!, $expectedVersion: Int) { delete${Type}(id: $id, expectedVersion: $expectedVersion) }`,
      { id, expectedVersion },
      { as: 'editor' },
    )
  const isThere = async (id: string) => (await rest('GET', `${path}/${id}`, { as: 'editor' })).status === 200

  it('that nothing uses removes it, with one event, on both faces', async () => {
    const [one, two] = [await made(), await made()]
    await events()
    const { status, text } = await remove(one.id)
    expect([status, text]).toEqual([204, ''])
    expect((await removeTwin(two.id)).data).toBe(two.id)
    expect(await events()).toEqual({ [`${noun}.deleted`]: 2 })
    expect([await isThere(one.id), await isThere(two.id)]).toEqual([false, false])
    expect((await remove(one.id)).code).toBe('not_found')
    expect((await removeTwin(two.id)).code).toBe('not_found')
  })

  it('that a draft uses is refused with the story, on both faces', async () => {
    const { id } = await made()
    const story = await draft(inStory(id))
    await events()
    const { status, code, data } = await remove(id)
    expect([status, code]).toEqual([409, 'in_use'])
    const user = { kind: 'ARTICLE', id: story.id, name: story.content.headline, status: 'DRAFT', where: ['HEAD'] }
    expect([data.count, data.users]).toEqual([1, [user]])
    const twin = await removeTwin(id)
    expect(twin.code).toBe('in_use')
    expect(JSON.parse(twin.text).errors[0].extensions.users).toEqual([user])
    expect([await events(), await isThere(id)]).toEqual([{}, true])
  })

  it('is possible once the newest revision has it no more; restoring the older one is refused then', async () => {
    const { id } = await made()
    const story = await draft(inStory(id))
    await revise(story.id, without)
    expect((await remove(id)).status).toBe(204)
    expect((await faces.rest.revision(story.id, 1))?.content).toBeDefined()
    const restored = await rest('POST', `/v1/editorial/articles/${story.id}/publish`, {
      as: 'editor',
      body: { revision: 1 },
    })
    expect([restored.status, restored.code]).toEqual([422, 'missing_reference'])
  })

  it('that only the live revision has is refused, and so is one of a withdrawn story', async () => {
    const { id } = await made()
    const story = await live(inStory(id))
    await revise(story.id, without)
    expect((await remove(id)).data.users).toMatchObject([{ id: story.id, status: 'LIVE', where: ['LIVE'] }])
    const other = await live(inStory(id))
    await withdraw(other.id)
    await withdraw(story.id)
    expect((await remove(id)).data.users).toMatchObject([{ id: other.id, status: 'WITHDRAWN', where: ['HEAD'] }])
  })

  it('that a scheduled revision has is refused', async () => {
    const { id } = await made()
    const story = await draft(inStory(id))
    const at = new Date(news.now().getTime() + 3_600_000).toISOString()
    const body = { action: 'PUBLISH', at }
    expect((await rest('POST', `/v1/editorial/articles/${story.id}/schedule`, { as: 'editor', body })).status).toBe(201)
    await revise(story.id, without)
    expect((await remove(id)).data.users).toMatchObject([{ id: story.id, where: ['SCHEDULED'] }])
  })

  it('names a hundred users at most and says how many there are', async () => {
    const { id } = await made()
    const { id: story } = await draft(inStory(id))
    const row = await db.article.findUniqueOrThrow({ where: { id: story } })
    const more = Array.from({ length: 120 }, () => ({ ...row, id: randomUUID() }))
    await db.article.createMany({ data: more })
    const nounOf = (await db.articleReference.findFirstOrThrow({ where: { articleId: story, targetId: id } })).noun
    await db.articleReference.createMany({
      data: more.map(({ id: articleId }) => ({ articleId, targetId: id, noun: nounOf })),
    })
    const { data } = await remove(id)
    expect([data.users.length, data.count]).toEqual([100, 121])
    await db.article.deleteMany({ where: { id: { in: more.map((each) => each.id) } } })
  })

  it('on an older copy is refused', async () => {
    const { id } = await made()
    expect((await remove(id, { 'if-match': '"7"' })).code).toBe('stale_version')
    expect((await removeTwin(id, 7)).code).toBe('stale_version')
    expect((await remove(id, { 'if-match': '"1"' })).status).toBe(204)
  })

  it('is for editors', async () => {
    const { id } = await made()
    expect((await rest('DELETE', `${path}/${id}`, { as: 'author' })).code).toBe('forbidden')
    expect((await rest('DELETE', `${path}/${id}`)).code).toBe('unauthenticated')
    expect((await graphql(`mutation { delete${Type}(id: "${id}") }`, {}, { as: 'author' })).code).toBe('forbidden')
    expect(await isThere(id)).toBe(true)
  })
})

/** A story that uses nothing any more. */
const without: Facts = {
  ...{ tagIds: [], bylines: [], leadMedia: null, sectionId: null, recommendedVideoId: null },
  body: [paragraph('Nothing is used.')],
}

describe('what is in use without a story', () => {
  const remove = (path: string, id: string) => rest<Refused>('DELETE', `/v1/editorial/${path}/${id}`, { as: 'editor' })

  it('a tag with narrower tags is refused', async () => {
    const top = await make.tag()
    const child = await make.tag({ parentId: top.id })
    expect((await remove('tags', top.id)).data.users).toEqual([
      { kind: 'TAG', id: child.id, name: child.name, status: null, where: ['CHILD'] },
    ])
  })
  it('a section is used by what stands in it', async () => {
    const section = await make.tag({ type: 'SECTION' })
    const story = await live({ sectionId: section.id })
    expect((await remove('tags', section.id)).data.users).toMatchObject([{ id: story.id, where: ['HEAD', 'LIVE'] }])
  })
  it('a picture of an author is refused', async () => {
    const picture = await make.media()
    const author = await make.author({ avatarId: picture.id })
    expect((await remove('media', picture.id)).data.users).toMatchObject([
      { kind: 'AUTHOR', id: author.id, name: author.name, where: ['AVATAR'] },
    ])
  })
  it('a slug of a deleted tag is free again', async () => {
    const tag = await make.tag({ name: 'Short-lived', slug: 'short-lived' })
    await remove('tags', tag.id)
    expect((await make.tag({ name: 'Another', slug: 'short-lived' })).slug).toBe('short-lived')
  })
  it('a picture anywhere in a body is in use', async () => {
    const [one, two] = [await make.media(), await make.media()]
    await draft({
      body: [
        { _type: 'image', mediaId: one.id },
        { _type: 'gallery', images: [{ _key: 'a', mediaId: two.id }] },
      ],
    })
    expect([(await remove('media', one.id)).code, (await remove('media', two.id)).code]).toEqual(['in_use', 'in_use'])
  })
})

import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { facesOf, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

const news = await testNewsroom()
const { rest, graphql, make, events, db } = news
const { draft, live, revise, withdraw } = storyMakers(news)
const faces = facesOf(news)
afterAll(news.close)

interface Result {
  id: string
  status: 'OK' | 'REFUSED'
  version: number | null
  error: { code: string; message: string } | null
}
type Role = 'contributor' | 'author' | 'editor'

const document = `mutation ($input: BulkInput!) { bulkArticles(input: $input) {
  results { id status version error { code message } } } }`
const over = {
  rest: (input: Facts, as: Role = 'editor', headers: Record<string, string> = {}) =>
    rest<{ results: Result[] }>('POST', '/v1/editorial/articles/bulk', { as, body: input, headers }),
  graphql: (input: Facts, as: Role = 'editor', headers: Record<string, string> = {}) =>
    graphql<{ results: Result[] }>(document, { input }, { as, headers }),
}
const ok = (id: string, version: number): Result => ({ id, status: 'OK', version, error: null })
const tagsOf = async (id: string) => (await faces.rest.draft(id)).content.tagIds
const shownTags = async (id: string) => (await faces.rest.article({ id }))?.tags.map((tag) => tag.id)

describe.each(Object.entries(over))('over %s', (_face, bulk) => {
  it('tags are added behind those that are there, each story in a revision of its own; readers see nothing yet', async () => {
    const [a, b] = [await make.tag(), await make.tag()]
    const [one, two, three] = [await draft({ tagIds: [a.id] }), await live(), await draft({ tagIds: [b.id, a.id] })]
    await events()
    const ids = [one.id, two.id, three.id]
    const { status, data } = await bulk({ ids, action: { addTags: [b.id, a.id] }, note: 'Sorting' })
    expect(status).toBe(200)
    expect(data.results).toEqual([ok(one.id, 2), ok(two.id, 2), ok(three.id, 1)])
    expect(await events()).toEqual({ 'article.revised': 2 })
    expect(await Promise.all(ids.map(tagsOf))).toEqual([
      [a.id, b.id],
      [b.id, a.id],
      [b.id, a.id],
    ])
    expect(await shownTags(two.id)).toEqual([])
    expect(await faces.rest.revision(one.id, 2)).toMatchObject({ note: 'Sorting' })
  })

  it('republish shows the change of live stories at once, in the same transaction, without telling of an update', async () => {
    const tag = await make.tag()
    const [one, two] = [await live(), await draft()]
    const before = await faces.rest.article({ id: one.id })
    news.setClock(10)
    await events()
    const { data } = await bulk({ ids: [one.id, two.id], action: { addTags: [tag.id] }, republish: true })
    expect(data.results).toEqual([ok(one.id, 2), ok(two.id, 2)])
    expect(await events()).toEqual({ 'article.revised': 2, 'article.published': 1 })
    expect(await shownTags(one.id)).toEqual([tag.id])
    const after = await faces.rest.article({ id: one.id })
    expect([after?.version, after?.updatedAt]).toEqual([2, before?.updatedAt])
    expect(await faces.rest.article({ id: two.id })).toBeNull()
  })

  it('republish never shows what somebody else has in work', async () => {
    const tag = await make.tag()
    const [busy, calm] = [await live({ headline: 'As it was' }), await live()]
    await revise(busy.id, { headline: 'Not ready yet' })
    const { data } = await bulk({ ids: [busy.id, calm.id], action: { addTags: [tag.id] }, republish: true })
    expect(data.results).toMatchObject([
      { status: 'REFUSED', version: null, error: { code: 'conflict' } },
      ok(calm.id, 2),
    ])
    expect((await faces.rest.article({ id: busy.id }))?.headline).toBe('As it was')
    expect(await tagsOf(busy.id)).toEqual([])
  })

  it('tags are taken away, also under the id of one that was merged into them', async () => {
    const [from, into, other] = [await make.tag(), await make.tag(), await make.tag()]
    const [one, two] = [await draft({ tagIds: [from.id, other.id] }), await draft({ tagIds: [other.id] })]
    await rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as: 'editor', body: { intoId: into.id } })
    const { data } = await bulk({ ids: [one.id, two.id], action: { removeTags: [into.id] } })
    expect(data.results).toEqual([ok(one.id, 2), ok(two.id, 1)])
    expect(await tagsOf(one.id)).toEqual([other.id])
    expect((await bulk({ ids: [one.id], action: { addTags: [other.id] } })).data.results).toEqual([ok(one.id, 2)])
  })

  it('stories move into a section, and out of every one', async () => {
    const section = await make.tag({ type: 'SECTION' })
    const story = await live()
    const into = await bulk({ ids: [story.id], action: { section: section.id }, republish: true })
    expect(into.data.results).toEqual([ok(story.id, 2)])
    expect((await faces.rest.article({ id: story.id }))?.path).toBe(`/${section.slug}/${story.content.slug}`)
    const out = await bulk({ ids: [story.id], action: { section: null } })
    expect(out.data.results).toEqual([ok(story.id, 3)])
    expect((await faces.rest.draft(story.id)).content.sectionId).toBeNull()
  })

  it('one that is refused stops no other, whatever the order; results are in that of the request', async () => {
    const [good, empty, other] = [await draft(), await draft({ body: [] }), await draft()]
    const unknown = randomUUID()
    await events()
    const ids = [unknown, good.id, empty.id, other.id]
    const { data } = await bulk({ ids, action: { publish: {} } })
    expect(data.results).toMatchObject([
      { id: unknown, status: 'REFUSED', version: null, error: { code: 'not_found' } },
      ok(good.id, 1),
      { id: empty.id, status: 'REFUSED', version: null, error: { code: 'not_publishable' } },
      ok(other.id, 1),
    ])
    expect(await events()).toEqual({ 'article.published': 2 })
  })

  it('stories are withdrawn with a reason, submitted and scheduled', async () => {
    const [one, two] = [await live(), await draft()]
    const gone = await bulk({ ids: [one.id, two.id], action: { withdraw: { reason: 'Under review.' } } })
    expect(gone.data.results).toMatchObject([ok(one.id, 1), { status: 'REFUSED', error: { code: 'conflict' } }])
    expect((await rest('GET', `/v1/articles/${one.id}`)).data).toMatchObject({ code: 'gone', reason: 'Under review.' })
    expect((await bulk({ ids: [two.id], action: { submit: true } })).data.results).toEqual([ok(two.id, 1)])
    expect((await faces.rest.draft(two.id)).status).toBe('IN_REVIEW')
    const at = new Date(news.now().getTime() + 3_600_000).toISOString()
    const planned = await bulk({ ids: [two.id], action: { schedule: { action: 'PUBLISH', at } } })
    expect(planned.data.results).toEqual([ok(two.id, 1)])
    expect((await faces.rest.draft(two.id)).status).toBe('SCHEDULED')
  })

  it.each([
    [{ action: {} }, ['action']],
    [{ action: { addTags: [randomUUID()], publish: {} } }, ['action']],
    [{ action: { section: null, submit: true } }, ['action']],
    [{ action: { submit: false } }, ['action']],
    [{ action: { publish: {} }, republish: true }, ['republish']],
    [{ ids: [], action: { publish: {} } }, ['ids']],
    [{ ids: Array.from({ length: 101 }, () => randomUUID()), action: { publish: {} } }, ['ids']],
    [{ ids: ['nonsense'], action: { publish: {} } }, ['ids[0]']],
    [{ action: { addTags: [] } }, ['action.addTags']],
  ])('%j is refused as a whole', async (input, paths) => {
    const story = await draft()
    await events()
    const answer = await bulk({ ids: [story.id], ...input })
    expect([answer.code, answer.paths]).toEqual(['invalid_input', paths])
    expect(await events()).toEqual({})
  })

  it('a story named twice is refused, whatever the case of its id', async () => {
    const { id } = await draft()
    expect((await bulk({ ids: [id, id.toUpperCase()], action: { publish: {} } })).paths).toEqual(['ids[1]'])
  })

  it('each story has its own permission; who may not at all is refused as a whole', async () => {
    const tag = await make.tag()
    const own = await rest('POST', '/v1/editorial/articles', { as: 'contributor', body: { headline: 'My own' } })
    const ids = [String(own.data.id), (await draft()).id]
    const { data } = await bulk({ ids, action: { addTags: [tag.id] } }, 'contributor')
    expect(data.results).toMatchObject([{ status: 'OK' }, { status: 'REFUSED', error: { code: 'forbidden' } }])
    expect((await bulk({ ids, action: { publish: {} } }, 'author')).code).toBe('forbidden')
    const republished = await bulk({ ids, action: { addTags: [tag.id] }, republish: true }, 'author')
    expect(republished.code).toBe('forbidden')
  })

  it('sent twice with one Idempotency-Key it is done once and answered the same', async () => {
    const [a, b] = [await make.tag(), await make.tag()]
    const stories = [await draft({ tagIds: [a.id] }), await draft(), await live()]
    const input = { ids: stories.map(({ id }) => id), action: { addTags: [a.id, b.id] }, republish: true }
    const headers = { 'idempotency-key': randomUUID() }
    await events()
    const first = await bulk(input, 'editor', headers)
    const again = await bulk(input, 'editor', headers)
    expect(again.data).toEqual(first.data)
    expect(first.data.results.map(({ version }) => version)).toEqual([2, 2, 2])
    expect(await events()).toEqual({ 'article.revised': 3, 'article.published': 1 })
    const other = await bulk({ ...input, action: { addTags: [a.id] } }, 'editor', headers)
    expect(other.code).toBe('idempotency_mismatch')
  })

  it('a hundred at once are all done', async () => {
    const tag = await make.tag()
    const stories = await Promise.all(Array.from({ length: 100 }, () => draft()))
    const { data } = await bulk({ ids: stories.map(({ id }) => id), action: { addTags: [tag.id] } })
    expect(data.results).toEqual(stories.map(({ id }) => ok(id, 2)))
    expect(await db.articleReference.count({ where: { targetId: tag.id } })).toBe(100)
  })
})

it('needs a key', async () => {
  expect((await rest('POST', '/v1/editorial/articles/bulk', { body: {} })).code).toBe('unauthenticated')
})

it('a withdrawn story gets its tag without going live again', async () => {
  const tag = await make.tag()
  const { id } = await live()
  await withdraw(id)
  const { data } = await over.rest({ ids: [id], action: { addTags: [tag.id] }, republish: true })
  expect(data.results).toEqual([ok(id, 2)])
  expect(await faces.rest.article({ id })).toBeNull()
})

it('two desks that tag the same stories at once lose nothing of each other', async () => {
  const tags = await Promise.all(Array.from({ length: 4 }, () => make.tag()))
  const ids = (await Promise.all(Array.from({ length: 6 }, () => draft()))).map(({ id }) => id)
  await Promise.all(
    tags.map((tag, n) => over.rest({ ids: n % 2 ? ids.toReversed() : ids, action: { addTags: [tag.id] } })),
  )
  for (const id of ids) expect((await tagsOf(id)).toSorted()).toEqual(tags.map((tag) => tag.id).toSorted())
})

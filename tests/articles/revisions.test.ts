import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, type Face, facesOf, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, scenario, db } = news
const faces = facesOf(news)
const { draft, live, revise, publish } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]

describe.each(each)('over %s', (_name, face) => {
  it('revisions are numbered, listed newest first, and each keeps what it said', async () => {
    const { id } = await draft({ headline: 'One', note: 'first' })
    await face.revise(id, { headline: 'Two', note: 'second' })
    await face.revise(id, { standfirst: 'Only this' })
    expect(await face.revisionNumbers(id)).toEqual([3, 2, 1])
    expect(await face.revision(id, 1)).toMatchObject({
      number: 1,
      note: 'first',
      content: { headline: 'One', standfirst: null },
    })
    expect(await face.revision(id, 2)).toMatchObject({
      number: 2,
      note: 'second',
      content: { headline: 'Two', standfirst: null },
    })
    expect(await face.revision(id, 3)).toMatchObject({
      number: 3,
      note: null,
      content: { headline: 'Two', standfirst: 'Only this' },
    })
    for (const number of [0, 4, -1, 2_147_483_647]) expect(await face.revision(id, number)).toBeNull()
  })

  it('a change leaves out what stays and empties what is null', async () => {
    const { id } = await draft({
      kicker: 'K',
      standfirst: 'S',
      source: { name: 'Wire' },
      canonicalUrl: 'https://else.example/a',
      publishedAt: '2020-02-02T02:02:02Z',
    })
    expect((await face.revise(id, { kicker: null, source: null })).data.content).toMatchObject({
      kicker: null,
      standfirst: 'S',
      source: null,
      publishedAt: '2020-02-02T02:02:02.000Z',
    })
    const { data } = await face.revise(id, { standfirst: null, canonicalUrl: null, publishedAt: null, body: [] })
    expect(data.content).toMatchObject({ standfirst: null, canonicalUrl: null, publishedAt: null, body: [] })
  })

  it('an older revision can be published, and the newest one stays in work', async () => {
    const { id } = await draft({ headline: 'Good' })
    await revise(id, { headline: 'Bad' })
    const { data } = await face.publish(id, { revision: 1 })
    expect(data).toMatchObject({ version: 2, liveVersion: 1, content: { headline: 'Bad' } })
    expect(await faces.rest.article({ id })).toMatchObject({ headline: 'Good', version: 1 })
    await face.publish(id)
    expect(await faces.graphql.article({ id })).toMatchObject({ headline: 'Bad', version: 2 })
    await face.publish(id, { revision: 1 })
    expect(await faces.graphql.article({ id })).toMatchObject({ headline: 'Good', version: 1 })
    expect(await face.publish(id, { revision: 9 })).toMatchObject({ status: 404, code: 'not_found' })
  })

  it.each(['revise', 'publish', 'withdraw'] as const)(
    '%s on an older copy is refused with the present version, and changes nothing',
    async (verb) => {
      const { id } = await live()
      await revise(id, { headline: 'Newer' })
      const before = await face.draft(id)
      const asked = {
        revise: () => face.revise(id, { headline: 'Lost' }, 1),
        publish: () => face.publish(id, {}, 1),
        withdraw: () => face.withdraw(id, 1),
      }
      const answer = await asked[verb]()
      expect(answer).toMatchObject({ status: 412, code: 'stale_version' })
      expect(answer.text).toContain('"currentVersion":2')
      expect(await face.draft(id)).toEqual(before)
      expect(
        (
          await {
            revise: () => face.revise(id, { headline: 'Right' }, 2),
            publish: () => face.publish(id, {}, 2),
            withdraw: () => face.withdraw(id, 2),
          }[verb]()
        ).status,
      ).toBe(200)
    },
  )

  it('of 16 changes of the same copy at once exactly one is made', async () => {
    const { id } = await draft()
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => face.revise(id, { headline: `Writer ${n}` }, 1)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(15).fill(412)])
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(await face.draft(id)).toMatchObject({ version: 2, content: { headline: `Writer ${winner}` } })
  })

  it('16 changes at once without a version get a number each, and none is lost', async () => {
    const { id } = await draft()
    // An id may come in either case; the story is the same one.
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) => face.revise(n % 2 ? id.toUpperCase() : id, { headline: `Writer ${n}` })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(16).fill(200))
    expect(answers.map(({ data }) => data.version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 16 }, (_, n) => n + 2),
    )
    const rows = await db.revision.findMany({ where: { articleId: id } })
    const headlines = rows.map(({ content }) => (content as { headline: string }).headline)
    for (let n = 0; n < 16; n++) expect(headlines).toContain(`Writer ${n}`)
  })
})

it('publishing, saving and withdrawing at once end in a state that agrees with itself', async () => {
  const { id } = await live()
  const { rest: face } = faces
  const verbs = [
    () => face.publish(id),
    () => face.withdraw(id),
    () => face.revise(id, { headline: `At ${Math.random()}` }),
  ]
  const answers = await Promise.all(Array.from({ length: 24 }, (_, n) => verbs[n % 3]?.()))
  for (const answer of answers) expect([200, 409]).toContain(answer?.status)
  const { status, liveVersion } = await face.draft(id)
  const shown = await face.article({ id })
  expect(shown?.version ?? null).toBe(liveVersion)
  expect(status).toBe(shown ? 'LIVE' : 'WITHDRAWN')
})

it('a revision never changes: what follows is added', async () => {
  const { id } = await draft()
  const before = await db.revision.findMany({ where: { articleId: id } })
  await revise(id, { headline: 'Other' })
  await publish(id)
  const after = await db.revision.findMany({ where: { articleId: id }, orderBy: { number: 'asc' } })
  expect(after.slice(0, 1)).toEqual(before)
  expect(after).toHaveLength(2)
})

it('the revision says who made it and when; readers do not learn it', async () => {
  const { id } = await live({ note: 'Secret reasons' })
  const { data } = await rest('GET', `/v1/editorial/articles/${id}/revisions/1`, { as })
  expect(data).toMatchObject({ createdBy: 'key:editor', createdAt: news.now().toISOString(), note: 'Secret reasons' })
  for (const { text } of [await rest('GET', `/v1/articles/${id}`), await graphql(documents.article, { id })]) {
    expect(text).not.toContain('Secret reasons')
    expect(text).not.toContain('key:editor')
  }
})

for (const number of ['0', 'x', '-1', '1.5', '99999999999', '%00', '1e0', '0x1'])
  scenario(`there is no revision '${number}'`, async () => ({
    as,
    get: `/v1/editorial/articles/${(await draft()).id}/revisions/${number}`,
    status: 404,
    refused: 'not_found',
  }))
for (const id of ['nonsense', '%00', '0192a1b0-0000-7000-8000-00000000dead'])
  for (const verb of ['publish', 'withdraw'] as const)
    scenario(`${verb} of the story '${id}' finds none`, {
      as,
      post: `/v1/editorial/articles/${id}/${verb}`,
      body: {},
      query: documents[verb],
      variables: { id: decodeURIComponent(id).replace('\0', '?') },
      status: 404,
      refused: 'not_found',
      events: {},
    })

it('the list of drafts has every story once, last changed first, and can be narrowed to a status', async () => {
  const { id } = await draft({ headline: 'Fresh', body: someBody })
  const address = '/v1/editorial/articles?first=100'
  const { data } = await rest<{ data: { id: string; status: string }[] }>('GET', address, { as })
  expect(new Set(data.data.map((story) => story.id)).size).toBe(await db.article.count())
  news.setClock(1)
  await revise(id, { headline: 'Fresher' })
  expect((await rest<{ data: { id: string }[] }>('GET', address, { as })).data.data[0]?.id).toBe(id)
  for (const status of ['DRAFT', 'LIVE', 'WITHDRAWN']) {
    const listed = (
      await rest<{ data: { id: string; status: string }[] }>('GET', `${address}&status=${status}`, { as })
    ).data.data
    expect(listed.every((story) => story.status === status)).toBe(true)
    const { data: same } = await graphql<{ nodes: { id: string }[] }>(
      'query ($status: ArticleStatus) { articleDrafts(first: 100, status: $status) { nodes { id } } }',
      { status },
      { as },
    )
    expect(same.nodes.map((story) => story.id)).toEqual(listed.map((story) => story.id))
  }
})

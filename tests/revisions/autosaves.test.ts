import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type RevisionFace, revisionFaces } from './faces.ts'

const news = await testNewsroom()
const { db, setClock } = news
const { draft, live, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(revisionFaces(news)) as [string, RevisionFace][]
const autosave = (headline: string) => ({ headline, autosave: true })
const lastEvent = (subjectId: string) =>
  db.journalEntry.findFirstOrThrow({ where: { subjectId }, orderBy: { sequence: 'desc' } })

describe.each(each)('over %s', (_name, face) => {
  const numbers = async (id: string) => (await face.list(id)).map(({ number }) => number)

  it('an autosave takes the place of the one before it, and numbers go on', async () => {
    const { id } = await draft({ headline: 'Begun' })
    await face.revise(id, autosave('Begun a'))
    setClock(1)
    await news.events()
    const { data } = await face.revise(id, { ...autosave('Begun a st'), note: 'While typing' }, { version: 2 })
    expect(data).toMatchObject({ version: 3, content: { headline: 'Begun a st' } })
    expect(await news.events()).toEqual({ 'article.revised': 1 })
    expect(await numbers(id)).toEqual([3, 1])
    expect(await face.read(id, 2)).toBeNull()
    expect(await face.read(id, 3)).toMatchObject({ isAutosave: true, note: 'While typing', createdBy: 'key:editor' })
    expect((await lastEvent(id)).data).toMatchObject({ isAutosave: true, folded: 2 })
    expect(await face.revise(id, autosave('Lost'), { version: 2 })).toMatchObject({ code: 'stale_version' })
    expect((await face.revise(id, autosave('Begun a story'), { version: 3 })).data.version).toBe(4)
    expect(await numbers(id)).toEqual([4, 1])
  })

  it('a save that is none deletes nothing, and nothing takes its place', async () => {
    const { id } = await draft()
    await face.revise(id, autosave('Typed'))
    await face.revise(id, { headline: 'Saved' })
    await face.revise(id, autosave('Typed on'))
    expect(await numbers(id)).toEqual([4, 3, 2, 1])
    expect((await face.list(id)).map(({ isAutosave }) => isAutosave)).toEqual([true, false, true, false])
    expect((await lastEvent(id)).data).not.toHaveProperty('folded')
  })

  it('autosaves of two people stay apart', async () => {
    const { id } = await draft()
    await face.revise(id, autosave('By the editor'))
    await face.revise(id, autosave('By the author'), { as: 'author' })
    await face.revise(id, autosave('By the editor again'))
    expect(await numbers(id)).toEqual([4, 3, 2, 1])
    const makers = (await face.list(id)).map(({ createdById }) => createdById)
    expect(makers[0]).toBe(makers[2])
    expect(makers[0]).not.toBe(makers[1])
  })

  it('five minutes apart two are one, a moment more and they are two', async () => {
    const { id } = await draft()
    await face.revise(id, autosave('At noon'))
    setClock(5)
    await face.revise(id, autosave('At five past'))
    expect(await numbers(id)).toEqual([3, 1])
    setClock(new Date(news.now().getTime() + 300_001).toISOString())
    await face.revise(id, autosave('Later'))
    expect(await numbers(id)).toEqual([4, 3, 1])
  })

  const row = { createdBy: 'test', createdAt: new Date(), changedAt: new Date(), at: new Date(), expiresAt: new Date() }
  const uses: [string, (id: string) => Promise<unknown>][] = [
    ['is live', (id) => publish(id)],
    ['was live', (id) => publish(id).then(() => withdraw(id))],
    ['was approved', (id) => db.article.update({ where: { id }, data: { approvedNumber: 2 } })],
    [
      'a schedule names',
      (articleId) => {
        const { createdBy, changedAt, at } = row
        const data = {
          id: news.ctx().newId(),
          articleId,
          action: 'PUBLISH',
          revisionNumber: 2,
          createdBy,
          changedAt,
          at,
        } as const
        return db.schedule.create({ data })
      },
    ],
    [
      'a preview shows',
      (articleId) => {
        const { createdBy, expiresAt } = row
        return db.previewToken.create({
          data: { id: news.ctx().newId(), articleId, revisionNumber: 2, createdBy, expiresAt },
        })
      },
    ],
    [
      'something else was done with',
      (id) => news.rest('POST', `/v1/editorial/articles/${id}/submit`, { as: 'editor', body: {} }),
    ],
  ]
  it.each(uses)('an autosave that %s stays', async (_why, use) => {
    const { id } = await draft()
    await face.revise(id, autosave('Used'))
    await use(id)
    await face.revise(id, autosave('Newer'))
    expect(await numbers(id)).toEqual([3, 2, 1])
    expect(await face.read(id, 2)).toMatchObject({ content: { headline: 'Used' } })
  })

  it('sixteen autosaves at once get a number each, and one of them is left', async () => {
    const { id } = await draft()
    const answers = await Promise.all(Array.from({ length: 16 }, (_, n) => face.revise(id, autosave(`Typed ${n}`))))
    expect(answers.map(({ data }) => data.version).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 16 }, (_, n) => n + 2),
    )
    expect(await numbers(id)).toEqual([17, 1])
  })

  it('the slug that a folded autosave had is free again', async () => {
    const { id } = await draft({ headline: 'Begun', slug: `begun-${_name}` })
    await face.revise(id, { slug: `passing-${_name}`, autosave: true })
    await face.revise(id, { slug: `begun-${_name}`, autosave: true })
    expect((await draft({ slug: `passing-${_name}` })).content.slug).toBe(`passing-${_name}`)
  })

  it('a list can leave autosaves out, or everything else', async () => {
    const { id } = await live()
    await face.revise(id, autosave('Typed'))
    await face.revise(id, { headline: 'Saved' })
    await face.revise(id, autosave('Typed on'))
    const list = async (query: object) => (await face.list(id, query)).map(({ number }) => number)
    expect(await list({ autosaves: false })).toEqual([3, 1])
    expect(await list({ autosaves: true })).toEqual([4, 2])
    expect(await list({ autosaves: true, first: 1 })).toEqual([4])
    expect(await list({})).toEqual([4, 3, 2, 1])
  })

  it('what is no yes or no is refused', async () => {
    const { id } = await draft()
    expect(await face.revise(id, { headline: 'H', autosave: 'yes' })).toMatchObject({ status: 400 })
  })
})

it('a new story is no autosave, and a cursor of one list is none of another', async () => {
  const { id } = await draft()
  const { rest } = news
  const create = await rest('POST', '/v1/editorial/articles', { as: 'editor', body: autosave('New') })
  expect(create).toMatchObject({ code: 'invalid_input', paths: ['autosave'] })
  await news.rest('PATCH', `/v1/editorial/articles/${id}`, { as: 'editor', body: { headline: 'Two' } })
  const path = `/v1/editorial/articles/${id}/revisions`
  const { data } = await rest<{ page: { next: string } }>('GET', `${path}?first=1&autosaves=false`, { as: 'editor' })
  expect((await rest('GET', `${path}?autosaves=false&after=${data.page.next}`, { as: 'editor' })).status).toBe(200)
  expect((await rest('GET', `${path}?after=${data.page.next}`, { as: 'editor' })).code).toBe('invalid_cursor')
  expect((await rest('GET', `${path}?autosaves=maybe`, { as: 'editor' })).paths).toEqual(['autosaves'])
})

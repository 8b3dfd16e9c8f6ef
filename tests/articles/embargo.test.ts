import { afterAll, describe, expect, it } from 'vitest'
import { requireNoEmbargo } from '../../src/articles/embargo.ts'
import { testNewsroom } from '../helpers/app.ts'
import { facesOf, storyMakers } from './stories.ts'
import { type Say, verbsOf } from './verbs.ts'

const news = await testNewsroom()
const { db, events, now, setClock, rest, ctx } = news
const faces = facesOf(news)
const says = verbsOf(news)
const { draft, live } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(says) as [string, Say][]
const inMinutes = (minutes: number) => new Date(now().getTime() + minutes * 60_000).toISOString()

describe.each(each)('over %s', (_name, say) => {
  it('an embargo refuses publishing to the last millisecond before its end, and nothing happens at the end by itself', async () => {
    const { id } = await draft()
    const until = inMinutes(60)
    await events()
    const { data, text } = await say('embargo', id, { until, note: 'Agreed with the ministry' })
    expect(data, text).toMatchObject({ status: 'DRAFT', embargo: { since: now().toISOString(), until } })
    expect(await events()).toEqual({ 'article.embargoed': 1 })
    const refused = await say('publish', id)
    expect(refused, refused.text).toMatchObject({ status: 409, code: 'embargoed' })
    expect(refused.text).toContain(`"until":"${until}"`)
    setClock(new Date(Date.parse(until) - 1).toISOString())
    expect((await say('publish', id)).code).toBe('embargoed')
    expect(await events()).toEqual({})
    setClock(until)
    expect((await faces.rest.draft(id)) as unknown).toMatchObject({ status: 'DRAFT', embargo: null })
    expect((await say('publish', id)).data).toMatchObject({ status: 'LIVE', embargo: null })
  })

  it('an embargo without end lasts until it is lifted', async () => {
    const { id } = await draft()
    await say('embargo', id, { until: null })
    setClock(60 * 24 * 365 * 20)
    const refused = await say('publish', id)
    expect(refused.code).toBe('embargoed')
    expect(refused.text).toContain('"until":null')
    await events()
    expect((await say('lift', id)).data).toMatchObject({ status: 'DRAFT', embargo: null })
    expect(await events()).toEqual({ 'article.unembargoed': 1 })
    const again = await say('lift', id)
    expect(again, again.text).toMatchObject({ code: 'conflict' })
    expect((await say('publish', id)).code).toBeNull()
  })

  it('its end can be changed; since when it is there stays', async () => {
    const { id } = await draft()
    await say('embargo', id, { until: inMinutes(10) })
    const since = now().toISOString()
    setClock(5)
    const { data } = await say('embargo', id, { until: inMinutes(100), note: 'Later' })
    expect(data.embargo).toEqual({ since, until: inMinutes(100), note: 'Later' })
  })

  it('an end that is past, or no instant, is refused', async () => {
    const { id } = await draft()
    for (const until of [now().toISOString(), inMinutes(-1), '2026-01-08', '2036-12-31T23:59:60Z']) {
      const answer = await say('embargo', id, { until })
      expect(answer.code, `${until} ${answer.text}`).toBe('invalid_input')
    }
  })

  it('readers of a live story have read it: withdraw it first', async () => {
    const { id } = await live()
    const refused = await say('embargo', id, { until: null })
    expect(refused.code).toBe('conflict')
    expect(refused.text).toContain('withdraw')
    await say('withdraw', id)
    expect((await say('embargo', id, { until: null })).code).toBeNull()
    expect((await say('publish', id)).code).toBe('embargoed')
  })

  it('a story that is planned before the end cannot come under embargo, and the plan is named', async () => {
    const { id } = await draft()
    const schedule = { id: crypto.randomUUID(), articleId: id, action: 'PUBLISH', revisionNumber: 1 } as const
    const at = new Date(inMinutes(30))
    await db.schedule.create({ data: { ...schedule, at, createdBy: 'test', changedAt: now() } })
    for (const until of [inMinutes(31), null]) {
      const refused = await say('embargo', id, { until })
      expect(refused.code).toBe('conflict')
      expect(refused.text).toContain(schedule.id)
    }
    expect((await say('embargo', id, { until: at.toISOString() })).code).toBeNull()
  })
})

it('a story under embargo is nowhere for readers, and says nothing of it', async () => {
  const { id, content } = await draft({ headline: 'Canary under embargo' })
  await says.rest('embargo', id, { until: null })
  for (const key of [id, content.slug]) expect((await rest('GET', `/v1/articles/${key}`)).status).toBe(404)
  for (const face of Object.values(faces)) {
    expect(await face.article({ id })).toBeNull()
    expect(JSON.stringify(await face.list())).not.toContain(id)
  }
  expect(await db.journalEntry.count({ where: { subjectId: id, isPublic: true } })).toBe(0)
})

it('the guard can be asked about an instant to come', async () => {
  const { id } = await draft()
  await says.rest('embargo', id, { until: inMinutes(60) })
  const ask = (minutes?: number) =>
    ctx().tx((tx) =>
      requireNoEmbargo(ctx(), tx, { id }, minutes === undefined ? undefined : new Date(inMinutes(minutes))).then(
        () => null,
        (error: { code: string }) => error.code,
      ),
    )
  expect([await ask(), await ask(59), await ask(60), await ask(61)]).toEqual(['embargoed', 'embargoed', null, null])
})

it('the end is judged by the database alone: a process whose clock is ahead publishes nothing early', async () => {
  const { id } = await draft()
  await says.rest('embargo', id, { until: inMinutes(60) })
  const { publishArticle } = await import('../../src/articles/publish.ts')
  const ahead = { ...ctx(), now: new Date(inMinutes(120)) }
  await expect(publishArticle(ahead, id, {})).rejects.toMatchObject({ code: 'embargoed' })
})

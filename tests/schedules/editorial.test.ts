import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Answer } from '../helpers/ask.ts'
import { type Plan, plannersOf, type ScheduleFace, scheduleFacesOf } from './plans.ts'

// The clock stands at 2026-01-08T09:30:00Z.
const news = await testNewsroom()
const { rest, graphql, events, db } = news
const { draft, live, revise, withdraw } = storyMakers(news)
const { publishAt, withdrawAt, plan } = plannersOf(news)
afterAll(news.close)

const soon = '2026-01-09T06:00:00.000Z'
const later = '2026-01-10T06:00:00.000Z'
const latest = '2026-01-11T06:00:00.000Z'
const statusOf = async (id: string) =>
  (await rest<{ status: string }>('GET', `/v1/editorial/articles/${id}`, { as: 'editor' })).data.status
const dataOfLast = async (subjectId: string) =>
  (await db.journalEntry.findFirstOrThrow({ where: { subjectId }, orderBy: { sequence: 'desc' } })).data

interface PageOfPlans {
  data: Plan[]
  page: { next: string | null }
}

const each = Object.entries(scheduleFacesOf(news)) as [string, ScheduleFace][]

describe.each(each)('over %s', (name, face) => {
  describe('scheduling', () => {
    it('plans to publish the newest revision of now, and the story is SCHEDULED', async () => {
      const { id } = await draft()
      await revise(id, { headline: 'As planned' })
      await events()
      const { data } = await face.schedule(id, { action: 'PUBLISH', at: soon, note: 'After the verdict' })
      expect(data).toMatchObject({
        ...{ articleId: id, action: 'PUBLISH', revision: 2, at: soon, localTime: null, zone: null },
        ...{ significant: null, status: 'PENDING', firedAt: null, failure: null, createdBy: 'key:editor', version: 1 },
      })
      expect(await events()).toEqual({ 'article.scheduled': 1 })
      expect(await dataOfLast(id)).toEqual({
        ...{ scheduleId: data.id, action: 'PUBLISH', at: Date.parse(soon), revision: 2 },
      })
      expect(await statusOf(id)).toBe('SCHEDULED')
      expect(await face.read(data.id)).toEqual(data)
      await revise(id, { headline: 'As changed since' })
      expect((await plan(data.id)).revision).toBe(2)
    })

    it('takes a local time with its zone, and the answer says which instant that is', async () => {
      const { id } = await draft()
      const local = { localTime: '2026-01-09T06:00', zone: 'Asia/Almaty' }
      const { data } = await face.schedule(id, { action: 'PUBLISH', ...local })
      expect(data).toMatchObject({ ...local, at: '2026-01-09T01:00:00.000Z' })
    })

    it('takes the earlier of a local time that happens twice, and none that clocks skip', async () => {
      const { id } = await draft()
      const zone = 'Europe/Berlin'
      const twice = await face.schedule(id, { action: 'PUBLISH', localTime: '2026-10-25T02:30', zone })
      expect(twice.data.at).toBe('2026-10-25T00:30:00.000Z')
      const skipped = await face.schedule(id, { action: 'PUBLISH', localTime: '2026-03-29T02:30', zone })
      expect(skipped).toMatchObject({ code: 'invalid_input', paths: ['localTime'] })
      expect(skipped.text).toContain('from 2026-03-29T01:59 on to 2026-03-29T03:00')
    })

    it.each([
      ['no time', {}, 'at'],
      ['both ways', { at: soon, localTime: '2026-01-09T06:00', zone: 'UTC' }, 'at'],
      ['an instant with a zone', { at: soon, zone: 'UTC' }, 'at'],
      ['a local time without a zone', { localTime: '2026-01-09T06:00' }, 'zone'],
      ['a zone without a local time', { zone: 'UTC' }, 'localTime'],
      ['an unknown zone', { localTime: '2026-01-09T06:00', zone: 'Europe/Bonn' }, 'zone'],
      ['a day that no calendar has', { localTime: '2026-02-30T06:00', zone: 'UTC' }, 'localTime'],
      ['a local time of another form', { localTime: '9 January', zone: 'UTC' }, 'localTime'],
      ['a time that is past', { at: '2026-01-08T09:29:59.999Z' }, 'at'],
      ['this very moment', { at: '2026-01-08T09:30:00Z' }, 'at'],
      ['a local time that is past', { localTime: '2026-01-08T09:00', zone: 'UTC' }, 'localTime'],
      ['a time beyond five years', { at: '2031-01-20T00:00:00Z' }, 'at'],
      ['a revision to withdraw', { action: 'WITHDRAW', at: soon, revision: 1 }, 'revision'],
    ])('refuses %s', async (_title, input, path) => {
      const { id } = await live()
      await events()
      const answer = await face.schedule(id, { action: 'PUBLISH', ...input })
      expect(answer, answer.text).toMatchObject({ code: 'invalid_input', paths: [path] })
      expect(await events()).toEqual({})
    })

    it('refuses a revision that cannot be published, one that is not there, and a story that is not there', async () => {
      const { id } = await draft({ body: [] })
      expect(await face.schedule(id, { action: 'PUBLISH', at: soon })).toMatchObject({
        ...{ code: 'not_publishable', paths: ['body'] },
      })
      expect((await face.schedule(id, { action: 'PUBLISH', at: soon, revision: 7 })).code).toBe('not_found')
      expect((await face.schedule('0192a1b0-0000-7000-8000-00000000ffff', { action: 'PUBLISH', at: soon })).code).toBe(
        'not_found',
      )
      expect(await statusOf(id)).toBe('DRAFT')
    })

    it('refuses a time under embargo, and takes one at its end', async () => {
      const { id } = await draft()
      await db.article.update({ where: { id }, data: { embargoedAt: news.now(), embargoUntil: new Date(later) } })
      const early = await face.schedule(id, { action: 'PUBLISH', at: soon })
      expect(early.code, early.text).toBe('embargoed')
      expect(early.text).toContain(later)
      expect((await face.schedule(id, { action: 'PUBLISH', at: later })).data.status).toBe('PENDING')
    })

    it('refuses a killed story, and an older copy of a story', async () => {
      const { id } = await draft()
      await revise(id, { headline: 'Newer' })
      const stale = await face.schedule(id, { action: 'PUBLISH', at: soon }, 1)
      expect(stale, stale.text).toMatchObject({ code: 'stale_version' })
      await db.article.update({ where: { id }, data: { status: 'KILLED' } })
      expect((await face.schedule(id, { action: 'PUBLISH', at: soon })).code).toBe('conflict')
    })

    it('leaves a live story live', async () => {
      const { id } = await live()
      await face.schedule(id, { action: 'PUBLISH', at: soon })
      await face.schedule(id, { action: 'WITHDRAW', at: later })
      expect(await statusOf(id)).toBe('LIVE')
    })

    it('sends a withdrawn story back to live, and to WITHDRAWN when it is called off', async () => {
      const { id } = await live()
      await withdraw(id)
      const { data } = await face.schedule(id, { action: 'PUBLISH', at: soon })
      expect(await statusOf(id)).toBe('SCHEDULED')
      await face.cancel(data.id)
      expect(await statusOf(id)).toBe('WITHDRAWN')
    })
  })

  describe('the order of several', () => {
    it('publish, withdraw and publish again can all be planned', async () => {
      const { id } = await draft()
      for (const [action, at] of [
        ['PUBLISH', soon],
        ['WITHDRAW', later],
        ['PUBLISH', latest],
      ])
        expect((await face.schedule(id, { action, at })).code).toBeNull()
      expect((await face.pending(id)).map(({ action, at }) => [action, at])).toEqual([
        ['PUBLISH', soon],
        ['WITHDRAW', later],
        ['PUBLISH', latest],
      ])
    })

    it('a withdrawal needs a story that is live by then', async () => {
      const { id } = await draft()
      expect((await face.schedule(id, { action: 'WITHDRAW', at: later })).code).toBe('conflict')
      await publishAt(id, latest)
      const answer = await face.schedule(id, { action: 'WITHDRAW', at: later })
      expect(answer.code).toBe('conflict')
      expect(answer.text).toContain('publish before it')
    })

    it('two at the same instant are refused, for nobody could say which comes first', async () => {
      const { id } = await live()
      await withdrawAt(id, soon)
      expect((await face.schedule(id, { action: 'PUBLISH', at: soon })).code).toBe('conflict')
    })

    it('a publication that a withdrawal needs is neither moved behind it nor called off before it', async () => {
      const { id } = await draft()
      const [up, down] = [await publishAt(id, soon), await withdrawAt(id, later)]
      expect((await face.change(up.id, { at: latest })).code).toBe('conflict')
      expect((await face.cancel(up.id)).code).toBe('conflict')
      expect((await face.cancel(down.id)).data.status).toBe('CANCELLED')
      expect((await face.cancel(up.id)).data.status).toBe('CANCELLED')
    })

    it('a story has twenty at most', async () => {
      const { id } = await live()
      const times = Array.from({ length: 20 }, (_, i) => new Date(Date.parse(soon) + i * 60_000).toISOString())
      for (const at of times) await publishAt(id, at)
      const answer = await face.schedule(id, { action: 'PUBLISH', at: latest })
      expect(answer.code).toBe('conflict')
      expect(answer.text).toContain('20 pending')
    })
  })

  describe('changing', () => {
    it('gives another time, another revision, and counts the version on', async () => {
      const { id } = await draft()
      await revise(id, { headline: 'Second' })
      const { id: planId } = await publishAt(id, soon)
      await events()
      const moved = await face.change(planId, { localTime: '2026-01-10T07:00', zone: 'Europe/Berlin' }, 1)
      expect(moved.data).toMatchObject({ at: later, localTime: '2026-01-10T07:00', revision: 2, version: 2 })
      const older = await face.change(planId, { revision: 1, significant: true }, 2)
      expect(older.data).toMatchObject({ at: later, zone: 'Europe/Berlin', revision: 1, significant: true, version: 3 })
      const back = await face.change(planId, { at: soon })
      expect(back.data).toMatchObject({ at: soon, localTime: null, zone: null, significant: true, version: 4 })
      expect(await events()).toEqual({ 'article.scheduled': 3 })
      expect(await statusOf(id)).toBe('SCHEDULED')
    })

    it('of an older copy is refused, and says who made the newer', async () => {
      const { id: planId } = await publishAt((await draft()).id, soon)
      await face.change(planId, { at: later })
      const stale = await face.change(planId, { at: latest }, 1)
      expect(stale).toMatchObject({ code: 'stale_version' })
      expect(stale.text).toContain('"currentVersion":2')
      expect(stale.text).toContain('"changedBy":"key:editor"')
      expect((await face.cancel(planId, 1)).code).toBe('stale_version')
    })

    it('keeps the rules of planning', async () => {
      const { id } = await live()
      const [up, down] = [await publishAt(id, soon), await withdrawAt(id, later)]
      expect(await face.change(up.id, { at: '2026-01-01T00:00:00Z' })).toMatchObject({ code: 'invalid_input' })
      expect(await face.change(up.id, { revision: 9 })).toMatchObject({ code: 'not_found' })
      expect(await face.change(up.id, { at: later })).toMatchObject({ code: 'conflict' })
      expect(await face.change(down.id, { revision: 1 })).toMatchObject({ code: 'invalid_input', paths: ['revision'] })
    })

    it('is for pending ones only', async () => {
      const { id: planId } = await publishAt((await draft()).id, soon)
      await face.cancel(planId)
      expect((await face.change(planId, { at: later })).code).toBe('conflict')
      expect((await face.cancel(planId)).code).toBe('conflict')
    })

    it.each(['nonsense', '0192a1b0-0000-7000-8000-00000000ffff'])("finds no '%s'", async (id) => {
      expect((await face.change(id, { at: later })).code).toBe('not_found')
      expect((await face.cancel(id)).code).toBe('not_found')
      expect(await face.read(id)).toBeNull()
    })
  })

  it('calling off tells colleagues and puts the story to rest, once nothing is planned any more', async () => {
    const { id } = await draft()
    const [first, second] = [await publishAt(id, soon), await publishAt(id, later)]
    await events()
    expect((await face.cancel(first.id)).data).toMatchObject({ status: 'CANCELLED', version: 2 })
    expect(await statusOf(id)).toBe('SCHEDULED')
    expect((await face.cancel(second.id)).data).toMatchObject({ status: 'CANCELLED' })
    expect(await statusOf(id)).toBe('DRAFT')
    expect(await events()).toEqual({ 'article.unscheduled': 2 })
    expect(await dataOfLast(id)).toMatchObject({ scheduleId: second.id })
  })

  it('of a change and a cancellation at once, the second is told that it came too late', async () => {
    const { id: planId } = await publishAt((await draft()).id, soon)
    const answers = await Promise.all([face.change(planId, { at: later }, 1), face.cancel(planId, 1)])
    expect(answers.filter(({ code }) => code === null)).toHaveLength(1)
    expect(answers.filter(({ code }) => code === 'stale_version')).toHaveLength(1)
  })

  it('the list has all of all stories, soonest first, by status, time and story, page by page', async () => {
    const { id } = await draft()
    const { id: other } = await draft()
    const month = `${name === 'rest' ? 2027 : 2028}-05`
    const window = { from: `${month}-01T00:00:00Z`, to: `${month}-31T00:00:00Z` }
    const plans: Plan[] = []
    for (const day of ['03', '01', '02']) plans.push(await publishAt(id, `${month}-${day}T00:00:00.000Z`))
    plans.push(await publishAt(other, `${month}-01T00:00:00.000Z`))
    await publishAt(other, `${month}-31T00:00:00.000Z`)
    const days = (found: Plan[]) => found.map(({ at }) => at.slice(8, 10))
    const mine = await face.list({ ...window, article: id })
    expect(days(mine)).toEqual(['01', '02', '03'])
    expect(days(await face.list(window))).toEqual(['01', '01', '02', '03'])
    await face.cancel(plans[0]?.id ?? '')
    expect(days(await face.list({ ...window, status: 'PENDING' }))).toEqual(['01', '01', '02'])
    expect(days(await face.list({ ...window, status: 'CANCELLED' }))).toEqual(['03'])
  })
})

describe('over REST', () => {
  it('a new schedule has an address', async () => {
    const { id } = await draft()
    const made = await rest<Plan>('POST', `/v1/editorial/articles/${id}/schedule`, {
      ...{ as: 'editor', body: { action: 'PUBLISH', at: soon } },
    })
    expect([made.status, made.headers.etag]).toEqual([201, '"1"'])
    expect(made.headers.location).toBe(`/v1/editorial/schedules/${made.data.id}`)
    const read = await rest('GET', String(made.headers.location), { as: 'editor' })
    expect([read.status, read.headers.etag]).toEqual([200, '"1"'])
  })

  it('pages follow each other, of one story too', async () => {
    const { id } = await live()
    for (const day of [1, 2, 3, 4, 5]) await publishAt(id, `2028-01-0${day}T00:00:00.000Z`)
    const days: string[] = []
    let url: string | null = `/v1/editorial/articles/${id}/schedules?first=2`
    while (url) {
      const page: Answer<PageOfPlans> = await rest<PageOfPlans>('GET', url, { as: 'contributor' })
      days.push(...page.data.data.map(({ at }) => at.slice(0, 10)))
      url = page.data.page.next && `/v1/editorial/articles/${id}/schedules?first=2&after=${page.data.page.next}`
    }
    expect(days).toEqual([1, 2, 3, 4, 5].map((day) => `2028-01-0${day}`))
    expect((await rest('GET', '/v1/editorial/articles/nonsense/schedules', { as: 'editor' })).code).toBe('not_found')
  })
})

describe('who may', () => {
  it.each(['contributor', 'author'] as const)('a %s reads schedules and plans nothing', async (as) => {
    const { id } = await draft()
    const { id: planId } = await publishAt(id, soon)
    expect((await rest('GET', `/v1/editorial/schedules/${planId}`, { as })).status).toBe(200)
    const body = { action: 'PUBLISH', at: later }
    expect((await rest('POST', `/v1/editorial/articles/${id}/schedule`, { as, body })).code).toBe('forbidden')
    expect((await rest('DELETE', `/v1/editorial/schedules/${planId}`, { as })).code).toBe('forbidden')
    const cancel = 'mutation ($id: ID!) { cancelSchedule(id: $id) { id } }'
    expect((await graphql(cancel, { id: planId }, { as })).code).toBe('forbidden')
    expect((await plan(planId)).status).toBe('PENDING')
  })
})

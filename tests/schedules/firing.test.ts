import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { schedulesJob } from '../../src/schedules/jobs.ts'
import { facesOf, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { plannersOf } from './plans.ts'

const startsAt = '2026-01-08T09:30:00.000Z'
const news = await testNewsroom({ startsAt })
const { rest, events, db, setClock } = news
const { draft, live, publish, revise, withdraw } = storyMakers(news)
const { publishAt, withdrawAt, plan, fire } = plannersOf(news)
const { rest: face } = facesOf(news)
afterAll(news.close)
beforeEach(async () => {
  await db.schedule.updateMany({ where: { status: 'PENDING' }, data: { status: 'CANCELLED' } })
  setClock(startsAt)
})

const soon = '2026-01-09T06:00:00.000Z'
const later = '2026-01-10T06:00:00.000Z'
const latest = '2026-01-11T06:00:00.000Z'
const states = async (...ids: string[]) => Promise.all(ids.map(async (id) => (await plan(id)).status))

describe('a schedule', () => {
  it('is fired at its time and never a millisecond before', async () => {
    const { id } = await draft()
    const { id: planId } = await publishAt(id, soon)
    await events()
    setClock('2026-01-09T05:59:59.999Z')
    await fire()
    expect(await face.article({ id })).toBeNull()
    expect(await events()).toEqual({})
    setClock(soon)
    await fire()
    expect(await face.article({ id })).toMatchObject({ firstPublishedAt: soon, publishedAt: soon })
    expect(await plan(planId)).toMatchObject({ status: 'DONE', firedAt: soon, failure: null, version: 2 })
    expect(await face.draft(id)).toMatchObject({ status: 'LIVE', liveVersion: 1 })
    expect(await events()).toEqual({ 'article.published': 1 })
    const told = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id }, orderBy: { sequence: 'desc' } })
    expect(told).toMatchObject({ actor: 'scheduler', note: `schedule ${planId} of key:editor` })
  })

  it('shows the revision that it names, whatever was written since', async () => {
    const { id } = await draft({ headline: 'As approved' })
    await publishAt(id, soon)
    await revise(id, { headline: 'Not approved' })
    setClock(soon)
    await fire()
    expect((await face.article({ id }))?.headline).toBe('As approved')
  })

  it('is fired once, however often and by however many workers', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, async () => (await draft()).id))
    for (const id of ids) await publishAt(id, soon)
    await events()
    setClock(soon)
    expect(await Promise.all([fire(schedulesJob()), fire(schedulesJob()), fire(schedulesJob())])).toEqual([[], [], []])
    await fire()
    expect(await events()).toEqual({ 'article.published': 12 })
  })

  it('tells readers of an update when it says so', async () => {
    const { id } = await live()
    await publishAt(id, soon, { significant: true })
    setClock(soon)
    await fire()
    expect((await face.article({ id }))?.updatedAt).toBe(soon)
  })
})

describe('several of one story', () => {
  it('are each fired at their time', async () => {
    const { id } = await draft()
    const plans = [await publishAt(id, soon), await withdrawAt(id, later), await publishAt(id, latest)]
    const planIds = plans.map((each) => each.id)
    setClock(soon)
    await fire()
    expect(await states(...planIds)).toEqual(['DONE', 'PENDING', 'PENDING'])
    setClock(later)
    await fire()
    expect(await face.article({ id })).toBeNull()
    expect(await face.draft(id)).toMatchObject({ status: 'SCHEDULED', liveVersion: null })
    setClock(latest)
    await fire()
    expect(await states(...planIds)).toEqual(['DONE', 'DONE', 'DONE'])
    expect(await face.article({ id })).toMatchObject({ firstPublishedAt: soon })
  })

  it('are caught up in their order when nobody fired for a while', async () => {
    const { id } = await draft()
    await publishAt(id, soon)
    await withdrawAt(id, later)
    await events()
    setClock(latest)
    await fire()
    expect(await face.article({ id })).toBeNull()
    expect((await face.draft(id)).status).toBe('WITHDRAWN')
    expect(await events()).toEqual({ 'article.published': 1, 'article.withdrawn': 1 })
  })
})

describe('a story that has changed since', () => {
  it('is not published under an embargo: the schedule FAILED, with the reason, and the story is at rest', async () => {
    const { id } = await draft()
    const { id: planId } = await publishAt(id, soon)
    await db.article.update({ where: { id }, data: { embargoedAt: news.now() } })
    await events()
    setClock(soon)
    expect(await fire()).toEqual([])
    expect(await plan(planId)).toMatchObject({ status: 'FAILED', firedAt: null, failure: { code: 'embargoed' } })
    expect(await face.article({ id })).toBeNull()
    expect((await face.draft(id)).status).toBe('DRAFT')
    expect(await events()).toEqual({ 'article.unscheduled': 1 })
    const told = await db.journalEntry.findFirstOrThrow({ where: { subjectId: id }, orderBy: { sequence: 'desc' } })
    expect(told).toMatchObject({ actor: 'scheduler', data: { scheduleId: planId, code: 'embargoed' } })
    await fire()
    expect(await events()).toEqual({})
  })

  it('stays SCHEDULED after a failure while another publication is planned', async () => {
    const { id } = await draft()
    await publishAt(id, soon)
    await publishAt(id, later)
    const embargoed = { embargoedAt: news.now(), embargoUntil: new Date(later) }
    await db.article.update({ where: { id }, data: embargoed })
    setClock(soon)
    await fire()
    expect((await face.draft(id)).status).toBe('SCHEDULED')
    setClock(later)
    await fire()
    expect((await face.draft(id)).status).toBe('LIVE')
  })

  it('is not withdrawn when it is withdrawn already', async () => {
    const { id } = await live()
    const { id: planId } = await withdrawAt(id, soon)
    await withdraw(id)
    await events()
    setClock(soon)
    await fire()
    expect(await states(planId)).toEqual(['CANCELLED'])
    expect(await events()).toEqual({})
  })

  it('cannot be withdrawn when the publication before failed; the one behind it can still be called off', async () => {
    const { id } = await draft()
    const plans = [await publishAt(id, soon), await withdrawAt(id, later), await publishAt(id, latest)]
    await db.article.update({ where: { id }, data: { embargoedAt: news.now() } })
    setClock(soon)
    await fire()
    expect((await rest('DELETE', `/v1/editorial/schedules/${plans[2]?.id}`, { as: 'editor' })).status).toBe(200)
    setClock(later)
    await fire()
    expect(await states(...plans.map((each) => each.id))).toEqual(['FAILED', 'FAILED', 'CANCELLED'])
    expect((await plan(plans[1]?.id ?? '')).failure?.code).toBe('conflict')
    expect((await face.draft(id)).status).toBe('DRAFT')
  })

  it('a publication that was overtaken by hand is called off', async () => {
    const { id } = await draft()
    const { id: planId } = await publishAt(id, soon)
    await publish(id)
    await events()
    setClock(soon)
    await fire()
    expect(await states(planId)).toEqual(['CANCELLED'])
    expect(await events()).toEqual({})
  })

  it('a killed story stays killed', async () => {
    const { id } = await draft()
    const { id: planId } = await publishAt(id, soon)
    const killed = await rest('POST', `/v1/editorial/articles/${id}/kill`, {
      ...{ as: 'admin', body: { reason: 'A court order' } },
    })
    expect(killed.status, killed.text).toBe(200)
    setClock(soon)
    await fire()
    expect(await states(planId)).toEqual(['CANCELLED'])
    expect((await face.draft(id)).status).toBe('KILLED')
  })
})

describe('somebody at the same moment', () => {
  it('who moves it, calls it off or withdraws finds it whole: fired, or not', async () => {
    for (let turn = 0; turn < 5; turn++) {
      setClock(startsAt)
      const { id } = await draft()
      const { id: planId } = await publishAt(id, soon)
      setClock(soon)
      const [, answer] = await Promise.all([
        fire(),
        rest('DELETE', `/v1/editorial/schedules/${planId}`, { as: 'editor' }),
      ])
      const { status } = await plan(planId)
      expect([answer.status, status, (await face.article({ id })) !== null]).toEqual(
        status === 'DONE' ? [409, 'DONE', true] : [200, 'CANCELLED', false],
      )
    }
  })
})

describe('an error that is no refusal', () => {
  it('is told, tried again later, and keeps nobody else waiting', async () => {
    const [bad, good] = [await draft(), await draft()]
    const [badPlan, goodPlan] = [await publishAt(bad.id, soon), await publishAt(good.id, soon)]
    const broken = vi.fn(() => {
      throw new Error('a bug')
    })
    const job = schedulesJob()
    const signal = new AbortController().signal
    const told: unknown[] = []
    const run = async (isBroken: boolean) => {
      const ctx = news.ctx()
      const tx: typeof ctx.tx = (work) =>
        ctx.tx(async (real) => {
          const done = await work(real)
          const fired = await real.schedule.findUnique({ where: { id: badPlan.id } })
          if (isBroken && fired?.status === 'DONE') broken()
          return done
        })
      while (await job.run({ ...ctx, tx }, signal, (error) => told.push(error)));
    }
    setClock(soon)
    await run(true)
    expect(await states(badPlan.id, goodPlan.id)).toEqual(['PENDING', 'DONE'])
    expect(told).toEqual([new Error('a bug')])
    await run(true)
    expect(broken).toHaveBeenCalledTimes(1)
    setClock('2026-01-09T06:00:01.000Z')
    await run(true)
    expect(broken).toHaveBeenCalledTimes(2)
    setClock('2026-01-09T06:00:02.000Z')
    await run(false)
    expect(await states(badPlan.id)).toEqual(['PENDING'])
    setClock('2026-01-09T06:00:03.000Z')
    await run(false)
    expect(await plan(badPlan.id)).toMatchObject({ status: 'DONE', firedAt: '2026-01-09T06:00:03.000Z' })
  })

  it('a run that is to end leaves the rest for the next', async () => {
    const plans: string[] = []
    for (let i = 0; i < 3; i++) plans.push((await publishAt((await draft()).id, soon)).id)
    setClock(soon)
    const ending = new AbortController()
    ending.abort()
    expect(await schedulesJob().run(news.ctx(), ending.signal)).toBe(false)
    expect(await states(...plans)).toEqual(['PENDING', 'PENDING', 'PENDING'])
    await fire()
    expect(await states(...plans)).toEqual(['DONE', 'DONE', 'DONE'])
  })
})

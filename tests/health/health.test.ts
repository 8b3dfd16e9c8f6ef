import { afterAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { plannersOf } from '../schedules/plans.ts'

const news = await testNewsroom()
const { rest, setClock } = news
const { draft } = storyMakers(news)
const { publishAt, fire } = plannersOf(news)
afterAll(news.close)

const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
const soon = '2026-01-09T06:00:00.000Z'

describe('/health', () => {
  it('/health/live answers and is never stored', async () => {
    const answer = await rest('GET', '/health/live')
    expect([answer.status, answer.data, answer.headers['cache-control']]).toEqual([
      200,
      { status: 'ALIVE' },
      'no-store',
    ])
  })

  it('/health/ready tells of the database, the worker and what is due', async () => {
    const none = { overdue: 0, oldestDueAt: null, lagSeconds: 0 }
    const ready = { status: 'READY', database: 'UP', worker: false }
    const answer = await rest('GET', '/health/ready')
    expect(answer.data).toEqual({ ...ready, schedules: none })
    expect(answer.headers['cache-control']).toBe('no-store')

    await publishAt((await draft()).id, soon)
    await publishAt((await draft()).id, '2026-01-09T06:00:30.000Z')
    setClock('2026-01-09T06:01:00.000Z')
    const due = { overdue: 2, oldestDueAt: soon, lagSeconds: 60 }
    expect((await rest('GET', '/health/ready')).data).toEqual({ ...ready, schedules: due })

    setClock('2026-01-09T06:01:00.001Z')
    const late = await rest('GET', '/health/ready')
    expect([late.status, late.headers['cache-control']]).toEqual([200, 'no-store'])
    expect(late.data).toMatchObject({ status: 'LATE', database: 'UP', schedules: { overdue: 2, oldestDueAt: soon } })

    await fire()
    expect((await rest('GET', '/health/ready')).data).toEqual({ ...ready, schedules: none })
  })

  it('without a database the process lives and is not ready, and tells nothing of why', async () => {
    const away = connectDatabase('postgresql://nobody:secret@127.0.0.1:1/nowhere', { applicationName: 'test' })
    const app = await buildApp({ db: away.prisma, site, version: '0.0.0' })
    const [live, ready] = [await app.inject('/health/live'), await app.inject('/health/ready')]
    expect([live.statusCode, ready.statusCode]).toEqual([200, 503])
    expect(ready.json()).toMatchObject({ code: 'unavailable', database: 'DOWN', schedules: null })
    expect(ready.body).not.toMatch(/secret|nobody|127\.0\.0\.1|ECONNREFUSED|nowhere/)
    await app.close()
    await away.close()
  })

  it('gives a database that says nothing two seconds', async () => {
    const silent = { $queryRaw: () => new Promise(() => undefined) } as unknown as typeof news.db
    const app = await buildApp({ db: silent, site, version: '0.0.0' })
    const before = performance.now()
    const { statusCode } = await app.inject('/health/ready')
    const took = performance.now() - before
    expect([statusCode, took > 1_900]).toEqual([503, true])
    await app.close()
  })

  it('is all that a process answers which only runs the worker', async () => {
    const app = await buildApp({ db: news.db, site, version: '0.0.0', runs: ['worker'] })
    expect((await app.inject('/health/ready')).json()).toMatchObject({ status: 'READY', worker: true })
    for (const url of ['/v1/articles', '/graphql', '/v1/editorial/articles'])
      expect((await app.inject(url)).statusCode).toBe(404)
    await app.close()
  })
})

import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { publishArticle, withdrawArticle } from '../../src/articles/publish.ts'
import { startKeeping } from '../../src/cache/keeping.ts'
import { seenNumber } from '../../src/cache/leases.ts'
import { systemCaller } from '../../src/core/caller.ts'
import type { FeedEntry } from '../../src/core/feed.ts'
import { databaseClock } from '../../src/db/clock.ts'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { followJournal } from '../../src/db/journal-follower.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { as } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { makeStory } from './making.ts'

let news: Newsroom
let other: { app: FastifyInstance; close(): Promise<void> }
let database: Database
beforeAll(async () => {
  news = await testNewsroom()
  database = connectDatabase(news.url, { applicationName: 'other' })
  const { prisma: db, pool } = database
  const keeping = await startKeeping({
    ...{ db, id: randomUUID(), maxBytes: 2 ** 24 },
    follow: (following) => followJournal({ ...following, pool }),
  })
  const app = await buildApp({ db, site: news.app.site, version: '0.0.0', keeping })
  await app.ready()
  other = { app, close: () => app.close().then(keeping.stop).then(database.close) }
})
afterAll(async () => {
  await other.close()
  await news.close()
})

const headlineFrom = async (app: FastifyInstance, url: string) => (await app.inject({ url })).json().headline

async function changeHeadline(id: string, headline: string) {
  await news.rest('PATCH', `/v1/editorial/articles/${id}`, { as, body: { headline } })
  await news.rest('POST', `/v1/editorial/articles/${id}/publish`, { as, body: {} })
}

const cutFollowers = () =>
  database.pool.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND application_name LIKE '% journal'`)

it('a writer is answered when no process gives the old version, whichever it asked', async () => {
  const { id, url } = await makeStory(news)
  for (let n = 0; n < 8; n++) {
    await Promise.all([headlineFrom(other.app, url), headlineFrom(news.app, url)])
    await changeHeadline(id, `Number ${n}`)
    expect([await headlineFrom(other.app, url), await headlineFrom(news.app, url)]).toEqual([
      `Number ${n}`,
      `Number ${n}`,
    ])
  }
})

it('so it is when the house itself publishes, in a process that keeps nothing', async () => {
  const { id, url } = await makeStory(news)
  const ctx = () => makeCtx(database.prisma, news.app.site, databaseClock, systemCaller('worker'))
  expect((await other.app.inject({ url })).statusCode).toBe(200)
  await withdrawArticle(ctx(), id, {})
  expect((await other.app.inject({ url })).statusCode).toBe(410)
  await publishArticle(ctx(), id, {})
  expect((await other.app.inject({ url })).statusCode).toBe(200)
})

it('and when connections that follow the journal are cut: they are made anew, with nothing kept from before', async () => {
  const { id, url } = await makeStory(news)
  for (let n = 0; n < 5; n++) {
    await Promise.all([headlineFrom(other.app, url), headlineFrom(news.app, url)])
    const cut = cutFollowers()
    await changeHeadline(id, `Cut ${n}`)
    expect([await headlineFrom(other.app, url), await headlineFrom(news.app, url)]).toEqual([`Cut ${n}`, `Cut ${n}`])
    await cut
  }
})

it('a writer waits for a process that hangs until its lease has ended, and no longer', async () => {
  const { id } = await makeStory(news)
  await news.db.$executeRaw`
    INSERT INTO cache_lease (id, seen, until) VALUES (${randomUUID()}::uuid, 0, clock_timestamp() + interval '600 ms')`
  const began = performance.now()
  await changeHeadline(id, 'After a while')
  expect(performance.now() - began).toBeGreaterThan(500)
})

it('events are told of when no process is behind them any more', async () => {
  const told: FeedEntry[] = []
  const unfollow = news.app.keeping.feed.follow((entry) => told.push(entry))
  const late = randomUUID()
  await news.db.$executeRaw`
    INSERT INTO cache_lease (id, seen, until) VALUES (${late}::uuid, 0, clock_timestamp() + interval '700 ms')`
  const { id } = await makeStory(news)
  await vi.waitUntil(() => told.some(({ type, subjectId }) => type === 'article.published' && subjectId === id))
  const numbers = told.map(({ number }) => number)
  expect(numbers).toEqual(numbers.map((_, n) => (numbers[0] ?? 0n) + BigInt(n)))
  expect(told.find(({ type, subjectId }) => type === 'article.published' && subjectId === id)?.keys).toEqual(
    expect.arrayContaining([id, 'list:articles']),
  )
  unfollow()
  expect(await seenNumber(news.db)).toBeGreaterThanOrEqual(numbers.at(-1) ?? 0n)
})

it('a process that ends gives up its lease, so that nobody waits for it', async () => {
  const { rows } = await database.pool.query<{ id: string }>('SELECT id FROM cache_lease')
  const id = randomUUID()
  const keeping = await startKeeping({
    ...{ db: news.db, id, maxBytes: 2 ** 20 },
    follow: (following) => followJournal({ ...following, pool: database.pool }),
  })
  await wait(1)
  await keeping.stop()
  const left = await database.pool.query<{ id: string }>('SELECT id FROM cache_lease')
  expect(left.rows.map((row) => row.id)).not.toContain(id)
  expect(left.rows.length).toBeLessThanOrEqual(rows.length + 1)
})

import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { textReader } from '../../src/db/read-text.ts'
import { rollViews, writeViews } from '../../src/popular/buckets.ts'
import { makeCounting } from '../../src/popular/counting.ts'
import { popularJobs } from '../../src/popular/jobs.ts'
import { startPopularity } from '../../src/popular/start.ts'
import type { Counted } from '../../src/popular/tally.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { browser, idsOf, readersOf } from './readers.ts'

const news = await testNewsroom({ startsAt: '2026-03-01T10:00:00.000Z' })
const { app, db, ctx, setClock } = news
const { live } = storyMakers(news)
const { rank, popular } = readersOf(news)
afterAll(news.close)

let id: string
beforeEach(async () => {
  await db.viewBucket.deleteMany()
  id ??= (await live({ headline: 'Harbour' })).id
})

const at = (time: string, views = 1, articleId = id): Counted => ({
  ...{ articleId, at: Date.parse(time), views },
  ...{ attentionSeconds: 10 * views, shares: 0 },
})
const spanNames: Record<number, string> = { 60: 'MINUTE', 3600: 'HOUR', 86400: 'DAY' }
const rows = async () =>
  (await db.viewBucket.findMany({ orderBy: [{ at: 'asc' }, { spanSeconds: 'asc' }] })).map((row) => [
    spanNames[row.spanSeconds],
    row.at.toISOString().slice(0, 16),
    row.views,
    Number(row.attentionSeconds),
  ])

describe('rolling up', () => {
  it('puts minutes into hours when these ended an hour ago, and leaves the rest', async () => {
    setClock('2026-03-02T12:29:00.000Z')
    await writeViews(db, [
      ...[at('2026-03-02T10:00:00Z', 2), at('2026-03-02T10:59:00Z', 3)],
      ...[at('2026-03-02T11:00:00Z', 5), at('2026-03-02T12:28:00Z', 7)],
    ])
    expect(await rollViews(ctx())).toBe(2)
    expect(await rows()).toEqual([
      ['HOUR', '2026-03-02T10:00', 5, 50],
      ['MINUTE', '2026-03-02T11:00', 5, 50],
      ['MINUTE', '2026-03-02T12:28', 7, 70],
    ])
  })

  it('puts hours into days of UTC across midnight, after eight days, and adds what comes later', async () => {
    setClock('2026-03-10T12:00:00.000Z')
    await writeViews(db, [at('2026-03-01T23:59:00Z', 1), at('2026-03-02T00:00:00Z', 2), at('2026-03-02T23:10:00Z', 4)])
    await rollViews(ctx())
    // A whole day is put together when it ended eight days ago.
    expect((await rows()).map(([span, when]) => [span, when])).toEqual([
      ['DAY', '2026-03-01T00:00'],
      ['HOUR', '2026-03-02T00:00'],
      ['HOUR', '2026-03-02T23:00'],
    ])
    setClock('2026-03-11T00:00:00.000Z')
    await writeViews(db, [at('2026-03-01T05:00:00Z', 8), at('2026-03-02T05:00:00Z', 16)])
    await rollViews(ctx())
    expect(await rows()).toEqual([
      ['DAY', '2026-03-01T00:00', 9, 90],
      ['DAY', '2026-03-02T00:00', 22, 220],
    ])
    expect(await rollViews(ctx())).toBe(0)
  })

  it('changes no sum that somebody sees', async () => {
    setClock('2026-03-20T12:00:00.000Z')
    const spread = Array.from({ length: 200 }, (_, n) =>
      at(new Date(Date.parse('2026-03-20T11:59:00Z') - n * 3 * 3_600_000).toISOString(), n + 1),
    )
    await writeViews(db, spread)
    const sums = async () => {
      const { data } = await news.rest<{ windows: { views: number }[] }>('GET', `/v1/editorial/articles/${id}/views`, {
        as: 'editor',
      })
      return data.windows.map(({ views }) => views)
    }
    const before = await sums()
    expect(await rollViews(ctx())).toBeGreaterThan(300)
    const after = await sums()
    expect(after.slice(0, 3)).toEqual(before.slice(0, 3))
    // The edge of a month is exact to a day.
    expect(Math.abs((after[3] ?? 0) - (before[3] ?? 0))).toBeLessThan(0.05 * (before[3] ?? 0))
  })

  it('forgets days after 400', async () => {
    await writeViews(db, [at('2024-12-31T10:00:00Z'), at('2025-03-01T10:00:00Z')])
    setClock('2026-03-20T12:00:00.000Z')
    await rollViews(ctx())
    expect((await rows()).map(([, when]) => when)).toEqual(['2025-03-01T00:00'])
  })

  it('is done by several processes at once without harm, while views are written', async () => {
    setClock('2026-03-21T12:00:00.000Z')
    const stories = await Promise.all(Array.from({ length: 8 }, () => live()))
    const minutes = stories.flatMap((story) =>
      Array.from({ length: 60 }, (_, n) =>
        at(new Date(Date.parse('2026-03-21T08:00:00Z') + n * 60_000).toISOString(), 1, story.id),
      ),
    )
    const sorted = minutes.sort((a, b) =>
      a.articleId === b.articleId ? a.at - b.at : a.articleId < b.articleId ? -1 : 1,
    )
    await Promise.all(Array.from({ length: 6 }, (_, n) => (n % 2 ? rollViews(ctx()) : writeViews(db, sorted))))
    await rollViews(ctx())
    const sum = await db.viewBucket.aggregate({ _sum: { views: true }, _count: true })
    expect([sum._sum.views, sum._count]).toEqual([3 * 480, 8])
  })
})

describe('several processes', () => {
  it('add up', async () => {
    const other = await startPopularity({ db, readText: textReader(db), drop: () => undefined, isTimed: false })
    const second = await buildApp({ db, site: app.site, version: '0.0.0', popularity: other })
    const tell = (from: typeof app, remoteAddress: string) =>
      from.inject({
        ...{ method: 'POST', url: `/v1/articles/${id}/views`, remoteAddress },
        headers: { 'user-agent': browser },
      })
    for (let n = 0; n < 4; n++) await tell(app, `100.70.0.${n}`)
    for (let n = 0; n < 3; n++) await tell(second, `100.71.0.${n}`)
    await Promise.all([app.popularity.flush(), other.flush()])
    const sum = await db.viewBucket.aggregate({ _sum: { views: true }, where: { articleId: id } })
    expect(sum._sum.views).toBe(7)
    await second.close()
  })

  it('rank in turn: who comes right after another does nothing', async () => {
    const job = popularJobs.find(({ name }) => name === 'rank-stories')
    const run = () => job?.run(ctx(), new AbortController().signal)
    const asOf = async () => (await db.popularBoard.findFirst({ where: { name: 'DAY:VIEWS' } }))?.asOf.toISOString()
    setClock('2026-03-22T12:00:00.000Z')
    await Promise.all([run(), run(), run()])
    expect(await asOf()).toBe('2026-03-22T12:00:00.000Z')
    setClock('2026-03-22T12:00:03.000Z')
    await run()
    expect(await asOf()).toBe('2026-03-22T12:00:00.000Z')
    setClock('2026-03-22T12:00:05.000Z')
    await run()
    expect(await asOf()).toBe('2026-03-22T12:00:05.000Z')
    // The next second takes half a minute when one took three seconds.
    await db.popularBoard.updateMany({ data: { tookMs: 3_000 } })
    setClock('2026-03-22T12:00:20.000Z')
    await run()
    expect(await asOf()).toBe('2026-03-22T12:00:05.000Z')
  })
})

describe('a ranking', () => {
  it('goes on beyond what is looked at first, when a filter leaves out much', async () => {
    setClock('2026-03-23T12:00:00.000Z')
    const last = await live({ headline: 'Last', locale: 'kk' })
    const ids = Array.from({ length: 300 }, (_, n) => `0192a1b0-0000-7000-8000-0000000${20_000 + n}`)
    await db.$executeRaw`
      INSERT INTO view_bucket ("articleId", "spanSeconds", at, views) SELECT unnest(${ids}::uuid[]), 60, '2026-03-23T11:59:00Z', 9`
    await writeViews(db, [at('2026-03-23T11:59:00Z', 1, last.id), at('2026-03-23T11:59:00Z', 2)])
    await rank()
    // As it would be if 300 stories before it had been withdrawn since.
    await db.$executeRaw`UPDATE popular_board SET ids = ${ids}::uuid[] || ids, scores = array_fill(9::float4, ARRAY[300]) || scores`
    expect(idsOf(await popular.rest({ window: 'HOUR', locale: 'kk' }))).toEqual([last.id])
    expect(idsOf(await popular.rest({ window: 'HOUR' }))).toEqual([id, last.id])
  })
})

it.each([
  ['a day ahead', 86_400_000],
  ['three hours behind', -3 * 3_600_000],
  ['a second behind', -1_000],
])('views of a process whose clock is %s stand where those of others do', async (_, off) => {
  const counting = makeCounting(db, undefined, () => new Date(Date.now() + off))
  const heard = new Date(Date.now() + off)
  const visit = { articleId: id, userAgent: browser, attentionSeconds: 5, shares: 0 }
  counting.count({ ...visit, address: '100.81.0.1', at: heard })
  counting.count({ ...visit, address: '100.81.0.2', at: new Date(heard.getTime() - 10 * 60_000) })
  await counting.flush()
  const [before, now] = await db.viewBucket.findMany({ orderBy: { at: 'asc' } })
  const ago = (row?: { at: Date }) => (Date.now() - (row?.at.getTime() ?? 0)) / 60_000
  expect(ago(now)).toBeGreaterThanOrEqual(-1)
  expect(ago(now)).toBeLessThan(2)
  expect(ago(before)).toBeCloseTo(ago(now) + 10, 1)
})

describe('when the database is away', () => {
  const visit = (n: number) => ({
    ...{ articleId: id, address: `100.80.${n >> 8}.${n & 255}`, userAgent: browser, at: news.now() },
    ...{ attentionSeconds: 5, shares: 0 },
  })
  /** The database, or none. */
  const cut = (isAway: () => boolean) =>
    new Proxy(db, {
      get: (known, name) => {
        if (name === '$queryRaw' && isAway()) return () => Promise.reject(new Error('gone'))
        return Reflect.get(known, name)
      },
    })

  it('counts wait, and are written when it is back', async () => {
    let isAway = false
    const counting = await startPopularity({
      db: cut(() => isAway),
      readText: textReader(db),
      drop: () => undefined,
      isTimed: false,
    })
    isAway = true
    for (let n = 0; n < 10; n++) counting.count(visit(n))
    await expect(counting.flush()).rejects.toThrow('gone')
    for (let n = 10; n < 15; n++) counting.count(visit(n))
    expect(counting.counts()).toMatchObject({ accepted: 15, flushed: 0, pending: 1, dropped: 0 })
    isAway = false
    await counting.flush()
    expect(counting.counts()).toMatchObject({ flushed: 15, pending: 0 })
    expect((await rows()).map(([, , views, seconds]) => [views, seconds])).toEqual([[15, 75]])
  })

  it('a stop writes what was counted, and says so when it cannot', async () => {
    const told: string[] = []
    let isAway = false
    const start = () =>
      startPopularity({
        db: cut(() => isAway),
        readText: textReader(db),
        drop: () => undefined,
        isTimed: true,
        onError: (what) => told.push(what),
      })
    const first = await start()
    first.count(visit(1))
    await first.stop()
    expect((await rows()).map(([, , views]) => views)).toEqual([1])
    const second = await start()
    second.count(visit(2))
    isAway = true
    await second.stop()
    expect(told).toEqual(['the last views could not be written and are lost'])
  })
})

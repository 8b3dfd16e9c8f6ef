import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import { buildApp } from '../../src/app.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { makeTimings } from '../../src/metrics/timings.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { plannersOf } from '../schedules/plans.ts'

const metricsToken = 'a-token-of-the-settings-0123456789'
const counts = { totalCount: 7, idleCount: 4, waitingCount: 3, options: { max: 10 } }
const news = await testNewsroom({ metricsToken, limits: { pool: counts } })
const { app, keys, setClock } = news
const { draft } = storyMakers(news)
const { publishAt } = plannersOf(news)
afterAll(news.close)

const read = async (secret: string | null = metricsToken, from = app) => {
  const headers = secret ? { authorization: `Bearer ${secret}` } : {}
  return from.inject({ url: '/metrics', headers })
}
/** The value of one line. */
const numberIn = (text: string, name: string) => {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `))
  return line === undefined ? undefined : Number(line.slice(name.length + 1))
}

describe('/metrics', () => {
  let text: string
  beforeAll(async () => {
    for (let i = 0; i < 3; i++) await app.inject('/v1/tags/nothing')
    await app.inject('/v1/tags')
    await publishAt((await draft()).id, '2026-01-09T06:00:00.000Z')
    setClock('2026-01-09T06:01:30.000Z')
    text = (await read()).body
  })

  it('is in the text format of Prometheus, and never stored', async () => {
    const { headers } = await read()
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8')
    expect(headers['cache-control']).toBe('no-store')
    const odd = text
      .split('\n')
      .filter((line) => !/^(#.*|[a-zA-Z_:][\w:]*(\{.*\})? (-?[\d.e+-]+|NaN|Nan|\+Inf))?$/.test(line))
    expect(odd).toEqual([])
  })

  it('tells how long answers took, by route and kind of status', () => {
    const labels = 'method="GET",route="/v1/tags/:idOrSlug",status="4xx"'
    expect(numberIn(text, `dateline_http_request_duration_seconds_count{${labels}}`)).toBe(3)
    expect(numberIn(text, `dateline_http_request_duration_seconds_sum{${labels}}`)).toBeGreaterThan(0)
    expect(text).toContain(`dateline_http_request_duration_seconds_bucket{${labels},le="+Inf"} 3`)
    expect(text).not.toContain('nothing')
  })

  it('tells of what is due, of the journal, the pool, memory and the event loop', async () => {
    const { number } = await news.db.journalHead.findFirstOrThrow()
    for (const [name, value] of [
      ['dateline_schedules_overdue', 1],
      ['dateline_schedule_lag_seconds', 90],
      ['dateline_webhook_deliveries_due', 0],
      ['dateline_webhook_oldest_due_seconds', 0],
      ['dateline_journal_number', Number(number)],
      ['dateline_database_up', 1],
      ['dateline_database_connections{state="busy"}', 3],
      ['dateline_database_waiting', 3],
      ['dateline_refused_total{reason="address"}', 0],
      // That which asks.
      ['dateline_http_requests_in_flight', 1],
    ] as const)
      expect([name, numberIn(text, name)]).toEqual([name, value])
    for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_seconds', 'dateline_cache_bytes'])
      expect(numberIn(text, name), name).toBeGreaterThanOrEqual(0)
  })

  it('is for the token of the settings, admins, and keys with its scope', async () => {
    const { key } = await createApiKey(news.ctx(), { name: 'prometheus', scopes: ['metrics:read'] })
    const statuses = []
    for (const secret of [metricsToken, keys.admin, key, keys.editor, null, `${metricsToken}x`])
      statuses.push((await read(secret)).statusCode)
    expect(statuses).toEqual([200, 200, 200, 403, 401, 401])
  })

  it('the token of the settings may nothing else', async () => {
    const headers = { authorization: `Bearer ${metricsToken}` }
    for (const url of ['/v1/editorial/articles', '/v1/editorial/audit'])
      expect((await app.inject({ url, headers })).statusCode).toBe(403)
  })

  it('answers with the token while the database is away, and in a process that only runs the worker', async () => {
    const away = connectDatabase('postgresql://nobody:secret@127.0.0.1:1/nowhere', { applicationName: 'test' })
    const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
    const lonely = await buildApp({ db: away.prisma, site, version: '0.0.0', metricsToken, runs: ['worker'] })
    const answer = await read(metricsToken, lonely)
    expect([answer.statusCode, numberIn(answer.body, 'dateline_database_up')]).toEqual([200, 0])
    expect(answer.body).not.toMatch(/journal_number|secret/)
    await lonely.close()
    await away.close()
  })
})

it('a time is counted in the first bucket that it fits, and in the last when it fits none', () => {
  const timings = makeTimings()
  for (const seconds of [0.0005, 0.00051, 11]) timings.add('GET', '/a', 204, seconds)
  timings.add('GET', '/a', 500, 1)
  const [first, second] = [...timings.all()]
  expect(first).toMatchObject({ status: '2xx', sumSeconds: 11.00101 })
  expect(first?.buckets).toEqual([1, 1, ...Array(12).fill(0), 1])
  expect(second?.status).toBe('5xx')
})

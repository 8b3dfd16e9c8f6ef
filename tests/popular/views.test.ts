import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { textReader } from '../../src/db/read-text.ts'
import type { LimitOptions } from '../../src/limits/hook.ts'
import { startPopularity } from '../../src/popular/start.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { browser, documents, readersOf } from './readers.ts'

const limits: LimitOptions = { perAddress: 60, exempt: ['100.64.0.0/10'] }
const news = await testNewsroom({ limits })
const { app, db, setClock, rest, graphql } = news
const { live, draft, withdraw } = storyMakers(news)
const { tell } = readersOf(news)
afterAll(news.close)

let id: string
beforeAll(async () => {
  id = (await live({ headline: 'Harbour' })).id
})
/** A new day: nothing is folded with what came before, and no limit is reached. */
beforeEach(() => setClock(24 * 60))
/** An instant of the day of this test. */
const today = (time: string) => `${news.now().toISOString().slice(0, 10)}T${time}Z`

const counts = () => app.popularity.counts()
/** What a number of steps added to the counts of this process. */
async function added(work: () => Promise<unknown>) {
  const before = counts()
  await work()
  const after = counts()
  const entries = Object.entries(after).map(([name, value]) => [name, value - before[name as keyof typeof before]])
  return Object.fromEntries(entries.filter(([name, value]) => value !== 0 && name !== 'pending'))
}
/** What is written of a story. */
async function written(articleId: string) {
  await app.popularity.flush()
  const rows = await db.viewBucket.findMany({ where: { articleId }, orderBy: { at: 'asc' } })
  const sum = (of: 'views' | 'attentionSeconds' | 'shares') => rows.reduce((all, row) => all + Number(row[of]), 0)
  return { views: sum('views'), attentionSeconds: sum('attentionSeconds'), shares: sum('shares') }
}

describe('a view is told', () => {
  const form = 'application/x-www-form-urlencoded'
  const forms: [string, string | undefined, string | undefined, object][] = [
    ['without a body', undefined, undefined, { views: 1, attentionSeconds: 0, shares: 0 }],
    ['as text, empty', 'text/plain;charset=UTF-8', '', { views: 1, attentionSeconds: 0, shares: 0 }],
    [
      'as text with JSON in it',
      'text/plain;charset=UTF-8',
      '{"attentionSeconds":42}',
      { views: 1, attentionSeconds: 42, shares: 0 },
    ],
    ['as text like a form', 'text/plain', 'attentionSeconds=7&shares=1', { views: 1, attentionSeconds: 7, shares: 1 }],
    ['as a form', form, 'attentionSeconds=1800', { views: 1, attentionSeconds: 1800, shares: 0 }],
    ['as JSON', 'application/json', '{"attentionSeconds":5,"shares":2}', { views: 1, attentionSeconds: 5, shares: 2 }],
    ['as JSON of nothing', 'application/json', '', { views: 1, attentionSeconds: 0, shares: 0 }],
    ['as bytes', 'application/octet-stream', '', { views: 1, attentionSeconds: 0, shares: 0 }],
  ]
  it.each(forms)('%s: 204, and it counts', async (_, type, payload, expected) => {
    const story = await live()
    const answer = await app.inject({
      ...{ method: 'POST', url: `/v1/articles/${story.id}/views`, remoteAddress: '100.64.1.1' },
      headers: { 'user-agent': browser, ...(type && { 'content-type': type }) },
      ...(payload !== undefined && { payload }),
    })
    expect([answer.statusCode, answer.body]).toEqual([204, ''])
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*' })
    expect(answer.headers).not.toHaveProperty('set-cookie')
    expect(await written(story.id)).toEqual(expected)
  })

  it('with the same headers whether it tells something besides or not', async () => {
    const url = `/v1/articles/${(await live()).id}/views`
    const headersOf = async (payload: string) => {
      const headers = { 'user-agent': browser, 'content-type': 'text/plain' }
      const answer = await app.inject({ method: 'POST', url, headers, payload })
      const { 'x-request-id': id, date, connection, ratelimit, ...rest } = answer.headers
      expect(id).toBeTruthy()
      return rest
    }
    expect(await headersOf('')).toEqual(await headersOf('shares=1'))
  })

  it('over GraphQL', async () => {
    const story = await live()
    const headers = { 'user-agent': browser }
    expect((await graphql(documents.record, { id: story.id, attentionSeconds: 9 }, { headers })).data).toBe(true)
    expect(await written(story.id)).toEqual({ views: 1, attentionSeconds: 9, shares: 0 })
  })

  const bad: [string, string, number][] = [
    ['negative seconds', '{"attentionSeconds":-1}', 400],
    ['absurd seconds', '{"attentionSeconds":86400}', 400],
    ['half a second', '{"attentionSeconds":0.5}', 400],
    ['seconds as text', '{"attentionSeconds":"5"}', 400],
    ['more seconds than numbers have', '{"attentionSeconds":1e999}', 400],
    ['a hundred shares', '{"shares":100}', 400],
    ['a clock of its own', '{"at":"2031-01-01T00:00:00Z"}', 400],
    ['a list', '[]', 400],
    ['a word', '"view"', 400],
    ['a prototype', '{"__proto__":{"shares":1}}', 400],
    ['half of JSON', '{"shares":', 400],
    ['200 kB without a space', 'x'.repeat(200_000), 413],
    ['levels without end', `${'['.repeat(400)}${']'.repeat(400)}`, 400],
    ['emoji', '🦭', 400],
  ]
  it.each(bad)('badly, with %s: JSON is told so, a beacon is not, and nothing counts', async (_, payload, status) => {
    const told = await added(async () => {
      const json = await tell(id, undefined, {})
      expect(json.statusCode).toBe(204)
      for (const [type, expected] of [
        ['application/json', status],
        ['text/plain', status === 413 ? 413 : 204],
      ] as const) {
        const answer = await app.inject({
          ...{ method: 'POST', url: `/v1/articles/${id}/views`, remoteAddress: '100.64.2.2', payload },
          headers: { 'user-agent': browser, 'content-type': type },
        })
        expect(answer.statusCode, answer.body).toBe(expected)
      }
    })
    // Only the first, to which nothing was wrong.
    expect(told).toEqual({ accepted: 1, ...(status !== 413 && { malformed: 1 }) })
  })

  it('badly over GraphQL: the same refusal', async () => {
    for (const variables of [{ attentionSeconds: -1 }, { attentionSeconds: 86_400 }, { shares: 100 }])
      expect((await graphql(documents.record, { id, ...variables })).code).toBe('invalid_input')
  })

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'] as const)('not by %s, which is 405', async (method) => {
    const answer = await app.inject({ method, url: `/v1/articles/${id}/views` })
    expect([answer.statusCode, answer.headers.allow]).toEqual([405, 'POST'])
  })

  it('from any site, without asking first when it is text or a form', async () => {
    const leave = await app.inject({
      ...{ method: 'OPTIONS', url: `/v1/articles/${id}/views` },
      headers: { origin: 'https://news.example', 'access-control-request-method': 'POST' },
    })
    expect([leave.statusCode, leave.headers['access-control-allow-origin']]).toEqual([204, '*'])
  })
})

describe('of stories that are not there nobody learns anything', () => {
  it('a draft, a withdrawn story, no story and no id have the answer of all others, and count nothing', async () => {
    const [hidden, gone] = [(await draft()).id, (await live()).id]
    await withdraw(gone)
    await app.popularity.flush()
    const answers: Awaited<ReturnType<typeof tell>>[] = []
    const told = await added(async () => {
      for (const each of [id, hidden, gone, '0192a1b0-0000-7000-8000-00000000ffff', 'harbour', 'x'.repeat(400)])
        answers.push(await tell(each))
      await app.popularity.flush()
    })
    const shown = answers.map(({ statusCode, body, headers }) => [statusCode, body, Object.keys(headers).sort()])
    expect(new Set(shown.map((each) => JSON.stringify(each))).size).toBe(1)
    expect(told).toEqual({ accepted: 4, flushed: 1, unknown: 5 })
    expect(await db.viewBucket.count({ where: { articleId: { in: [hidden, gone] } } })).toBe(0)
  })
})

describe('what counts', () => {
  it('is one view of a reader and a story in half an hour, whose seconds and shares are added to their ends', async () => {
    const story = await live()
    const reader = '100.64.3.3'
    const told = await added(async () => {
      for (let n = 0; n < 5; n++) await tell(story.id, { attentionSeconds: 500, shares: 1 }, {}, reader)
      setClock(29)
      await tell(story.id, {}, {}, reader)
    })
    expect(told).toEqual({ accepted: 1, folded: 5 })
    expect(await written(story.id)).toEqual({ views: 1, attentionSeconds: 1800, shares: 3 })
    setClock(1)
    await tell(story.id, { attentionSeconds: 10 }, {}, reader)
    expect(await written(story.id)).toEqual({ views: 2, attentionSeconds: 1810, shares: 3 })
  })

  it('tells readers apart by network and browser, not by address within it', async () => {
    const told = await added(async () => {
      for (const [address, agent] of [
        ['2001:db8:1:2::1', browser],
        ['2001:db8:1:2::ffff', browser],
        ['2001:db8:1:3::1', browser],
        ['2001:db8:1:2::1', `${browser} Other`],
      ] as const)
        await tell(id, {}, { 'user-agent': agent }, address)
    })
    expect(told).toEqual({ accepted: 3, folded: 1 })
  })

  it.each([
    ['Googlebot/2.1 (+http://www.google.com/bot.html)', { bot: 1 }],
    ['facebookexternalhit/1.1', { bot: 1 }],
    ['Mozilla/5.0 (X11) HeadlessChrome/140.0', { bot: 1 }],
    ['', { bot: 1 }],
    ['Mozilla/5.0 (Linux; Android 14; CUBOT P80) Chrome/140.0 Mobile', { accepted: 1 }],
    ['curl/8.5.0', { accepted: 1 }],
  ])('is not what says to be a program: %s', async (agent, expected) => {
    expect(await added(() => tell(id, {}, { 'user-agent': agent }))).toEqual(expected)
  })

  it('is no flood: of one reader sixty at once, of one network a hundred readers of one story', async () => {
    const ids = Array.from({ length: 70 }, (_, n) => `0192a1b0-0000-7000-8000-0000000${10_000 + n}`)
    const reader = await added(async () => {
      for (const each of ids) await tell(each, {}, {}, '100.64.4.4')
    })
    expect(reader).toEqual({ accepted: 60, flood: 10 })
    const network = await added(async () => {
      for (let n = 0; n < 120; n++)
        await tell(id, { attentionSeconds: 100 }, { 'user-agent': `${browser} ${n}` }, '100.64.5.5')
      // Nor do the seconds of those who were too many.
      await tell(id, { attentionSeconds: 100 }, { 'user-agent': `${browser} 119` }, '100.64.5.5')
    })
    expect(network).toEqual({ accepted: 100, flood: 20, folded: 1 })
    expect((await written(id)).attentionSeconds % 10_000).toBe(0)
  })

  it('is counted anew on a new day of UTC, when nobody can be recognised any more', async () => {
    const reader = '100.64.6.6'
    setClock(today('23:59:00.000'))
    await tell(id, {}, {}, reader)
    setClock(today('23:59:30.000'))
    expect(await added(() => tell(id, {}, {}, reader))).toEqual({ folded: 1 })
    setClock(0.5)
    expect(await added(() => tell(id, {}, {}, reader))).toEqual({ accepted: 1 })
  })
})

describe('limits and numbers', () => {
  it('views have a bucket of their own: they cost readers nothing, and end at 429', async () => {
    const reader = '203.0.113.77'
    const statuses: number[] = []
    for (let n = 0; n < 12; n++) statuses.push((await tell(id, {}, {}, reader)).statusCode)
    expect(statuses).toEqual([...Array(10).fill(204), 429, 429])
    expect((await app.inject({ url: '/v1/tags', remoteAddress: reader })).headers.ratelimit).toContain('r=9')
  })

  it('a retry is none: the header is not looked up, and repeats fold anyhow', async () => {
    const told = await added(async () => {
      for (let n = 0; n < 2; n++) await tell(id, {}, { 'idempotency-key': 'a-view' }, '100.64.7.7')
    })
    expect(told).toEqual({ accepted: 1, folded: 1 })
    expect(await db.idempotencyRecord.count()).toBe(0)
  })

  it('/metrics tells what became of them', async () => {
    const { text } = await rest('GET', '/metrics', { as: 'admin' })
    const { accepted, folded, bot, flushed, pending } = counts()
    for (const line of [
      `dateline_views_total{outcome="accepted"} ${accepted}`,
      `dateline_views_total{outcome="folded"} ${folded}`,
      `dateline_views_total{outcome="bot"} ${bot}`,
      `dateline_views_written_total{outcome="flushed"} ${flushed}`,
      `dateline_views_pending ${pending}`,
    ])
      expect(text).toContain(line)
  })

  it('with VIEWS=off they are answered as ever, and nothing is counted', async () => {
    const off = await startPopularity({
      db,
      readText: textReader(db),
      drop: () => undefined,
      isCounting: false,
      isTimed: false,
    })
    const quiet = await buildApp({ db, site: app.site, version: '0.0.0', popularity: off })
    const answer = await quiet.inject({
      method: 'POST',
      url: `/v1/articles/${id}/views`,
      headers: { 'user-agent': browser },
    })
    expect(answer.statusCode).toBe(204)
    expect(Object.values(off.counts()).every((count) => count === 0)).toBe(true)
    await quiet.close()
  })
})

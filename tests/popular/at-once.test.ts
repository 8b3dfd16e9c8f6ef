import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { browser } from './readers.ts'

// Views over the network are answered ahead of Fastify; `inject` gives what its route answers.
const news = await testNewsroom({ trustProxy: ['127.0.0.1'], limits: { perAddress: 60 } })
const { app } = news
const { live } = storyMakers(news)
afterAll(news.close)

let url: string
let id: string
beforeAll(async () => {
  url = await app.listen({ port: 0, host: '127.0.0.1' })
  id = (await live()).id
})

type Headers = Record<string, string>
const path = (story = id) => `/v1/articles/${story}/views`
const over = (headers: Headers, more: RequestInit = {}, to = path()) =>
  fetch(url + to, { method: 'POST', headers: { 'user-agent': browser, ...headers }, ...more })
const injected = (headers: Headers) =>
  app.inject({ method: 'POST', url: path(), headers: { 'user-agent': browser, ...headers } })
const from = (address: string, more: Headers = {}): Headers => ({ 'x-forwarded-for': address, ...more })
/** What belongs to one request or to its connection. */
const own = ['date', 'connection', 'keep-alive', 'x-request-id']
const shared = (headers: Iterable<[string, unknown]>) =>
  Object.fromEntries([...headers].filter(([name]) => !own.includes(name)))
const views = async () => {
  await app.popularity.flush()
  const rows = await news.db.viewBucket.findMany({ where: { articleId: id } })
  return rows.reduce((sum, row) => sum + Number(row.views), 0)
}

describe('a view over the network', () => {
  it.each<[string, [string, string], Headers]>([
    ['as it is', ['203.0.113.1', '203.0.113.2'], {}],
    ['by https', ['203.0.113.3', '203.0.113.4'], { 'x-forwarded-proto': 'https' }],
    ['by https of a proxy before', ['203.0.113.5', '203.0.113.6'], { 'x-forwarded-proto': 'http, https' }],
    ['of another site', ['203.0.113.7', '203.0.113.8'], { origin: 'https://front.example' }],
    ['of IPv6', ['2001:db8:1::7', '2001:db8:2::7'], {}],
  ])('%s: is answered as its route does, to a header', async (_, [one, other], headers) => {
    const direct = await over(from(one, headers))
    const routed = await injected(from(other, headers))
    expect([direct.status, routed.statusCode]).toEqual([204, 204])
    expect(shared(direct.headers)).toEqual(shared(Object.entries(routed.headers)))
    expect(direct.headers.get('ratelimit')).toBe('"address";r=9;t=1')
  })

  it('counts for who sent it, through a proxy that is believed, once in a while', async () => {
    const before = await views()
    for (const address of ['198.51.100.1', '198.51.100.2', '198.51.100.2']) await over(from(address))
    await over(from('198.51.100.3'), {}, path(id.toUpperCase()))
    expect((await views()) - before).toBe(3)
  })

  it('keeps the id that a proxy gave it, and has one of its own otherwise', async () => {
    const given = await over(from('198.51.100.4', { 'x-request-id': 'from-the-proxy' }))
    expect(given.headers.get('x-request-id')).toBe('from-the-proxy')
    const ids = await Promise.all(
      [1, 2].map(async () => (await over(from('198.51.100.4'))).headers.get('x-request-id')),
    )
    expect(new Set(ids).size).toBe(2)
  })

  it('is refused in words when there are too many', async () => {
    const answers = []
    for (let n = 0; n < 12; n++) answers.push(await over(from('198.51.100.5')))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(204), 429, 429])
    expect(await answers.at(-1)?.json()).toMatchObject({ code: 'too_many_requests' })
    expect(app.limits.refused().address).toBe(2)
  })

  it('is left to its route when it tells more, has a key, or is no view', async () => {
    const json = { 'content-type': 'application/json' }
    const [told, badly, keyed, wrong, queried] = await Promise.all([
      over(from('198.51.100.6', json), { body: '{"attentionSeconds":3}' }),
      over(from('198.51.100.7', json), { body: '{"attentionSeconds":-3}' }),
      over(from('198.51.100.8', { authorization: 'Bearer nobody' })),
      over(from('198.51.100.9'), { method: 'PUT' }),
      over(from('198.51.100.10'), {}, `${path()}?from=mail`),
    ])
    expect([told, badly, keyed, wrong, queried].map(({ status }) => status)).toEqual([204, 400, 401, 405, 400])
  })

  it('stands in the times of its route', async () => {
    const count = () =>
      [...app.metrics.timings.all()]
        .filter(({ method, route, status }) => `${method} ${route} ${status}` === 'POST /v1/articles/:id/views 2xx')
        .flatMap(({ buckets }) => buckets)
        .reduce((sum, each) => sum + each, 0)
    const before = count()
    await over(from('198.51.100.11'))
    expect(count() - before).toBe(1)
  })

  it('all answered when hundreds come at once', async () => {
    const before = await views()
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, n) => over(from(`192.0.2.${n % 250}, 9.9.${n >> 7}.${n & 127}`))),
    )
    expect(answers.every(({ status }) => status === 204)).toBe(true)
    expect((await views()) - before).toBe(300)
  })
})

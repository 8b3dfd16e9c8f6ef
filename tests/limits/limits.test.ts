import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { createApiKey } from '../../src/accounts/keys.ts'
import type { LimitOptions } from '../../src/limits/hook.ts'
import { makeLimiter } from '../../src/limits/limiter.ts'
import { testNewsroom } from '../helpers/app.ts'

let now = 0
let isOverloaded = false
const limits: LimitOptions = {
  perAddress: 30,
  perKey: 60,
  exempt: ['10.0.0.0/8'],
  clock: () => now,
  watch: { isOverloaded: () => isOverloaded, stop: () => undefined },
}
const news = await testNewsroom({ limits, trustProxy: ['10.0.0.1'] })
const { app, keys } = news
afterAll(news.close)
/** Every bucket is full again. */
beforeEach(() => {
  now += 1e6
})

const reader = '203.0.113.9'
const ask = (remoteAddress: string, headers: Record<string, string> = {}, url = '/v1/tags') =>
  app.inject({ method: 'GET', url, remoteAddress, headers })
const askGraphql = (remoteAddress: string) =>
  app.inject({ method: 'POST', url: '/graphql', remoteAddress, payload: { query: '{ __typename }' } })
const times = async <T>(count: number, work: () => Promise<T>): Promise<T[]> => {
  const all: T[] = []
  for (let i = 0; i < count; i++) all.push(await work())
  return all
}
const statuses = (answers: { statusCode: number }[]) => answers.map(({ statusCode }) => statusCode)

describe('the limit of an address', () => {
  it('is told with every answer, by the header fields of the IETF draft', async () => {
    const { headers } = await ask(reader)
    expect([headers['ratelimit-policy'], headers.ratelimit]).toEqual(['"address";q=5;w=10', '"address";r=4;t=2'])
    now += 2_000
    expect((await ask(reader)).headers.ratelimit).toBe('"address";r=4;t=2')
  })

  it('refuses what is over it, on both faces, with the seconds to wait', async () => {
    expect(statuses(await times(5, () => ask(reader)))).toEqual(Array(5).fill(200))
    const [rest, graphql] = [await ask(reader), await askGraphql(reader)]
    const words = 'your address may ask 5 times within 10 seconds; wait 2 seconds'
    expect(rest.json()).toMatchObject({ code: 'too_many_requests', status: 429, detail: words, retryAfterSeconds: 2 })
    expect(graphql.json()).toEqual({
      errors: [{ message: words, extensions: { retryAfterSeconds: 2, code: 'too_many_requests' } }],
    })
    for (const { statusCode, headers } of [rest, graphql]) {
      expect([statusCode, headers['retry-after'], headers.ratelimit]).toEqual([429, '2', '"address";r=0;t=10'])
      expect([headers['cache-control'], headers['access-control-allow-origin']]).toEqual(['no-store', '*'])
    }
    now += 2_000
    expect(statuses(await times(2, () => ask(reader)))).toEqual([200, 429])
  })

  it('counts what is not there, and what is not understood', async () => {
    const urls = ['/nothing', '/v1/tags/nothing', '/v1/tags?nonsense=1', '/v1/articles/nothing', '/graphql?query=%7B']
    for (const url of urls) await ask(reader, {}, url)
    expect((await ask(reader)).statusCode).toBe(429)
  })

  it('is one for all of an IPv6 customer, and for an address in either notation', async () => {
    await times(5, () => ask('2001:db8:1:2::1'))
    expect(statuses([await ask('2001:db8:1:2:ffff::9'), await ask('2001:db8:1:3::1')])).toEqual([429, 200])
    await times(5, () => ask(reader))
    expect((await ask(`::ffff:${reader}`)).statusCode).toBe(429)
  })

  it('is that of the client behind a trusted proxy, and of the sender where nobody is trusted', async () => {
    await times(5, () => ask('10.0.0.1', { 'x-forwarded-for': reader }))
    expect((await ask('10.0.0.1', { 'x-forwarded-for': reader })).statusCode).toBe(429)
    expect((await ask('10.0.0.1', { 'x-forwarded-for': '203.0.113.10' })).statusCode).toBe(200)
    let forged = 0
    const spoof = () => ask('198.51.100.7', { 'x-forwarded-for': `203.0.113.${++forged}` })
    expect(statuses(await times(6, spoof))).toEqual([...Array(5).fill(200), 429])
  })

  it('does not hold for exempt networks, health and metrics', async () => {
    const own = await times(8, () => ask('10.5.5.5'))
    expect(statuses(own)).toEqual(Array(8).fill(200))
    expect(own[0]?.headers).not.toHaveProperty('ratelimit')
    expect(statuses(await times(8, () => ask(reader, {}, '/health/live')))).toEqual(Array(8).fill(200))
  })
})

describe('the limit of a key', () => {
  const withKey = (address: string, key = keys.editor) => ask(address, { authorization: `Bearer ${key}` })

  it('is its own, wherever it is used, and whatever others do at its address', async () => {
    await times(6, () => ask(reader))
    const first = await withKey(reader)
    expect([first.statusCode, first.headers['ratelimit-policy'], first.headers.ratelimit]).toEqual([
      ...[200, '"key";q=10;w=10'],
      '"key";r=9;t=1',
    ])
    expect(statuses(await times(9, () => withKey('198.51.100.7')))).toEqual(Array(9).fill(200))
    const over = await withKey(reader)
    expect([over.statusCode, over.headers['retry-after'], over.json().detail]).toEqual([
      ...[429, '1'],
      'this key or account may ask 10 times within 10 seconds; wait 1 second',
    ])
    const { key } = await createApiKey(news.ctx(), { name: 'other', role: 'author' })
    expect((await withKey(reader, key)).statusCode).toBe(200)
  })

  it('does not let anybody try keys without end', async () => {
    let tried = 0
    const guess = () => withKey('198.51.100.9', `dl_${String(++tried).padStart(40, '0')}`)
    expect(statuses(await times(6, guess))).toEqual([...Array(5).fill(401), 429])
    expect((await ask('198.51.100.9')).statusCode).toBe(200)
  })
})

describe('the cost of a GraphQL operation', () => {
  it('is counted as one request for each hundred, may be owed once, and is refused to who owes', async () => {
    const headers: Record<string, string> = {}
    const tell = (name: string, value: string) => Object.assign(headers, { [name]: value })
    const bucket = { limiter: makeLimiter({ most: 5, seconds: 10 }), name: reader, kind: 'address', tell }
    const charge = (cost: number) => app.limits.chargeQuery({ bucket } as never, cost)
    charge(99)
    expect(headers).toEqual({})
    charge(250)
    expect(headers).toMatchObject({ ratelimit: '"address";r=3;t=4' })
    charge(1_000)
    expect(headers).toMatchObject({ ratelimit: '"address";r=0;t=24' })
    expect(() => charge(100)).toThrow(/may ask 5 times/)
    expect(headers).toMatchObject({ 'retry-after': '16' })
  })
})

describe('a process that is behind', () => {
  it('turns readers away on both faces, but for what it has in memory, and neither staff nor health', async () => {
    const cold = '/v1/tags/not-asked-before'
    await ask(reader)
    isOverloaded = true
    try {
      const [rest, graphql] = [await ask(reader, {}, cold), await askGraphql(reader)]
      expect(rest.json()).toMatchObject({ code: 'unavailable', status: 503 })
      expect(graphql.json()).toMatchObject({ errors: [{ extensions: { code: 'unavailable' } }] })
      expect([rest, graphql].map(({ statusCode, headers }) => [statusCode, headers['retry-after']])).toEqual([
        [503, '1'],
        [503, '1'],
      ])
      expect((await ask(reader)).statusCode).toBe(200)
      expect((await ask(reader, { authorization: `Bearer ${keys.editor}` }, cold)).statusCode).toBe(404)
      expect((await ask(reader, {}, '/health/ready')).statusCode).toBe(200)
    } finally {
      isOverloaded = false
    }
    expect((await ask(reader)).statusCode).toBe(200)
  })
})

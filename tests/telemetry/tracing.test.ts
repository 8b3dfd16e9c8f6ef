import { createServer } from 'node:http'
import { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../src/app.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { traceDatabase } from '../../src/telemetry/database.ts'
import { startTracing, type Tracing } from '../../src/telemetry/tracing.ts'
import { tracedJobs, tracedOutbound } from '../../src/telemetry/work.ts'
import { testDatabase } from '../helpers/database.ts'

interface SentSpan {
  name: string
  traceId: string
  spanId: string
  parentSpanId?: string
  kind: number
  attributes: { key: string; value: Record<string, unknown> }[]
  status?: { code?: number }
}

const spans: SentSpan[] = []
const resources: unknown[] = []
const paths: string[] = []
const collector = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    paths.push(String(request.url))
    for (const { resource, scopeSpans } of JSON.parse(Buffer.concat(chunks).toString()).resourceSpans) {
      resources.push(...resource.attributes)
      for (const each of scopeSpans) spans.push(...each.spans)
    }
    response.setHeader('content-type', 'application/json').end('{}')
  })
})

const clone = await testDatabase()
const database = connectDatabase(clone.url, { applicationName: 'test' })
const site = { name: 'The Daily Test', publicUrl: 'https://news.example', defaultLocale: 'en' }
let tracing: Tracing

beforeAll(async () => {
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve))
  const { port } = collector.address() as { port: number }
  tracing = await startTracing({ endpoint: `http://127.0.0.1:${port}`, service: 'newsroom', version: '1.2.3' })
  traceDatabase(database.pool, tracing)
  const app = await buildApp({ db: database.prisma, site, version: '0.0.0', tracing })
  const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01'
  await Promise.all([
    app.inject({ url: '/v1/tags/almaty?secret=canary', headers: { traceparent: parent, cookie: 'canary' } }),
    ...Array.from({ length: 20 }, () => app.inject('/v1/articles')),
  ])
  await app.inject({
    method: 'POST',
    url: '/v1/auth/sessions',
    payload: { email: 'canary@news.example', password: 'canary' },
  })
  await app.inject({ url: '/v1/tags', headers: { traceparent: 'canary' } })
  const outbound = tracedOutbound(
    {
      request: askOther,
      open: async () => ({ status: 200, headers: {}, body: Readable.from([]) }),
      faultOf: () => null,
    },
    tracing,
  )
  await outbound.request('https://other.example/canary?token=canary', { method: 'POST' })
  const quiet = { everyMs: 1, run: async () => false }
  const failing = { name: 'fails', everyMs: 1, run: () => Promise.reject(new TypeError('canary')) }
  const busy = { name: 'busy', everyMs: 1, run: async () => true }
  const jobs = tracedJobs([{ name: 'quiet', ...quiet }, failing, busy], tracing)
  for (const job of jobs) await job.run({} as never, new AbortController().signal).catch(() => undefined)
  await wait(50)
  await app.close()
  await tracing.stop()
})
afterAll(async () => {
  collector.close()
  await database.close()
  await clone.drop()
})

const sentOut: (Record<string, string> | undefined)[] = []
async function askOther(_url: string, options: { headers?: Record<string, string> } = {}) {
  sentOut.push(options.headers)
  return { status: 204, headers: {}, body: Buffer.alloc(0), isWhole: true }
}

const attributesOf = ({ attributes }: SentSpan) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
const named = (name: string) => spans.filter((span) => span.name === name)

describe('the collector gets', () => {
  it('a span for each request, by its route, within that of who asked', () => {
    expect(paths).toContain('/v1/traces')
    const [span, ...more] = named('GET /v1/tags/:idOrSlug')
    expect(more).toEqual([])
    expect(span).toMatchObject({
      ...{ traceId: '0af7651916cd43dd8448eb211c80319c', parentSpanId: 'b7ad6b7169203331', kind: 2 },
    })
    expect(attributesOf(span as SentSpan)).toMatchObject({
      ...{ 'http.request.method': 'GET', 'http.route': '/v1/tags/:idOrSlug', 'http.response.status_code': 400 },
    })
    const [own] = named('GET /v1/tags')
    expect(own?.parentSpanId || undefined).toBeUndefined()
    expect(resources).toContainEqual({ key: 'service.name', value: { stringValue: 'newsroom' } })
  })

  it('a span for every statement, each within its own request, however many run at once', () => {
    const requests = named('GET /v1/articles')
    expect(requests).toHaveLength(20)
    const statements = requests.map(({ spanId }) => spans.filter(({ parentSpanId }) => parentSpanId === spanId))
    const [first] = statements
    expect(first?.length).toBeGreaterThan(0)
    expect(statements.map(({ length }) => length)).toEqual(Array(20).fill(first?.length))
    expect(attributesOf(first?.[0] as SentSpan)).toMatchObject({ 'db.system.name': 'postgresql' })
    expect(attributesOf(first?.[0] as SentSpan)['db.query.text']).toMatch(/^\s*(SELECT|WITH)/)
    const [signIn] = named('POST /v1/auth/sessions')
    const within = spans.filter(({ parentSpanId }) => parentSpanId === signIn?.spanId)
    expect(within.length).toBeGreaterThan(2)
  })

  it('runs of jobs that did something or failed, and requests to others, who are told of it', () => {
    expect([named('quiet'), named('busy'), named('fails')].map(({ length }) => length)).toEqual([0, 1, 1])
    expect(named('fails')[0]?.status?.code).toBe(2)
    const [out] = named('POST').filter(({ kind }) => kind === 3)
    expect(attributesOf(out as SentSpan)).toMatchObject({
      ...{ 'server.address': 'other.example', 'http.response.status_code': 204 },
    })
    expect(sentOut).toEqual([{ traceparent: `00-${out?.traceId}-${out?.spanId}-01` }])
  })

  it('nothing of what was sent to us or others', () => expect(JSON.stringify(spans)).not.toContain('canary'))
})

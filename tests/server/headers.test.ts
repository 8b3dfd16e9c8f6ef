import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom({ trustProxy: ['10.0.0.1'] })
const { app } = news
const { live } = storyMakers(news)
afterAll(news.close)

const get = (url: string, headers: Record<string, string> = {}, remoteAddress = '203.0.113.9') =>
  app.inject({ method: 'GET', url, headers, remoteAddress })

describe('headers', () => {
  it('of data are few: what keeps a browser from showing it, and lets every site load it', async () => {
    for (const url of ['/v1/articles', '/v1/tags/nothing', '/nothing', '/graphql?query=%7B__typename%7D']) {
      const { headers } = await get(url)
      expect([url, headers['x-content-type-options'], headers['cross-origin-resource-policy']]).toEqual([
        ...[url, 'nosniff'],
        'cross-origin',
      ])
      expect(headers['access-control-allow-origin']).toBe('*')
      for (const name of ['content-security-policy', 'x-powered-by', 'server', 'strict-transport-security'])
        expect(headers).not.toHaveProperty(name)
    }
  })

  it('ask browsers to stay with https where they came by it', async () => {
    const forwarded = { 'x-forwarded-proto': 'https' }
    const { headers } = await get('/v1/tags', forwarded, '10.0.0.1')
    expect(headers['strict-transport-security']).toBe('max-age=31536000')
    expect((await get('/v1/tags', forwarded)).headers).not.toHaveProperty('strict-transport-security')
  })

  it.each(['/docs/', '/graphiql'])('of the page %s forbid frames, other hosts and inline scripts', async (url) => {
    const { statusCode, headers, body } = await get(url)
    expect(statusCode).toBe(200)
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect([headers['x-frame-options'], headers['referrer-policy'], headers['x-content-type-options']]).toEqual([
      ...['DENY', 'no-referrer'],
      'nosniff',
    ])
    expect(body).not.toMatch(/<script>(?!<)|\son\w+=/)
  })

  it('of the page /docs/ let through everything that it loads', async () => {
    const { body } = await get('/docs/')
    const links = [...body.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link]) => link ?? '')
    expect(links.length).toBeGreaterThan(4)
    for (const link of links) {
      const { pathname, origin } = new URL(link, 'http://self/docs/')
      expect([link, origin]).toEqual([link, 'http://self'])
      expect([link, (await get(pathname)).statusCode]).toEqual([link, 200])
    }
  })

  it('let a page of another site read refusals and what it was granted', async () => {
    const { headers } = await get('/v1/tags', { authorization: 'Bearer nobody', origin: 'https://front.example' })
    expect(headers['access-control-allow-origin']).toBe('*')
    const exposed = String(headers['access-control-expose-headers'])
    for (const name of ['ETag', 'Retry-After', 'RateLimit', 'X-Request-Id']) expect(exposed).toContain(name)
  })
})

describe('the id of a request', () => {
  const sane = 'edge-7f3a.0042:eu'
  it('is in every answer, in the problem and in the error alike', async () => {
    const rest = await get('/v1/tags/nothing')
    expect(rest.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(rest.json().instance).toBe(`urn:dateline:request:${rest.headers['x-request-id']}`)
    for (const url of ['/v1/tags', '/nothing', '/health/live', '/v1/tags/%zz'])
      expect([url, (await get(url)).headers['x-request-id']]).toEqual([url, expect.stringMatching(/^[0-9a-f-]{36}$/)])
  })
  it('is the one that a trusted proxy gave', async () => {
    const { headers } = await get('/v1/tags', { 'x-request-id': sane }, '10.0.0.1')
    expect(headers['x-request-id']).toBe(sane)
  })
  it.each([
    ['a stranger', sane, '203.0.113.9'],
    ['a trusted proxy, but unfit for a log', 'a b\\n"c', '10.0.0.1'],
    ['a trusted proxy, but endless', 'a'.repeat(129), '10.0.0.1'],
  ])('is never that of %s', async (_, given, from) => {
    const { headers } = await get('/v1/tags', { 'x-request-id': given }, from)
    expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-/)
  })
})

it('a hostile Host changes no byte of an answer', async () => {
  await live()
  const { slug } = (await get('/v1/articles?first=1')).json().data[0]
  expect(slug).toMatch(/^story/)
  const query = encodeURIComponent(`{ article(slug: "${slug}") { canonicalUrl jsonLd shareLinks { url } } }`)
  const urls = [
    ...[`/v1/articles/${slug}`, '/v1/articles?first=1', '/v1/tags', `/graphql?query=${query}`, '/v1/articles/nothing'],
    ...['/feeds/latest.rss', '/feeds/latest.json', '/sitemap.xml', '/docs/', '/openapi.json', '/graphiql'],
  ]
  const hostile = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', 'x-original-url': '/evil' }
  for (const url of urls) {
    const [plain, bent] = [await get(url), await get(url, { host: 'evil.example', ...hostile })]
    const trusted = await get(url, { host: 'evil.example', ...hostile }, '10.0.0.1')
    const bytes = ({ body }: { body: string }) => body.replace(/urn:dateline:request:[\w-]+/, '')
    expect([url, bytes(bent)]).toEqual([url, bytes(plain)])
    expect([url, bytes(trusted)]).toEqual([url, bytes(plain)])
    expect(JSON.stringify([bent.headers, trusted.headers])).not.toContain('evil')
  }
})

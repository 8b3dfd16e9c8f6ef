import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'

const { app, close } = await testNewsroom()
afterAll(close)

const origin = 'https://front-end.example'

describe('a page of another site', () => {
  it.each(['/v1/articles', '/graphql?query={__typename}', '/openapi.json'])('may read %s', async (url) => {
    const { statusCode, headers } = await app.inject({ url, headers: { origin } })
    expect([statusCode, headers['access-control-allow-origin']]).toEqual([200, '*'])
    expect(headers['access-control-allow-credentials']).toBeUndefined()
  })

  it.each([
    ['POST', '/graphql'],
    ['PATCH', '/v1/editorial/articles/0192a1b0-0000-7000-8000-000000000001'],
  ])('may send a key and JSON with %s %s', async (method, url) => {
    const headers = {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type,if-match',
    }
    const answer = await app.inject({ method: 'OPTIONS', url, headers })
    expect(answer.statusCode).toBe(204)
    expect(answer.headers['access-control-allow-methods']).toContain(method)
    expect(answer.headers['access-control-allow-headers']).toContain('authorization')
  })

  it('an OPTIONS that asks for no leave is answered like one that does', async () => {
    const { statusCode, headers } = await app.inject({ method: 'OPTIONS', url: '/v1/articles' })
    expect([statusCode, headers['x-request-id'] === undefined]).toEqual([204, false])
  })

  it('sees the version and the next page of an answer', async () => {
    const { headers } = await app.inject({ url: '/v1/articles', headers: { origin } })
    expect(headers['access-control-expose-headers']).toBe(
      'ETag, Link, Location, Retry-After, Idempotency-Replayed, RateLimit, RateLimit-Policy, X-Request-Id',
    )
  })
})

import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'

const { app, keys, close } = await testNewsroom()
afterAll(close)

const headers = { authorization: `Bearer ${keys.admin}` }

it.each(['articles', 'tags', 'authors', 'fronts', 'media', 'audit', 'users', 'webhooks', 'articles/none'])(
  'no cache may keep what staff read of %s',
  async (noun) => {
    const answer = await app.inject({ url: `/v1/editorial/${noun}`, headers })
    expect([answer.headers['cache-control'], answer.statusCode]).toEqual([
      'no-store',
      noun.endsWith('none') ? 404 : 200,
    ])
  },
)

it('nor what they wrote', async () => {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/editorial/tags',
    headers,
    payload: { type: 'TOPIC', name: 'Gas' },
  })
  expect([answer.headers['cache-control'], answer.statusCode]).toEqual(['no-store', 201])
})

it.each(['/sitemap.xml', '/sitemaps/pages.xml', '/robots.txt'])('%s takes no parameter', async (url) => {
  const answer = await app.inject(`${url}?x=1`)
  expect([answer.statusCode, answer.json().code]).toEqual([400, 'unknown_parameter'])
})

import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { as, someBody } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { statementsOf } from '../helpers/statements.ts'
import { makeStory } from './making.ts'

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
})
afterAll(() => news.close())

const document = 'query Story($slug: String!) { article(slug: $slug) { headline tags { name } related { headline } } }'

function post(slug: string, headers: Record<string, string> = {}) {
  const payload = JSON.stringify({ query: document, variables: { slug } })
  return news.app.inject({
    method: 'POST',
    url: '/graphql',
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  })
}

function get(slug: string, headers: Record<string, string> = {}) {
  const query = { query: document, variables: JSON.stringify({ slug }) }
  return news.app.inject({ url: '/graphql', query, headers })
}

it.each([
  ['POST', post],
  ['GET', get],
])('a query over %s is answered from memory until what it shows changes', async (_, ask) => {
  const { id, slug } = await makeStory(news, { headline: 'Harbour reopens' })
  expect((await ask(slug)).json().data.article.headline).toBe('Harbour reopens')
  const askAgain = async () => expect((await ask(slug)).json().data.article.headline).toBe('Harbour reopens')
  await vi.waitUntil(async () => (await statementsOf(askAgain)) === 0)
  await news.rest('PATCH', `/v1/editorial/articles/${id}`, { as, body: { headline: 'Harbour closes' } })
  await news.rest('POST', `/v1/editorial/articles/${id}/publish`, { as, body: {} })
  expect((await ask(slug)).json().data.article.headline).toBe('Harbour closes')
})

it('what is nowhere is null, whatever words it was asked for with', async () => {
  for (const slug of ['\u{1f4f0}', 'новости', 'a, b\n c']) {
    const { statusCode, body } = await get(slug)
    expect([statusCode, JSON.parse(body).data]).toEqual([200, { article: null }])
  }
})

it('a query over GET has an ETag and is asked about again; one over POST is kept by no cache on the way', async () => {
  const { slug } = await makeStory(news)
  const first = await get(slug)
  expect(first.headers['surrogate-key']).toContain('any')
  const again = await get(slug, { 'if-none-match': String(first.headers.etag) })
  expect([again.statusCode, again.body]).toEqual([304, ''])
  for (let n = 0; n < 2; n++) {
    const { headers } = await post(slug)
    expect(headers['cache-control']).toBe('no-store')
    expect(headers).not.toHaveProperty('surrogate-key')
    expect(headers).not.toHaveProperty('etag')
  }
})

it('hundreds who ask the same at once are answered by one execution', async () => {
  const { slug } = await makeStory(news)
  const asked = await statementsOf(async () => {
    const answers = await Promise.all(Array.from({ length: 300 }, () => post(slug)))
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1)
  })
  // The story, and its tags and related stories: once, or three times on a machine so busy that the lease ends meanwhile.
  expect(asked).toBeLessThanOrEqual(9)
})

it('that there is no such story is kept too, until there is', async () => {
  for (let n = 0; n < 2; n++) expect((await post('ferry-returns')).json().data).toEqual({ article: null })
  await makeStory(news, { headline: 'Ferry returns', slug: 'ferry-returns' })
  expect((await post('ferry-returns')).json().data.article.headline).toBe('Ferry returns')
})

it('an answer with errors, of a key, or of a preview is never given to another', async () => {
  const { id, slug } = await makeStory(news)
  await news.rest('PATCH', `/v1/editorial/articles/${id}`, { as, body: { headline: 'Not yet', body: someBody } })
  const { data } = await news.rest<{ token: string }>('POST', `/v1/editorial/articles/${id}/preview-token`, {
    as,
    body: {},
  })
  const ask = (query: string, headers: Record<string, string> = {}) =>
    news.app.inject({
      ...{ method: 'POST', url: '/graphql', payload: JSON.stringify({ query }) },
      headers: { 'content-type': 'application/json', ...headers },
    })
  const preview = `{ preview(token: "${data.token}") { headline } article(slug: "${slug}") { headline } }`
  expect((await ask(preview)).json().data.preview.headline).toBe('Not yet')
  await news.db.previewToken.updateMany({ where: { articleId: id }, data: { revokedAt: news.now() } })
  expect((await ask(preview)).json().data.preview).toBeNull()
  const drafts = '{ articleDrafts { nodes { id } } }'
  const key = { authorization: `Bearer ${news.keys.editor}` }
  expect((await ask(drafts, key)).json().data.articleDrafts.nodes.length).toBeGreaterThan(0)
  expect((await ask(drafts)).json().data).toBeNull()
})

it('a kept answer to a POST has the words and headers of one that was made', async () => {
  const { slug } = await makeStory(news)
  const first = await post(slug)
  // Which looks before anything is done for the request.
  const find = vi.spyOn(news.app.keeping, 'find')
  let second = first
  // Again on a machine so busy that the lease ended meanwhile.
  await vi.waitUntil(async () => {
    find.mockClear()
    second = await post(slug)
    return find.mock.results.some(({ value }) => Boolean(value))
  })
  find.mockRestore()
  const withoutOwn = ({ 'x-request-id': _, date: __, ...headers }: typeof first.headers) => headers
  expect([second.statusCode, second.body]).toEqual([200, first.body])
  expect(withoutOwn(second.headers)).toEqual({ ...withoutOwn(first.headers), connection: first.headers.connection })
})

it('what is not asked as it was before is read and judged', async () => {
  const { slug } = await makeStory(news)
  await post(slug)
  expect((await post(slug, { 'content-type': 'text/plain' })).statusCode).toBe(415)
  expect((await post(slug, { accept: 'text/html' })).statusCode).toBe(406)
  expect((await post(slug, { authorization: 'Bearer wrong' })).statusCode).toBe(401)
  expect((await post(slug, { accept: 'application/graphql-response+json' })).headers['content-type']).toContain(
    'application/graphql-response+json',
  )
})

it('a body that comes in pieces is answered as a whole one is', async () => {
  const { slug } = await makeStory(news)
  const body = JSON.stringify({ query: document, variables: { slug } })
  await post(slug)
  const url = await news.app.listen({ port: 0, host: '127.0.0.1' })
  const headers = { 'content-type': 'application/json', 'content-length': String(body.length) }
  const send = async (parts: string[]) => {
    const sent = request(`${url}/graphql`, { method: 'POST', headers })
    const answered = once(sent, 'response') as Promise<[IncomingMessage]>
    for (const part of parts) {
      sent.write(part)
      await new Promise((done) => setTimeout(done, 50))
    }
    sent.end()
    const [answer] = await answered
    return text(answer)
  }
  const [whole, inPieces] = [await send([body]), await send([body.slice(0, 9), body.slice(9, 40), body.slice(40)])]
  expect(JSON.parse(whole).data.article.headline).toBeTruthy()
  expect(inPieces).toBe(whole)
})

it('a document that was forgotten is registered again, also when the answer to its registration is kept', async () => {
  const { slug } = await makeStory(news)
  const ask = (payload: object) => news.app.inject({ method: 'POST', url: '/graphql', payload })
  const hashed = (query: string) => ({
    query,
    extensions: { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } },
  })
  const own = hashed(`{ article(slug: "${slug}") { headline } }`)
  // Other members are ignored, so that each of these is another body.
  const byHash = async (n: number) => (await ask({ extensions: own.extensions, n })).json()
  await ask(own)
  expect((await byHash(1)).data.article).toBeTruthy()
  const padding = '#'.repeat(19_000)
  for (let n = 0; n < 230; n++) await ask(hashed(`{ article(slug: "other-${n}") { headline } } ${padding}`))
  expect((await byHash(2)).errors[0].message).toBe('PersistedQueryNotFound')
  await ask(own)
  expect((await byHash(3)).data.article).toBeTruthy()
})

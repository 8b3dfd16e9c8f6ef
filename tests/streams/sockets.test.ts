import { createHash } from 'node:crypto'
import { request as httpRequest } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { clientOf, openRaw, rawSocket, subscribe } from './socket-client.ts'

const news = await testNewsroom()
const { rest, make, keys } = news
const { draft, live, publish, revise, withdraw } = storyMakers(news)
let http: string
let url: string
const ends: (() => unknown)[] = []

beforeAll(async () => {
  http = await news.app.listen({ port: 0, host: '127.0.0.1' })
  url = `${http.replace('http', 'ws')}/graphql`
})
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})
afterAll(() => news.close())

function client(params?: Facts) {
  const made = clientOf(url, params)
  ends.push(() => made.dispose())
  return made
}

/** Resolves when the subscriptions of a client have begun: one that is told of something was there before. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 300))
}

const kill = (id: string) =>
  rest('POST', `/v1/editorial/articles/${id}/kill`, { as: 'admin', body: { reason: 'Not true.' } })
const published = `subscription ($filter: ArticleFilter, $since: String) { articlePublished(filter: $filter, since: $since) {
  id headline bodyText tags { slug } bylines { displayName author { name } } jsonLd } }`
const updated =
  'subscription ($id: ID!, $since: String) { articleUpdated(id: $id, since: $since) { id headline version } }'

describe('articlePublished', () => {
  it('tells of stories as they go live, with whatever of them is asked for', async () => {
    const all = subscribe(client(), published)
    await settled()
    const [tag, author] = [await make.tag(), await make.author()]
    const hidden = await draft({ headline: 'CANARY' })
    for (let i = 1; i <= 5; i += 1)
      await live({ headline: `Live ${i}`, tagIds: [tag.id], bylines: [{ authorId: author.id, role: 'Reporting' }] })
    const messages = await all.until(5)
    expect(messages.map(({ data }) => data?.articlePublished?.headline)).toEqual(
      [1, 2, 3, 4, 5].map((i) => `Live ${i}`),
    )
    expect(messages.at(-1)).toMatchObject({
      data: {
        articlePublished: {
          bodyText: 'Rain fell on the harbour all night.',
          tags: [{ slug: tag.slug }],
          bylines: [{ displayName: author.name, author: { name: author.name } }],
          jsonLd: { headline: 'Live 5' },
        },
      },
      extensions: {
        change: { type: 'article.published', isGone: false },
        cost: { requested: expect.any(Number), maximum: 500 },
      },
    })
    expect(JSON.stringify(messages)).not.toContain('CANARY')
    expect(JSON.stringify(messages)).not.toContain(hidden.id)
  })

  it('those that meet the filter only', async () => {
    const [tag, other] = [await make.tag(), await make.tag()]
    const one = client()
    const asked = [
      { tag: tag.slug },
      { tags: [{ any: [tag.id, other.id] }] },
      { tags: [{ none: [tag.slug] }] },
      { locale: 'kk' },
      { publishedFrom: '2030-01-01T00:00:00Z' },
      { publishedFrom: '2020-01-01T00:00:00Z', tag: tag.slug },
    ]
    const all = subscribe(one, published)
    const subscribed = asked.map((filter) => subscribe(one, published, { filter }))
    await settled()
    const ids = [
      (await live({ tagIds: [tag.id] })).id,
      (await live({ tagIds: [other.id] })).id,
      (await live({ locale: 'kk' })).id,
    ]
    await all.until(3)
    await settled()
    const seen = subscribed.map(({ messages }) =>
      messages.map(({ data }) => ids.indexOf(String(data?.articlePublished?.id))),
    )
    expect(seen).toEqual([[0], [0, 1], [1, 2], [2], [], [0]])
  })

  it('not of a story that is gone by then; and from a place on, without a gap', async () => {
    const first = subscribe(client(), published)
    await settled()
    const start = await live()
    const [message] = await first.until(1)
    const since = message?.extensions.cursor
    const [kept, gone] = [await live(), await live()]
    await withdraw(gone.id)
    const second = subscribe(client(), published, { since })
    await second.until(1)
    const later = await live()
    const messages = await second.until(2)
    expect(messages.map(({ data }) => data?.articlePublished?.id)).toEqual([kept.id, later.id])
    expect(message?.data?.articlePublished?.id).toBe(start.id)
  })
})

describe('articleUpdated', () => {
  it('tells of everything that readers see happen to one story: null when it is taken from them', async () => {
    const before = subscribe(client(), published)
    await settled()
    const { id } = await live({ headline: 'One' })
    // What was done before may be told of a moment after it was acknowledged.
    await vi.waitUntil(() => before.messages.some(({ data }) => data?.articlePublished?.id === id))
    const all = subscribe(client(), updated, { id })
    await settled()
    await live({ headline: 'Another' })
    await revise(id, { headline: 'Two' })
    await publish(id)
    await all.until(1)
    await rest('POST', `/v1/editorial/articles/${id}/correct`, {
      as: 'editor',
      body: { type: 'CORRECTION', text: 'A name.' },
    })
    await all.until(2)
    await withdraw(id)
    await kill(id)
    const messages = await all.until(4)
    expect(
      messages.map(({ data, extensions }) => [extensions.change.type, data?.articleUpdated?.headline ?? null]),
    ).toEqual([
      ['article.published', 'Two'],
      ['article.corrected', 'Two'],
      ['article.withdrawn', null],
      ['article.killed', null],
    ])
    expect(messages[3]?.extensions.change).toMatchObject({ isGone: true, reason: 'Not true.', slug: null })
  })

  it('a story that was never live is never told of', async () => {
    const { id } = await draft()
    const all = subscribe(client(), updated, { id })
    await settled()
    await kill(id)
    await settled()
    expect(all.messages).toEqual([])
  })
})

describe('what is refused', () => {
  const refusal = async (query: string, variables: Facts = {}) => {
    const { errors, messages } = subscribe(client(), query, variables)
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(0)
    expect(messages).toEqual([])
    return errors[0]
  }

  it.each([
    ['a query', '{ articles { nodes { id } } }', {}, 'graphql_invalid'],
    ['a mutation', 'mutation { withdrawArticle(id: "x") { id } }', {}, 'graphql_invalid'],
    ['a document that does not parse', 'subscription {', {}, 'graphql_invalid'],
    ['a field that is not there', 'subscription { articlePublished { nothing } }', {}, 'graphql_invalid'],
    [
      'two fields at once',
      'subscription { articlePublished { id } articleUpdated(id: "x") { id } }',
      {},
      'graphql_invalid',
    ],
    ['no field at all', 'subscription { articlePublished @skip(if: true) { id } }', {}, 'graphql_invalid'],
    ['variables that do not fit', updated, {}, 'invalid_input'],
    ['an id that is none', updated, { id: 'x' }, 'invalid_input'],
    ['a filter without sense', published, { filter: { tag: 'a,,b' } }, 'invalid_input'],
    ['a cursor that is none', published, { since: 'bm90' }, 'invalid_cursor'],
    [
      'what costs too much',
      `subscription { articlePublished { tags { articles(first: 100) { nodes { tags { articles(first: 100) { nodes { id } } } } } } } }`,
      {},
      'graphql_too_costly',
    ],
  ])('%s', async (_what, query, variables, code) => {
    expect((await refusal(query, variables))?.extensions.code).toBe(code)
  })

  it('what costs more than 500, for it runs with every change: named, with the way out; what costs less is told', async () => {
    const document = (first: number) =>
      `subscription { articlePublished { tags { articles(first: ${first}) { nodes { id } } } } }`
    expect(await refusal(document(20))).toMatchObject({
      message: expect.stringMatching(
        /^the subscription costs \d+ points; the most is 500: .* with a query when it tells/,
      ),
      extensions: { code: 'graphql_too_costly', cost: { requested: 684, maximum: 500 } },
    })
    const less = subscribe(client(), document(10))
    await settled()
    await live()
    expect((await less.until(1))[0]?.extensions.cost).toEqual({ requested: 374, maximum: 500 })
  })

  it('subscriptions over HTTP', async () => {
    const { code, text } = await news.graphql('subscription { articlePublished { id } }')
    expect(code, text).toBe('graphql_invalid')
  })

  it('more than 20 subscriptions on one socket; one that was completed makes room', async () => {
    const raw = await openRaw(url)
    ends.push(() => raw.socket.terminate())
    const start = (id: string) =>
      raw.say({ id, type: 'subscribe', payload: { query: 'subscription { articlePublished { id } }' } })
    for (let i = 1; i <= 21; i += 1) start(`s${i}`)
    expect(await raw.hear('error')).toMatchObject({ id: 's21', payload: [{ extensions: { code: 'limit_exceeded' } }] })
    raw.say({ id: 's1', type: 'complete' })
    start('s22')
    await settled()
    const { id } = await live()
    await expect.poll(() => raw.received.filter(({ type }) => type === 'next').length).toBe(20)
    const told = raw.received.filter(({ type }) => type === 'next')
    expect(told.map((message) => message.id)).not.toContain('s1')
    expect(told.map((message) => message.id)).toContain('s22')
    expect(told[0]).toMatchObject({ payload: { data: { articlePublished: { id } } } })
  })
})

describe('the protocol', () => {
  const init = { type: 'connection_init' }
  const subscribeMessage = {
    id: 'a',
    type: 'subscribe',
    payload: { query: 'subscription { articlePublished { id } }' },
  }

  it.each<[string, number, unknown[]]>([
    ['what is no JSON', 4400, ['{']],
    ['what is no message', 4400, [{ type: 'start' }]],
    ['a message without a type', 4400, [{}]],
    ['a subscription before the first message', 4401, [subscribeMessage]],
    ['a second first message', 4429, [init, init]],
    ['the same id twice', 4409, [init, subscribeMessage, subscribeMessage]],
    ['a message of more than 64 kB', 1009, [JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(70_000) } })]],
    ['more than 50 messages a second', 1008, Array.from({ length: 120 }, () => ({ type: 'ping' }))],
  ])('%s closes with %i', async (_what, code, messages) => {
    const raw = rawSocket(url)
    for (const message of messages) {
      raw.say(message)
      if (message === init && messages.length > 2) await raw.hear('connection_ack')
    }
    expect((await raw.closed).code).toBe(code)
  })

  it('bytes that are no text close with 4400', async () => {
    const raw = await openRaw(url)
    raw.socket.send(Buffer.from([1, 2, 3]), { binary: true })
    expect((await raw.closed).code).toBe(4400)
  })

  it('silence closes with 4408', async () => {
    expect((await rawSocket(url).closed).code).toBe(4408)
  })

  it.each([[['graphql-ws']], [[]]])('another protocol, %j, closes with 4406', async (protocols) => {
    const raw = rawSocket(url, protocols)
    // The client itself breaks off when none of its protocols is chosen.
    expect([4406, 1006]).toContain((await raw.closed).code)
  })

  it('the right one is chosen among several', async () => {
    const raw = rawSocket(url, ['graphql-ws', 'graphql-transport-ws'])
    ends.push(() => raw.socket.terminate())
    raw.say({ type: 'connection_init' })
    await raw.hear('connection_ack')
    expect(raw.socket.protocol).toBe('graphql-transport-ws')
  })

  it('a document that was sent once with its hash is subscribed to by the hash alone, its query left out or empty', async () => {
    const raw = await openRaw(url)
    ends.push(() => raw.socket.terminate())
    const query = 'subscription ByHash { articlePublished { id headline } }'
    const sha256Hash = createHash('sha256').update(query).digest('hex')
    const extensions = { persistedQuery: { version: 1, sha256Hash } }
    const start = (id: string, payload: Facts) => raw.say({ id, type: 'subscribe', payload })
    start('unknown', { extensions })
    expect(await raw.hear('error')).toMatchObject({
      id: 'unknown',
      payload: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    })
    start('both', { query, extensions })
    await settled()
    start('left out', { extensions })
    start('null', { query: null, extensions })
    start('empty', { query: '', extensions })
    start('id', { documentId: `sha256:${sha256Hash}` })
    await settled()
    const { id } = await live({ headline: 'By hash' })
    const told = () => raw.received.filter(({ type }) => type === 'next')
    await expect.poll(() => told().length).toBe(5)
    expect(new Set(told().map((message) => message.id))).toEqual(new Set(['both', 'left out', 'null', 'empty', 'id']))
    for (const { payload } of told())
      expect(payload).toMatchObject({ data: { articlePublished: { id, headline: 'By hash' } } })
    raw.say({ id: 'neither', type: 'subscribe', payload: { extensions: { tracing: 'persistedQuery' } } })
    expect((await raw.closed).code).toBe(4400)
  })

  it('a ping is answered', async () => {
    const raw = await openRaw(url)
    ends.push(() => raw.socket.terminate())
    raw.say({ type: 'ping', payload: { n: 1 } })
    expect(await raw.hear('pong')).toEqual({ type: 'pong', payload: { n: 1 } })
  })

  it('a socket anywhere else is refused like any request', async () => {
    const raw = rawSocket(url.replace('/graphql', '/v1/articles'))
    const answer = await new Promise<number | undefined>((resolve) =>
      raw.socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    )
    expect(answer).toBe(404)
  })

  it('a socket is a request in flight until it ends, not longer; a refused one too', async () => {
    const inFlight = () => news.app.metrics.inFlight
    await expect.poll(inFlight).toBe(0)
    const raw = await openRaw(url)
    expect(inFlight()).toBe(1)
    raw.socket.close()
    await expect.poll(inFlight).toBe(0)
    const refused = rawSocket(url, 'graphql-transport-ws', { authorization: 'Bearer 0123456789012345678901234567' })
    await refused.closed
    await expect.poll(inFlight).toBe(0)
  })

  it('a client that offers HTTP/2, as that of Java does, is answered as if it had not, body and all', async () => {
    const body = JSON.stringify({ query: '{ __typename }' })
    const { port } = new URL(http)
    const answer = await new Promise<string>((resolve, reject) => {
      const asked = httpRequest(
        {
          ...{ port, host: '127.0.0.1', path: '/graphql', method: 'POST' },
          headers: {
            ...{ connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAMAAABkAARAAAAAAAIAAAAA' },
            ...{ 'content-type': 'application/json', 'content-length': body.length },
          },
        },
        (response) => {
          let text = ''
          response.on('data', (chunk) => {
            text += chunk
          })
          response.on('end', () => resolve(text))
        },
      )
      asked.on('error', reject)
      asked.end(body)
    })
    expect(JSON.parse(answer).data).toEqual({ __typename: 'Query' })
    expect((await fetch(`${http}/v1/articles`, { headers: { accept: 'application/json' } })).status).toBe(200)
  })
})

describe('who may', () => {
  it('nothing is watched any more for one who leaves while their key is looked at', async () => {
    const { standing } = news.app
    const watched = vi.spyOn(standing, 'watch')
    const check = vi
      .spyOn(standing, 'check')
      .mockImplementation(() => new Promise((resolve) => setTimeout(resolve, 200)))
    const raw = rawSocket(url)
    raw.say({ type: 'connection_init', payload: { Authorization: `Bearer ${keys.author}` } })
    await expect.poll(() => check.mock.calls.length).toBe(1)
    raw.socket.terminate()
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(watched).not.toHaveBeenCalled()
    for (const spy of [check, watched]) spy.mockRestore()
  })

  it('a wrong key in the first message closes with 4403, one in the header answers 401; a right one is fine', async () => {
    const wrong = rawSocket(url)
    wrong.say({ type: 'connection_init', payload: { Authorization: 'Bearer 0123456789012345678901234567' } })
    expect((await wrong.closed).code).toBe(4403)
    const header = rawSocket(url, 'graphql-transport-ws', { authorization: 'Bearer 0123456789012345678901234567' })
    const status = await new Promise<number | undefined>((resolve) =>
      header.socket.once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    )
    expect(status).toBe(401)
    const right = await openRaw(url, { Authorization: `Bearer ${keys.author}` })
    right.socket.terminate()
  })

  it('a key that is revoked closes its sockets with 4403, at once', async () => {
    const { data } = await rest<{ key: string }>('POST', '/v1/editorial/api-keys', {
      as: 'admin',
      body: { name: 'of a socket', role: 'contributor' },
    })
    const [first, other] = [await openRaw(url, { Authorization: `Bearer ${data.key}` }), await openRaw(url)]
    ends.push(() => other.socket.terminate())
    const found = await rest<{ data: { id: string; name: string }[] }>('GET', '/v1/editorial/api-keys', { as: 'admin' })
    const id = found.data.data.find(({ name }) => name === 'of a socket')?.id
    await rest('DELETE', `/v1/editorial/api-keys/${id}`, { as: 'admin' })
    expect((await first.closed).code).toBe(4403)
    expect(other.socket.readyState).toBe(other.socket.OPEN)
  })
})

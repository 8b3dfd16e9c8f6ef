import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../src/core/errors.ts'
import { startServer } from './test-server.ts'

let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.app.close())

const get = (params: Record<string, string> | string, headers = {}) =>
  server.app.inject({ url: `/graphql?${typeof params === 'string' ? params : new URLSearchParams(params)}`, headers })
const codes = (answer: { json(): { errors?: { extensions: { code: string } }[] } }) =>
  answer.json().errors?.map(({ extensions }) => extensions.code)

describe('media types', () => {
  test.each([
    [undefined, 'application/json'],
    ['*/*', 'application/json'],
    ['application/*', 'application/json'],
    ['application/json', 'application/json'],
    ['APPLICATION/JSON', 'application/json'],
    ['application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json; charset=utf-8', 'application/graphql-response+json'],
    ['application/graphql-response+json, application/json;q=0.9', 'application/graphql-response+json'],
    ['application/json;q=0.5, application/graphql-response+json', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0.1, application/json;q=0.2', 'application/json'],
    ['application/graphql-response+json, application/json', 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json', 'application/json'],
    ['application/json, multipart/mixed', 'application/json'],
    ['text/html, */*;q=0.1', 'application/json'],
    ['application/json;q=0, */*', 'application/graphql-response+json'],
    ['application/graphql-response+json;q=0, */*;q=0.1', 'application/json'],
  ])('Accept %s is answered with %s', async (accept, type) => {
    const headers = { 'content-type': 'application/json', ...(accept !== undefined && { accept }) }
    const answer = await server.app.inject({
      method: 'POST',
      url: '/graphql',
      headers,
      payload: { query: '{ hello }' },
    })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, `${type}; charset=utf-8`])
  })

  test.each([
    'text/html',
    'application/xml',
    'application/json;q=0',
    'application/json;q=2',
    'application/json; charset=latin1',
    '',
  ])('Accept %j cannot be met', async (accept) => {
    const answer = await server.post({ query: '{ hello }' }, { accept })
    expect([answer.statusCode, codes(answer)]).toEqual([406, ['not_acceptable']])
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'application/json-patch+json',
    'application/json; charset=utf-16',
    'application/json; charset="latin1"',
  ])('a body of type %s is not read', async (type) => {
    const answer = await server.post({ query: 'mutation { count }' }, { 'content-type': type })
    expect([answer.statusCode, codes(answer)]).toEqual([415, ['unsupported_media_type']])
    expect(server.seen.counted).toBe(0)
  })

  test.each(['application/json; charset=utf-8', 'application/json;charset="UTF-8"', 'Application/JSON; charset=utf8'])(
    'a body of type %s is read',
    async (type) => expect((await server.post({ query: '{ hello }' }, { 'content-type': type })).statusCode).toBe(200),
  )

  test('a body without a type is not read', async () => {
    const answer = await server.app.inject({ method: 'POST', url: '/graphql' })
    expect([answer.statusCode, codes(answer)]).toEqual([415, ['unsupported_media_type']])
  })
})

describe('malformed requests', () => {
  test.each([
    ['{ "query": ', 'malformed_json'],
    ['', 'malformed_json'],
    ['{"query":"{ hello }","variables":{"__proto__":{"a":1}}}', 'invalid_input'],
    ['[{"query":"{ hello }"}]', 'invalid_input'],
    ['"{ hello }"', 'invalid_input'],
    ['null', 'invalid_input'],
    ['{}', 'invalid_input'],
    ['{"query":null}', 'invalid_input'],
    ['{"query":7}', 'invalid_input'],
    ['{"query":"{ hello }","operationName":7}', 'invalid_input'],
    ['{"query":"{ hello }","variables":[7]}', 'invalid_input'],
    ['{"query":"{ hello }","variables":"{}"}', 'invalid_input'],
    ['{"query":"{ hello }","extensions":true}', 'invalid_input'],
    ['{"query":"{ hello }","variables":{"a":"\\u0000"}}', 'invalid_input'],
    ['{"query":"{ hello }","variables":{"a":"\\ud800"}}', 'invalid_input'],
  ])('%s is a 400 whatever the client accepts', async (payload, code) => {
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await server.post(payload, { accept })
      expect([answer.statusCode, codes(answer), Object.keys(answer.json())]).toEqual([400, [code], ['errors']])
    }
  })

  test('a list is told that batches are not taken', async () => {
    const [error] = (await server.post([{ query: '{ hello }' }])).json().errors
    expect(error.message).toContain('batches are not taken')
  })

  test('members with other names are ignored', async () => {
    const answer = await server.post({ query: '{ hello }', id: 7, doc_id: 'x' })
    expect(answer.json()).toMatchObject({ data: { hello: 'hello world' } })
  })

  test('null members are the same as missing ones', async () => {
    const answer = await server.post({
      query: 'query ($n: String) { hello(name: $n) }',
      variables: null,
      operationName: null,
      extensions: null,
    })
    expect(answer.json()).toMatchObject({ data: { hello: 'hello world' } })
  })

  test('a body over 1 MB is too large, by its announced or its real length', async () => {
    const answer = await server.post({ query: '{ hello }', variables: { a: 'x'.repeat(1_100_000) } })
    expect([answer.statusCode, codes(answer)]).toEqual([413, ['too_large']])
    expect((await server.post({ query: '{ hello }', variables: { a: 'x'.repeat(1_000_000) } })).statusCode).toBe(200)
  })

  test('variables nested 10,000 deep are refused at once', async () => {
    const began = performance.now()
    const answer = await server.post(
      `{"query":"{ hello }","variables":{"a":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`,
    )
    expect([answer.statusCode, codes(answer)]).toEqual([400, ['invalid_input']])
    expect(performance.now() - began).toBeLessThan(500)
  })

  test.each(['PUT', 'PATCH', 'DELETE'] as const)('%s is not allowed, and the answer says what is', async (method) => {
    const answer = await server.app.inject({ method, url: '/graphql', payload: { query: '{ hello }' } })
    expect([answer.statusCode, answer.headers.allow, codes(answer)]).toEqual([405, 'GET, POST', ['method_not_allowed']])
  })
})

describe('GET', () => {
  test('a query with variables, a name and extensions is answered', async () => {
    const answer = await get({
      query: 'query A($n: String) { hello(name: $n) } query B { size }',
      variables: JSON.stringify({ n: 'Әлем+ & 🗞' }),
      operationName: 'A',
      extensions: '{}',
    })
    expect(answer.json()).toMatchObject({ data: { hello: 'hello Әлем+ & 🗞' } })
  })

  test('empty members are the same as missing ones', async () => {
    expect((await get({ query: '{ hello }', variables: '', operationName: '', extensions: '' })).json()).toMatchObject({
      data: { hello: 'hello world' },
    })
  })

  test.each([
    ['', 'invalid_input'],
    ['query=%7B%20hello%20%7D&query=%7B%20size%20%7D', 'invalid_input'],
    ['query=%7Bhello%7D&variables=%7B', 'malformed_json'],
    ['query=%7Bhello%7D&variables=%5B%5D', 'invalid_input'],
    ['query=%7Bhello%7D&variables=null&extensions=7', 'invalid_input'],
    ['query=%7Bhello%7D&variables=%7B%7D&variables=%7B%7D', 'invalid_input'],
  ])('?%s is a 400', async (params, code) => {
    const answer = await get(params)
    expect([answer.statusCode, codes(answer)]).toEqual([400, [code]])
  })

  test('a mutation is not run and the answer says to POST it', async () => {
    const before = server.seen.counted
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const answer = await get({ query: 'query A { hello } mutation B { count }', operationName: 'B' }, { accept })
      expect([answer.statusCode, answer.headers.allow, codes(answer)]).toEqual([405, 'POST', ['method_not_allowed']])
    }
    expect(server.seen.counted).toBe(before)
    expect((await get({ query: 'query A { hello } mutation B { count }', operationName: 'A' })).statusCode).toBe(200)
    expect((await server.post({ query: 'mutation { count }' })).json()).toMatchObject({ data: { count: before + 1 } })
  })

  test('HEAD does not run a mutation either', async () => {
    const before = server.seen.counted
    const answer = await server.app.inject({ method: 'HEAD', url: '/graphql?query=mutation%7Bcount%7D' })
    expect([answer.statusCode, server.seen.counted]).toEqual([405, before])
  })

  test('an answer may not be kept by a cache that does not know the key and the media type', async () => {
    const open = await get({ query: '{ hello }' })
    expect(open.headers.vary).toMatch(/^Accept, Authorization/)
    const own = await get({ query: '{ hello }' }, { authorization: 'Bearer x' })
    expect([own.headers['cache-control'], own.headers.vary]).toEqual(['no-store', 'Accept, Authorization'])
  })
})

describe('documents', () => {
  const document = 'query A { hello(name: "a") } query B { hello(name: "b") } query C($n: String!) { hello(name: $n) }'

  test('each operation of a document answers for itself, also when all are compiled', async () => {
    for (let round = 0; round < 12; round += 1) {
      for (const name of ['A', 'B']) {
        const answer = await server.post({ query: document, operationName: name })
        expect(answer.json()).toMatchObject({ data: { hello: `hello ${name.toLowerCase()}` } })
      }
      const answer = await server.post({ query: document, operationName: 'C', variables: { n: 'c' } })
      expect(answer.json()).toMatchObject({ data: { hello: 'hello c' } })
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  })

  test.each([
    ['a syntax error', { query: '{ hello' }],
    ['an unknown field', { query: '{ nothing }' }],
    ['an unknown operation', { query: document, operationName: 'D' }],
    ['an unknown operation of one', { query: 'query A { hello }', operationName: 'B' }],
    ['no name for several operations', { query: document }],
    ['two operations without names', { query: '{ hello } { size }' }],
    ['only fragments', { query: 'fragment F on Query { hello }' }],
    ['an empty document', { query: '' }],
    ['JSON instead of a document', { query: '{"kind":"Document","definitions":[]}' }],
    ['20,001 characters', { query: `{ hello } #${'x'.repeat(20_000)}` }],
    ['too many tokens', { query: `{ ${'hello '.repeat(1_000)} }` }],
    [
      'a depth of 30',
      { query: `{ __schema { types { ${'fields { type { '.repeat(14)} name ${'} }'.repeat(14)} } } }` },
    ],
    ['a subscription', { query: 'subscription { ticks }' }],
    ['a wrong literal', { query: '{ day(at: "yesterday") }' }],
    ['an unused variable', { query: 'query ($a: String) { hello }', variables: { a: 'x' } }],
  ])('%s is graphql_invalid, with and without a status to say so', async (_name, payload) => {
    for (const [accept, status] of [
      ['application/graphql-response+json', 400],
      ['application/json', 200],
    ] as const) {
      const answer = await server.post(payload, { accept })
      expect([answer.statusCode, Object.keys(answer.json())]).toEqual([status, ['errors']])
      expect(new Set(codes(answer))).toEqual(new Set(['graphql_invalid']))
    }
  })

  test('errors of a document say where', async () => {
    const { errors } = (await server.post({ query: '{\n  helo\n}' })).json()
    expect(errors).toEqual([
      {
        message: expect.stringContaining('Cannot query field "helo"'),
        locations: [{ line: 2, column: 3 }],
        extensions: { code: 'graphql_invalid' },
      },
    ])
  })

  test('thousands of faults are answered with a few', async () => {
    const { errors } = (
      await server.post({ query: `{ ${Array.from({ length: 400 }, (_, i) => `f${i}`).join(' ')} }` })
    ).json()
    expect(errors.length).toBeLessThan(25)
  })

  test('the worst document that the limits allow is judged within a blink', async () => {
    const began = performance.now()
    await server.post({ query: `{ ${Array.from({ length: 160 }, (_, i) => `a: hello(name: "${i}")`).join(' ')} }` })
    await server.post({ query: `{ ${'hello '.repeat(990)} }` })
    expect(performance.now() - began).toBeLessThan(300)
  })
})

describe('the door of the request', () => {
  test('a refusal of the caller has its own status and stops before the execution', async () => {
    const closed = await startServer({
      contextOf() {
        throw new Refusal('unauthenticated', 'this key is not known; make another')
      },
    })
    const answer = await closed.post({ query: 'mutation { count }' }, { accept: 'application/json' })
    expect([answer.statusCode, codes(answer), closed.seen.counted]).toEqual([401, ['unauthenticated'], 0])
    await closed.app.close()
  })
})

test('other routes of the same app keep their body parsers and their errors', async () => {
  const { app } = await startServer({}, (outer) => {
    outer.addContentTypeParser('text/csv', { parseAs: 'string' }, (_request, text, done) => done(null, text))
    outer.post('/csv', async ({ body }) => body)
    outer.get('/broken', async () => Promise.reject(new Error('mine')))
  })
  const csv = await app.inject({ method: 'POST', url: '/csv', headers: { 'content-type': 'text/csv' }, payload: 'a,b' })
  expect(csv.body).toBe('a,b')
  expect((await app.inject('/broken')).json()).toMatchObject({ message: 'mine' })
  await app.close()
})

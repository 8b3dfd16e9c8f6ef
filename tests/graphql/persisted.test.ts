import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/graphql/admission.ts'
import { automaticDocuments } from '../../src/graphql/persisted.ts'
import { readManifest } from '../../src/graphql/trusted.ts'
import { startServer } from './test-server.ts'

const open: { app: { close(): Promise<unknown> } }[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

async function start(manifest?: object) {
  const trustedDocuments = manifest ? readManifest(JSON.stringify(manifest)) : null
  const server = await startServer({ rules: { ...defaultRules, trustedDocuments } })
  open.push(server)
  const get = (params: Record<string, string>) => server.app.inject(`/graphql?${new URLSearchParams(params)}`)
  return { ...server, get }
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const extension = (sha256Hash: unknown, version: unknown = 1) => ({ persistedQuery: { version, sha256Hash } })
const named = (text: string) => extension(hashOf(text))
const codeOf = (answer: { json(): { errors?: { extensions: { code: string } }[] } }) =>
  answer.json().errors?.[0]?.extensions.code ?? null
const hello = 'query ($n: String) { hello(name: $n) }'

describe('automatic persisted queries', () => {
  test('a hash that is not known is told in the words of the protocol, whatever the client accepts', async () => {
    const { post, get } = await start()
    for (const [accept, status] of [
      ['application/json', 200],
      ['application/graphql-response+json', 400],
    ] as const) {
      const answer = await post({ extensions: named(hello) }, { accept })
      expect([answer.statusCode, answer.headers['cache-control'], answer.json()]).toEqual([
        status,
        'no-store',
        { errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }] },
      ])
    }
    const byGet = await get({ extensions: JSON.stringify(named(hello)) })
    expect(byGet.json().errors[0].message).toBe('PersistedQueryNotFound')
  })

  test('a document that was sent once with its hash is found by the hash alone, by POST and GET', async () => {
    const { post, get } = await start()
    const first = await post({ query: hello, variables: { n: 'a' }, extensions: named(hello) })
    expect(first.json().data).toEqual({ hello: 'hello a' })
    const again = await post({ variables: { n: 'b' }, extensions: named(hello) })
    expect(again.json().data).toEqual({ hello: 'hello b' })
    const variables = JSON.stringify({ n: 'c' })
    const ways: Record<string, string>[] = [
      { extensions: JSON.stringify(named(hello)) },
      { query: '', extensions: JSON.stringify(named(hello)) },
      { extensions: JSON.stringify(extension(hashOf(hello).toUpperCase())) },
      { documentId: `sha256:${hashOf(hello)}` },
      { documentId: hashOf(hello) },
    ]
    for (const params of ways) expect((await get({ ...params, variables })).json().data).toEqual({ hello: 'hello c' })
  })

  test('an empty query beside a hash or an id is none, by POST as by GET; without them it is a document that does not parse', async () => {
    const { post, get } = await start()
    await post({ query: hello, extensions: named(hello) })
    for (const asked of [{ extensions: named(hello) }, { documentId: hashOf(hello) }])
      expect((await post({ query: '', ...asked })).json().data).toEqual({ hello: 'hello world' })
    expect(codeOf(await post({ query: '', extensions: named('{ size }') }))).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect(codeOf(await post({ query: '', extensions: { tracing: true } }))).toBe('graphql_invalid')
    expect(codeOf(await get({ query: '', extensions: '{"tracing":true}' }))).toBe('graphql_invalid')
  })

  test('a document can be registered by GET', async () => {
    const { post, get } = await start()
    await get({ query: hello, extensions: JSON.stringify(named(hello)) })
    expect((await post({ extensions: named(hello) })).json().data).toEqual({ hello: 'hello world' })
  })

  test('a hash of another document is refused, nothing runs and nothing is registered', async () => {
    const { post, seen } = await start()
    const answer = await post({ query: 'mutation { count }', extensions: named(hello) })
    expect([answer.statusCode, codeOf(answer), seen.counted]).toEqual([400, 'invalid_input', 0])
    expect(answer.json().errors[0].extensions.faults[0].path).toBe('extensions.persistedQuery.sha256Hash')
    expect(codeOf(await post({ extensions: named(hello) }))).toBe('PERSISTED_QUERY_NOT_FOUND')
    expect(codeOf(await post({ extensions: named('mutation { count }') }))).toBe('PERSISTED_QUERY_NOT_FOUND')
  })

  test.each(['{ nothing }', '{ hello', '{ things { id { id } } }', `{ ${'hello '.repeat(300)} }`])(
    '%s is not valid and not registered',
    async (query) => {
      const { post } = await start()
      expect(codeOf(await post({ query, extensions: named(query) }))).toBe('graphql_invalid')
      expect(codeOf(await post({ extensions: named(query) }))).toBe('PERSISTED_QUERY_NOT_FOUND')
    },
  )

  test('a mutation is not run over GET by its hash either', async () => {
    const { post, get, seen } = await start()
    const query = 'mutation { count }'
    await post({ query, extensions: named(query) })
    const answer = await get({ extensions: JSON.stringify(named(query)) })
    expect([answer.statusCode, answer.headers.allow, codeOf(answer), seen.counted]).toEqual([
      ...[405, 'POST', 'method_not_allowed', 1],
    ])
    expect((await post({ extensions: named(query) })).json().data).toEqual({ count: 2 })
  })

  test.each([
    [{ persistedQuery: 7 }, 'extensions.persistedQuery'],
    [extension(hashOf(hello), 2), 'extensions.persistedQuery.version'],
    [extension(7), 'extensions.persistedQuery.sha256Hash'],
    [extension(''), 'extensions.persistedQuery.sha256Hash'],
    [extension('x'.repeat(201)), 'extensions.persistedQuery.sha256Hash'],
  ])('%j is refused by name', async (extensions, path) => {
    const { post } = await start()
    const answer = await post({ query: hello, extensions })
    expect([answer.statusCode, answer.json().errors[0].extensions.faults[0].path]).toEqual([400, path])
  })

  test('other extensions are ignored, and without text and hash the query is what is missing', async () => {
    const { post } = await start()
    expect((await post({ query: hello, extensions: { tracing: true } })).json().data).toEqual({ hello: 'hello world' })
    expect((await post({ extensions: { tracing: true } })).json().errors[0].extensions.faults[0].path).toBe('query')
  })

  test('what is remembered is bounded: the documents used last stay', () => {
    const documents = automaticDocuments()
    const texts = Array.from({ length: 1_000 }, (_, i) => `{ hello } # ${i} ${'x'.repeat(15_000)}`)
    const [first = '', second = ''] = texts
    for (const text of texts) {
      documents.register({ query: text, documentId: hashOf(text) })
      documents.textOf({ query: undefined, documentId: hashOf(first) })
    }
    expect(documents.textOf({ query: undefined, documentId: hashOf(first) })).toBe(first)
    expect(() => documents.textOf({ query: undefined, documentId: hashOf(second) })).toThrow('PersistedQueryNotFound')
  })
})

describe('trusted documents only', () => {
  const count = 'mutation Count { count }'
  const forms: [string, object][] = [
    ['texts by hash', { [hashOf(hello)]: hello, [hashOf(count)]: count }],
    ['texts by id', { Hello: hello, Count: count }],
    [
      'a manifest of Apollo',
      {
        format: 'apollo-persisted-query-manifest',
        version: 1,
        operations: [
          { id: hashOf(hello), body: hello, name: 'Hello', type: 'query' },
          { id: hashOf(count), body: count, name: 'Count', type: 'mutation' },
        ],
      },
    ],
  ]

  test.each(forms)('%s: they run by id, by hash and by text, and nothing else does', async (_name, manifest) => {
    const { post, get, seen } = await start(manifest)
    const id = 'Hello' in manifest ? 'Hello' : hashOf(hello)
    for (const asked of [
      { query: hello },
      { extensions: named(hello) },
      { query: hello, extensions: named(hello) },
      { documentId: id },
      { documentId: `sha256:${hashOf(hello)}` },
    ])
      expect((await post(asked)).json().data).toEqual({ hello: 'hello world' })
    expect((await get({ documentId: id })).json().data).toEqual({ hello: 'hello world' })
    expect((await post({ extensions: named(count) })).json().data).toEqual({ count: 1 })
    const other = '{ __schema { types { name } } }'
    for (const asked of [
      { query: other },
      { query: `${hello} ` },
      { query: `${hello} query B { size }`, operationName: 'B' },
      { query: other, extensions: named(other) },
      { extensions: named(other) },
      { documentId: '__proto__' },
      { query: 'mutation { count }' },
    ]) {
      const answer = await post(asked)
      expect([answer.statusCode, codeOf(answer), Object.keys(answer.json())]).toEqual([
        ...[400, 'graphql_not_trusted', ['errors']],
      ])
    }
    expect(codeOf(await get({ query: other }))).toBe('graphql_not_trusted')
    expect(codeOf(await post({ query: count, documentId: id }))).toBe('invalid_input')
    expect(seen.counted).toBe(1)
  })

  test.each([
    ['[]', 'must be an object'],
    ['{"a":7}', "the document 'a' must have an id and a text"],
    ['{"":"{ hello }"}', 'must have an id and a text'],
    ['{"format":"other","operations":[]}', "its 'format' must be apollo-persisted-query-manifest"],
    ['{"format":"apollo-persisted-query-manifest"}', "with 'operations'"],
    ['{"format":"apollo-persisted-query-manifest","operations":[{"id":"a"}]}', "'a' must have an id and a text"],
    ['{"format":"apollo-persisted-query-manifest","operations":[7]}', 'must have an id and a text'],
    ['{', 'JSON'],
  ])('a manifest %s is refused: %s', (json, message) => {
    expect(() => readManifest(json)).toThrow(message)
  })
})

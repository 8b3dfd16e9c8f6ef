import { createHash } from 'node:crypto'
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client/core'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { Client, cacheExchange, fetchExchange, gql as urqlGql } from '@urql/core'
import { print } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { defaultRules } from '../../src/graphql/admission.ts'
import { readManifest } from '../../src/graphql/trusted.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let newsroom: Newsroom
let uri = ''
/** What went over the wire: method, and whether the text of a document was in it. */
const sent: { method: string; hasText: boolean; status: number }[] = []

const watchedFetch: typeof fetch = async (input, init) => {
  const answer = await fetch(input, init)
  const text = String(init?.body ?? new URL(String(input)).searchParams)
  sent.push({ method: init?.method ?? 'GET', hasText: /query=|"query":"/.test(text), status: answer.status })
  return answer
}

beforeAll(async () => {
  newsroom = await testNewsroom()
  uri = `${await newsroom.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`
  await newsroom.make.tag({ name: 'Harbour', isPublic: true })
})
beforeEach(() => {
  sent.length = 0
})
afterAll(() => newsroom.close())

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const tags = gql`
  query Tags($first: Int) {
    tags(first: $first) {
      nodes {
        id
        name
      }
    }
  }
`
const createTag = gql`
  mutation CreateTag($input: TagInput!) {
    createTag(input: $input) {
      id
      name
    }
  }
`

function apollo(before: ApolloLink[], headers: Record<string, string> = {}, to = uri) {
  const http = new HttpLink({ uri: to, fetch: watchedFetch, headers })
  return new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.from([...before, http]) })
}

const bearer = () => ({ authorization: `Bearer ${newsroom.keys.editor}` })

describe('Apollo Client', () => {
  test('asks, changes, and reads codes and faults of errors', async () => {
    const client = apollo([], bearer())
    const { data } = await client.query({ query: tags, variables: { first: 5 } })
    expect(data).toMatchObject({ tags: { nodes: [{ name: 'Harbour' }] } })
    const made = await client.mutate({ mutation: createTag, variables: { input: { type: 'TOPIC', name: 'Ferries' } } })
    expect(made.data).toMatchObject({ createTag: { name: 'Ferries' } })
    const refused = await client
      .mutate({ mutation: createTag, variables: { input: { type: 'TOPIC' } } })
      .catch((error: unknown) => error)
    expect(CombinedGraphQLErrors.is(refused) && refused.errors[0]?.extensions).toMatchObject({
      code: 'invalid_input',
      faults: [{ path: 'input.name' }],
    })
    const tooMany = await client.query({ query: tags, variables: { first: 1_000 } }).catch((error: unknown) => error)
    expect(CombinedGraphQLErrors.is(tooMany) && tooMany.errors[0]?.extensions?.code).toBe('limit_exceeded')
  })

  test('persisted queries go out by hash, over GET, and with their text once', async () => {
    const link = () => new PersistedQueryLink({ sha256, useGETForHashedQueries: true })
    const client = apollo([link()])
    const ask = (first: number) => client.query({ query: tags, variables: { first }, fetchPolicy: 'network-only' })
    expect((await ask(3)).data).toMatchObject({ tags: { nodes: [{ name: 'Harbour' }] } })
    expect(sent.map(({ method, hasText }) => [method, hasText])).toEqual([
      ['GET', false],
      ['POST', true],
    ])
    sent.length = 0
    expect((await ask(4)).data).toMatchObject({ tags: { nodes: [{ name: 'Harbour' }] } })
    expect(sent).toEqual([{ method: 'GET', hasText: false, status: 200 }])
    sent.length = 0
    // Another visitor: the service knows the document by now.
    expect((await apollo([link()]).query({ query: tags, variables: { first: 3 } })).data).toBeTruthy()
    expect(sent).toEqual([{ method: 'GET', hasText: false, status: 200 }])
  })

  test('a persisted mutation goes out by POST', async () => {
    const client = apollo([new PersistedQueryLink({ sha256, useGETForHashedQueries: true })], bearer())
    const made = await client.mutate({ mutation: createTag, variables: { input: { type: 'TOPIC', name: 'Tides' } } })
    expect(made.data).toMatchObject({ createTag: { name: 'Tides' } })
    expect(sent.every(({ method }) => method === 'POST')).toBe(true)
  })
})

describe('urql', () => {
  const urql = (options: Partial<ConstructorParameters<typeof Client>[0]> = {}, to = uri) =>
    new Client({ url: to, fetch: watchedFetch, exchanges: [cacheExchange, fetchExchange], ...options })
  const query = urqlGql`query Tags($first: Int) { tags(first: $first) { nodes { id name } } }`

  test('asks by GET and POST, changes, and reads codes of errors', async () => {
    for (const preferGetMethod of [true, false]) {
      const { data } = await urql({ preferGetMethod }).query(query, { first: 5 }).toPromise()
      expect(data.tags.nodes[0].name).toBe('Harbour')
    }
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST'])
    const client = urql({ fetchOptions: { headers: bearer() } })
    const mutation = urqlGql`mutation CreateTag($input: TagInput!) { createTag(input: $input) { id name } }`
    const made = await client.mutation(mutation, { input: { type: 'TOPIC', name: 'Piers' } }).toPromise()
    expect(made.data.createTag.name).toBe('Piers')
    const refused = await client.query(query, { first: 1_000 }).toPromise()
    expect(refused.error?.graphQLErrors[0]?.extensions.code).toBe('limit_exceeded')
    const unknown = await client.query('{ nothing }', {}).toPromise()
    expect(unknown.error?.graphQLErrors[0]?.extensions.code).toBe('graphql_invalid')
  })

  test('a hash that is not known reads as the protocol says, and the second try is answered', async () => {
    const text = '{ tags(first: 2) { nodes { name } } }'
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(text) } }
    const ask = (body: object) =>
      watchedFetch(uri, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' },
        body: JSON.stringify({ extensions, ...body }),
      }).then(
        (answer) => answer.json() as Promise<{ data: { tags: { nodes: object[] } }; errors: { message: string }[] }>,
      )
    expect((await ask({})).errors[0]?.message).toBe('PersistedQueryNotFound')
    expect((await ask({ query: text })).data.tags.nodes).toHaveLength(1)
    expect((await ask({})).data.tags.nodes).toHaveLength(1)
  })
})

test('with trusted documents, Apollo Client is served by the ids of its manifest and nothing else is', async () => {
  const body = print(tags)
  const id = sha256(body)
  const manifest = { format: 'apollo-persisted-query-manifest', version: 1, operations: [{ id, body }] }
  const trustedDocuments = readManifest(JSON.stringify(manifest))
  const closed = await testNewsroom({ graphqlRules: { ...defaultRules, trustedDocuments } })
  const to = `${await closed.app.listen({ port: 0, host: '127.0.0.1' })}/graphql`
  const client = apollo(
    [new PersistedQueryLink({ generateHash: async () => id, useGETForHashedQueries: true })],
    {},
    to,
  )
  expect((await client.query({ query: tags, variables: { first: 1 } })).data).toEqual({ tags: expect.anything() })
  const other = apollo([], {}, to)
  const refused = await other.query({ query: gql`{ tags { nodes { id slug } } }` }).catch((error: unknown) => error)
  expect(CombinedGraphQLErrors.is(refused) && refused.errors[0]?.extensions?.code).toBe('graphql_not_trusted')
  await closed.close()
})

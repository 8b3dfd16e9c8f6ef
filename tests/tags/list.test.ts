import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { idsByPages, type ListBody } from '../helpers/rules/lists.ts'

const { scenario, make, rest, graphql, close } = await testNewsroom()
afterAll(close)

const search = `query ($search: String, $type: TagType, $parent: String) { tags(first: 100, search: $search, type: $type, parent: $parent) { nodes { slug } } }`

/** The slugs of a list of public tags; the same on both faces. */
async function slugsOf(filter: Record<string, string>): Promise<string[]> {
  const { data } = await rest<ListBody>('GET', `/v1/tags?${new URLSearchParams({ first: '100', ...filter })}`)
  const slugs = data.data.map(({ slug }) => slug)
  const twin = await graphql<{ nodes: { slug: string }[] }>(search, filter)
  expect(twin.data.nodes.map(({ slug }) => slug)).toEqual(slugs)
  return slugs
}

it('only public tags are in the list, by name', async () => {
  const names = ['Żubr bird', 'apple bird', 'Émile bird', 'Банан bird']
  for (const name of names) await make.tag({ name, isPublic: true })
  await make.tag({ name: 'hidden bird' })
  expect(await slugsOf({ search: 'bird' })).toEqual(['apple-bird', 'banan-bird', 'emile-bird', 'zubr-bird'])
})

it.each([
  ['nur sultan', 'nur-sultan'],
  ['Нұр-Сұлтан', 'nur-sultan'],
  ['NUR', 'nur-sultan'],
  ['сұлтан', 'nur-sultan'],
  ['Astana', 'nur-sultan'],
  ['астана', 'nur-sultan'],
  ['sao p', 'sao-paulo'],
  ['São', 'sao-paulo'],
])('the search %j finds %s', async (words, slug) => {
  if ((await slugsOf({ search: 'nur' })).length === 0) {
    await make.tag({ name: 'Нұр-Сұлтан', slug: 'nur-sultan', aliases: ['Астана', 'Akmola'], isPublic: true })
    await make.tag({ name: 'São Paulo', isPublic: true })
  }
  expect(await slugsOf({ search: words })).toEqual([slug])
})

it.each(['%', '_', '\\', "'; drop table tag", 'no such thing'])('the search %j finds nothing', async (words) => {
  expect(await slugsOf({ search: words })).toEqual([])
})

it('a list can be of one type and of one parent', async () => {
  const parent = await make.tag({ type: 'PLACE', name: 'Norway', isPublic: true })
  const child = await make.tag({ type: 'EVENT', name: 'Norway votes', parentId: parent.id, isPublic: true })
  expect(await slugsOf({ search: 'norway', type: 'EVENT' })).toEqual([child.slug])
  expect(await slugsOf({ parent: parent.slug })).toEqual([child.slug])
  expect(await slugsOf({ parent: parent.id })).toEqual([child.slug])
  expect(await slugsOf({ parent: 'no-such-parent' })).toEqual([])
})

it('pages of tags with the same name have each once', async () => {
  for (let n = 0; n < 9; n++) await make.tag({ name: 'Twin', isPublic: true })
  const ids = await idsByPages(rest, '/v1/tags?search=twin&first=2')
  expect([ids.length, new Set(ids).size]).toEqual([9, 9])
})

it('GraphQL follows endCursor and the cursor of any edge', async () => {
  const query =
    'query ($after: String) { tags(first: 4, after: $after, search: "twin") { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }'
  type Connection = {
    edges: { cursor: string; node: { id: string } }[]
    pageInfo: { hasNextPage: boolean; endCursor: string | null }
  }
  const first = (await graphql<Connection>(query)).data
  const second = (await graphql<Connection>(query, { after: first.edges[1]?.cursor })).data
  expect(second.edges[0]?.node.id).toBe(first.edges[2]?.node.id)
  expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: first.edges[3]?.cursor })
})

scenario('a cursor does not serve another filter', async () => {
  const { data } = await rest<ListBody>('GET', '/v1/tags?search=twin&first=2')
  const after = data.page.next
  return {
    get: `/v1/tags?search=twins&after=${after}`,
    query: 'query ($after: String) { tags(search: "twins", after: $after) { nodes { id } } }',
    variables: { after },
    status: 400,
    refused: 'invalid_cursor',
    paths: ['after'],
  }
})
scenario('more than 100 are refused', {
  get: '/v1/tags?first=1000',
  query: '{ tags(first: 1000) { nodes { id } } }',
  status: 400,
  refused: 'limit_exceeded',
  paths: ['first'],
})
scenario('an unknown parameter is named', {
  get: '/v1/tags?serach=x',
  status: 400,
  refused: 'unknown_parameter',
  paths: ['serach'],
})
scenario('a repeated parameter is named', {
  get: '/v1/tags?type=PLACE&type=EVENT',
  status: 400,
  refused: 'invalid_input',
  paths: ['type'],
})
scenario('an unknown type is refused', {
  get: '/v1/tags?type=NOPE',
  status: 400,
  refused: 'invalid_input',
  paths: ['type'],
  inBody: ['STORYLINE'],
})
scenario('a NUL in a search is refused', {
  get: '/v1/tags?search=%00',
  query: 'query ($search: String) { tags(search: $search) { nodes { id } } }',
  variables: { search: '\0' },
  status: 400,
  refused: 'invalid_input',
  paths: ['search'],
})

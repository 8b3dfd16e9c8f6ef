import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, events, db } = news
afterAll(news.close)

const { creating, changing } = asksOf('Tag', '/v1/editorial/tags')
const query = 'mutation ($id: ID!, $into: ID!) { mergeTags(id: $id, into: $into) { id } }'
const merge = (id: string, intoId: string) =>
  rest('POST', `/v1/editorial/tags/${id}/merge`, { as: 'editor', body: { intoId } })
/** The same on both faces. */
const merging = (id: string, into: string) => ({
  as: 'editor' as const,
  post: `/v1/editorial/tags/${id}/merge`,
  body: { intoId: into },
  query,
  variables: { id, into },
})

it('a merge moves names, identifiers, children and the date, and writes one event', async () => {
  const from = await make.tag({
    name: 'Alma-Ata',
    aliases: ['Verny'],
    externalIds: { wikidata: 'Q1', geonames: '7' },
    isPublic: true,
  })
  const into = await make.tag({ name: 'Almaty', aliases: ['Almaty'], externalIds: { wikidata: 'Q35493' } })
  const child = await make.tag({ parentId: from.id })
  await events()
  const { status, data } = await merge(from.id, into.id)
  expect(status).toBe(200)
  expect(data).toMatchObject({
    id: into.id,
    slug: 'almaty',
    aliases: ['Alma-Ata', 'Verny'],
    externalIds: { wikidata: 'Q35493', geonames: '7' },
    version: 2,
  })
  expect(data.publicAt).not.toBeNull()
  expect(await events()).toEqual({ 'tag.merged': 1 })
  expect((await db.tag.findUniqueOrThrow({ where: { id: child.id } })).parentId).toBe(into.id)
})

it('the slug and the id of a merged tag lead to the one that stays', async () => {
  const [from, into] = [await make.tag({ isPublic: true }), await make.tag({ isPublic: true })]
  await merge(from.id, into.id)
  for (const key of [from.slug, from.id]) {
    const { status, headers } = await rest('GET', `/v1/tags/${key}`)
    expect([status, headers.location]).toEqual([301, `/v1/tags/${into.slug}`])
  }
  expect((await graphql('query ($slug: String!) { tag(slug: $slug) { id } }', { slug: from.slug })).data).toEqual({
    id: into.id,
  })
  expect((await graphql('query ($id: ID!) { tag(id: $id) { id } }', { id: from.id })).data).toEqual({ id: into.id })
})

it('a chain of merges leads straight to its end', async () => {
  const chain = []
  for (let n = 0; n < 4; n++) chain.push(await make.tag({ isPublic: true }))
  const last = chain.at(-1)
  for (let n = 0; n < 3; n++) await merge(chain[n]?.id ?? '', chain[n + 1]?.id ?? '')
  for (const { slug, id } of chain.slice(0, 3))
    for (const key of [slug, id])
      expect((await rest('GET', `/v1/tags/${key}`)).headers.location).toBe(`/v1/tags/${last?.slug}`)
})

it('a merged tag is in no list, and its record tells where it went', async () => {
  const [from, into] = [
    await make.tag({ name: 'Vanishing', isPublic: true }),
    await make.tag({ name: 'Staying', isPublic: true }),
  ]
  await merge(from.id, into.id)
  for (const [path, as] of [
    ['/v1/tags', undefined],
    ['/v1/editorial/tags', 'editor'],
  ] as const)
    expect((await rest('GET', `${path}?first=100`, { as })).text).not.toContain(`"${from.id}"`)
  expect((await rest('GET', `/v1/editorial/tags/${from.id}`, { as: 'editor' })).data.mergedIntoId).toBe(into.id)
  expect((await rest('GET', '/v1/tags?search=vanishing')).text).toContain(into.id)
})

scenario('a tag cannot be merged into itself', async () => {
  const { id } = await make.tag()
  return { ...merging(id, id), status: 409, refused: 'conflict', events: {} }
})
scenario('a tag cannot be merged twice', async () => {
  const [from, into, other] = [await make.tag(), await make.tag(), await make.tag()]
  await merge(from.id, into.id)
  return { ...merging(from.id, other.id), status: 409, refused: 'conflict', inBody: [into.id], events: {} }
})
scenario('a tag cannot be merged into a merged one', async () => {
  const [from, into, other] = [await make.tag(), await make.tag(), await make.tag()]
  await merge(from.id, into.id)
  return { ...merging(other.id, from.id), status: 409, refused: 'conflict', events: {} }
})
scenario('a tag cannot be merged into one below it', async () => {
  const top = await make.tag()
  const middle = await make.tag({ parentId: top.id })
  const { id } = await make.tag({ parentId: middle.id })
  return { ...merging(top.id, id), status: 409, refused: 'tag_cycle', events: {} }
})
scenario('a section merges with a section only', async () => {
  const [from, into] = [await make.tag({ type: 'SECTION' }), await make.tag()]
  return { ...merging(from.id, into.id), status: 409, refused: 'conflict', events: {} }
})
const aliases = (kind: string, count: number) => Array.from({ length: count }, (_, n) => `${kind} ${n}`)
scenario('tags with more aliases together than one may have cannot be merged', async () => {
  const from = await make.tag({ slug: 'erdgas', aliases: aliases('Erdgas', 40) })
  const into = await make.tag({ slug: 'gas', aliases: aliases('Gas', 60) })
  const told = 'tag gas would have 101 aliases, of which a tag has 100 at most; take some from it or from erdgas first'
  return { ...merging(from.id, into.id), status: 409, refused: 'conflict', inBody: [told], events: {} }
})
scenario('tags with more external ids together than one may have cannot be merged', async () => {
  const ids = (kind: string) => Object.fromEntries(aliases(kind, 16).map((id) => [id.replace(' ', '-'), '1']))
  const [from, into] = [await make.tag({ externalIds: ids('a') }), await make.tag({ externalIds: ids('b') })]
  return { ...merging(from.id, into.id), status: 409, refused: 'conflict', inBody: ['32 external ids'], events: {} }
})
it.each([
  [
    'REST',
    (id: string, aliases: unknown) => rest('PATCH', `/v1/editorial/tags/${id}`, { as: 'editor', body: { aliases } }),
  ],
  [
    'GraphQL',
    async (id: string, aliases: unknown) => {
      const change = 'mutation ($id: ID!, $input: TagPatch!) { updateTag(id: $id, input: $input) { aliases } }'
      return { status: 200, data: (await graphql(change, { id, input: { aliases } }, { as: 'editor' })).data }
    },
  ],
])('a tag with as many aliases as it may have after a merge is edited as any other, over %s', async (_, edit) => {
  const from = await make.tag({ aliases: aliases('From', 40) })
  const into = await make.tag({ aliases: aliases('Into', 59) })
  const merged = await merge(from.id, into.id)
  expect(merged.data.aliases).toHaveLength(100)
  expect(await edit(into.id, merged.data.aliases)).toMatchObject({
    status: 200,
    data: { aliases: merged.data.aliases },
  })
})

scenario('an unknown tag cannot be merged', async () => ({
  ...merging(randomUUID(), (await make.tag()).id),
  status: 404,
  refused: 'not_found',
  events: {},
}))
scenario('nor into an unknown one', async () => ({
  ...merging((await make.tag()).id, randomUUID()),
  status: 404,
  refused: 'not_found',
  events: {},
}))
scenario('an id that is none is no target', async () => ({
  ...merging((await make.tag()).id, 'nonsense'),
  status: 400,
  refused: 'invalid_input',
  paths: ['intoId'],
  events: {},
}))
scenario('an author may not merge', async () => ({
  ...merging((await make.tag()).id, (await make.tag()).id),
  as: 'author',
  status: 403,
  refused: 'forbidden',
  events: {},
}))
scenario('a merged tag cannot be changed', async () => {
  const [{ id }, into] = [await make.tag(), await make.tag()]
  await merge(id, into.id)
  const input = { name: 'Late' }
  return {
    as: 'editor',
    ...changing(id, input),
    status: 409,
    refused: 'conflict',
    inBody: [into.id],
    events: {},
  }
})
scenario('a merged tag cannot be a parent', async () => {
  const [from, into] = [await make.tag(), await make.tag()]
  await merge(from.id, into.id)
  const input = { type: 'TOPIC', name: 'Late', parentId: from.id }
  return {
    as: 'editor',
    ...creating(input),
    status: 422,
    refused: 'missing_reference',
    paths: ['parentId'],
    events: {},
  }
})

it('two tags merged into each other at once leave one', async () => {
  for (let round = 0; round < 5; round++) {
    const [a, b] = [await make.tag(), await make.tag()]
    const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  }
})

it('a refused merge leaves everything as it was', async () => {
  const top = await make.tag({ aliases: ['Top'] })
  const below = await make.tag({ parentId: top.id })
  const before = await db.tag.findMany({ orderBy: { id: 'asc' } })
  await merge(top.id, below.id)
  expect(await db.tag.findMany({ orderBy: { id: 'asc' } })).toEqual(before)
})

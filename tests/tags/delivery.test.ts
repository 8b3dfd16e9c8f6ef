import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'

const { scenario, make, rest, graphql, close } = await testNewsroom()
afterAll(close)

const read = `query ($slug: String!) { tag(slug: $slug) { id slug name type description aliases externalIds parent { slug } children { slug } } }`

scenario('readers see a public tag whole, alike on both faces', async () => {
  const parent = await make.tag({ type: 'PLACE', name: 'Kazakhstan', isPublic: true })
  const tag = await make.tag({
    type: 'PLACE',
    name: 'Алматы',
    parentId: parent.id,
    aliases: ['Alma-Ata'],
    externalIds: { wikidata: 'Q35493' },
    isPublic: true,
  })
  const child = await make.tag({ type: 'PLACE', name: 'Medeu', parentId: tag.id, isPublic: true })
  await make.tag({ type: 'PLACE', name: 'Secret quarter', parentId: tag.id })
  const { id, slug, name, type, aliases, externalIds } = tag
  return {
    get: `/v1/tags/${slug}`,
    query: read,
    variables: { slug },
    status: 200,
    shows: {
      id,
      slug,
      name,
      type,
      aliases,
      externalIds,
      description: null,
      parent: { slug: parent.slug },
      children: [{ slug: child.slug }],
    },
    notInBody: ['Secret', 'secret'],
    events: {},
  }
})

scenario('a tag that is not out is not there for readers', async () => {
  const { slug } = await make.tag({ name: 'Operation Dawn' })
  return { get: `/v1/tags/${slug}`, status: 404, refused: 'not_found', notInBody: ['Operation Dawn'] }
})
scenario('nor by its id', async () => {
  const { id } = await make.tag({ name: 'Operation Dusk' })
  return { get: `/v1/tags/${id}`, status: 404, refused: 'not_found', notInBody: ['Dusk'] }
})
it('nor on GraphQL, where it is null', async () => {
  const { slug, id } = await make.tag({ name: 'Operation Noon' })
  expect((await graphql(read, { slug })).data).toBeNull()
  expect((await graphql('query ($id: ID!) { tag(id: $id) { name } }', { id })).data).toBeNull()
})
scenario('a parent that is not out is not shown', async () => {
  const parent = await make.tag({ name: 'Hidden parent' })
  const { slug } = await make.tag({ parentId: parent.id, isPublic: true })
  return {
    get: `/v1/tags/${slug}`,
    query: read,
    variables: { slug },
    status: 200,
    shows: { parent: null },
    notInBody: [parent.slug, parent.id],
  }
})
scenario('a section is out at once', async () => {
  const { slug } = await make.tag({ type: 'SECTION', name: 'World' })
  return { get: `/v1/tags/${slug}`, query: read, variables: { slug }, status: 200, shows: { slug, type: 'SECTION' } }
})

it.each(['nonsense', randomUUID(), 'a'.repeat(400), 'Not%20A%20Slug', '%F0%9F%A6%85'])(
  "'%s' is not found",
  async (key) => {
    expect((await rest('GET', `/v1/tags/${key}`)).code).toBe('not_found')
  },
)
it.each(['%00', '%ED%A0%BD', '%'])("'%s' is no key at all", async (key) => {
  expect([400, 404]).toContain((await rest('GET', `/v1/tags/${key}`)).status)
})
scenario('GraphQL wants exactly one of id and slug', { query: '{ tag { id } }', refused: 'invalid_input' })
scenario('and not both', { query: '{ tag(id: "x", slug: "x") { id } }', refused: 'invalid_input' })

it('a former slug redirects on REST and finds the tag on GraphQL', async () => {
  const tag = await make.tag({ isPublic: true })
  for (const n of [2, 3])
    await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as: 'editor', body: { slug: `${tag.slug}-v${n}` } })
  for (const slug of [tag.slug, `${tag.slug}-v2`]) {
    const { status, headers } = await rest('GET', `/v1/tags/${slug}`)
    expect([status, headers.location]).toEqual([301, `/v1/tags/${tag.slug}-v3`])
    expect((await graphql(read, { slug })).data).toMatchObject({ id: tag.id, slug: `${tag.slug}-v3` })
  }
  expect((await rest('GET', `/v1/tags/${tag.id}`)).status).toBe(200)
})

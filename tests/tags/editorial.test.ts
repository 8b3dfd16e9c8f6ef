import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { editorialRules } from '../helpers/editorial-rules.ts'
import { asksOf } from '../helpers/rules/noun.ts'

const news = await testNewsroom()
const { scenario, make, rest, graphql, db } = news
afterAll(news.close)

const path = '/v1/editorial/tags'
const as = 'editor'
const asks = asksOf('Tag', path)
const { creating, changing } = asks

editorialRules(news, {
  asks,
  input: { type: 'TOPIC', name: 'Energy' },
  wrong: [
    ['type', 'NOPE'],
    ['type', null],
    ['name', ''],
    ['name', null],
    ['name', 'x'.repeat(201)],
    ['name', 'two\nlines'],
    ['slug', 'Not A Slug'],
    ['slug', '-'],
    ['description', ''],
    ['parentId', 'nonsense'],
    ['aliases', [''], 'aliases[0]'],
    ['aliases', Array(101).fill('x')],
    ['externalIds', []],
    ['externalIds', { 'Not A Scheme': 'x' }, 'externalIds.Not A Scheme'],
    ['externalIds', { wikidata: 5 }, 'externalIds.wikidata'],
  ],
  least: { create: 'author', update: 'editor' },
  make: () => make.tag(),
  count: async () => (await db.tag.count()) + (await db.tagSlug.count()),
})

scenario('a tag is made whole, on either face', {
  as: 'author',
  post: path,
  body: {
    type: 'PLACE',
    name: 'Алматы',
    slug: 'almaty-on-rest',
    aliases: ['Almaty'],
    externalIds: { wikidata: 'Q35493' },
  },
  query: `mutation ($input: TagInput!) { createTag(input: $input) { name type aliases externalIds version publicAt mergedIntoId parentId description } }`,
  variables: {
    input: {
      type: 'PLACE',
      name: 'Алматы',
      slug: 'almaty-on-graphql',
      aliases: ['Almaty'],
      externalIds: { wikidata: 'Q35493' },
    },
  },
  status: 201,
  shows: {
    name: 'Алматы',
    type: 'PLACE',
    aliases: ['Almaty'],
    externalIds: { wikidata: 'Q35493' },
    version: 1,
    publicAt: null,
    mergedIntoId: null,
    parentId: null,
    description: null,
  },
  events: { 'tag.created': 1 },
})

it('a new tag answers 201 with its address and version', async () => {
  const { data, headers } = await rest('POST', path, { as, body: { type: 'TOPIC', name: 'Addressed' } })
  expect(headers).toMatchObject({ location: `${path}/${data.id}`, etag: '"1"' })
})

it.each([
  ['Алматы', 'almaty'],
  ['Нұр-Сұлтан', 'nur-sultan'],
  ['كازاخستان', /^[a-z0-9]+(-[a-z0-9]+)*$/],
  ['哈萨克斯坦', /^[a-z0-9]+(-[a-z0-9]+)*$/],
  ['Łódź & São Paulo', 'lodz-sao-paulo'],
  ['🦅🦅', /^topic$|^[a-z0-9]+(-[a-z0-9]+)*$/],
  ['!!!', 'topic'],
  ['Energy ', 'energy'],
])('the slug of %j is %s', async (name, slug) => {
  const { data } = await rest('POST', path, { as, body: { type: 'TOPIC', name } })
  expect(data.slug).toEqual(
    typeof slug === 'string' ? expect.stringMatching(new RegExp(`^${slug}(-\\d+)?$`)) : expect.stringMatching(slug),
  )
})

it('twenty tags of one name made at once get twenty slugs', async () => {
  const input = { type: 'TOPIC', name: 'Budget' }
  const half = Array.from({ length: 10 })
  const answers = await Promise.all([
    ...half.map(() => rest('POST', path, { as, body: input })),
    ...half.map(() => graphql('mutation ($input: TagInput!) { createTag(input: $input) { slug } }', { input }, { as })),
  ])
  expect(answers.map(({ code }) => code)).toEqual(Array(20).fill(null))
  const slugs = answers.map(({ data }) => String(data.slug)).sort()
  expect(slugs).toEqual(['budget', ...Array.from({ length: 19 }, (_, n) => `budget-${n + 2}`)].sort())
})

scenario('a slug that is taken is refused', async () => {
  const { slug } = await make.tag()
  const input = { type: 'TOPIC', name: 'Another', slug }
  return {
    as,
    ...creating(input),
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    inBody: [slug],
    events: {},
  }
})

scenario('a slug that another tag once had is taken', async () => {
  const tag = await make.tag()
  await rest('PATCH', `${path}/${tag.id}`, { as, body: { slug: `${tag.slug}-now` } })
  const input = { type: 'TOPIC', name: 'Another', slug: tag.slug }
  return {
    as,
    ...creating(input),
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    events: {},
  }
})

it('a tag may have its own former slug again', async () => {
  const tag = await make.tag()
  await rest('PATCH', `${path}/${tag.id}`, { as, body: { slug: `${tag.slug}-now` } })
  const { status, data } = await rest('PATCH', `${path}/${tag.id}`, { as, body: { slug: tag.slug } })
  expect([status, data.slug]).toEqual([200, tag.slug])
})

scenario('a tag cannot become a section', async () => {
  const { id } = await make.tag()
  return {
    as,
    ...changing(id, { type: 'SECTION' }),
    status: 409,
    refused: 'conflict',
    events: {},
  }
})

it('a change leaves what is left out, and null empties', async () => {
  const { id } = await make.tag({ name: 'Gas', description: 'Natural gas.', aliases: ['LNG'] })
  const renamed = await rest('PATCH', `${path}/${id}`, { as, body: { name: 'Natural gas' } })
  expect(renamed.data).toMatchObject({
    name: 'Natural gas',
    description: 'Natural gas.',
    aliases: ['LNG'],
    slug: 'gas',
    version: 2,
  })
  const emptied = await rest('PATCH', `${path}/${id}`, { as, body: { description: null } })
  expect(emptied.data).toMatchObject({ name: 'Natural gas', description: null, version: 3 })
})

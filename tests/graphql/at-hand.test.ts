import { buildSchema, type GraphQLObjectType, Kind, type OperationDefinitionNode, parse } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wantedOf } from '../../src/articles/wanted.ts'
import { type Asked, askedBehind } from '../../src/core/asked.ts'
import { askedOf } from '../../src/graphql/asked.ts'
import { preferAtHand } from '../../src/graphql/at-hand.ts'
import { linkTo, paragraph, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const plain = (asked: Asked): object => Object.fromEntries([...asked].map(([name, inner]) => [name, plain(inner)]))

/** What a document asks of its first field. */
function asked(document: string): Asked {
  const { definitions } = parse(document)
  const operation = definitions.find((each): each is OperationDefinitionNode => each.kind === Kind.OPERATION_DEFINITION)
  const fragments = Object.fromEntries(
    definitions.flatMap((each) => (each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [])),
  )
  const fieldNodes = (operation?.selectionSet.selections ?? []).flatMap((each) =>
    each.kind === Kind.FIELD ? [each] : [],
  )
  return askedOf({ fieldNodes, fragments })
}

describe('what a query asks of a field', () => {
  it('is found through aliases, fragments, conditions and repetition', () => {
    const found = asked(`query ($no: Boolean!) {
      articles { nodes { one: headline ...A @include(if: $no) ... on Article { tags { id } } } edges { node { tags { name } } } }
      articles { pageInfo { endCursor } }
    } fragment A on Article { bylines { author { ... { slug } } } }`)
    expect(plain(found)).toEqual({
      nodes: { headline: {}, bylines: { author: { slug: {} } }, tags: { id: {} } },
      edges: { node: { tags: { name: {} } } },
      pageInfo: { endCursor: {} },
    })
    expect(plain(askedBehind(found, ['nodes', 'edges.node', 'nothing.here']))).toEqual({
      ...{ headline: {}, bylines: { author: { slug: {} } } },
      tags: { id: {}, name: {} },
    })
  })

  const none = { text: false, versions: false, bylines: 'none', tags: 'none', related: 'none' }

  it.each([
    ['id headline', {}],
    ['bodyText', { text: true }],
    ['blocks { __typename }', { text: true }],
    ['translations { locale }', { versions: true }],
    ['tags { id slug name type __typename }', { tags: 'links' }],
    ['tags { id aliases }', { tags: 'whole' }],
    ['bylines { role }', { bylines: 'links' }],
    ['bylines { author { id name } }', { bylines: 'links' }],
    ['bylines { author { bio } }', { bylines: 'whole' }],
    ['related { url }', { related: 'links' }],
    ['related { article { headline leadMedia { url } } }', { related: 'links' }],
    ['related { article { updatedAt } }', { related: 'whole' }],
    ['jsonLd', { bylines: 'links', tags: 'links' }],
    ['jsonLd bylines { author { bio } }', { bylines: 'whole', tags: 'links' }],
  ])('of a story: %s', (fields, wanted) => {
    expect(wantedOf(asked(`{ article { ${fields} } }`))).toEqual({ ...none, ...wanted })
  })
})

it('a field of a loader is answered by its parent when it is at hand there, null too', () => {
  const schema = buildSchema('type Query { a: Int b(n: Int): Int }')
  const fields = (schema.getType('Query') as GraphQLObjectType).getFields()
  for (const field of Object.values(fields)) field.resolve = () => 'loaded'
  preferAtHand(schema, { Query: { a: {}, b: {} }, Unknown: { c: {} } })
  const ask = (name: string, parent: object | null) => fields[name]?.resolve?.(parent, { n: 2 }, {}, {} as never)
  expect([ask('a', { atHand: { a: 1 } }), ask('a', { atHand: { a: null } })]).toEqual([1, null])
  expect(ask('b', { atHand: { b: ({ n }: { n: number }) => n + 1 } })).toBe(3)
  expect([ask('a', { atHand: {} }), ask('a', {}), ask('a', null)]).toEqual(['loaded', 'loaded', 'loaded'])
})

describe('stories over GraphQL', () => {
  let news: Awaited<ReturnType<typeof testNewsroom>>
  let ids: { story: string; author: string; tag: string; section: string }
  beforeAll(async () => {
    news = await testNewsroom()
    const { live } = storyMakers(news)
    const [author, tag, section] = [
      await news.make.author({ bio: 'Writes of harbours.' }),
      await news.make.tag({ aliases: ['docks'] }),
      await news.make.tag({ type: 'SECTION' }),
    ]
    const others = [await live(), await live()]
    const story = await live({
      ...{ bylines: [{ authorId: author.id }], tagIds: [tag.id], sectionId: section.id },
      related: others.map(({ id }) => ({ articleId: id })),
      body: [paragraph('Link.', [linkTo(others[0]?.id ?? '')])],
    })
    await live({ locale: 'kk', translationOf: story.id })
    ids = { story: story.id, author: author.id, tag: tag.id, section: section.id }
  }, 60_000)
  afterAll(() => news.close())

  /** The same answer whether the query is compiled or not. */
  async function ask(query: string, variables: object = {}): Promise<Record<string, unknown>> {
    const texts = new Set<string>()
    for (let time = 0; time < 4; time++) texts.add((await news.graphql(query, { ...variables })).text)
    expect([...texts]).toEqual([expect.not.stringContaining('"errors"')])
    return JSON.parse([...texts][0] ?? '')
  }

  const fields = `id bodyText bodyHtml body blocks { __typename } translations { locale } jsonLd tags { id name aliases }
    bylines { displayName author { id name bio email } } related { position url article { id headline updatedAt tags { id } } }`

  it('are the same by themselves, in lists, and where only loaders find their lists', async () => {
    const { data } = (await ask(
      `query ($id: ID!, $tag: ID!) { article(id: $id) { ${fields} } node(id: $id) { ... on Article { ${fields} } }
        articles(first: 4, filter: { locale: "en" }) { nodes { ${fields} } edges { node { ${fields} } } }
        tag(id: $tag) { articles(first: 2) { nodes { ${fields} } } } }`,
      { id: ids.story, tag: ids.tag },
    )) as { data: Record<string, never> }
    const { article, node, articles, tag } = data as unknown as {
      article: { id: string; bodyText: string; bylines: { author: object }[]; related: { article: object }[] }
      node: object
      articles: { nodes: { id: string }[]; edges: { node: { id: string } }[] }
      tag: { articles: { nodes: object[] } }
    }
    expect(article).toMatchObject({ id: ids.story, bodyText: 'Link.', translations: [{ locale: 'kk' }] })
    expect(article.bylines[0]?.author).toMatchObject({ id: ids.author, bio: 'Writes of harbours.' })
    expect(article.related[0]?.article).toMatchObject({ updatedAt: expect.stringMatching(/Z$/), tags: [] })
    const isIt = ({ id }: { id: string }) => id === ids.story
    expect([node, articles.nodes.find(isIt), articles.edges.map(({ node }) => node).find(isIt)]).toEqual([
      article,
      article,
      article,
    ])
    expect(tag.articles.nodes).toEqual([article])
  })

  it('show each alias what it asks, however little another asks of the same story', async () => {
    const { data } = await ask(
      `query ($id: ID!) {
        a: article(id: $id) { bylines { author { id } } tags { id } related { article { id } } }
        b: article(id: $id) { bylines { author { bio } } tags { aliases } related { article { wordCount } } }
        c: articles { nodes { ...Slim } } d: articles { nodes { id ...Slim bylines { author { bio } } tags { aliases } } }
      } fragment Slim on Article { bylines { author { slug } } tags { slug } }`,
      { id: ids.story },
    )
    const { b, d } = data as { b: object; d: { nodes: { id: string }[] } }
    expect(b).toMatchObject({ bylines: [{ author: { bio: 'Writes of harbours.' } }], tags: [{ aliases: ['docks'] }] })
    expect(b).toMatchObject({ related: [{ article: { wordCount: expect.any(Number) } }, {}] })
    expect(d.nodes.find(({ id }) => id === ids.story)).toMatchObject({
      bylines: [{ author: { bio: 'Writes of harbours.' } }],
    })
  })

  it('have as many related stories as are asked for, and say what cannot be asked', async () => {
    const query = (first: number) =>
      `query ($id: ID!) { article(id: $id) { related(first: ${first}) { position } rest: related { position } } }`
    expect((await ask(query(1), { id: ids.story })).data).toEqual({
      article: { related: [{ position: 1 }], rest: [{ position: 1 }, { position: 2 }] },
    })
    const refused = await news.graphql(query(31), { id: ids.story })
    expect(refused.text).toContain('over the maximum of 30 related stories')
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { as, documents, facesOf, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { rest, graphql, scenario, make, db } = news
const faces = facesOf(news)
const { draft, live, revise, publish, withdraw } = storyMakers(news)
afterAll(news.close)

interface Related {
  position: number
  kind: string
  headline: string
  url: string
  article: { id: string } | null
}

const query =
  'query ($id: ID!, $first: Int) { article(id: $id) { related(first: $first) { kind position headline url score reasons article { id headline leadMedia { url } tags { id } related { headline } } } } }'
const overRest = async (id: string) => (await rest<{ data: Related[] }>('GET', `/v1/articles/${id}/related`)).data.data
const overGraphql = async (id: string, first?: number) =>
  (await graphql<{ related: Related[] }>(query, { id, first })).data.related
const doors: [string, (id: string) => Promise<Related[]>][] = [
  ['the related address', overRest],
  ['the story over REST', async (id) => ((await faces.rest.article({ id }))?.related ?? []) as unknown as Related[]],
  ['the story over GraphQL', overGraphql],
]
const grounds = [{ kind: 'ABOUT', values: ['Aqtas'] }]

describe.each(doors)('on %s', (_name, related) => {
  it('hand-picked stories come in the editor’s order, with the editor’s headline where there is one', async () => {
    const [one, two] = [await live({ headline: 'One' }), await live({ headline: 'Two' })]
    const picks = [
      { articleId: two.id },
      { url: 'https://else.example/story', headline: 'Elsewhere' },
      { articleId: one.id, headline: 'Our own words' },
    ]
    const { id } = await live({ related: picks })
    expect(await related(id)).toMatchObject([
      {
        kind: 'CURATED',
        position: 1,
        headline: 'Two',
        url: `https://news.example/${two.content.slug}`,
        article: { id: two.id },
        score: null,
        reasons: [],
      },
      { kind: 'CURATED', position: 2, headline: 'Elsewhere', url: 'https://else.example/story', article: null },
      { kind: 'CURATED', position: 3, headline: 'Our own words', article: { id: one.id, headline: 'One' } },
    ])
  })

  it('stories that are not live are left out, the rest is numbered without a gap, and they come in when they go live', async () => {
    const [ready, later, gone] = [await live(), await draft(), await live()]
    const { id } = await live({ related: [{ articleId: later.id }, { articleId: gone.id }, { articleId: ready.id }] })
    await withdraw(gone.id)
    expect((await related(id)).map(({ position, article }) => [position, article?.id])).toEqual([[1, ready.id]])
    await publish(later.id)
    expect((await related(id)).map(({ position, article }) => [position, article?.id])).toEqual([
      [1, later.id],
      [2, ready.id],
    ])
    expect(JSON.stringify(await related(id))).not.toContain(gone.id)
  })

  it('a target is shown as it is today: headline, address, canonical page', async () => {
    const target = await live({ headline: 'Before' })
    const { id } = await live({ related: [{ articleId: target.id }] })
    await revise(target.id, {
      headline: 'After',
      slug: `after-${target.content.slug}`,
      canonicalUrl: `https://else.example/${target.content.slug}`,
    })
    expect(await related(id)).toMatchObject([{ headline: 'Before' }])
    await publish(target.id)
    expect(await related(id)).toMatchObject(
      [
        {
          headline: 'After',
          url: `https://else.example/${target.content.slug}`,
          article: { slug: `after-${target.content.slug}` },
        },
      ].map(({ article: _article, ...row }) => row),
    )
  })

  it('new picks replace the old ones when they are published, not before', async () => {
    const [one, two] = [await live(), await live()]
    const { id } = await live({ related: [{ articleId: one.id }] })
    await revise(id, { related: [{ articleId: two.id }] })
    expect((await related(id)).map(({ article }) => article?.id)).toEqual([one.id])
    await publish(id)
    expect((await related(id)).map(({ article }) => article?.id)).toEqual([two.id])
    await revise(id, { related: [] })
    await publish(id)
    expect(await related(id)).toEqual([])
  })

  it('suggestions stand behind the hand-picked and stay when the story is published again', async () => {
    const [picked, found] = [await live(), await live()]
    const { id } = await live({ related: [{ articleId: picked.id }] })
    await db.relatedStory.create({
      data: { articleId: id, kind: 'SUGGESTED', position: 0, targetId: found.id, score: 0.5, grounds },
    })
    await publish(id)
    expect(await related(id)).toMatchObject([
      { kind: 'CURATED', position: 1, article: { id: picked.id } },
      { kind: 'SUGGESTED', position: 2, article: { id: found.id }, score: 0.5, reasons: ['Also about Aqtas'] },
    ])
  })
})

it('over GraphQL a related story is a whole story, and `first` cuts the list', async () => {
  const tag = await make.tag()
  const inner = await live({ tagIds: [tag.id], related: [{ url: 'https://a.example', headline: 'Deeper' }] })
  const { id } = await live({ related: [{ articleId: inner.id }, { url: 'https://b.example', headline: 'B' }] })
  expect(await overGraphql(id, 1)).toMatchObject([
    { article: { tags: [{ id: tag.id }], related: [{ headline: 'Deeper' }] } },
  ])
  expect(await overGraphql(id)).toHaveLength(2)
})

for (const [first, code] of [
  [31, 'limit_exceeded'],
  [0, 'invalid_input'],
  [-1, 'invalid_input'],
] as const)
  it(`${first} related stories are refused`, async () => {
    const { id } = await live()
    expect(await graphql(query, { id, first })).toMatchObject({ code, paths: ['first'] })
  })

scenario('more than 30 picks are refused', async () => {
  const related = Array.from({ length: 31 }, (_, n) => ({ url: `https://a.example/${n}`, headline: 'x' }))
  const input = { headline: 'Too many', related }
  return {
    as,
    post: '/v1/editorial/articles',
    body: input,
    query: documents.create,
    variables: { input },
    status: 400,
    refused: 'invalid_input',
    paths: ['related'],
    events: {},
  }
})
scenario('an unknown story has no related ones', {
  get: '/v1/articles/nonsense/related',
  status: 404,
  refused: 'not_found',
})

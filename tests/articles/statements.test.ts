import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { statementsOf } from '../helpers/statements.ts'
import { linkTo, paragraph, storyMakers } from './stories.ts'

const news = await testNewsroom({ keepsAnswers: false })
const { rest, graphql, make } = news
const { live } = storyMakers(news)
afterAll(news.close)

/** How many statements an answer costs. */
async function cost(ask: () => Promise<{ status: number; text: string }>): Promise<number> {
  return statementsOf(async () => {
    const { status, text } = await ask()
    expect(status, text).toBe(200)
    expect(text).not.toContain('"errors"')
  })
}

/** A live story with this many of everything. */
async function storyWith(n: number): Promise<{ id: string; slug: string; tag: string }> {
  const many = <T>(times: number, one: (k: number) => Promise<T>) =>
    Promise.all(Array.from({ length: times }, (_, k) => one(k)))
  const authors = await many(Math.min(n, 30), () => make.author())
  const tags = await many(n, () => make.tag())
  const others = await many(n, () =>
    live({ tagIds: tags.slice(0, 1).map(({ id }) => id), bylines: [{ authorId: authors[0]?.id }] }),
  )
  const [picture, video, section] = [
    await make.media(),
    await make.media({ type: 'VIDEO' }),
    await make.tag({ type: 'SECTION' }),
  ]
  const { id, content } = await live({
    bylines: authors.map((author) => ({ authorId: author.id })),
    tagIds: tags.map((tag) => tag.id),
    related: others.map((other) => ({ articleId: other.id })),
    body: others.map((other) => paragraph('Link.', [linkTo(other.id)])),
    leadMedia: { mediaId: picture.id },
    recommendedVideoId: video.id,
    sectionId: section.id,
  })
  await live({ locale: 'kk', translationOf: id })
  return { id, slug: content.slug, tag: tags[0]?.slug ?? '' }
}

const g1 =
  'query ($slug: String) { article(slug: $slug) { headline standfirst body bylines { role author { name slug } } tags { name slug } related { headline url article { headline slug } } } }'
const everything = `query ($slug: String) { article(slug: $slug) { ...A bylines { author { name } } tags { name parent { name } children { name } } section { name parent { name } }
  related { article { ...A } } blocks { ... on TextBlock { text links { href } } } translations { locale } jsonLd bodyText } } fragment A on Article { id headline leadMedia { url } recommendedVideo { url } source { name } shareLinks { url } }`
const g2 =
  '{ articles(first: 20) { nodes { headline leadMedia { url } bylines { author { name } } tags { name } related { headline article { headline } } } pageInfo { endCursor } } }'

const desk =
  '{ articleDrafts(first: 20) { nodes { id live { headline } revisions(first: 3) { nodes { number } } revision(number: 1) { note } } } }'

it('a list of drafts with their revisions and what is live costs one statement for each', async () => {
  for (let n = 0; n < 12; n++) await live()
  const ask = () => graphql(desk, {}, { as: 'editor' })
  for (let time = 0; time < 5; time++) await ask()
  // The key, the drafts, what is live, the revisions, the first revision.
  expect(await cost(ask)).toBe(5)
})

describe('with one and with thirty of each', () => {
  const sizes: Record<number, Awaited<ReturnType<typeof storyWith>>> = {}
  beforeAll(async () => {
    for (const n of [1, 30]) sizes[n] = await storyWith(n)
  }, 60_000)

  const questions: [
    string,
    number,
    (story: { id: string; slug: string; tag: string }) => Promise<{ status: number; text: string }>,
  ][] = [
    ['R1: a story by slug over REST', 3, ({ slug }) => rest('GET', `/v1/articles/${slug}`)],
    ['a story by id over REST', 3, ({ id }) => rest('GET', `/v1/articles/${id}`)],
    ['its related stories over REST', 3, ({ slug }) => rest('GET', `/v1/articles/${slug}/related`)],
    ['R2: the latest 20', 3, () => rest('GET', '/v1/articles?first=20')],
    ['R3: the latest 20 of a tag', 3, ({ tag }) => rest('GET', `/v1/articles?tag=${tag}&first=20`)],
    ['G1: a story with authors, tags, related and body', 1, ({ slug }) => graphql(g1, { slug })],
    ['all there is of a story over GraphQL', 10, ({ slug }) => graphql(everything, { slug })],
    ['G2: the latest 20 over GraphQL', 1, () => graphql(g2)],
  ]

  it.each(questions)('%s costs at most %d statements, the same for both', async (name, most, ask) => {
    const costs: Facts = {}
    for (const n of [1, 30]) {
      const story = sizes[n]
      if (!story) throw new Error('not made')
      // The first time, and when the query is compiled.
      for (let time = 0; time < 5; time++) await ask(story)
      costs[n] = await cost(() => ask(story))
    }
    expect(costs[1], name).toBe(costs[30])
    expect(costs[30]).toBeLessThanOrEqual(most)
    expect(costs[30]).toBeGreaterThan(0)
  })
})

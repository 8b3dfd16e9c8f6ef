import { afterAll, describe, expect, it } from 'vitest'
import { facesOf, linkTo, paragraph, type Story, storyMakers, wholeFields } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { linksOf } from './links.ts'

const news = await testNewsroom()
const { rest, graphql, make, setClock } = news
const { draft, live, publish, revise, withdraw } = storyMakers(news)
const { link, read } = linksOf(news)
const faces = facesOf(news)
afterAll(news.close)

/** A story with everything in it, whose authors and tags no reader has seen. */
async function richStory(): Promise<Facts> {
  const [other, hidden] = [
    await live({ headline: 'A live neighbour' }),
    await draft({ headline: 'A secret neighbour' }),
  ]
  const [picture, video] = [await make.media({ alt: 'A' }), await make.media({ type: 'VIDEO' })]
  const [section, tag] = [await make.tag({ type: 'SECTION' }), await make.tag()]
  const avatar = await make.media()
  const author = await make.author({ avatarId: avatar.id, bio: 'Covers the harbour.' })
  return {
    ...{
      headline: 'The harbour',
      kicker: 'Weather',
      standfirst: 'It rained.',
      sectionId: section.id,
      tagIds: [tag.id],
    },
    ...{ bylines: [{ authorId: author.id, role: 'Reporting' }], leadMedia: { mediaId: picture.id, caption: 'Ours.' } },
    recommendedVideoId: video.id,
    related: [
      { articleId: other.id },
      { articleId: hidden.id },
      { url: 'https://else.example/', headline: 'Elsewhere' },
    ],
    body: [
      paragraph('To the neighbour.', [linkTo(other.id)]),
      paragraph('To the secret.', [linkTo(hidden.id)]),
      { _type: 'image', mediaId: picture.id },
    ],
    source: { name: 'A wire' },
  }
}

describe('a preview', () => {
  it('is, on both faces, exactly what publishing shows then', async () => {
    const { id } = await draft(await richStory())
    const twinLive = await live({ locale: 'kk', translationOf: id, headline: 'Порт' })
    const { token } = await link(id)
    const [answer, twin] = await read(token)
    expect([answer.status, twin.code]).toEqual([200, null])
    await publish(id)
    expect(answer.data).toEqual(await faces.rest.article({ id }))
    expect(twin.data).toEqual(await faces.graphql.article({ id }))
    expect(answer.data.translations).toMatchObject([{ slug: twinLive.content.slug }])
    expect(answer.text).toContain('A live neighbour')
    for (const { text } of [answer, twin]) expect(text).not.toContain('secret-neighbour')
    for (const { text } of [answer, twin]) expect(text).not.toContain('A secret neighbour')
  })

  it('of a changed live story is what publishing the change shows then, and readers see nothing of it before', async () => {
    const { id } = await live(await richStory())
    setClock(60)
    const before = await faces.rest.article({ id })
    await revise(id, { ...(await richStory()), headline: 'The harbour at night' })
    const { token } = await link(id)
    const [answer, twin] = await read(token)
    expect(await faces.rest.article({ id })).toEqual(before)
    await publish(id)
    expect(answer.data).toEqual(await faces.rest.article({ id }))
    expect(twin.data).toEqual(await faces.graphql.article({ id }))
    expect(answer.data.updatedAt).toBe(news.now().toISOString())
  })

  it('of a withdrawn story opens too', async () => {
    const { id } = await live({ headline: 'Came and went' })
    await withdraw(id)
    for (const { data } of await read((await link(id)).token)) expect(data?.headline).toBe('Came and went')
    expect(await faces.rest.article({ id })).toBeNull()
  })

  it('of a corrected story has its corrections', async () => {
    const { id } = await live()
    const body = { type: 'CORRECTION', text: 'It was Monday.' }
    expect((await rest('POST', `/v1/editorial/articles/${id}/correct`, { as: 'editor', body })).status).toBe(200)
    for (const { data } of await read((await link(id)).token))
      expect(data?.corrections).toMatchObject([{ type: 'CORRECTION', text: 'It was Monday.' }])
  })

  it('opens before a story is fit to be published', async () => {
    const { id } = await draft({ headline: 'Only a headline', body: [] })
    for (const { data } of await read((await link(id)).token))
      expect(data).toMatchObject({ bodyText: '', bodyHtml: '' })
  })

  it('names merged authors, tags and assets as publishing does', async () => {
    const [a, b] = [await make.author(), await make.author()]
    const { id } = await draft({ bylines: [{ authorId: a.id }] })
    const { token } = await link(id)
    await rest('POST', `/v1/editorial/authors/${a.id}/merge`, { as: 'editor', body: { intoId: b.id } })
    for (const { data } of await read(token)) expect(data?.bylines).toMatchObject([{ author: { id: b.id } }])
  })

  it('of a revision that names what was deleted says so', async () => {
    const tag = await make.tag()
    const { id } = await draft({ tagIds: [tag.id] })
    const { token } = await link(id)
    await revise(id, { tagIds: [] })
    await rest('DELETE', `/v1/editorial/tags/${tag.id}`, { as: 'editor' })
    for (const { code } of await read(token)) expect(code).toBe('missing_reference')
  })

  it('is kept by nobody', async () => {
    const { token } = await link((await draft()).id)
    for (const { headers } of await read(token))
      expect(headers).toMatchObject({
        ...{ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-robots-tag': 'noindex' },
      })
  })
})

describe('in GraphQL', () => {
  it('a preview and its live story in one answer keep their own words and lists', async () => {
    const [one, two] = [await make.author(), await make.author()]
    const [shown, fresh] = [await make.tag(), await make.tag()]
    const { id } = await live({ headline: 'Live', bylines: [{ authorId: one.id }], tagIds: [shown.id] })
    await revise(id, {
      ...{ headline: 'Next', bylines: [{ authorId: two.id }], tagIds: [fresh.id], body: [paragraph('Next words.')] },
      related: [{ url: 'https://else.example/', headline: 'Elsewhere' }],
    })
    const { token } = await link(id)
    const query = `query ($token: String!, $id: ID!) { both: __typename
      preview(token: $token) { ...A } article(id: $id) { ...A } again: preview(token: $token) { ...A } node(id: $id) { ... on Article { ...A } }
      articleDraft(id: $id) { live { ...A } } } fragment A on Article { ${wholeFields} blocks { ... on TextBlock { text } } }`
    for (let times = 0; times < 4; times++) {
      const { text } = await graphql(query, { token, id }, { as: 'editor' })
      const { data } = JSON.parse(text) as { data: Record<string, Story> & { articleDraft: { live: Story } } }
      for (const preview of [data.preview, data.again])
        expect(preview).toMatchObject({
          ...{ headline: 'Next', bodyText: 'Next words.', related: [{ headline: 'Elsewhere' }] },
          ...{ bylines: [{ author: { id: two.id } }], tags: [{ id: fresh.id }], blocks: [{ text: 'Next words.' }] },
        })
      for (const story of [data.article, data.node, data.articleDraft.live])
        expect(story).toMatchObject({
          ...{ headline: 'Live', related: [], bylines: [{ author: { id: one.id } }], tags: [{ id: shown.id }] },
        })
      expect(JSON.stringify(data.article)).not.toContain('Next')
    }
  })

  it('authors and tags of a preview list live stories only, and hidden ones stay hidden everywhere else', async () => {
    const story = await richStory()
    const { id } = await draft(story)
    const { token } = await link(id)
    const query = `query ($token: String!) { preview(token: $token) { related(first: 1) { headline }
      bylines { author { id slug bio avatar { url } articles { nodes { id } } } } tags { id slug articles { nodes { id } } } section { articles { nodes { id } } } } }`
    const { data } = await graphql<{
      related: object[]
      bylines: { author: { id: string; slug: string; bio: string; articles: object } }[]
      tags: { id: string; slug: string; articles: object }[]
      section: { articles: object }
    }>(query, { token })
    const [author, tag] = [data.bylines[0]?.author, data.tags[0]]
    for (const each of [author, tag, data.section]) expect(each?.articles).toEqual({ nodes: [] })
    expect(author?.bio).toBe('Covers the harbour.')
    expect(data.related).toHaveLength(1)
    expect((await rest('GET', `/v1/tags/${tag?.slug}`)).status).toBe(404)
    expect((await rest('GET', `/v1/authors/${author?.slug}`)).status).toBe(404)
  })
})

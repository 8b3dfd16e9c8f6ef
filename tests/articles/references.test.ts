import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, type Face, facesOf, linkTo, paragraph, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, make } = news
const faces = facesOf(news)
const { draft, live, revise, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]
const readers = Object.values(faces)
const _nobody = randomUUID()

describe.each(each)('over %s', (_name, face) => {
  it('bylines keep their order, roles and printed names; the author’s own name stands where none is given', async () => {
    const [a, b, agency] = [
      await make.author({ name: 'Ann' }),
      await make.author({ name: 'Ben' }),
      await make.author({ name: 'The Wire', kind: 'ORGANISATION' }),
    ]
    const bylines = [
      { authorId: b.id, role: 'Photographs' },
      { authorId: agency.id, role: 'Wire' },
      { authorId: a.id, displayName: 'A. Smith' },
    ]
    const { data } = await face.create({ headline: 'By three', body: someBody, bylines })
    await face.publish(data.id)
    const shown = [
      {
        position: 1,
        role: 'Photographs',
        displayName: 'Ben',
        author: { id: b.id, slug: b.slug, name: 'Ben', kind: 'PERSON' },
      },
      {
        position: 2,
        role: 'Wire',
        displayName: 'The Wire',
        author: { id: agency.id, slug: agency.slug, name: 'The Wire', kind: 'ORGANISATION' },
      },
      {
        position: 3,
        role: 'Author',
        displayName: 'A. Smith',
        author: { id: a.id, slug: a.slug, name: 'Ann', kind: 'PERSON' },
      },
    ]
    for (const reader of readers) expect((await reader.article({ id: data.id }))?.bylines).toEqual(shown)
    await face.revise(data.id, { bylines: [...bylines].reverse() })
    await face.publish(data.id)
    for (const reader of readers)
      expect(JSON.stringify((await reader.article({ id: data.id }))?.bylines)).toMatch(/A\. Smith.*The Wire.*Ben/)
  })

  it('tags keep the editor’s order, the section stands apart, and the same id twice counts once', async () => {
    const [section, one, two] = [
      await make.tag({ type: 'SECTION' }),
      await make.tag(),
      await make.tag({ type: 'PLACE' }),
    ]
    const { data } = await face.create({
      headline: 'Tagged',
      body: someBody,
      sectionId: section.id.toUpperCase(),
      tagIds: [two.id, one.id, two.id.toUpperCase()],
    })
    expect(data.content.tagIds).toEqual([two.id, one.id])
    await face.publish(data.id)
    for (const reader of readers) {
      const story = await reader.article({ id: data.id })
      expect(story?.tags.map(({ id }) => id)).toEqual([two.id, one.id])
      expect(story?.section).toMatchObject({ id: section.id, type: 'SECTION' })
    }
  })

  it('the story’s own words stand for those of the lead picture, and the asset’s where it has none', async () => {
    const picture = await make.media({
      alt: 'Its alt',
      caption: 'Its caption',
      credit: 'Its credit',
      width: 30,
      height: 20,
      focalPoint: { x: 0, y: 1 },
    })
    const { id } = await live({ leadMedia: { mediaId: picture.id, caption: 'Our caption' } })
    expect((await face.article({ id }))?.leadMedia).toMatchObject({
      url: picture.url,
      alt: 'Its alt',
      caption: 'Our caption',
      credit: 'Its credit',
      width: 30,
      focalPoint: { x: 0, y: 1 },
    })
    await rest('PATCH', `/v1/editorial/media/${picture.id}`, {
      as,
      body: { alt: 'Better alt', caption: 'Better caption' },
    })
    expect((await face.article({ id }))?.leadMedia).toMatchObject({ alt: 'Better alt', caption: 'Our caption' })
  })

  it('a change of an asset reaches the rendered body', async () => {
    const picture = await make.media({ alt: 'Before', caption: 'Stays ours' })
    const { id } = await live({
      body: [
        paragraph('Look.'),
        { _type: 'image', mediaId: picture.id },
        { _type: 'gallery', images: [{ mediaId: picture.id, alt: 'Ours' }] },
      ],
    })
    news.setClock(1)
    await rest('PATCH', `/v1/editorial/media/${picture.id}`, {
      as,
      body: { alt: 'After', url: 'https://media.example/after.jpg' },
    })
    const story = await face.article({ id })
    expect(story?.bodyHtml).toContain('alt="After"')
    expect(story?.bodyHtml).toContain('alt="Ours"')
    expect(story?.bodyHtml).not.toMatch(/Before|https:\/\/media\.example\/\d+\.jpg/)
    expect(JSON.stringify(story?.body)).toContain('https://media.example/after.jpg')
    expect(story?.modifiedAt).toBe(news.now().toISOString())
  })

  it('a link in the text leads to where the story is today, and is only text when it is withdrawn', async () => {
    const target = await live({ headline: `Target over ${_name}` })
    const { id } = await live({
      body: [
        paragraph('This way.', [linkTo(target.id.toUpperCase())]),
        { _type: 'relatedLinks', items: [{ articleId: target.id }] },
      ],
    })
    const href = async () =>
      /<p><a href="([^"]+)">This way\.<\/a><\/p>/.exec((await face.article({ id }))?.bodyHtml ?? '')?.[1] ?? null
    expect(await href()).toBe(`https://news.example/${target.content.slug}`)
    expect((await face.article({ id }))?.body[0]?.markDefs?.[0]).toMatchObject({
      articleId: target.id,
      path: `/${target.content.slug}`,
    })
    await revise(target.id, { slug: `${_name}-moved`, headline: 'New headline' })
    expect(await href()).toBe(`https://news.example/${target.content.slug}`)
    await publish(target.id)
    expect(await href()).toBe(`https://news.example/${_name}-moved`)
    expect((await face.article({ id }))?.body[1]?.items?.[0]).toMatchObject({
      headline: 'New headline',
      path: `/${_name}-moved`,
    })
    await withdraw(target.id)
    const gone = await face.article({ id })
    expect(gone?.bodyHtml).toBe('<p>This way.</p>')
    expect(gone?.body).toHaveLength(1)
    expect(gone?.body[0]).toMatchObject({ markDefs: [], children: [{ text: 'This way.', marks: [] }] })
    await publish(target.id)
    expect(await href()).toBe(`https://news.example/${_name}-moved`)
  })

  it('two stories can refer to each other, and a story to one that is not live yet', async () => {
    const [a, b] = [await draft({ headline: `A over ${_name}` }), await draft({ headline: `B over ${_name}` })]
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      await face.revise(one.id, { body: [paragraph('Other.', [linkTo(other.id)])], related: [{ articleId: other.id }] })
      await face.publish(one.id)
    }
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const story = await face.article({ id: one.id })
      expect(story?.related.map(({ article }) => article?.id)).toEqual([other.id])
      expect(story?.bodyHtml).toContain(`/${other.content.slug}"`)
    }
  })
})

it('typed blocks of GraphQL have the same links, and lose the same ones', async () => {
  const target = await live()
  const { id } = await live({
    body: [
      paragraph('Here.', [linkTo(target.id)]),
      { _type: 'relatedLinks', items: [{ articleId: target.id }, { url: 'https://else.example/x', headline: 'Else' }] },
    ],
  })
  const query =
    'query ($id: ID!) { article(id: $id) { blocks { ... on TextBlock { text links { href articleId } } ... on RelatedLinksBlock { items { headline url articleId } } } } }'
  const url = `https://news.example/${target.content.slug}`
  const outside = { headline: 'Else', url: 'https://else.example/x', articleId: null }
  expect((await graphql(query, { id })).data.blocks).toEqual([
    { text: 'Here.', links: [{ href: url, articleId: target.id }] },
    { items: [{ headline: target.content.headline, url, articleId: target.id }, outside] },
  ])
  await withdraw(target.id)
  expect((await graphql(query, { id })).data.blocks).toEqual([{ text: 'Here.', links: [] }, { items: [outside] }])
})

it('an asset that changes while a story with it is published reaches the story', async () => {
  for (let round = 0; round < 8; round++) {
    const picture = await make.media({ alt: 'Before' })
    const { id } = await draft({ body: [paragraph('Look.'), { _type: 'image', mediaId: picture.id }] })
    const change = rest('PATCH', `/v1/editorial/media/${picture.id}`, { as, body: { alt: 'After' } })
    expect((await faces.graphql.publish(id)).code).toBeNull()
    expect((await change).status).toBe(200)
    expect((await faces.rest.article({ id }))?.bodyHtml).toContain('alt="After"')
  }
})

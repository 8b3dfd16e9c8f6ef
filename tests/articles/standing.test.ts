import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { type Face, facesOf, storyMakers } from './stories.ts'

// Where a story stands among others: in time, at the top of the site, in its own list of related ones, under its key.

const news = await testNewsroom()
const { graphql, rest, make, setClock, now } = news
const faces = facesOf(news)
const { draft, live, publish, revise, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]

describe.each(each)('over %s', (_name, face) => {
  it('a significant update is told of, outlives a withdrawal, and an ordinary one is not told of', async () => {
    const { id } = await live()
    const first = (await face.article({ id }))?.updatedAt
    setClock(10)
    await publish(id)
    expect((await face.article({ id }))?.updatedAt).toBe(first)
    await face.publish(id, { significant: true })
    const updatedAt = now().toISOString()
    setClock(10)
    await withdraw(id)
    await publish(id)
    expect(await face.article({ id })).toMatchObject({ updatedAt, publishedAt: first, modifiedAt: now().toISOString() })
  })

  it('a displayed date that is moved takes the update along, on and back', async () => {
    const { id } = await live()
    const publishedAt = '2027-01-01T00:00:00.000Z'
    await revise(id, { publishedAt })
    await publish(id)
    expect(await face.article({ id })).toMatchObject({ publishedAt, updatedAt: publishedAt })
    await revise(id, { publishedAt: '2025-12-01T00:00:00.000Z' })
    await publish(id)
    expect((await face.article({ id }))?.updatedAt).toBe('2025-12-01T00:00:00.000Z')
  })

  it('a story is not its own next read, and no next read stands twice', async () => {
    const [{ id }, other] = [await draft(), await draft()]
    const related = [{ articleId: other.id }, { articleId: id }]
    expect(await face.revise(id, { related })).toMatchObject({ code: 'invalid_input', paths: ['related[1].articleId'] })
    const twice = [{ articleId: other.id }, { articleId: other.id.toUpperCase(), headline: 'Again' }]
    expect(await face.revise(id, { related: twice })).toMatchObject({ code: 'invalid_input', paths: ['related[1]'] })
  })

  it('a story without a section cannot take the address of a section, nor a section that of such a story', async () => {
    const section = await make.tag({ type: 'SECTION' })
    const { id } = await draft({ slug: section.slug })
    expect(await face.publish(id)).toMatchObject({ code: 'slug_taken', paths: ['slug'] })
    await revise(id, { sectionId: section.id })
    expect((await publish(id)).status).toBe('LIVE')

    const { content } = await live()
    const input = { type: 'SECTION', name: 'A section', slug: content.slug }
    expect(await rest('POST', '/v1/editorial/tags', { as: 'admin', body: input })).toMatchObject({ code: 'slug_taken' })
    expect(await rest('POST', '/v1/editorial/tags', { as: 'admin', body: { ...input, type: 'TOPIC' } })).toMatchObject({
      status: 201,
    })
  })
})

it.each(['article', 'tag', 'author'])('%s by id takes no slug, and by slug no id', async (noun) => {
  const [tag, author] = [await make.tag({ isPublic: true }), await make.author({ isPublic: true })]
  const { id, content } = await live()
  const found = { article: { id, slug: content.slug }, tag, author }[noun] ?? tag
  const ask = async (kind: string, key: string) =>
    (
      await graphql<{ id: string } | null>(
        `query ($key: ${kind === 'id' ? 'ID' : 'String'}) { ${noun}(${kind}: $key) { id } }`,
        { key },
      )
    ).data
  expect(await ask('id', found.id)).toEqual({ id: found.id })
  expect(await ask('slug', found.slug)).toEqual({ id: found.id })
  expect(await ask('id', found.slug)).toBeNull()
  expect(await ask('slug', found.id)).toBeNull()
})

import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, type Face, facesOf, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, scenario, make } = news
const faces = facesOf(news)
const { draft, live, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]

describe.each(each)('over %s', (name, face) => {
  it('a renamed story redirects from all its former slugs and paths', async () => {
    const { id, content } = await live({ headline: `Renamed over ${name}` })
    for (const slug of [`${name}-second`, `${name}-third`]) {
      await face.revise(id, { slug })
      await face.publish(id)
    }
    for (const former of [content.slug, `${name}-second`]) {
      const { status, headers } = await rest('GET', `/v1/articles/${former}`)
      expect([status, headers.location]).toEqual([301, `/v1/articles/${name}-third`])
      expect(await face.resolve(`/${former}`)).toMatchObject({
        kind: 'REDIRECT',
        status: 301,
        location: `/${name}-third`,
        article: null,
      })
      expect((await graphql(documents.article, { slug: former })).data).toMatchObject({ id, slug: `${name}-third` })
      expect((await graphql(documents.article, { path: `/${former}` })).data).toMatchObject({ id })
    }
  })

  it('a slug that readers never saw can be taken by another story when it is let go', async () => {
    const { id } = await draft({ slug: `${name}-idea` })
    await face.revise(id, { slug: `${name}-better-idea` })
    const { code, data } = await face.create({ headline: 'Takes it', slug: `${name}-idea`, body: someBody })
    expect(code).toBeNull()
    await face.publish(data.id)
    expect(await face.publish(id, { revision: 1 })).toMatchObject({ status: 409, code: 'slug_taken', paths: ['slug'] })
    expect(await face.article({ slug: `${name}-idea` })).toMatchObject({ id: data.id })
  })

  it('a slug that was ever live belongs to its story for ever, withdrawn or renamed', async () => {
    const { id } = await live({ slug: `${name}-famous` })
    await face.revise(id, { slug: `${name}-famous-now` })
    const take = async () => (await face.create({ headline: 'Squatter', slug: `${name}-famous` })).code
    expect(await take()).toBe('slug_taken')
    await face.publish(id)
    expect(await take()).toBe('slug_taken')
    await withdraw(id)
    expect(await take()).toBe('slug_taken')
    expect((await rest('GET', `/v1/articles/${name}-famous`)).status).toBe(410)
    expect((await face.revise(id, { slug: `${name}-famous` })).code).toBeNull()
  })

  it('the path has the section and the language; a story that moves redirects, and can come back', async () => {
    const [world, local] = [await make.tag({ type: 'SECTION' }), await make.tag({ type: 'SECTION' })]
    const { id, content } = await live({ sectionId: world.id, locale: 'pt-BR', headline: `Moves over ${name}` })
    const at = (section: { slug: string }) => `/pt-br/${section.slug}/${content.slug}`
    expect(await face.article({ id })).toMatchObject({
      path: at(world),
      canonicalUrl: `https://news.example${at(world)}`,
      section: { slug: world.slug },
    })
    await face.revise(id, { sectionId: local.id })
    await face.publish(id)
    expect(await face.resolve(at(world))).toMatchObject({ kind: 'REDIRECT', location: at(local) })
    await face.revise(id, { sectionId: null, locale: 'en' })
    await face.publish(id)
    expect(await face.article({ id })).toMatchObject({ path: `/${content.slug}`, section: null })
    for (const former of [world, local])
      expect(await face.resolve(at(former))).toMatchObject({ kind: 'REDIRECT', location: `/${content.slug}` })
    await face.publish(id, { revision: 1 })
    expect(await face.resolve(at(world))).toMatchObject({ kind: 'ARTICLE', article: { id } })
    expect(await face.resolve(`/${content.slug}`)).toMatchObject({ kind: 'REDIRECT', location: at(world) })
  })

  it('a path is found with a query, a fragment or a slash behind it, and nothing else is a path', async () => {
    const { content } = await live({ headline: `Found over ${name}` })
    for (const tail of ['/', '?utm=1', '#top', '/?a=b#c'])
      expect(await face.resolve(`/${content.slug}${tail}`)).toMatchObject({ kind: 'ARTICLE' })
    for (const path of ['/no-such-story', '/', `/x/${content.slug}`, `/${content.slug.toUpperCase()}`])
      expect(await face.resolve(path)).toBeNull()
  })
})

it('a section that is renamed moves no story, and its old page redirects', async () => {
  const section = await make.tag({ type: 'SECTION', slug: 'old-name' })
  const { id, content } = await live({ sectionId: section.id })
  await rest('PATCH', `/v1/editorial/tags/${section.id}`, { as, body: { slug: 'new-name' } })
  expect(await faces.rest.article({ id })).toMatchObject({
    path: `/old-name/${content.slug}`,
    section: { slug: 'new-name' },
  })
  expect(await faces.rest.resolve('/old-name')).toMatchObject({ kind: 'REDIRECT', location: '/new-name' })
  expect(await faces.graphql.resolve('/new-name')).toMatchObject({ kind: 'TAG', tag: { id: section.id } })
})

it('authors and tags have their paths too', async () => {
  const [author, tag] = [await make.author(), await make.tag()]
  await live({ bylines: [{ authorId: author.id }], tagIds: [tag.id] })
  for (const face of Object.values(faces)) {
    expect(await face.resolve(`/authors/${author.slug}`)).toMatchObject({ kind: 'AUTHOR', author: { id: author.id } })
    expect(await face.resolve(`/tags/${tag.slug}`)).toMatchObject({ kind: 'TAG', tag: { id: tag.id } })
    expect(await face.resolve(`/${tag.slug}`)).toBeNull()
  }
})

for (const path of ['', 'x', '//evil.example', 'https://news.example/a', '\0'])
  scenario(`'${path.replace('\0', 'NUL')}' is no path`, {
    get: `/v1/resolve?path=${encodeURIComponent(path)}`,
    query: documents.resolve,
    variables: { path },
    status: 400,
    refused: 'invalid_input',
    paths: ['path'],
  })

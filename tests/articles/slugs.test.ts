import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, type Face, facesOf, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, scenario, make, db } = news
const faces = facesOf(news)
const { draft, live, revise, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]

const made: [headline: string, locale: string, slug: string][] = [
  ['Gas prices rise again', 'en', 'gas-prices-rise-again'],
  ['“Don’t!” – he said…', 'en', 'dont-he-said'],
  ['Выборы в Алматы', 'ru', 'vybory-v-almaty'],
  ['Қазақстан: көктем', 'kk', 'qazaqstan-koktem'],
  ['Über Öl und Größe', 'de', 'ueber-oel-und-groesse'],
  ['Élection présidentielle', 'fr', 'election-presidentielle'],
  ['Łódź', 'pl', 'lodz'],
  ['🔥🔥🔥', 'en', 'fire-fire-fire'],
  ['!!!', 'en', 'story'],
  ['0192a1b0-0000-7000-8000-000000000020', 'en', '0192a1b0-0000-7000-8000-000000000020-2'],
]

it.each(made)('the headline %j (%s) makes the slug %s', async (headline, locale, slug) => {
  const { content } = await draft({ headline, locale })
  expect(content.slug).toBe(slug)
})

it.each(['انتخابات الرئاسة', '总统选举', '大統領選挙', '대통령 선거', 'ประชุมสภา', 'चुनाव', 'Ωραία νέα', 'ხალხი'])('a headline in the script of %s makes a slug that finds it', async (headline) => {
  const { id, content } = await live({ headline })
  expect(content.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  expect(await faces.rest.article({ slug: content.slug })).toMatchObject({ id, headline })
})

it('a headline that is taken gets the next number, on either face', async () => {
  const slugs = []
  for (const face of [faces.rest, faces.graphql, faces.rest]) slugs.push((await face.create({ headline: 'Same old' })).data.content.slug)
  expect(slugs).toEqual(['same-old', 'same-old-2', 'same-old-3'])
})

it('twenty stories of one headline at once get twenty slugs', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? faces.rest : faces.graphql).create({ headline: 'Breaking' })))
  expect(answers.map(({ code }) => code)).toEqual(Array(20).fill(null))
  expect(new Set(answers.map(({ data }) => data.content.slug)).size).toBe(20)
})

it('of twenty stories that want one slug at once, one gets it and the others are told', async () => {
  const { id } = await draft()
  const asked = Array.from({ length: 20 }, (_, n) => (n === 7 ? faces.rest.revise(id, { slug: 'the-one' }) : faces.rest.create({ headline: 'Me', slug: 'the-one' })))
  const codes = (await Promise.all(asked)).map(({ code }) => code)
  expect(codes.filter((code) => code === null)).toHaveLength(1)
  expect(codes.filter((code) => code === 'slug_taken')).toHaveLength(19)
  expect(await db.articleSlug.count({ where: { slug: 'the-one' } })).toBe(1)
})

scenario('a taken slug is refused with its place and the way out', async () => {
  await draft({ slug: 'occupied' })
  const input = { headline: 'Late', slug: 'occupied' }
  return { as, post: '/v1/editorial/articles', body: input, query: documents.create, variables: { input }, status: 409, refused: 'slug_taken', paths: ['slug'], inBody: ['occupied', 'another'], events: {} }
})
scenario('a revision cannot take the slug of another story', async () => {
  await draft({ slug: 'in-use' })
  const [{ id }, input] = [await draft(), { slug: 'in-use' }]
  return { as, patch: `/v1/editorial/articles/${id}`, body: input, query: documents.revise, variables: { id, input }, status: 409, refused: 'slug_taken', paths: ['slug'], events: {} }
})
for (const slug of ['Caps', 'a--b', '-a', 'a-', 'a b', 'ä', '', 'a/b', '..', 'x'.repeat(121), '0192a1b0-0000-7000-8000-000000000020'])
  scenario(`the slug '${slug.slice(0, 40)}' is refused`, { as, post: '/v1/editorial/articles', body: { headline: 'H', slug }, query: documents.create, variables: { input: { headline: 'H', slug } }, status: 400, refused: 'invalid_input', paths: ['slug'], events: {} })

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
      expect(await face.resolve(`/${former}`)).toMatchObject({ kind: 'REDIRECT', status: 301, location: `/${name}-third`, article: null })
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
    expect(await face.article({ id })).toMatchObject({ path: at(world), canonicalUrl: `https://news.example${at(world)}`, section: { slug: world.slug } })
    await face.revise(id, { sectionId: local.id })
    await face.publish(id)
    expect(await face.resolve(at(world))).toMatchObject({ kind: 'REDIRECT', location: at(local) })
    await face.revise(id, { sectionId: null, locale: 'en' })
    await face.publish(id)
    expect(await face.article({ id })).toMatchObject({ path: `/${content.slug}`, section: null })
    for (const former of [world, local]) expect(await face.resolve(at(former))).toMatchObject({ kind: 'REDIRECT', location: `/${content.slug}` })
    await face.publish(id, { revision: 1 })
    expect(await face.resolve(at(world))).toMatchObject({ kind: 'ARTICLE', article: { id } })
    expect(await face.resolve(`/${content.slug}`)).toMatchObject({ kind: 'REDIRECT', location: at(world) })
  })

  it('a path is found with a query, a fragment or a slash behind it, and nothing else is a path', async () => {
    const { content } = await live({ headline: `Found over ${name}` })
    for (const tail of ['/', '?utm=1', '#top', '/?a=b#c']) expect(await face.resolve(`/${content.slug}${tail}`)).toMatchObject({ kind: 'ARTICLE' })
    for (const path of ['/no-such-story', '/', `/x/${content.slug}`, `/${content.slug.toUpperCase()}`]) expect(await face.resolve(path)).toBeNull()
  })
})

it('a section that is renamed moves no story, and its old page redirects', async () => {
  const section = await make.tag({ type: 'SECTION', slug: 'old-name' })
  const { id, content } = await live({ sectionId: section.id })
  await rest('PATCH', `/v1/editorial/tags/${section.id}`, { as, body: { slug: 'new-name' } })
  expect(await faces.rest.article({ id })).toMatchObject({ path: `/old-name/${content.slug}`, section: { slug: 'new-name' } })
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
  scenario(`'${path.replace('\0', 'NUL')}' is no path`, { get: `/v1/resolve?path=${encodeURIComponent(path)}`, query: documents.resolve, variables: { path }, status: 400, refused: 'invalid_input', paths: ['path'] })

it('a draft that gets its slug changed back and forth holds one slug at a time', async () => {
  const { id } = await draft({ slug: 'ping' })
  for (const slug of ['pong', 'ping', 'pong']) await revise(id, { slug })
  expect(await db.articleSlug.findMany({ where: { articleId: id }, select: { slug: true } })).toEqual([{ slug: 'pong' }])
  await publish(id)
})

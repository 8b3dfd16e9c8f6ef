import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { documents, type Face, facesOf, linkTo, paragraph, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, events, make, setClock, now } = news
const faces = facesOf(news)
const { draft, live, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]

describe.each(each)('over %s', (_name, face) => {
  it('a new story is a draft with revision 1, and readers see nothing of it', async () => {
    await events()
    const { data } = await face.create({ headline: 'The first word', body: someBody })
    expect(data).toMatchObject({ status: 'DRAFT', version: 1, liveVersion: null, firstPublishedAt: null })
    expect(await events()).toEqual({ 'article.created': 1 })
    for (const reader of Object.values(faces)) {
      expect(await reader.article({ id: data.id })).toBeNull()
      expect(await reader.article({ slug: data.content.slug })).toBeNull()
      expect(await reader.resolve(`/${data.content.slug}`)).toBeNull()
      expect(JSON.stringify(await reader.list())).not.toContain(data.id)
    }
  })

  it('publishing shows it on every door of both faces, and writes one event', async () => {
    const [section, tag, author] = [await make.tag({ type: 'SECTION' }), await make.tag(), await make.author()]
    const input = {
      headline: 'Out it goes',
      body: someBody,
      sectionId: section.id,
      tagIds: [tag.id],
      bylines: [{ authorId: author.id }],
      locale: 'kk',
    }
    const { id, content } = await draft(input)
    await events()
    const { data } = await face.publish(id)
    expect(data).toMatchObject({ status: 'LIVE', version: 1, liveVersion: 1, firstPublishedAt: now().toISOString() })
    expect(await events()).toEqual({ 'article.published': 1 })
    for (const reader of Object.values(faces)) {
      expect(await reader.article({ id })).toMatchObject({ headline: 'Out it goes', version: 1 })
      expect(await reader.article({ slug: content.slug })).toMatchObject({ id })
      expect(await reader.resolve(`/kk/${section.slug}/${content.slug}`)).toMatchObject({
        kind: 'ARTICLE',
        status: 200,
        article: { id },
      })
      const inIt: Record<string, string>[] = [
        {},
        { tag: tag.slug },
        { tag: tag.id },
        { section: section.slug },
        { author: author.slug },
        { locale: 'kk' },
      ]
      const notInIt: Record<string, string>[] = [
        { tag: section.slug },
        { section: tag.slug },
        { locale: 'en' },
        { author: 'nobody' },
      ]
      for (const filter of inIt) expect((await reader.list(filter)).map((story) => story.id)).toContain(id)
      for (const filter of notInIt) expect((await reader.list(filter)).map((story) => story.id)).not.toContain(id)
    }
  })

  it('saving never changes what the public sees', async () => {
    const { id } = await live({ headline: 'As published', kicker: 'Old' })
    const before = await Promise.all(Object.values(faces).map((reader) => reader.article({ id })))
    await events()
    setClock(5)
    const { data } = await face.revise(id, {
      headline: 'Canary in the works',
      kicker: null,
      slug: `new-slug-of-${_name}`,
      note: 'trying',
    })
    expect(data).toMatchObject({
      status: 'LIVE',
      version: 2,
      liveVersion: 1,
      content: { headline: 'Canary in the works', kicker: null },
    })
    expect(await events()).toEqual({ 'article.revised': 1 })
    expect(await Promise.all(Object.values(faces).map((reader) => reader.article({ id })))).toEqual(before)
    await face.publish(id)
    expect(await faces.rest.article({ id })).toMatchObject({
      headline: 'Canary in the works',
      kicker: null,
      version: 2,
    })
  })

  it('a withdrawn story answers 410 and null, resolves to GONE, and leaves the lists', async () => {
    const tag = await make.tag()
    const { id, content } = await live({ tagIds: [tag.id] })
    const before = await faces.rest.article({ id })
    await events()
    const { data } = await face.withdraw(id)
    expect(data).toMatchObject({ status: 'WITHDRAWN', liveVersion: null })
    expect(await events()).toEqual({ 'article.withdrawn': 1 })
    for (const key of [id, content.slug]) {
      expect(await rest('GET', `/v1/articles/${key}`)).toMatchObject({ status: 410, code: 'gone' })
      expect((await rest('GET', `/v1/articles/${key}/related`)).status).toBe(410)
    }
    for (const reader of Object.values(faces)) {
      expect(await reader.article({ slug: content.slug })).toBeNull()
      expect(await reader.resolve(String(before?.path))).toMatchObject({ kind: 'GONE', status: 410, article: null })
      expect(await reader.list({ tag: tag.slug })).toEqual([])
    }
    expect((await graphql(documents.article, { path: before?.path })).data).toBeNull()
  })

  it('publishing a withdrawn story again restores it whole, with its first date', async () => {
    const [tag, other] = [await make.tag(), await live()]
    const { id } = await live({
      tagIds: [tag.id],
      body: [paragraph('See that.', [linkTo(other.id)])],
      related: [{ articleId: other.id }],
      standfirst: 'Whole.',
    })
    const before = await faces.rest.article({ id })
    await face.withdraw(id)
    setClock(60)
    await face.publish(id)
    const after = await faces.rest.article({ id })
    expect(after).toEqual({ ...before, modifiedAt: now().toISOString() })
    expect(after?.related).toHaveLength(1)
  })
})

it('a withdrawn story leaves the related lists and the texts of other stories, and comes back to them', async () => {
  const target = await live({ headline: 'The target' })
  const body = [
    paragraph('Read on here.', [linkTo(target.id)]),
    { _type: 'relatedLinks', items: [{ articleId: target.id, headline: 'Hand-made title' }] },
  ]
  const { id } = await live({ body, related: [{ articleId: target.id }] })
  const before = await faces.rest.article({ id })
  expect(before?.related).toHaveLength(1)
  await withdraw(target.id)
  for (const reader of Object.values(faces)) {
    const story = await reader.article({ id })
    expect(story?.related).toEqual([])
    expect(JSON.stringify(story)).not.toContain(target.id)
    expect(JSON.stringify(story)).not.toMatch(/Hand-made title|The target|the-target|dateline:/)
    expect(story?.bodyHtml).toContain('Read on here.')
  }
  expect((await rest<{ data: unknown[] }>('GET', `/v1/articles/${id}/related`)).data.data).toEqual([])
  await publish(target.id)
  expect(await faces.rest.article({ id })).toEqual(before)
})

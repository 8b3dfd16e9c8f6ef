import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, facesOf, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, make, db } = news
const faces = facesOf(news)
const { draft, live, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const merge = (id: string, intoId: string) => rest('POST', `/v1/editorial/tags/${id}/merge`, { as, body: { intoId } })
const tagsOf = async (id: string) =>
  Promise.all(Object.values(faces).map(async (face) => (await face.article({ id }))?.tags.map((tag) => tag.id)))
/** Rows of live stories that name a merged tag; there must be none. */
const strays = async () =>
  (await db.publishedTag.count({ where: { tag: { mergedIntoId: { not: null } } } })) +
  (await db.publishedArticle.count({ where: { section: { mergedIntoId: { not: null } } } }))

it('a live story shows the tag that stays, once, in its place, and is in its list', async () => {
  const [from, into, other] = [await make.tag(), await make.tag(), await make.tag()]
  const [one, both] = [
    await live({ tagIds: [from.id, other.id] }),
    await live({ tagIds: [from.id, other.id, into.id] }),
  ]
  await merge(from.id, into.id)
  for (const tags of await tagsOf(one.id)) expect(tags).toEqual([into.id, other.id])
  for (const tags of await tagsOf(both.id)) expect([...(tags ?? [])].sort()).toEqual([into.id, other.id].sort())
  for (const face of Object.values(faces))
    for (const tag of [into.slug, from.slug, from.id])
      expect((await face.list({ tag })).map(({ id }) => id).sort()).toEqual([one.id, both.id].sort())
})

it('a draft with a merged tag is published with the one that stays', async () => {
  const [from, into] = [await make.tag(), await make.tag()]
  const { id } = await draft({ tagIds: [from.id, into.id] })
  await merge(from.id, into.id)
  await publish(id)
  for (const tags of await tagsOf(id)) expect(tags).toEqual([into.id])
})

it('a withdrawn story with a merged tag comes back with the one that stays', async () => {
  const [from, into] = [await make.tag(), await make.tag()]
  const { id } = await live({ tagIds: [from.id] })
  await withdraw(id)
  await merge(from.id, into.id)
  await publish(id)
  for (const tags of await tagsOf(id)) expect(tags).toEqual([into.id])
})

it('a merged section takes its stories along; their paths stay until they are published again', async () => {
  const [from, into] = [await make.tag({ type: 'SECTION' }), await make.tag({ type: 'SECTION' })]
  const { id, content } = await live({ sectionId: from.id })
  await merge(from.id, into.id)
  for (const face of Object.values(faces)) {
    expect(await face.article({ id })).toMatchObject({
      section: { id: into.id },
      path: `/${from.slug}/${content.slug}`,
    })
    expect((await face.list({ section: from.slug })).map((story) => story.id)).toEqual([id])
  }
  await publish(id)
  expect(await faces.rest.resolve(`/${from.slug}/${content.slug}`)).toMatchObject({
    kind: 'REDIRECT',
    location: `/${into.slug}/${content.slug}`,
  })
})

it('a renamed tag is seen at once in every story that carries it', async () => {
  const tag = await make.tag({ name: 'Old name' })
  const { id } = await live({ tagIds: [tag.id] })
  await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as, body: { name: 'New name', slug: 'brand-new' } })
  for (const face of Object.values(faces)) {
    const story = await face.article({ id })
    expect(story?.tags[0]).toMatchObject({ id: tag.id, name: 'New name', slug: 'brand-new' })
    expect(JSON.stringify(story)).not.toContain('Old name')
  }
})

it('stories that are published and withdrawn while their tags and sections merge never keep a merged one', async () => {
  for (let round = 0; round < 12; round++) {
    const [from, into] = [await make.tag(), await make.tag()]
    const [fromSection, intoSection] = [await make.tag({ type: 'SECTION' }), await make.tag({ type: 'SECTION' })]
    const input = { tagIds: [from.id], sectionId: fromSection.id, body: someBody }
    const waiting = await Promise.all(Array.from({ length: 3 }, () => draft(input)))
    const leaving = await live(input)
    const answers = await Promise.all([
      faces.rest.publish(waiting[0]?.id ?? ''),
      merge(from.id, into.id),
      faces.graphql.publish(waiting[1]?.id ?? ''),
      faces.rest.withdraw(leaving.id),
      merge(fromSection.id, intoSection.id),
      faces.rest.publish(waiting[2]?.id ?? ''),
    ])
    expect(answers.map(({ status, text }) => (status === 200 ? 200 : text))).toEqual(Array(6).fill(200))
    expect(await strays()).toBe(0)
    for (const { id } of waiting)
      expect(await faces.rest.article({ id })).toMatchObject({
        section: { id: intoSection.id },
        tags: [{ id: into.id }],
      })
  }
})

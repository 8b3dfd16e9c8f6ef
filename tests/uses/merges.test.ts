import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { facesOf, paragraph, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { rest, graphql, make, events } = news
const { draft, live, publish, withdraw } = storyMakers(news)
const faces = facesOf(news)
afterAll(news.close)

const as = 'editor' as const

/** Merges over one face or the other in turn, so that both are tried. */
let turn = 0
const merging = (noun: 'authors' | 'media') => (id: string, intoId: string) => {
  const name = noun === 'authors' ? 'mergeAuthors' : 'mergeMedia'
  return turn++ % 2
    ? graphql(
        `mutation ($id: ID!, $into: ID!) { ${name}(id: $id, into: $into) { id version } }`,
        { id, into: intoId },
        { as },
      )
    : rest('POST', `/v1/editorial/${noun}/${id}/merge`, { as, body: { intoId } })
}

for (const face of ['rest', 'graphql'])
  describe(`authors merged over ${face}`, () => {
    const mergeNow = merging('authors')
    const merge = (id: string, into: string) => {
      turn = face === 'rest' ? 0 : 1
      return mergeNow(id, into)
    }

    it('take their bylines, lists and slugs along, with one event', async () => {
      const [from, into] = [await make.author({ name: 'A. Bek' }), await make.author({ name: 'Aigerim Bek' })]
      const { id } = await live({ bylines: [{ authorId: from.id, role: 'Reporting' }] })
      await events()
      expect(await merge(from.id, into.id)).toMatchObject({ status: 200, data: { id: into.id, version: 2 } })
      expect(await events()).toEqual({ 'author.merged': 1 })
      for (const each of Object.values(faces)) {
        const story = await each.article({ id })
        expect(story?.bylines).toMatchObject([
          { role: 'Reporting', displayName: 'Aigerim Bek', author: { id: into.id } },
        ])
        expect(JSON.stringify(story)).not.toContain(from.id)
        for (const author of [from.slug, from.id, into.slug, into.id])
          expect((await each.list({ author })).map((story) => story.id)).toEqual([id])
      }
      for (const key of [from.slug, from.id]) {
        const { status, headers } = await rest('GET', `/v1/authors/${key}`)
        expect([status, headers.location]).toEqual([301, `/v1/authors/${into.slug}`])
      }
      expect(await faces.rest.resolve(`/authors/${from.slug}`)).toMatchObject({ location: `/authors/${into.slug}` })
      const { data } = await graphql<{ id: string; articles: { nodes: object[] } }>(
        'query ($slug: String!) { author(slug: $slug) { id articles { nodes { id } } } }',
        { slug: from.slug },
      )
      expect(data).toEqual({ id: into.id, articles: { nodes: [{ id }] } })
    })

    it('stand once over a story that has both, with both roles', async () => {
      const [from, into, other] = [await make.author(), await make.author(), await make.author()]
      const bylines = [
        { authorId: into.id, role: 'Reporting' },
        { authorId: other.id, role: 'Wire' },
        { authorId: from.id, role: 'Photos', displayName: 'The Eye' },
      ]
      const [shown, later] = [await live({ bylines }), await draft({ bylines })]
      await merge(from.id, into.id)
      await publish(later.id)
      for (const { id } of [shown, later])
        for (const each of Object.values(faces))
          expect((await each.article({ id }))?.bylines).toMatchObject([
            { position: 1, role: 'Reporting, Photos', displayName: 'The Eye', author: { id: into.id } },
            { position: 2, role: 'Wire', author: { id: other.id } },
          ])
      expect((await faces.rest.list({ author: into.id })).map(({ id }) => id).sort()).toEqual(
        [shown.id, later.id].sort(),
      )
    })

    it('a draft and a withdrawn story with the merged one go live with the one that stays', async () => {
      const [from, into] = [await make.author(), await make.author()]
      const bylines = [{ authorId: from.id }]
      const [waiting, back] = [await draft({ bylines }), await live({ bylines })]
      await withdraw(back.id)
      await merge(from.id, into.id)
      for (const { id } of [waiting, back]) {
        await publish(id)
        expect((await faces.rest.article({ id }))?.bylines).toMatchObject([{ author: { id: into.id } }])
      }
    })

    it('the merged one is in no list, cannot be changed, and tells where it went', async () => {
      const [from, into] = [await make.author({ isPublic: true }), await make.author({ isPublic: true })]
      await merge(from.id, into.id)
      for (const path of ['/v1/authors', '/v1/editorial/authors'])
        expect((await rest('GET', `${path}?first=100`, { as })).text).not.toContain(`"id":"${from.id}"`)
      expect((await rest('GET', `/v1/editorial/authors/${from.id}`, { as })).data.mergedIntoId).toBe(into.id)
      const body = { name: 'Late' }
      expect((await rest('PATCH', `/v1/editorial/authors/${from.id}`, { as, body })).code).toBe('conflict')
      expect((await merge(from.id, into.id)).code).toBe('conflict')
      expect((await merge(into.id, from.id)).code).toBe('conflict')
    })

    it('a chain of merges leads straight to its end', async () => {
      const [one, two, three] = [await make.author(), await make.author(), await make.author()]
      const { id } = await draft({ bylines: [{ authorId: one.id }] })
      await merge(one.id, two.id)
      await merge(two.id, three.id)
      await publish(id)
      expect((await faces.rest.article({ id }))?.bylines).toMatchObject([{ author: { id: three.id } }])
      expect((await rest('GET', `/v1/authors/${one.slug}`)).headers.location).toBe(`/v1/authors/${three.slug}`)
    })

    it('is refused for itself, for nobody and by an author', async () => {
      const { id } = await make.author()
      expect((await merge(id, id)).code).toBe('conflict')
      expect((await merge(id, randomUUID())).code).toBe('not_found')
      expect((await merge(randomUUID(), id)).code).toBe('not_found')
      expect((await merge(id, 'nonsense')).paths).toEqual(['intoId'])
      const body = { intoId: (await make.author()).id }
      expect((await rest('POST', `/v1/editorial/authors/${id}/merge`, { as: 'author', body })).code).toBe('forbidden')
    })
  })

for (const face of ['rest', 'graphql'])
  describe(`assets merged over ${face}`, () => {
    const mergeNow = merging('media')
    const merge = (id: string, into: string) => {
      turn = face === 'rest' ? 0 : 1
      return mergeNow(id, into)
    }
    const using = (id: string) => ({
      leadMedia: { mediaId: id, caption: 'Our own words.' },
      body: [
        paragraph('Text.'),
        { _type: 'image', mediaId: id, alt: 'In the text.' },
        { _type: 'gallery', images: [{ _key: 'a', mediaId: id }] },
      ],
    })

    it('live stories show the one that stays everywhere, with their own words, and no other story moves', async () => {
      const [from, into] = [await make.media({ alt: 'Old' }), await make.media({ alt: 'New' })]
      const [story, other] = [await live(using(from.id)), await live(using(into.id))]
      const before = await faces.rest.article({ id: other.id })
      news.setClock(5)
      await events()
      expect(await merge(from.id, into.id)).toMatchObject({ status: 200, data: { id: into.id, version: 2 } })
      expect(await events()).toEqual({ 'media.merged': 1 })
      for (const each of Object.values(faces)) {
        const shown = await each.article({ id: story.id })
        expect(shown?.leadMedia).toMatchObject({ id: into.id, alt: 'New', caption: 'Our own words.', url: into.url })
        expect(shown?.bodyHtml).toContain(into.url)
        expect(shown?.bodyHtml).toContain('In the text.')
        expect(shown?.modifiedAt).toBe(news.now().toISOString())
        expect(JSON.stringify(shown)).not.toContain(from.id)
        expect(JSON.stringify(shown)).not.toContain(from.url)
      }
      expect(await faces.rest.article({ id: other.id })).toEqual(before)
      const change = { credit: 'Somebody' }
      await rest('PATCH', `/v1/editorial/media/${into.id}`, { as, body: change })
      expect((await faces.rest.article({ id: story.id }))?.leadMedia).toMatchObject(change)
    })

    it('drafts and withdrawn stories with the merged one go live with the one that stays', async () => {
      const [from, into] = [await make.media(), await make.media()]
      const [waiting, back] = [await draft(using(from.id)), await live(using(from.id))]
      await withdraw(back.id)
      await merge(from.id, into.id)
      for (const { id } of [waiting, back]) {
        await publish(id)
        const { text } = await rest('GET', `/v1/articles/${id}`)
        expect(text).toContain(into.url)
        expect(text).not.toContain(from.id)
      }
    })

    it('pictures of authors move', async () => {
      const [from, into] = [await make.media(), await make.media()]
      const author = await make.author({ avatarId: from.id, isPublic: true })
      await merge(from.id, into.id)
      expect((await rest('GET', `/v1/authors/${author.slug}`)).data.avatar).toMatchObject({ id: into.id })
      const body = { avatarId: from.id }
      expect((await rest('PATCH', `/v1/editorial/authors/${author.id}`, { as, body })).code).toBe('missing_reference')
    })

    it('a story that shows both shows the one that stays twice', async () => {
      const [from, into] = [await make.media(), await make.media()]
      const { id } = await live({ ...using(into.id), leadMedia: { mediaId: from.id } })
      await merge(from.id, into.id)
      expect((await faces.rest.article({ id }))?.leadMedia).toMatchObject({ id: into.id })
      await publish(id)
      expect((await faces.rest.article({ id }))?.leadMedia).toMatchObject({ id: into.id })
    })

    it('is refused for another type, for itself, twice, for nobody and by an author', async () => {
      const [picture, video, other] = [await make.media(), await make.media({ type: 'VIDEO' }), await make.media()]
      expect((await merge(picture.id, video.id)).code).toBe('conflict')
      expect((await merge(picture.id, picture.id)).code).toBe('conflict')
      expect((await merge(picture.id, randomUUID())).code).toBe('not_found')
      await merge(picture.id, other.id)
      expect((await merge(picture.id, other.id)).code).toBe('conflict')
      expect((await rest('PATCH', `/v1/editorial/media/${picture.id}`, { as, body: { alt: 'x' } })).code).toBe(
        'conflict',
      )
      const body = { intoId: video.id }
      expect((await rest('POST', `/v1/editorial/media/${other.id}/merge`, { as: 'author', body })).code).toBe(
        'forbidden',
      )
    })
  })

it('what was merged can be deleted when no draft names it; then the other can be too', async () => {
  const [from, into] = [await make.author(), await make.author()]
  const remove = (id: string) => rest('DELETE', `/v1/editorial/authors/${id}`, { as })
  await rest('POST', `/v1/editorial/authors/${from.id}/merge`, { as, body: { intoId: into.id } })
  expect((await remove(into.id)).code).toBe('in_use')
  expect([(await remove(from.id)).status, (await remove(into.id)).status]).toEqual([204, 204])
})

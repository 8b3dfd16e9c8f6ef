import { afterAll, describe, expect, it } from 'vitest'
import { as, paragraph } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { liveBlogMakers, postFacesOf } from './live-blogs.ts'

const news = await testNewsroom()
const { rest, db, make, setClock, now } = news
const face = postFacesOf(news).rest
const blogs = liveBlogMakers(news)
afterAll(() => news.close())

const image = (mediaId: string) => ({ _type: 'image', mediaId })
const imageOf = async (story: string) =>
  (await face.window(story)).data?.posts[0]?.body[0] as { media?: { id: string; alt: string } }

describe('what posts use', () => {
  it('an asset or author of a post is in use, draft or live, until the post lets go of it', async () => {
    const id = await blogs.blog()
    const [media, author] = [await make.media(), await make.author()]
    const input = { body: [image(media.id)], bylines: [{ authorId: author.id }] }
    const post = await blogs.draftPost(id, '', input)
    const addresses = [`/v1/editorial/media/${media.id}`, `/v1/editorial/authors/${author.id}`]
    const refused = async () =>
      (await Promise.all(addresses.map((url) => rest('DELETE', url, { as })))).map(({ code }) => code)
    expect(await refused()).toEqual(['in_use', 'in_use'])
    for (const url of addresses)
      expect((await rest('GET', `${url}/uses`, { as })).data).toMatchObject({
        ...{ count: 1, items: [{ kind: 'ARTICLE', id, where: ['POST'] }] },
      })
    await blogs.publishPost(post)
    await face.revise(post, { body: [paragraph('Words.')], bylines: [] })
    expect((await rest('GET', `${addresses[0]}/uses`, { as })).data).toMatchObject({
      ...{ items: [{ where: ['LIVE', 'POST'] }] },
    })
    await blogs.verb(id, 'withdraw')
    expect(await refused()).toEqual(['in_use', 'in_use'])
    await blogs.verb(id, 'publish')
    await face.publish(post)
    expect(await refused()).toEqual([null, null])
  })

  it('a change of an asset reaches live posts, and their story says so', async () => {
    const id = await blogs.blog()
    const media = await make.media({ alt: 'Before' })
    await blogs.post(id, '', { body: [image(media.id)] })
    setClock(5)
    await rest('PATCH', `/v1/editorial/media/${media.id}`, { as, body: { alt: 'After' } })
    expect((await imageOf(id)).media).toMatchObject({ alt: 'After' })
    expect(await face.story(id)).toMatchObject({ modifiedAt: now().toISOString() })
    const entry = await db.journalEntry.findFirst({ where: { subjectId: media.id }, orderBy: { sequence: 'desc' } })
    expect(entry).toMatchObject({ isPublic: true, keys: expect.arrayContaining([id]) })
  })

  it('merges of assets and authors reach live posts', async () => {
    const id = await blogs.blog()
    const [from, into] = [await make.media({ alt: 'Old' }), await make.media({ alt: 'New' })]
    const [gone, stays] = [await make.author({ name: 'Goes' }), await make.author({ name: 'Stays' })]
    const bylines = [
      { authorId: gone.id, role: 'Words' },
      { authorId: stays.id, role: 'Pictures' },
    ]
    await blogs.post(id, '', { body: [image(from.id)], bylines })
    await rest('POST', `/v1/editorial/media/${from.id}/merge`, { as, body: { intoId: into.id } })
    await rest('POST', `/v1/editorial/authors/${gone.id}/merge`, { as, body: { intoId: stays.id } })
    expect((await imageOf(id)).media).toMatchObject({ id: into.id, alt: 'New' })
    const shown = (await face.window(id)).data
    expect(shown?.posts[0]?.bylines).toMatchObject([{ role: 'Words, Pictures', author: { id: stays.id } }])
    await blogs.verb(id, 'withdraw')
    await blogs.verb(id, 'publish')
    expect((await face.window(id)).data?.posts[0]).toMatchObject({
      bylines: shown?.posts[0]?.bylines,
      body: shown?.posts[0]?.body,
    })
  })

  it('an author becomes public with their first post that readers see', async () => {
    const id = await blogs.blog()
    const author = await make.author({ name: 'New Hand' })
    const post = await blogs.draftPost(id, 'Words.', { bylines: [{ authorId: author.id }] })
    expect((await rest('GET', `/v1/authors/${author.id}`)).status).toBe(404)
    await blogs.publishPost(post)
    expect((await rest('GET', `/v1/authors/${author.id}`)).status).toBe(200)
  })
})

describe('posts at the same time', () => {
  it('twenty posts made, published and withdrawn at once leave what was acknowledged', async () => {
    const id = await blogs.blog()
    const made = await Promise.all(Array.from({ length: 20 }, (_, i) => blogs.post(id, `Post ${i}`)))
    await Promise.all(made.slice(0, 5).map((post) => face.withdraw(post)))
    const { data } = await face.window(id, { first: '100' })
    expect(data?.totalPosts).toBe(15)
    expect(new Set(data?.posts.map((post) => post.id))).toEqual(new Set(made.slice(5)))
  })

  it('of two who revise the same copy one is refused', async () => {
    const post = await blogs.draftPost(await blogs.blog(), 'One.')
    const answers = await Promise.all(['a', 'b'].map((title) => face.revise(post, { title }, 1)))
    expect(answers.map(({ code }) => code).sort()).toEqual([null, 'stale_version'].sort())
  })

  it('a post published while its story is withdrawn is shown with it or not at all', async () => {
    const id = await blogs.blog()
    const posts = await Promise.all(Array.from({ length: 6 }, (_, i) => blogs.draftPost(id, `Post ${i}`)))
    await Promise.all([...posts.map((post) => face.publish(post)), blogs.verb(id, 'withdraw')])
    expect(await db.publishedPost.count({ where: { articleId: id } })).toBe(0)
    await blogs.verb(id, 'publish')
    expect((await face.window(id)).data?.totalPosts).toBe(6)
  })
})

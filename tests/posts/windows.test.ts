import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { liveBlogMakers, postFacesOf, type Window } from './live-blogs.ts'

const news = await testNewsroom()
const { rest, graphql, db } = news
const faces = postFacesOf(news)
const blogs = liveBlogMakers(news)
let id: string
/** Oldest first: post 0 to 29, every fifth a key event, every tenth pinned; 12 and 13 at the same time. */
const ids: string[] = []

beforeAll(async () => {
  id = await blogs.blog()
  for (let i = 0; i < 30; i++) {
    const minute = String(i === 13 ? 12 : i).padStart(2, '0')
    const flags = { isKeyEvent: i % 5 === 0, isPinned: i % 10 === 0, at: `2026-01-08T09:${minute}:00Z` }
    ids.push(await blogs.post(id, `Post ${i}`, flags))
  }
})
afterAll(() => news.close())

const numbers = (window: Window | null | undefined) => window?.posts.map((post) => ids.indexOf(post.id))
const range = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, i) => from - i)

describe.each(Object.entries(faces))('windows over %s', (_name, face) => {
  it('latest gives the newest first, and leads on to older ones and back', async () => {
    const first = (await face.window(id, { first: '12' })).data
    expect([numbers(first), first?.totalPosts, first?.newer]).toEqual([range(29, 18), 30, null])
    const second = (await face.window(id, { first: '12', after: first?.older ?? '' })).data
    expect(numbers(second)).toEqual(range(17, 6))
    const last = (await face.window(id, { first: '12', after: second?.older ?? '' })).data
    expect([numbers(last), last?.older]).toEqual([range(5, 0), null])
    const back = (await face.window(id, { first: '3', before: last?.newer ?? '' })).data
    expect(numbers(back)).toEqual([8, 7, 6])
    const upper = (await face.window(id, { first: '100', before: back?.newer ?? '' })).data
    expect([numbers(upper), upper?.newer]).toEqual([range(29, 9), null])
  })

  it('around gives a post with as many on either side', async () => {
    const middle = (await face.window(id, { window: 'around', post: ids[13] ?? '', first: '2' })).data
    expect(numbers(middle)).toEqual([15, 14, 13, 12, 11])
    expect(numbers((await face.window(id, { first: '2', before: middle?.newer ?? '' })).data)).toEqual([17, 16])
    expect(numbers((await face.window(id, { first: '2', after: middle?.older ?? '' })).data)).toEqual([10, 9])
    const top = (await face.window(id, { window: 'around', post: ids[29] ?? '', first: '1' })).data
    expect([numbers(top), top?.newer]).toEqual([[29, 28], null])
    const bottom = (await face.window(id, { window: 'around', post: ids[0] ?? '', first: '1' })).data
    expect([numbers(bottom), bottom?.older]).toEqual([[1, 0], null])
  })

  it('since gives what comes right after a post or an instant, newest first', async () => {
    const some = (await face.window(id, { window: 'since', post: ids[12] ?? '', first: '3' })).data
    expect(numbers(some)).toEqual([15, 14, 13])
    expect(numbers((await face.window(id, { first: '2', before: some?.newer ?? '' })).data)).toEqual([17, 16])
    const later = (await face.window(id, { window: 'since', since: '2026-01-08T09:27:00Z' })).data
    expect([numbers(later), later?.newer]).toEqual([[29, 28], null])
    const none = (await face.window(id, { window: 'since', post: ids[29] ?? '' })).data
    expect([none?.posts, none?.newer]).toEqual([[], null])
  })

  it('key events and pinned posts are lists of their own', async () => {
    const events = (await face.window(id, { window: 'keyEvents', first: '4' })).data
    expect([numbers(events), events?.totalPosts]).toEqual([[25, 20, 15, 10], 30])
    const more = (await face.window(id, { window: 'keyEvents', after: events?.older ?? '' })).data
    expect(numbers(more)).toEqual([5, 0])
    expect(numbers((await face.window(id, { window: 'pinned' })).data)).toEqual([20, 10, 0])
    expect((await face.window(id, { after: events?.older ?? '' })).code).toBe('invalid_cursor')
  })

  it('refuses what is over the limit or does not belong here, by name', async () => {
    const tooMany = await face.window(id, { first: '101' })
    expect([tooMany.code, tooMany.paths]).toEqual(['limit_exceeded', ['first']])
    const other = await blogs.blog()
    await blogs.post(other, 'Elsewhere.')
    await blogs.post(other, 'Elsewhere too.')
    const foreign = (await face.window(other, { first: '1' })).data?.older ?? ''
    expect((await face.window(id, { after: foreign })).code).toBe('invalid_cursor')
    expect((await face.window(other, { window: 'around', post: ids[3] ?? '' })).data).toBeNull()
    expect((await face.window(id, { window: 'around', post: 'nonsense' })).code).toBe('invalid_input')
    const both = { window: 'since', post: ids[1] ?? '', since: '2026-01-08T09:27:00Z' }
    expect((await face.window(id, both)).code).toBe('invalid_input')
  })

  it('a story shows the beginning of its live blog', async () => {
    const live = (await face.story(id))?.liveBlog
    expect([numbers(live?.latest), numbers(live?.keyEvents), numbers(live?.pinned)]).toEqual([
      ...[range(29, 20), [25, 20, 15, 10, 5, 0], [20, 10, 0]],
    ])
    expect(live).toMatchObject({ totalPosts: 30, startsAt: '2026-01-08T09:00:00.000Z', endsAt: null })
    expect(numbers((await face.window(id, { first: '1', after: live?.latest.older ?? '' })).data)).toEqual([19])
  })
})

describe('windows', () => {
  it('are found by the slug of the story, also by a former one', async () => {
    const { slug } = await db.publishedArticle.findUniqueOrThrow({ where: { id } })
    expect(numbers((await faces.rest.window(slug, { first: '1' })).data)).toEqual([29])
    await rest('PATCH', `/v1/editorial/articles/${id}`, { as: 'editor', body: { slug: 'another-slug' } })
    await blogs.verb(id, 'publish')
    expect(numbers((await faces.rest.window(slug, { first: '1' })).data)).toEqual([29])
    expect((await faces.rest.window('no-such-story')).status).toBe(404)
  })

  it('refuse parameters that do not go together, by name', async () => {
    const answer = await rest('GET', `/v1/articles/${id}/posts?window=keyEvents&post=${ids[0]}`)
    expect([answer.code, answer.paths]).toEqual(['invalid_input', ['post']])
    expect((await rest('GET', `/v1/articles/${id}/posts?window=around`)).paths).toEqual(['post'])
    expect((await rest('GET', `/v1/articles/${id}/posts?limit=3`)).code).toBe('unknown_parameter')
  })

  it('of many stories are one statement each', async () => {
    const other = await blogs.blog()
    await blogs.post(other, 'Only one.')
    const query = `{ articles(first: 5) { nodes { id liveBlog { totalPosts latest(first: 2) { posts { bodyText } } } } } }`
    const { data } = await graphql<{ nodes: { id: string; liveBlog: { totalPosts: number; latest: Window } }[] }>(query)
    const found = new Map(data.nodes.map((node) => [node.id, node.liveBlog]))
    expect(found.get(id)?.latest.posts).toHaveLength(2)
    expect(found.get(other)).toMatchObject({ totalPosts: 1, latest: { posts: [{ bodyText: 'Only one.' }] } })
  })

  it('keep the order of displayed times when a post is moved', async () => {
    const blog = await blogs.blog()
    const one = await blogs.post(blog, 'One', { at: '2026-01-08T09:01:00Z' })
    const two = await blogs.post(blog, 'Two', { at: '2026-01-08T09:02:00Z' })
    await faces.rest.revise(one, { at: '2026-01-08T09:03:00Z', body: [paragraph('One, later')] })
    const before = (await faces.rest.window(blog)).data?.posts.map((post) => post.id)
    expect(before).toEqual([two, one])
    await faces.rest.publish(one)
    expect((await faces.rest.window(blog)).data?.posts.map((post) => post.id)).toEqual([one, two])
  })
})

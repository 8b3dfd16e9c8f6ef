import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { nouns } from './nouns.ts'

const news = await testNewsroom()
const { rest, graphql, make } = news
const { draft, live } = storyMakers(news)
afterAll(news.close)

interface Uses {
  count: number
  items: { kind: string; id: string; name: string; status: string | null; where: string[] }[]
}

describe.each(nouns(news))('who uses a $noun', ({ Type, path, made, inStory }) => {
  const record = `${Type.charAt(0).toLowerCase()}${Type.slice(1)}Record`
  const usesOf = async (id: string, as: 'contributor' | 'editor' = 'contributor') => {
    const { data } = await rest<Uses>('GET', `${path}/${id}/uses`, { as })
    const query = `query ($id: ID!) { ${record}(id: $id) { uses { count items { kind id name status where } } } }`
    const twin = await graphql<{ uses: Uses }>(query, { id }, { as })
    expect(twin.data.uses).toEqual(data)
    return data
  }

  it('is nobody at first', async () => {
    expect(await usesOf((await made()).id)).toEqual({ count: 0, items: [] })
  })

  it('is told newest first, with where, on both faces', async () => {
    const { id } = await made()
    const older = await draft(inStory(id))
    const newer = await live(inStory(id))
    await live(inStory((await made()).id))
    const { count, items } = await usesOf(id)
    expect(count).toBe(2)
    expect(items.map((each) => [each.id, each.name, each.status, each.where])).toEqual([
      [newer.id, newer.content.headline, 'LIVE', ['HEAD', 'LIVE']],
      [older.id, older.content.headline, 'DRAFT', ['HEAD']],
    ])
  })

  it('includes whoever uses what was merged into it, and that itself', async () => {
    const [from, into] = [await made(), await made()]
    const story = await draft(inStory(from.id))
    expect((await rest('POST', `${path}/${from.id}/merge`, { as: 'editor', body: { intoId: into.id } })).status).toBe(
      200,
    )
    const { items } = await usesOf(into.id)
    expect(items.map((each) => [each.id, each.where])).toEqual([
      [story.id, ['HEAD']],
      [from.id, ['MERGED']],
    ])
  })

  it('of an unknown one is not found; without a key it is told to nobody', async () => {
    const { id } = await made()
    expect((await rest('GET', `${path}/${randomUUID()}/uses`, { as: 'editor' })).code).toBe('not_found')
    expect((await rest('GET', `${path}/nonsense/uses`, { as: 'editor' })).code).toBe('not_found')
    expect((await rest('GET', `${path}/${id}/uses`)).code).toBe('unauthenticated')
  })

  it('is asked for a list at once', async () => {
    const query = `{ ${record}s(first: 100) { nodes { id uses { count } } } }`
    const { data } = await graphql<{ nodes: { id: string; uses: { count: number } }[] }>(query, {}, { as: 'editor' })
    expect(data.nodes.some(({ uses }) => uses.count === 0)).toBe(true)
    expect(data.nodes.some(({ uses }) => uses.count > 1)).toBe(true)
  })
})

it('an author’s picture and a tag’s child are told too', async () => {
  const picture = await make.media()
  const author = await make.author({ avatarId: picture.id })
  const { data } = await rest<Uses>('GET', `/v1/editorial/media/${picture.id}/uses`, { as: 'contributor' })
  expect(data).toEqual({
    count: 1,
    items: [{ kind: 'AUTHOR', id: author.id, name: author.name, status: null, where: ['AVATAR'] }],
  })
})

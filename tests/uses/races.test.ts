import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { nouns } from './nouns.ts'

const news = await testNewsroom()
const { rest, db, make } = news
const { draft, publish, live } = storyMakers(news)
afterAll(news.close)

const rounds = 12
const create = (input: object) =>
  rest<{ id: string }>('POST', '/v1/editorial/articles', { as: 'editor', body: { headline: 'A race', ...input } })

/** Stories whose newest revision names something that is not there any more. */
const dangling = async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM article_reference r WHERE NOT EXISTS (
      SELECT FROM tag WHERE id = "targetId" UNION SELECT FROM author WHERE id = "targetId"
      UNION SELECT FROM media_asset WHERE id = "targetId")`
  return row?.count
}

describe.each(nouns(news))('a $noun deleted while stories pick it up', ({ path, made, inStory }) => {
  it('is either deleted, and no story has it, or stays, and every story that was answered has it', async () => {
    const outcomes = new Set<string>()
    for (let round = 0; round < rounds; round++) {
      const { id } = await made()
      const { id: story } = await draft()
      const remove = () => rest('DELETE', `${path}/${id}`, { as: 'editor' })
      const revise = () => rest('PATCH', `/v1/editorial/articles/${story}`, { as: 'editor', body: inStory(id) })
      const asked = [create(inStory(id)), revise(), create(inStory(id))]
      if (round % 2) await Promise.race(asked)
      const [removed, ...saved] = await Promise.all([remove(), ...asked])
      const kept = saved.filter(({ status }) => status < 300)
      outcomes.add(removed?.status === 204 ? 'deleted' : 'stays')
      if (removed?.status === 204) expect(kept).toEqual([])
      else expect([removed?.code, kept.length]).toEqual(['in_use', saved.length])
      for (const { status, code } of saved) if (status >= 300) expect(code).toBe('missing_reference')
    }
    expect(await dangling()).toBe(0)
    expect(outcomes.size).toBeGreaterThan(0)
  })

  it('and while stories go live with it: nothing live names what is not there', async () => {
    for (let round = 0; round < rounds; round++) {
      const { id } = await made()
      const { id: story } = await draft(inStory(id))
      const { id: other } = await live()
      await rest('PATCH', `/v1/editorial/articles/${story}`, { as: 'editor', body: { ...inStory(id), tagIds: [] } })
      const answers = await Promise.all([
        rest('DELETE', `${path}/${id}`, { as: 'editor' }),
        publish(story).catch(() => null),
        rest('PATCH', `/v1/editorial/articles/${other}`, { as: 'editor', body: inStory(id) }),
      ])
      expect(answers[0]?.status === 204 || answers[0]?.code === 'in_use', answers[0]?.text).toBe(true)
    }
    expect(await dangling()).toBe(0)
  })
})

it('authors and pictures merged while stories with them go live leave no trace of the merged one', async () => {
  for (let round = 0; round < rounds; round++) {
    const [from, into] = [await make.author(), await make.author()]
    const [old, fresh] = [await make.media(), await make.media()]
    const { id } = await draft({ bylines: [{ authorId: from.id }], leadMedia: { mediaId: old.id } })
    const merge = (path: string, a: string, b: string) =>
      rest('POST', `/v1/editorial/${path}/${a}/merge`, { as: 'editor', body: { intoId: b } })
    const answers = await Promise.all([
      publish(id),
      merge('authors', from.id, into.id),
      merge('media', old.id, fresh.id),
    ])
    expect(answers.slice(1).map((answer) => 'status' in answer && answer.status)).toEqual([200, 200])
    const { text } = await rest('GET', `/v1/articles/${id}`)
    expect(text).toContain(into.id)
    expect(text).toContain(fresh.id)
    for (const gone of [from.id, old.id]) expect(text).not.toContain(gone)
  }
  expect(await db.publishedByline.count({ where: { author: { mergedIntoId: { not: null } } } })).toBe(0)
  expect(await db.publishedMedia.count({ where: { media: { mergedIntoId: { not: null } } } })).toBe(0)
})

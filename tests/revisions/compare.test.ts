import { randomUUID } from 'node:crypto'
import { afterAll, describe, expect, it } from 'vitest'
import { paragraph, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type RevisionFace, revisionFaces } from './faces.ts'

const news = await testNewsroom()
const { draft, live, revise } = storyMakers(news)
afterAll(news.close)

const faces = revisionFaces(news)
const each = Object.entries(faces) as [string, RevisionFace][]
const keyed = (_key: string, text: string) => ({ ...paragraph(text), _key })

describe.each(each)('over %s', (_name, face) => {
  it('what is not published yet is what the newest revision says differently than the live one', async () => {
    const { id } = await live({ headline: 'Prices rise', body: [keyed('a', 'It rained.'), keyed('b', 'It snowed.')] })
    expect((await face.diff(id)).data).toEqual({ from: 1, to: 1, fields: [], blocks: [] })
    await revise(id, { headline: 'Prices rise again' })
    await revise(id, { body: [keyed('b', 'It snowed.'), keyed('a', 'It never rained.'), keyed('c', 'New.')] })
    const { data } = await face.diff(id)
    expect(data).toMatchObject({
      from: 1,
      to: 3,
      fields: [{ field: 'headline', before: 'Prices rise', after: 'Prices rise again' }],
      blocks: [
        { change: 'MOVED', key: 'b', isMoved: true, fromIndex: 1, toIndex: 0, text: null },
        {
          ...{ change: 'CHANGED', key: 'a', isMoved: false, fromIndex: 0, toIndex: 1 },
          before: { _key: 'a', children: [{ text: 'It rained.' }] },
          after: { _key: 'a', children: [{ text: 'It never rained.' }] },
          text: [
            { op: 'SAME', text: 'It ' },
            { op: 'ADDED', text: 'never ' },
            { op: 'SAME', text: 'rained.' },
          ],
        },
        { change: 'ADDED', key: 'c', fromIndex: null, toIndex: 2, before: null },
      ],
    })
  })

  it('of a story that is not live the newest revision is compared with the one before, over gaps too', async () => {
    const { id } = await draft({ headline: 'One' })
    expect((await face.diff(id)).data).toEqual({ from: 1, to: 1, fields: [], blocks: [] })
    await revise(id, { headline: 'Two', autosave: true })
    await revise(id, { headline: 'Three', autosave: true })
    expect((await face.diff(id)).data).toMatchObject({ from: 1, to: 3, fields: [{ field: 'headline', before: 'One' }] })
  })

  it('any two revisions can be compared, in either direction', async () => {
    const { id } = await draft({ headline: 'One', kicker: 'K' })
    await revise(id, { headline: 'Two' })
    await revise(id, { kicker: null })
    const kicker = { field: 'kicker', before: 'K', after: null }
    expect((await face.diff(id, { from: 2, to: 3 })).data).toMatchObject({ from: 2, to: 3, fields: [kicker] })
    expect((await face.diff(id, { to: 2 })).data).toMatchObject({ from: 1, to: 2, fields: [{ field: 'headline' }] })
    expect((await face.diff(id, { from: 3, to: 2 })).data).toMatchObject({
      fields: [{ field: 'kicker', before: null, after: 'K' }],
    })
  })

  it('there is no comparison with a revision that does not exist', async () => {
    const { id } = await draft()
    expect((await face.diff(id, { from: 9 })).data).toBeNull()
    expect((await face.diff(id, { to: 9 })).data).toBeNull()
    expect((await face.diff(randomUUID())).data).toBeNull()
  })

  it('numbers below one are refused', async () => {
    const { id } = await draft()
    expect(await face.diff(id, { from: 0 })).toMatchObject({ status: 400, code: 'invalid_input', paths: ['from'] })
  })

  it('whoever reads drafts may compare, readers may not', async () => {
    const { id } = await draft()
    expect((await face.diff(id, {}, { as: 'contributor' })).data).toMatchObject({ from: 1, to: 1 })
  })
})

it('REST refuses readers, what is no number and unknown parameters', async () => {
  const { id } = await draft({ headline: 'Hidden words' })
  const path = `/v1/editorial/articles/${id}/diff`
  const anonymous = await news.rest('GET', path)
  expect(anonymous).toMatchObject({ status: 401, code: 'unauthenticated' })
  expect(anonymous.text).not.toContain('Hidden words')
  expect(await news.rest('GET', `${path}?from=x`, { as: 'editor' })).toMatchObject({ paths: ['from'] })
  expect(await news.rest('GET', `${path}?since=1`, { as: 'editor' })).toMatchObject({ code: 'unknown_parameter' })
})

it('GraphQL compares many stories of a list at once', async () => {
  const made = await Promise.all(Array.from({ length: 5 }, (_, n) => draft({ headline: `Old ${n}` })))
  for (const { id } of made) await revise(id, { headline: 'New' })
  const { data } = await news.graphql<{
    nodes: { id: string; diff: { from: number; fields: { before: string }[] } }[]
  }>('{ articleDrafts(first: 20) { nodes { id diff { from to fields { field before } } } } }', {}, { as: 'editor' })
  const told = made.map(({ id }) => data.nodes.find((node) => node.id === id)?.diff.fields[0]?.before)
  expect(told).toEqual(made.map((_, n) => `Old ${n}`))
})

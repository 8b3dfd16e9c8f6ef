import { afterAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, type Face, facesOf, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { scenario } = news
const faces = facesOf(news)
const { draft, live, revise, publish, withdraw } = storyMakers(news)
afterAll(news.close)

const each = Object.entries(faces) as [string, Face][]
const localesOf = async (face: Face, id: string) =>
  (await face.article({ id }))?.translations.map(({ locale }) => locale)

describe.each(each)('over %s', (_name, face) => {
  it('translations list each other and their original, and only those that are live', async () => {
    const original = await live()
    const kazakh = await live({ locale: 'kk', translationOf: original.id })
    const russian = await draft({ locale: 'ru', translationOf: original.id })
    expect(await localesOf(face, original.id)).toEqual(['kk'])
    expect(await localesOf(face, kazakh.id)).toEqual(['en'])
    await publish(russian.id)
    expect(await localesOf(face, original.id)).toEqual(['kk', 'ru'])
    expect(await localesOf(face, kazakh.id)).toEqual(['en', 'ru'])
    await withdraw(original.id)
    expect(await localesOf(face, kazakh.id)).toEqual(['ru'])
  })

  it('a translation of a translation points to the original', async () => {
    const original = await live()
    const kazakh = await live({ locale: 'kk', translationOf: original.id })
    const { data } = await face.create({ headline: 'Third', locale: 'ru', translationOf: kazakh.id })
    expect(data.content.translationOf).toBe(original.id)
  })

  it('a second live story of the same language is refused until the first is withdrawn', async () => {
    const original = await live()
    const first = await live({ locale: 'kk', translationOf: original.id })
    const second = await draft({ locale: 'kk', translationOf: original.id })
    expect(await face.publish(second.id)).toMatchObject({ status: 409, code: 'conflict', paths: ['locale'] })
    expect(await face.article({ id: second.id })).toBeNull()
    await withdraw(first.id)
    expect((await face.publish(second.id)).code).toBeNull()
    expect(await face.publish(first.id)).toMatchObject({ status: 409, code: 'conflict' })
  })

  it('a translation in the language of its original cannot go live beside it', async () => {
    const original = await live()
    const { id } = await draft({ translationOf: original.id })
    expect(await face.publish(id)).toMatchObject({ status: 409, code: 'conflict', paths: ['locale'] })
  })

  it('of two translations into one language that are published at once, one goes live', async () => {
    for (let round = 0; round < 4; round++) {
      const original = await live()
      const twins = [
        await draft({ locale: 'kk', translationOf: original.id }),
        await draft({ locale: 'kk', translationOf: original.id }),
      ]
      const answers = await Promise.all(twins.map(({ id }) => face.publish(id)))
      expect(answers.map(({ code }) => code).sort()).toEqual(['conflict', null])
    }
  })

  it('an older revision that names a story which became a translation shows its original', async () => {
    const [first, second] = [await live({ locale: 'ru' }), await live()]
    const { id } = await draft({ locale: 'kk', translationOf: first.id })
    await revise(id, { translationOf: null })
    await revise(first.id, { translationOf: second.id })
    await publish(first.id)
    await face.publish(id, { revision: 1 })
    expect(await localesOf(face, id)).toEqual(['en', 'ru'])
  })
})

scenario('a story is no translation of itself', async () => {
  const { id } = await draft()
  const input = { translationOf: id }
  return {
    as,
    patch: `/v1/editorial/articles/${id}`,
    body: input,
    query: documents.revise,
    variables: { id, input },
    status: 409,
    refused: 'conflict',
    paths: ['translationOf'],
    events: {},
  }
})
scenario('a story that has translations stays an original', async () => {
  const [{ id }, other] = [await draft(), await draft()]
  await draft({ translationOf: id, locale: 'kk' })
  const input = { translationOf: other.id }
  return {
    as,
    patch: `/v1/editorial/articles/${id}`,
    body: input,
    query: documents.revise,
    variables: { id, input },
    status: 409,
    refused: 'conflict',
    paths: ['translationOf'],
    events: {},
  }
})

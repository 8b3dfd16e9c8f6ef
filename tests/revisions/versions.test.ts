import { afterAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'
import { revisionFaces } from './faces.ts'

const news = await testNewsroom()
const { rest, graphql, make } = news
const { draft } = storyMakers(news)
afterAll(news.close)

const faces = revisionFaces(news)
const as = 'editor' as const

/** Everything with a version: how one is made, and what each face changes of it. */
const nouns: [noun: string, path: string, mutation: string, make: () => Promise<{ id: string }>, change: Facts][] = [
  [
    'article',
    'articles',
    'reviseArticle(id: $id, input: $input, expectedVersion: $version)',
    draft,
    { headline: 'New' },
  ],
  ['tag', 'tags', 'updateTag(id: $id, input: $input, expectedVersion: $version)', make.tag, { name: 'New' }],
  [
    'author',
    'authors',
    'updateAuthor(id: $id, input: $input, expectedVersion: $version)',
    make.author,
    { name: 'New' },
  ],
  ['media', 'media', 'updateMedia(id: $id, input: $input, expectedVersion: $version)', make.media, { caption: 'New' }],
]

describe.each(nouns)('a change of one %s on an older copy', (noun, path, mutation, makeOne, change) => {
  const type = `${noun[0]?.toUpperCase()}${noun.slice(1)}Patch`
  const query = `mutation ($id: ID!, $input: ${type}!, $version: Int) { ${mutation} { id version } }`
  const asks = {
    REST: (id: string, version: number): Promise<Answer> =>
      rest('PATCH', `/v1/editorial/${path}/${id}`, { as, body: change, headers: { 'if-match': `"${version}"` } }),
    GraphQL: (id: string, version: number): Promise<Answer> => graphql(query, { id, input: change, version }, { as }),
  }
  it.each(Object.entries(asks))(
    'is refused over %s with the present version, who made it and when',
    async (_face, ask) => {
      const { id } = await makeOne()
      news.setClock(1)
      await rest('PATCH', `/v1/editorial/${path}/${id}`, { as: 'admin', body: change })
      const changedAt = news.now().toISOString()
      news.setClock(1)
      await news.events()
      const answer = await ask(id, 1)
      expect(answer).toMatchObject({ status: 412, code: 'stale_version' })
      const told = JSON.parse(answer.text)
      const details = told.errors?.[0]?.extensions ?? told
      expect(details).toMatchObject({ currentVersion: 2, changedBy: 'key:admin', changedAt })
      expect(await news.events()).toEqual({})
      expect((await ask(id, 2)).code).toBeNull()
    },
  )
})

it('sixteen editors who read, add one and save lose no update', async () => {
  const { id } = await draft({ headline: '0' })
  const addOne = async (editor: number, turn: number): Promise<void> => {
    const { data } = await rest<{ version: number; content: { headline: string } }>(
      ...(['GET', `/v1/editorial/articles/${id}`, { as }] as const),
    )
    const face = (editor + turn) % 2 ? faces.rest : faces.graphql
    const headline = String(Number(data.content.headline) + 1)
    const answer = await face.revise(id, { headline }, { version: data.version })
    if (answer.code === 'stale_version') return addOne(editor, turn)
    expect(answer.code).toBeNull()
  }
  await Promise.all(
    Array.from({ length: 16 }, async (_, editor) => {
      for (let turn = 0; turn < 2; turn++) await addOne(editor, turn)
    }),
  )
  const [newest] = await faces.rest.list(id)
  expect(newest).toMatchObject({ number: 33, content: { headline: '32' } })
}, 60_000)

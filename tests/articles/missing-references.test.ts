import { randomUUID } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { as, documents, type Face, facesOf, linkTo, paragraph, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, scenario, make } = news
const faces = facesOf(news)
const { live } = storyMakers(news)
afterAll(news.close)

const _each = Object.entries(faces) as [string, Face][]
const _readers = Object.values(faces)
const nobody = randomUUID()

/** An input that refers to something wrong, and where. */
const wrong: [what: string, input: () => Promise<Facts>, paths: string[]][] = [
  [
    'an author that is none',
    async () => ({ bylines: [{ authorId: (await make.author()).id }, { authorId: nobody }] }),
    ['bylines[1].authorId'],
  ],
  ['a tag that is none', async () => ({ tagIds: [nobody] }), ['tagIds[0]']],
  [
    'a section among the tags',
    async () => ({ tagIds: [(await make.tag()).id, (await make.tag({ type: 'SECTION' })).id] }),
    ['tagIds[1]'],
  ],
  ['a tag for a section', async () => ({ sectionId: (await make.tag()).id }), ['sectionId']],
  ['a section that is none', async () => ({ sectionId: nobody }), ['sectionId']],
  ['lead media that is none', async () => ({ leadMedia: { mediaId: nobody } }), ['leadMedia.mediaId']],
  [
    'a sound as lead media',
    async () => ({ leadMedia: { mediaId: (await make.media({ type: 'AUDIO' })).id } }),
    ['leadMedia.mediaId'],
  ],
  ['a picture for a video', async () => ({ recommendedVideoId: (await make.media()).id }), ['recommendedVideoId']],
  [
    'a related story that is none',
    async () => ({ related: [{ url: 'https://a.example', headline: 'A' }, { articleId: nobody }] }),
    ['related[1].articleId'],
  ],
  ['an original that is none', async () => ({ translationOf: nobody }), ['translationOf']],
  [
    'a link to no story',
    async () => ({ body: [paragraph('a'), paragraph('b', [linkTo(nobody)])] }),
    ['body[1].markDefs[0].articleId'],
  ],
  [
    'a list of links to no story',
    async () => ({ body: [{ _type: 'relatedLinks', items: [{ articleId: nobody }] }] }),
    ['body[0].items[0].articleId'],
  ],
  [
    'an image that is none',
    async () => ({ body: [paragraph('a'), { _type: 'image', mediaId: nobody }] }),
    ['body[1].mediaId'],
  ],
  [
    'a video in a gallery',
    async () => ({
      body: [
        {
          _type: 'gallery',
          images: [{ mediaId: (await make.media()).id }, { mediaId: (await make.media({ type: 'VIDEO' })).id }],
        },
      ],
    }),
    ['body[0].images[1].mediaId'],
  ],
  [
    'a file as an image',
    async () => ({ body: [{ _type: 'image', mediaId: (await make.media({ type: 'FILE' })).id }] }),
    ['body[0].mediaId'],
  ],
  [
    'everything at once',
    async () => ({ bylines: [{ authorId: nobody }], tagIds: [nobody], translationOf: nobody }),
    ['bylines[0].authorId', 'tagIds[0]', 'translationOf'],
  ],
]

for (const [what, makeInput, paths] of wrong) {
  scenario(`a new story with ${what} is refused with the place`, async () => {
    const input = { headline: 'Refused', ...(await makeInput()) }
    return {
      as,
      post: '/v1/editorial/articles',
      body: input,
      query: documents.create,
      variables: { input },
      status: 422,
      refused: 'missing_reference',
      paths,
      events: {},
    }
  })
  scenario(`a revision with ${what} is refused with the place`, async () => {
    const [{ id }, input] = [await live(), await makeInput()]
    return {
      as,
      patch: `/v1/editorial/articles/${id}`,
      body: input,
      query: documents.revise,
      variables: { id, input },
      status: 422,
      refused: 'missing_reference',
      paths,
      events: {},
    }
  })
}

/** Fields that contradict each other. */
const contradictions: [what: string, input: Facts, paths: string[]][] = [
  [
    'the same author twice',
    { bylines: [{ authorId: nobody }, { authorId: nobody.toUpperCase(), role: 'Photographs' }] },
    ['bylines[1].authorId'],
  ],
  [
    'a related story with id and URL',
    { related: [{ articleId: nobody, url: 'https://a.example', headline: 'x' }] },
    ['related[0]'],
  ],
  ['a related story with neither', { related: [{ headline: 'x' }] }, ['related[0]']],
  ['a related URL without a headline', { related: [{ url: 'https://a.example' }] }, ['related[0].headline']],
]
for (const [what, rest, paths] of contradictions)
  scenario(`${what} is refused with the place`, async () => {
    const input = { headline: 'Refused', ...rest }
    return {
      as,
      post: '/v1/editorial/articles',
      body: input,
      query: documents.create,
      variables: { input },
      status: 400,
      refused: 'invalid_input',
      paths,
      events: {},
    }
  })

it('what a story refers to cannot vanish under it: media in use keep their type', async () => {
  const picture = await make.media()
  await live({ body: [paragraph('a'), { _type: 'image', mediaId: picture.id }] })
  expect(await rest('PATCH', `/v1/editorial/media/${picture.id}`, { as, body: { type: 'AUDIO' } })).toMatchObject({
    status: 409,
    code: 'conflict',
  })
})

import { afterAll, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { as, documents, facesOf, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { scenario, db } = news
const faces = facesOf(news)
const { draft, live, revise, publish } = storyMakers(news)
afterAll(news.close)

const made: [headline: string, locale: string, slug: string][] = [
  ['Gas prices rise again', 'en', 'gas-prices-rise-again'],
  ['“Don’t!” – he said…', 'en', 'dont-he-said'],
  ['Выборы в Алматы', 'ru', 'vybory-v-almaty'],
  ['Қазақстан: көктем', 'kk', 'qazaqstan-koktem'],
  ['Über Öl und Größe', 'de', 'ueber-oel-und-groesse'],
  ['Élection présidentielle', 'fr', 'election-presidentielle'],
  ['Łódź', 'pl', 'lodz'],
  ['🔥🔥🔥', 'en', 'fire-fire-fire'],
  ['!!!', 'en', 'story'],
  ['0192a1b0-0000-7000-8000-000000000020', 'en', '0192a1b0-0000-7000-8000-000000000020-2'],
]

it.each(made)('the headline %j (%s) makes the slug %s', async (headline, locale, slug) => {
  const { content } = await draft({ headline, locale })
  expect(content.slug).toBe(slug)
})

it.each(['انتخابات الرئاسة', '总统选举', '大統領選挙', '대통령 선거', 'ประชุมสภา', 'चुनाव', 'Ωραία νέα', 'ხალხი'])(
  'a headline in the script of %s makes a slug that finds it',
  async (headline) => {
    const { id, content } = await live({ headline })
    expect(content.slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    expect(await faces.rest.article({ slug: content.slug })).toMatchObject({ id, headline })
  },
)

it('a headline that is taken gets the next number, on either face', async () => {
  const slugs = []
  for (const face of [faces.rest, faces.graphql, faces.rest])
    slugs.push((await face.create({ headline: 'Same old' })).data.content.slug)
  expect(slugs).toEqual(['same-old', 'same-old-2', 'same-old-3'])
})

it('twenty stories of one headline at once get twenty slugs', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (n % 2 ? faces.rest : faces.graphql).create({ headline: 'Breaking' })),
  )
  expect(answers.map(({ code }) => code)).toEqual(Array(20).fill(null))
  expect(new Set(answers.map(({ data }) => data.content.slug)).size).toBe(20)
})

it('of twenty stories that want one slug at once, one gets it and the others are told', async () => {
  const { id } = await draft()
  const asked = Array.from({ length: 20 }, (_, n) =>
    n === 7 ? faces.rest.revise(id, { slug: 'the-one' }) : faces.rest.create({ headline: 'Me', slug: 'the-one' }),
  )
  const codes = (await Promise.all(asked)).map(({ code }) => code)
  expect(codes.filter((code) => code === null)).toHaveLength(1)
  expect(codes.filter((code) => code === 'slug_taken')).toHaveLength(19)
  expect(await db.articleSlug.count({ where: { slug: 'the-one' } })).toBe(1)
})

scenario('a taken slug is refused with its place and the way out', async () => {
  await draft({ slug: 'occupied' })
  const input = { headline: 'Late', slug: 'occupied' }
  return {
    as,
    post: '/v1/editorial/articles',
    body: input,
    query: documents.create,
    variables: { input },
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    inBody: ['occupied', 'another'],
    events: {},
  }
})
scenario('a revision cannot take the slug of another story', async () => {
  await draft({ slug: 'in-use' })
  const [{ id }, input] = [await draft(), { slug: 'in-use' }]
  return {
    as,
    patch: `/v1/editorial/articles/${id}`,
    body: input,
    query: documents.revise,
    variables: { id, input },
    status: 409,
    refused: 'slug_taken',
    paths: ['slug'],
    events: {},
  }
})
for (const slug of [
  'Caps',
  'a--b',
  '-a',
  'a-',
  'a b',
  'ä',
  '',
  'a/b',
  '..',
  'x'.repeat(121),
  '0192a1b0-0000-7000-8000-000000000020',
])
  scenario(`the slug '${slug.slice(0, 40)}' is refused`, {
    as,
    post: '/v1/editorial/articles',
    body: { headline: 'H', slug },
    query: documents.create,
    variables: { input: { headline: 'H', slug } },
    status: 400,
    refused: 'invalid_input',
    paths: ['slug'],
    events: {},
  })

it('a draft that gets its slug changed back and forth holds one slug at a time', async () => {
  const { id } = await draft({ slug: 'ping' })
  for (const slug of ['pong', 'ping', 'pong']) await revise(id, { slug })
  expect(await db.articleSlug.findMany({ where: { articleId: id }, select: { slug: true } })).toEqual([
    { slug: 'pong' },
  ])
  await publish(id)
})

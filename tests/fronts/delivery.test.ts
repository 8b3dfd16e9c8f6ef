import { afterAll, describe, expect, it } from 'vitest'
import { linkFields, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { statementsOf } from '../helpers/statements.ts'

const news = await testNewsroom()
const { make, rest, graphql, setClock } = news
const stories = storyMakers(news)
afterAll(news.close)

const path = '/v1/editorial/fronts'
const as = 'editor'

interface Slot {
  position: number
  article: { id: string; headline: string; tags: Facts[] }
  headline: string
  kicker: string | null
  image: { id: string; alt: string | null } | null
  isSticky: boolean
  isBackfill: boolean
}
interface Front {
  id: string
  slug: string
  slots: Slot[]
}

let made = 0
const front = async (input: Facts = {}) => {
  const { data, status, text } = await rest<Front>('POST', path, { as, body: { name: `Front ${++made}`, ...input } })
  if (status !== 201) throw new Error(text)
  await rest('POST', `${path}/${data.id}/publish`, { as, body: {} })
  return data
}
const document = `fragment Whole on Front { id slug name locale version publishedAt slots { position headline kicker isSticky isBackfill
  image { id type url mimeType width height durationSeconds alt caption credit focalPoint { x y }
    renditions { name url width height format } srcset placeholder thumbhash dominantColor }
  article { ${linkFields} firstPublishedAt updatedAt modifiedAt wordCount readingMinutes version source { name url externalId }
    bylines { role position displayName author { id slug name kind } } section { id slug name type } tags { id slug name type } } } }`
/** What both faces show, which is the same. */
const read = async ({ slug }: { slug: string }) => {
  const { data } = await rest<Front>('GET', `/v1/fronts/${slug}`)
  const { data: twin } = await graphql<Front>(
    `query ($slug: String!) { front(slug: $slug) { ...Whole } } ${document}`,
    { slug },
  )
  expect(twin).toEqual(data)
  return data
}
const idsOn = async (where: { slug: string }) => (await read(where)).slots.map(({ article }) => article.id)

describe('a front for readers', () => {
  it('has its stories in order, each with the words and the picture for its place', async () => {
    const [own, other, tag] = [await make.media({ alt: 'Own' }), await make.media({ alt: 'Asset' }), await make.tag()]
    const plain = await stories.live({
      headline: 'Own words',
      kicker: 'Own',
      leadMedia: { mediaId: own.id },
      tagIds: [tag.id],
    })
    const dressed = await stories.live({ headline: 'Not these', kicker: 'Nor this', leadMedia: { mediaId: own.id } })
    const slots = [
      { articleId: dressed.id, headline: 'For the front', kicker: 'Now', image: { mediaId: other.id }, isSticky: true },
      { articleId: plain.id },
    ]
    const shown = await read(await front({ name: 'Dressed', locale: 'en', slots }))
    expect(shown).toMatchObject({ name: 'Dressed', slug: 'dressed', locale: 'en', version: 1 })
    expect(shown.slots).toMatchObject([
      {
        ...{ position: 1, headline: 'For the front', kicker: 'Now', isSticky: true, isBackfill: false },
        ...{ article: { id: dressed.id, headline: 'Not these' }, image: { id: other.id, alt: 'Asset' } },
      },
      {
        ...{ position: 2, headline: 'Own words', kicker: 'Own', isSticky: false, isBackfill: false },
        ...{ article: { id: plain.id, tags: [{ id: tag.id }] }, image: { id: own.id, alt: 'Own' } },
      },
    ])
  })

  it('is found by id too, and nothing else is found', async () => {
    const { id } = await front()
    expect((await rest('GET', `/v1/fronts/${id}`)).data).toMatchObject({ id })
    const byId = 'query ($id: ID!) { front(id: $id) { id } node(id: $id) { id ... on Front { slug } } }'
    expect((await graphql(byId, { id })).data).toEqual({ id })
    for (const key of ['nowhere', 'Not-A-Slug', '0192a1b0-0000-7000-8000-00000000ffff', '%00'])
      expect((await rest('GET', `/v1/fronts/${key}`)).code).toBe('not_found')
  })

  it('never shows a story that is not live, nor a word of it; it comes when it is', async () => {
    const [draft, live] = [await stories.draft({ headline: 'Secret words' }), await stories.live()]
    const where = await front({
      slots: [{ articleId: draft.id, headline: 'Secret front words' }, { articleId: live.id }],
    })
    expect(await idsOn(where)).toEqual([live.id])
    expect((await rest('GET', `/v1/fronts/${where.slug}`)).text).not.toContain('Secret')
    await stories.publish(draft.id)
    expect(await idsOn(where)).toEqual([draft.id, live.id])
    await rest('POST', `/v1/editorial/articles/${draft.id}/kill`, { as, body: { reason: 'The court says so.' } })
    expect(await idsOn(where)).toEqual([live.id])
  })

  it('is filled by its query with the newest that are not on it, in the language of the front', async () => {
    const [tag, not] = [await make.tag(), await make.tag()]
    const live = async (tagIds: string[], more: Facts = {}) => {
      setClock(1)
      return (await stories.live({ tagIds, ...more })).id
    }
    const [first, second] = [await live([tag.id]), await live([tag.id])]
    const third = await live([tag.id])
    await live([tag.id, not.id])
    await live([tag.id], { locale: 'kk' })
    const backfill = { tags: [{ any: [tag.slug], none: [not.id] }] }
    const where = await front({ locale: 'en', size: 3, backfill, slots: [{ articleId: second }, {}] })
    expect(await idsOn(where)).toEqual([second, third, first])
    expect((await read(where)).slots.map(({ isBackfill }) => isBackfill)).toEqual([false, true, true])
    const newest = await live([tag.id])
    expect(await idsOn(where), 'a newer story takes the first empty place').toEqual([second, newest, third])
    await stories.withdraw(second)
    expect(await idsOn(where), 'what is withdrawn leaves no hole').toEqual([newest, third, first])
  })

  it('is filled from all stories by an empty query, and by none without one', async () => {
    const { id } = await stories.live()
    setClock(1)
    expect((await idsOn(await front({ size: 1, backfill: {} }))).length).toBe(1)
    expect(await idsOn(await front({ size: 9, slots: [{ articleId: id }] }))).toEqual([id])
  })

  it('keeps a sticky story at its number while others go', async () => {
    const ids = [(await stories.live()).id, (await stories.live()).id, (await stories.live()).id]
    const slots = ids.map((articleId, index) => ({ articleId, isSticky: index === 1 }))
    const where = await front({ slots })
    await stories.withdraw(ids[0] ?? '')
    expect(await idsOn(where)).toEqual([ids[2], ids[1]])
  })

  it('is without a place from its end on', async () => {
    const [short, long] = [await stories.live(), await stories.live()]
    const until = new Date(news.now().getTime() + 60_000).toISOString()
    const where = await front({ slots: [{ articleId: short.id, until }, { articleId: long.id }] })
    expect(await idsOn(where)).toEqual([short.id, long.id])
    setClock(2)
    const { slots } = (await rest<Front>('GET', `/v1/fronts/${where.id}`)).data
    expect(slots.map(({ article }) => article.id)).toEqual([long.id])
  })

  it('follows a change of its picture, its merge and its words', async () => {
    const [from, into] = [await make.media({ alt: 'Before' }), await make.media({ alt: 'Other' })]
    const { id } = await stories.live()
    const where = await front({ slots: [{ articleId: id, image: { mediaId: from.id } }] })
    const image = async () => (await read(where)).slots[0]?.image
    expect(await image()).toMatchObject({ id: from.id, alt: 'Before' })
    await rest('PATCH', `/v1/editorial/media/${from.id}`, { as, body: { alt: 'After' } })
    expect(await image()).toMatchObject({ alt: 'After' })
    await rest('POST', `/v1/editorial/media/${from.id}/merge`, { as, body: { intoId: into.id } })
    expect(await image()).toMatchObject({ id: into.id, alt: 'Other' })
    await rest('PATCH', `/v1/editorial/media/${into.id}`, { as, body: { alt: 'Last' } })
    expect(await image()).toMatchObject({ alt: 'Last' })
    await rest('PATCH', `${path}/${where.id}`, {
      as,
      body: { slots: [{ articleId: id, image: { mediaId: from.id, alt: 'Place' } }] },
    })
    await rest('POST', `${path}/${where.id}/publish`, { as, body: {} })
    expect(await image()).toMatchObject({ id: into.id, alt: 'Place' })
  })

  it('costs two statements, however many stories it has', async () => {
    const { slug } = await front({ size: 20, backfill: {}, slots: [{ articleId: (await stories.live()).id }] })
    const { frontByKey } = await import('../../src/fronts/delivery.ts')
    expect(await statementsOf(() => frontByKey(news.ctx(), slug))).toBe(2)
  })
})

it('the list has live fronts by slug, page by page, and their stories when GraphQL asks', async () => {
  await rest('POST', path, { as, body: { name: 'AAA not live' } })
  await front({ name: 'AAB', slots: [{ articleId: (await stories.live({ headline: 'On the list' })).id }] })
  const { data } = await rest<{ data: Front[]; page: { next: string } }>('GET', '/v1/fronts?first=2')
  expect(data.data[0]).toMatchObject({ slug: 'aab', name: 'AAB', version: 1 })
  expect(data.data[0]).not.toHaveProperty('slots')
  expect(JSON.stringify(data)).not.toContain('not live')
  const next = await rest<{ data: Front[] }>('GET', `/v1/fronts?first=100&after=${data.page.next}`)
  const slugs = [...data.data, ...next.data.data].map(({ slug }) => slug)
  expect(slugs).toEqual([...new Set(slugs)].sort())
  const query =
    'query ($first: Int, $after: String) { fronts(first: $first, after: $after) { nodes { slug slots { headline } } pageInfo { endCursor } } }'
  const twin = await graphql<{ nodes: Front[]; pageInfo: { endCursor: string } }>(query, { first: 2 })
  expect(twin.data.nodes.map(({ slug }) => slug)).toEqual(slugs.slice(0, 2))
  expect(twin.data.nodes[0]?.slots).toEqual([{ headline: 'On the list' }])
  const more = await graphql<{ nodes: Front[] }>(query, { first: 100, after: twin.data.pageInfo.endCursor })
  expect(more.data.nodes.map(({ slug }) => slug)).toEqual(slugs.slice(2))
  expect((await rest('GET', '/v1/fronts?first=101')).code).toBe('limit_exceeded')
  expect((await graphql(query, { first: 101 })).code).toBe('limit_exceeded')
  expect((await rest('GET', '/v1/fronts?after=forged')).code).toBe('invalid_cursor')
  expect((await rest('GET', '/v1/fronts?tag=x')).code).toBe('unknown_parameter')
})

it('a preview shows staff what would come of publishing, live stories only, and nobody else', async () => {
  const [draft, live] = [
    await stories.draft({ headline: 'Secret words' }),
    await stories.live({ headline: 'Live words' }),
  ]
  const { id, slug } = await front({ name: 'Shown' })
  await rest('PATCH', `${path}/${id}`, {
    as,
    body: { name: 'Not shown', slots: [{ articleId: draft.id }, { articleId: live.id }] },
  })
  const preview = await rest('GET', `${path}/${id}/preview`, { as: 'contributor' })
  expect(preview.data).toMatchObject({
    name: 'Not shown',
    version: 2,
    slots: [{ position: 1, headline: 'Live words' }],
  })
  expect(preview.text).not.toContain('Secret')
  const query = 'query ($id: ID!) { frontPreview(id: $id) { name slots { headline } } }'
  expect((await graphql(query, { id }, { as })).data).toEqual({
    name: 'Not shown',
    slots: [{ headline: 'Live words' }],
  })
  expect((await rest('GET', `/v1/fronts/${slug}`)).data).toMatchObject({ name: 'Shown', slots: [] })
  expect((await rest('GET', `${path}/${id}/preview`)).code).toBe('unauthenticated')
  expect((await graphql(query, { id })).code).toBe('unauthenticated')
})

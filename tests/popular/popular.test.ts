import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { documents, idsOf, readersOf } from './readers.ts'

const news = await testNewsroom({ startsAt: '2026-01-07T09:30:00.000Z' })
const { app, setClock, rest, graphql, make } = news
const { live, draft, withdraw, publish } = storyMakers(news)
const { read, rank, popular, trending } = readersOf(news)
afterAll(news.close)

/** A ranking as both faces tell it, which is the same. */
async function told(faces: typeof popular | typeof trending, query: Record<string, string> = {}) {
  const [overRest, overGraphql] = [await faces.rest(query), await faces.graphql(query)]
  expect(overGraphql).toEqual(overRest)
  return overRest
}

const rankOverRest = async (id: string) => (await rest(`GET`, `/v1/articles/${id}`)).data.mostPopularRank
const rankOverGraphql = async (id: string) =>
  (
    await graphql<{ mostPopularRank: number | null }>('query ($id: ID!) { article(id: $id) { mostPopularRank } }', {
      id,
    })
  ).data.mostPopularRank
const ranks = async (id: string) => [await rankOverRest(id), await rankOverGraphql(id)]

let giant: string
let fresh: string
let small: string
let authorSlug: string
beforeAll(async () => {
  expect(await told(popular)).toEqual({ asOf: null, stories: [] })
  const tag = await make.tag({ name: 'Harbour', slug: 'harbour' })
  const section = await make.tag({ name: 'City', slug: 'city', type: 'SECTION' })
  const author = await make.author({ name: 'Ada Lovelace' })
  authorSlug = author.slug
  giant = (await live({ headline: 'Giant', tagIds: [tag.id], sectionId: section.id })).id
  await read(giant, 60, { attentionSeconds: 10 })
  await app.popularity.flush()
  setClock('2026-01-08T09:00:00.000Z')
  fresh = (await live({ headline: 'New', locale: 'kk', bylines: [{ authorId: author.id }] })).id
  small = (await live({ headline: 'Small', tagIds: [tag.id] })).id
  setClock('2026-01-08T09:20:00.000Z')
  await read(fresh, 20)
  await read(small, 2, { attentionSeconds: 900, shares: 1 })
  setClock('2026-01-08T09:29:59.000Z')
  await rank()
})

describe('the most read', () => {
  it('of an hour are of this hour, and of a week yesterday’s giant is first', async () => {
    expect(idsOf(await told(popular, { window: 'HOUR' }))).toEqual([fresh, small])
    expect(idsOf(await told(popular, { window: 'WEEK' }))).toEqual([giant, fresh, small])
    expect(idsOf(await told(popular, { window: 'MONTH' }))).toEqual([giant, fresh, small])
  })

  it('of a day are what is left when DAY and VIEWS are what nobody asked for, with their share of the first', async () => {
    const { asOf, stories } = await told(popular)
    expect(asOf).toBe('2026-01-08T09:30:00.000Z')
    // The giant was read a day ago to the minute: it is in the window still, and counts a sixteenth.
    expect(stories).toMatchObject([
      { rank: 1, score: 1, article: { id: fresh, headline: 'New' } },
      { rank: 2, article: { id: giant } },
      { rank: 3, score: 0.1, article: { id: small } },
    ])
    expect(stories[1]?.score).toBeCloseTo(60 / 16 / (20 * 2 ** (-9.5 / 360)), 2)
  })

  it('are ranked by attention and by shares too', async () => {
    expect(idsOf(await told(popular, { metric: 'ATTENTION' }))).toEqual([small, giant])
    expect(idsOf(await told(popular, { metric: 'SHARES', window: 'HOUR' }))).toEqual([small])
  })

  it.each([
    [{ tag: 'harbour' }, () => [giant, small]],
    [{ tag: '-harbour' }, () => [fresh]],
    [{ section: 'city' }, () => [giant]],
    [{ author: authorSlug }, () => [fresh]],
    [{ locale: 'kk,de' }, () => [fresh]],
    [{ tag: 'harbour', section: 'city' }, () => [giant]],
    [{ tag: 'nothing' }, () => []],
    [{ first: '1' }, () => [giant]],
  ] as [Record<string, string> | { author?: string }, () => string[]][])('narrowed by %o', async (query, ids) => {
    const given = 'author' in query ? { author: authorSlug } : query
    expect(idsOf(await told(popular, { window: 'WEEK', ...(given as Record<string, string>) }))).toEqual(ids())
  })

  it('are numbered within the list that was asked for', async () => {
    const { stories } = await told(popular, { window: 'WEEK', tag: 'harbour' })
    expect(stories.map(({ rank: place, score }) => [place, score > 0.99])).toEqual([
      [1, true],
      [2, false],
    ])
  })

  const bad: [string, Record<string, string>, string][] = [
    ['an absurd window', { window: 'CENTURY' }, 'window'],
    ['a window in small letters', { window: 'day' }, 'window'],
    ['an unknown metric', { metric: 'CLICKS' }, 'metric'],
    ['none', { first: '0' }, 'first'],
    ['too many', { first: '101' }, 'first'],
    ['no number', { first: 'ten' }, 'first'],
    ['an empty value', { tag: 'a,,b' }, 'tag'],
    ['pages', { after: 'x' }, 'after'],
  ]
  it.each(bad)('refuse %s by name', async (_, query, name) => {
    const answer = await rest('GET', `/v1/most-popular?${new URLSearchParams(query)}`)
    expect([answer.status, answer.paths], answer.text).toEqual([400, [name]])
  })

  it('refuse the same over GraphQL', async () => {
    for (const [query, code] of [
      [{ first: 101 }, 'limit_exceeded'],
      [{ first: -1 }, 'invalid_input'],
      [{ tag: 'a,,b' }, 'invalid_input'],
    ] as const)
      expect((await graphql(documents.mostPopular, query)).code).toBe(code)
    expect((await graphql('{ mostPopular(window: CENTURY) { asOf } }')).status).toBe(400)
  })
})

describe('a kept ranking', () => {
  const asked = '/v1/most-popular?window=WEEK'

  it('is one answer for all, until there is a newer ranking', async () => {
    const hits = () => app.keeping.stats()?.hits ?? 0
    await rest('GET', asked)
    const before = hits()
    await rest('GET', asked)
    expect(hits()).toBe(before + 1)
    setClock(1)
    await rank()
    expect((await told(popular, { window: 'WEEK' })).asOf).toBe('2026-01-08T09:31:01.000Z')
  })

  it('drops a withdrawn story at once, on both faces, and has it back with what it had', async () => {
    expect(idsOf(await told(popular, { window: 'WEEK' }))).toContain(small)
    await withdraw(small)
    expect(idsOf(await told(popular, { window: 'WEEK' }))).toEqual([giant, fresh])
    await publish(small)
    expect(idsOf(await told(popular, { window: 'WEEK' }))).toEqual([giant, fresh, small])
  })

  it('drops a killed one, which is in the next ranking neither', async () => {
    const killed = (await live({ headline: 'Killed' })).id
    await read(killed, 5)
    await rank()
    expect(idsOf(await told(popular, { window: 'HOUR' }))).toContain(killed)
    await rest('POST', `/v1/editorial/articles/${killed}/kill`, { as, body: { reason: 'A court said so.' } })
    expect(idsOf(await told(popular, { window: 'HOUR' }))).not.toContain(killed)
    await read(killed, 5)
    await rank()
    expect((await rest('GET', '/v1/most-popular?window=HOUR')).text).not.toContain('Killed')
  })

  it('follows the tags of its stories', async () => {
    expect(idsOf(await told(popular, { window: 'WEEK', tag: 'harbour' }))).toEqual([giant, small])
    await rest('PATCH', `/v1/editorial/articles/${small}`, { as, body: { tagIds: [] } })
    await publish(small)
    expect(idsOf(await told(popular, { window: 'WEEK', tag: 'harbour' }))).toEqual([giant])
  })

  it('names nothing that only this process knows, and a CDN may keep it for ten seconds', async () => {
    const { headers } = await rest('GET', asked)
    expect(headers['surrogate-key']).toContain(giant)
    expect(headers['surrogate-key']).not.toContain('~')
  })
})

describe('the rank of a story', () => {
  it('is its place among the most read of a day, and null for others', async () => {
    const unread = (await live({ headline: 'Unread' })).id
    expect(await ranks(fresh)).toEqual([1, 1])
    expect(await ranks(unread)).toEqual([null, null])
  })

  it('changes in answers that are kept as soon as the process knows of it, and only in those', async () => {
    const [first, second] = [await live({ headline: 'First' }), await live({ headline: 'Second' })]
    expect(await ranks(first.id)).toEqual([null, null])
    await read(first.id, 40)
    await rank()
    expect([await ranks(first.id), await ranks(fresh)]).toEqual([
      [1, 1],
      [2, 2],
    ])
    await read(second.id, 50)
    await rank()
    expect([await rankOverRest(second.id), await rankOverRest(first.id)]).toEqual([1, 2])
    // Nothing else is made anew: not the lists that they stand in.
    await rest('GET', '/v1/articles?first=3')
    await read(first.id, 30)
    await rank()
    const { misses = 0 } = app.keeping.stats() ?? {}
    expect((await rest('GET', '/v1/articles?first=3')).text).toContain(first.id)
    expect(app.keeping.stats()?.misses).toBe(misses)
    expect(await rankOverRest(first.id)).toBe(1)
  })

  it('is in a list of stories only when it is asked for', async () => {
    expect((await rest<{ data: object[] }>('GET', '/v1/articles?first=1')).data.data[0]).not.toHaveProperty(
      'mostPopularRank',
    )
    const { data } = await rest<{ data: object[] }>('GET', '/v1/articles?first=20&fields=id,mostPopularRank')
    expect(data.data).toContainEqual({ id: fresh, mostPopularRank: 3 })
  })
})

describe('trending', () => {
  it('compares a story with itself: who doubles is before who is read much every hour', async () => {
    setClock('2026-02-10T00:00:00.000Z')
    const [steady, rising, sleepy] = [
      await live({ headline: 'Steady' }),
      await live({ headline: 'Rising' }),
      await live(),
    ]
    for (let hour = 0; hour < 8; hour++) {
      setClock(`2026-02-10T0${hour}:30:00.000Z`)
      await read(steady.id, 40)
      await read(rising.id, 6)
    }
    setClock('2026-02-10T08:40:00.000Z')
    await read(steady.id, 41)
    await read(rising.id, 24)
    await read(sleepy.id, 3)
    setClock('2026-02-10T08:59:59.000Z')
    await rank()
    expect(idsOf(await told(popular, { window: 'HOUR' }))).toEqual([steady.id, rising.id, sleepy.id])
    const { stories } = await told(trending)
    expect(stories.map(({ article }) => article.id)).toEqual([rising.id, steady.id])
    expect(stories[1]?.score).toBeLessThan(0.1)
  })

  it('shows a new story that many read, and takes the same filters', async () => {
    const sensation = await live({ headline: 'Sensation', locale: 'kk' })
    await read(sensation.id, 30)
    await rank()
    expect(idsOf(await told(trending, { locale: 'kk' }))).toEqual([sensation.id])
    expect((await rest('GET', '/v1/trending?window=DAY')).code).toBe('unknown_parameter')
  })
})

describe('numbers for staff', () => {
  const views =
    'query ($id: ID!) { articleDraft(id: $id) { views { asOf rank windows { window views attentionSeconds shares } } } }'

  it('are the sums of each window, on both faces', async () => {
    setClock('2026-01-08T09:40:00.000Z')
    const overRest = (await rest('GET', `/v1/editorial/articles/${giant}/views`, { as })).data
    expect(overRest.windows).toEqual([
      { window: 'HOUR', views: 0, attentionSeconds: 0, shares: 0 },
      { window: 'DAY', views: 0, attentionSeconds: 0, shares: 0 },
      { window: 'WEEK', views: 60, attentionSeconds: 600, shares: 0 },
      { window: 'MONTH', views: 60, attentionSeconds: 600, shares: 0 },
    ])
    const overGraphql = await graphql<{ views: object }>(views, { id: giant }, { as })
    expect(overGraphql.data.views).toEqual(overRest)
  })

  it('are there for a draft, and for nobody without a key', async () => {
    const { id } = await draft()
    const { data } = await rest<{ windows: { views: number }[] }>('GET', `/v1/editorial/articles/${id}/views`, { as })
    expect(data.windows.map((window) => window.views)).toEqual([0, 0, 0, 0])
    expect((await rest('GET', `/v1/editorial/articles/${id}/views`)).code).toBe('unauthenticated')
    expect((await rest('GET', '/v1/editorial/articles/nothing/views', { as })).code).toBe('not_found')
  })
})

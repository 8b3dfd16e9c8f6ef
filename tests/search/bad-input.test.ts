import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
  const make = storyMakers(news)
  await make.live({ headline: 'Harbour budget agreed' })
  await make.live({ headline: 'Le port', locale: 'fr' })
})
afterAll(() => news.close())

/** Anything that can be typed, and whether 'Harbour budget agreed' is found by it. */
const typed: [string, boolean][] = [
  ['& | ! <-> ( ) :*', false],
  ['a & | ! <-> harbour', true],
  ["harbour' & budget", true],
  ["'harbour':*A & !'x", false],
  ['harbour:*', true],
  ['harbour\\', true],
  ['"harbour budget', true],
  ['harbour "', true],
  ['""', false],
  ['" " -', false],
  ['-', false],
  ['--harbour', false],
  ['OR', false],
  ['OR OR harbour OR', true],
  ['| harbour |', true],
  ['%', false],
  ['harb%', false],
  ['h_rbour', false],
  ["'; DROP TABLE article; --", false],
  ['😀', false],
  ['😀 harbour 👩‍👩‍👧', true],
  ['مرحبا harbour', false],
  ['\u202Eharbour', true],
  ['HARBOUR', true],
  ['ｈａｒｂｏｕｒ', true],
  ['the', false],
  ['#0192a1b000007000800000000001', false],
  ['@c:dateline_english', false],
  ['$1 $2::text \\0 \\u0000', false],
  ['a'.repeat(500), false],
  [Array.from({ length: 32 }, () => 'harbour').join(' '), true],
  ['((((((((((((((((((((((((((((((((harbour', true],
  ['\uE000harbour\uE001', true],
  ['한', false],
]

describe('what readers type is never a fault', () => {
  it.each(typed)('%j', async (q, isFound) => {
    for (const typeahead of [false, true]) {
      const rest = await news.rest<{ data: { headline: string }[]; isCorrected: boolean }>(
        'GET',
        `/v1/search?${new URLSearchParams({ q, typeahead: String(typeahead), facets: 'tag,month' })}`,
      )
      const graphql = await news.graphql<{ nodes: { headline: string }[]; isCorrected: boolean }>(
        'query ($q: String!, $typeahead: Boolean) { search(query: $q, typeahead: $typeahead) { nodes { headline } isCorrected } }',
        { q, typeahead },
      )
      expect([rest.status, graphql.status]).toEqual([200, 200])
      expect(graphql.data.nodes.map(({ headline }) => headline)).toEqual(rest.data.data.map(({ headline }) => headline))
      const isThere = rest.data.data.some(({ headline }) => headline === 'Harbour budget agreed')
      if (!rest.data.isCorrected && !typeahead) expect(isThere).toBe(isFound)
    }
  })

  it.each([
    ['', 'invalid_input', 'q'],
    ['   ', 'invalid_input', 'q'],
    ['a\0b', 'invalid_input', 'q'],
    ['x'.repeat(501), 'limit_exceeded', 'q'],
    ['x'.repeat(200_000), 'limit_exceeded', 'q'],
    ['w '.repeat(33), 'limit_exceeded', 'q'],
  ])('but %j is refused', async (q, code, path) => {
    const graphql = await news.graphql('query ($query: String!) { search(query: $query) { nodes { id } } }', {
      query: q,
    })
    expect([graphql.code, graphql.paths]).toEqual([code, ['query']])
    const rest = await news.rest('GET', `/v1/search?${new URLSearchParams({ q })}`)
    expect([rest.code, rest.paths]).toEqual([code, [path]])
  })

  it.each([
    ['', 'invalid_input', 'q'],
    ['q=x&facets=tag,colour', 'invalid_input', 'facets'],
    ['q=x&sort=best', 'invalid_input', 'sort'],
    ['q=x&first=101', 'limit_exceeded', 'first'],
    ['q=x&after=abc', 'invalid_cursor', 'after'],
    ['q=x&colour=red', 'unknown_parameter', 'colour'],
    ['q=x&q=y', 'invalid_input', 'q'],
    ['q=x&include=body', 'invalid_input', 'include'],
    ['q=x&publishedFrom=2026-02-01T00:00:00Z&publishedTo=2026-01-01T00:00:00Z', 'invalid_input', 'publishedTo'],
  ])('over REST %j is refused', async (query, code, path) => {
    const { code: found, paths } = await news.rest('GET', `/v1/search?${query}`)
    expect([found, paths]).toEqual([code, [path]])
  })

  it('takes no cursor of another search, nor one that was made up', async () => {
    const { data } = await news.rest<{ page: { next: string } }>('GET', '/v1/search?q=harbour%20OR%20port&first=1')
    const next = encodeURIComponent(data.page.next)
    expect((await news.rest('GET', `/v1/search?q=harbour%20OR%20port&first=1&after=${next}`)).status).toBe(200)
    for (const other of ['q=harbour', 'q=harbour%20OR%20port&sort=updatedAt', 'q=harbour%20OR%20port&locale=fr'])
      expect((await news.rest('GET', `/v1/search?${other}&after=${next}`)).code).toBe('invalid_cursor')
    const [mark, , id] = JSON.parse(Buffer.from(data.page.next, 'base64url').toString())
    for (const key of ['', '1', '999999999999999999 1', "1 1'", '999999999999999 999999999999999999', '1 -5']) {
      const forged = Buffer.from(JSON.stringify([mark, key, id])).toString('base64url')
      const { status } = await news.rest('GET', `/v1/search?q=harbour%20OR%20port&first=1&after=${forged}`)
      expect([key, status]).toEqual([key, expect.toSatisfy((given: number) => given === 200 || given === 400)])
    }
  })
})

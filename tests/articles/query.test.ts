import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'
import { storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, make, db, setClock } = news
const { live, publish, revise } = storyMakers(news)
afterAll(news.close)

type List = { data: Facts[]; page: { next: string | null; totalCount?: { count: number; exact: boolean } } }
const list = (query: string) => rest<List>('GET', `/v1/articles?${query}`)
const document = (args: string, fields = 'nodes { id }') => `{ articles(${args}) { ${fields} } }`
const ids = ({ data }: { data: List }) => data.data.map(({ id }) => id)

let [one, two, three] = ['', '', '']
let [red, blue] = ['', '']

beforeAll(async () => {
  const [aRed, aBlue, author] = [await make.tag(), await make.tag(), await make.author()]
  ;[red, blue] = [aRed.slug, aBlue.slug]
  const byline = { bylines: [{ authorId: author.id, displayName: 'A. Name' }] }
  one = (await live({ headline: 'One', tagIds: [aRed.id], publishedAt: '2025-01-01T00:00:00Z', ...byline })).id
  two = (await live({ headline: 'Two', tagIds: [aRed.id, aBlue.id], publishedAt: '2025-02-01T00:00:00Z' })).id
  three = (await live({ headline: 'Three', tagIds: [aBlue.id], publishedAt: '2025-03-01T00:00:00Z', locale: 'kk' })).id
})

describe('tags', () => {
  const questions: [string, () => string, () => string, () => string[]][] = [
    ['a comma is or', () => `tag=${red},${blue}`, () => `tag: "${red},${blue}"`, () => [three, two, one]],
    [
      'a repeated parameter is and',
      () => `tag=${red}&tag=${blue}`,
      () => `tags: { all: ["${red}", "${blue}"] }`,
      () => [two],
    ],
    ['a minus is not', () => `tag=${red}&tag=-${blue}`, () => `tag: "${red}", tags: { none: "${blue}" }`, () => [one]],
    ['a minus holds for all of its value', () => `tag=-${red},${blue}`, () => `tag: "-${red},${blue}"`, () => []],
    ['not what nobody knows is no filter', () => 'tag=-nobodys', () => 'tag: "-nobodys"', () => [three, two, one]],
    [
      'a range has its beginning and not its end',
      () => 'publishedFrom=2025-01-01T00:00:00Z&publishedTo=2025-03-01T00:00:00Z',
      () => 'publishedFrom: "2025-01-01T00:00:00Z", publishedTo: "2025-03-01T00:00:00Z"',
      () => [two, one],
    ],
    ['not a language', () => 'locale=-kk', () => 'locales: [{ none: ["kk"] }]', () => [two, one]],
  ]
  it.each(questions)('%s, on both faces', async (_name, query, filter, expected) => {
    expect(ids(await list(query()))).toEqual(expected())
    const { data, text } = await graphql<{ nodes: Facts[] }>(document(`filter: { ${filter()} }`))
    expect(
      data?.nodes.map(({ id }) => id),
      text,
    ).toEqual(expected())
  })

  it('a filter of GraphQL takes a single text, also as a variable', async () => {
    const query = 'query ($tag: String) { articles(filter: { tag: $tag }) { nodes { id } } }'
    expect((await graphql<{ nodes: Facts[] }>(query, { tag: blue })).data.nodes).toEqual([{ id: three }, { id: two }])
  })

  it('the order of what is asked makes no other list: a cursor goes on', async () => {
    const { data } = await list(`tag=${red},${blue}&locale=-xx&first=1`)
    const next = await list(`locale=-xx&tag=${blue},${red}&first=1&after=${data.page.next}`)
    expect(ids(next)).toEqual([two])
  })
})

describe('what is refused', () => {
  const many = Array.from({ length: 21 }, (_, n) => `t${n}`)
  const refusals: [string, string, string, string, RegExp][] = [
    ['nmae=x', '', 'unknown_parameter', 'nmae', /known are tag, section/],
    ['tag=a,,b', 'filter: { tag: "a,,b" }', 'invalid_input', 'tag', /empty value/],
    ['tag=', 'filter: { tag: "" }', 'invalid_input', 'tag', /empty/],
    ['tag=-', 'filter: { tag: "-" }', 'invalid_input', 'tag', /empty value/],
    ['tag=a,-b', 'filter: { tag: "a,-b" }', 'invalid_input', 'tag', /at the beginning only/],
    [`tag=${many}`, `filter: { tag: "${many}" }`, 'limit_exceeded', 'tag', /maximum of 20/],
    [
      `tag=a&tag=-${many.slice(1)}`,
      `filter: { tags: { all: "a", none: ${JSON.stringify(many.slice(1))} } }`,
      'limit_exceeded',
      'tag',
      /maximum of 20/,
    ],
    [
      'publishedFrom=2025-02-01T00:00:00Z&publishedTo=2025-02-01T00:00:00Z',
      'filter: { publishedFrom: "2025-02-01T00:00:00Z", publishedTo: "2025-02-01T00:00:00Z" }',
      'invalid_input',
      'publishedTo',
      /after publishedFrom/,
    ],
    ['updatedFrom=yesterday', '', 'invalid_input', 'updatedFrom', /instant/],
    ['sort=headline', '', 'invalid_input', 'sort', /publishedAt, publishedAtAsc/],
    ['first=101', 'first: 101', 'limit_exceeded', 'first', /maximum of 100/],
    ['after=abc', 'after: "abc"', 'invalid_cursor', 'after', /not of this list/],
    ['fields=headlne', '', 'invalid_input', 'fields', /'headlne' is not a field here; known are id/],
    ['fields=headline.x', '', 'invalid_input', 'fields', /no fields/],
    ['fields=constructor', '', 'invalid_input', 'fields', /not a field/],
    ['include=everything', '', 'invalid_input', 'include', /known are totalCount, body/],
    ['include=body&first=21', '', 'limit_exceeded', 'first', /maximum of 20/],
    ['fields=bodyText&first=100', '', 'limit_exceeded', 'first', /maximum of 20/],
  ]
  it.each(refusals)('%s (%s) is refused as %s at %s', async (query, args, code, path, words) => {
    const overRest = await list(query)
    expect([overRest.code, overRest.paths[0]]).toEqual([code, path])
    expect(overRest.text).toMatch(words)
    if (!args) return
    const overGraphql = await graphql(document(args))
    expect([overGraphql.code, overGraphql.paths[0]]).toEqual([code, path])
  })

  it('a cursor is of its sort and of its filters', async () => {
    const { data } = await list('first=1')
    for (const query of ['sort=publishedAtAsc', 'sort=updatedAt', 'tag=-x', 'publishedTo=2100-01-01T00:00:00Z'])
      expect((await list(`${query}&after=${data.page.next}`)).code).toBe('invalid_cursor')
    expect((await list(`sort=publishedAt&after=${data.page.next}`)).status).toBe(200)
  })

  it('a parameter where there is none, by name', async () => {
    const { code, text } = await rest('GET', '/v1/health?x=1')
    expect(code === null || code === 'not_found').toBe(true)
    for (const path of [`/v1/articles/${one}/related`, `/v1/tags/${red}`, `/v1/articles/${one}`])
      expect((await rest('GET', `${path}?colour=blue`)).code, text).toBe('unknown_parameter')
  })

  it('more than 100 of a nested list', async () => {
    const { code, paths } = await graphql(`{ tag(slug: "${red}") { articles(first: 101) { nodes { id } } } }`)
    expect([code, paths]).toEqual(['limit_exceeded', ['first']])
  })
})

describe('fields and include', () => {
  it('fields gives those only, also inside others, on lists and on one story', async () => {
    const query = `fields=headline,bylines.author.name,bylines.role,section`
    const expected = {
      headline: 'One',
      bylines: [{ author: { name: expect.any(String) }, role: expect.any(String) }],
      section: null,
    }
    expect((await list(`tag=${red}&tag=-${blue}&${query}`)).data.data).toEqual([expected])
    const { data, headers } = await rest('GET', `/v1/articles/${one}?${query}`)
    expect(data).toEqual(expected)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('a field whole is what it is without fields', async () => {
    const { data: whole } = await rest('GET', `/v1/articles/${one}`)
    const { data } = await rest('GET', `/v1/articles/${one}?fields=${Object.keys(whole)}`)
    expect(data).toEqual(whole)
  })

  it('include adds to a list what it leaves out, as the story has it', async () => {
    const { data: whole } = await rest('GET', `/v1/articles/${one}`)
    const names = ['body', 'bodyHtml', 'related', 'translations', 'jsonLd', 'corrections', 'shareLinks']
    const { data } = await list(`tag=${red}&tag=-${blue}&include=${names}`)
    const [plain] = (await list(`tag=${red}&tag=-${blue}`)).data.data
    expect(data.data).toEqual([{ ...plain, ...Object.fromEntries(names.map((name) => [name, whole[name]])) }])
  })

  it('what was not included is not there, not even empty', async () => {
    const [story = {}] = (await list('include=jsonLd&first=1')).data.data
    expect(Object.keys(story)).toContain('jsonLd')
    // It has no byline.
    expect(story.jsonLd).toMatchObject({ author: [{ '@type': 'NewsMediaOrganization', name: 'The Daily Test' }] })
    for (const name of ['body', 'bodyHtml', 'bodyText', 'related']) expect(Object.keys(story)).not.toContain(name)
  })

  it('a former slug redirects with the fields that were asked for', async () => {
    const story = await live({ slug: 'before-it-moved' })
    await revise(story.id, { slug: 'after-it-moved' })
    await publish(story.id)
    const { status, headers } = await rest('GET', '/v1/articles/before-it-moved?fields=headline')
    expect([status, headers.location]).toEqual([301, '/v1/articles/after-it-moved?fields=headline'])
    expect((await rest('GET', `/v1/articles/${story.id}?fields=slug`)).data).toEqual({ slug: 'after-it-moved' })
  })
})

describe('counts', () => {
  it('are there when they are asked for only', async () => {
    expect((await list(`tag=${red}`)).data.page).toEqual({ next: null })
    expect((await list(`tag=${red}&first=1&include=totalCount`)).data.page.totalCount).toEqual({
      count: 2,
      exact: true,
    })
    for (const path of ['/v1/tags', '/v1/authors']) {
      const { data } = await rest<List>('GET', `${path}?first=1&include=totalCount`)
      expect(data.page.totalCount).toEqual({ count: path === '/v1/tags' ? 2 : 1, exact: true })
      expect((await rest<List>('GET', path)).data.page.totalCount).toBeUndefined()
      expect((await rest('GET', `${path}?include=body`)).code).toBe('invalid_input')
    }
  })

  it('over GraphQL too, for lists inside others in one statement', async () => {
    const count = 'totalCount { count exact }'
    const { data } = await graphql<{ nodes: Facts[] }>(
      `{ tags { nodes { slug articles(first: 1) { nodes { id } ${count} } } } }`,
    )
    expect(data.nodes).toEqual([
      { slug: red, articles: { nodes: [{ id: two }], totalCount: { count: 2, exact: true } } },
      { slug: blue, articles: { nodes: [{ id: three }], totalCount: { count: 2, exact: true } } },
    ])
    const counted = await graphql<Facts>(`{ authors { ${count} } }`)
    expect(counted.data).toEqual({ totalCount: { count: 1, exact: true } })
  })
})

describe('dates of lists follow those of stories', () => {
  const copies = async () => {
    const stale = await db.$queryRaw<unknown[]>`
      SELECT a.id FROM published_article a JOIN published_tag x ON x."articleId" = a.id
      WHERE (x."publishedAt", x."firstPublishedAt", x."updatedAt", x."modifiedAt")
        IS DISTINCT FROM (a."publishedAt", a."firstPublishedAt", a."updatedAt", a."modifiedAt")
      UNION SELECT a.id FROM published_article a JOIN published_byline x ON x."articleId" = a.id
      WHERE (x."publishedAt", x."firstPublishedAt", x."updatedAt", x."modifiedAt")
        IS DISTINCT FROM (a."publishedAt", a."firstPublishedAt", a."updatedAt", a."modifiedAt")`
    expect(stale).toEqual([])
  }

  it('when a story is published again, a picture of it changes, and tags are merged', async () => {
    const [tag, other, picture, author] = [await make.tag(), await make.tag(), await make.media(), await make.author()]
    const { id } = await live({
      ...{ tagIds: [tag.id], leadMedia: { mediaId: picture.id }, bylines: [{ authorId: author.id }] },
    })
    const newest = async () =>
      (await list(`tag=${other.slug},${tag.slug}&sort=modifiedAt&fields=id,modifiedAt`)).data.data
    for (const change of [
      async () => {
        await revise(id, { headline: 'Anew', publishedAt: '2024-01-01T00:00:00Z' })
        await publish(id)
      },
      () => rest('PATCH', `/v1/editorial/media/${picture.id}`, { as: 'editor', body: { alt: 'A boat' } }),
      () => rest('POST', `/v1/editorial/tags/${tag.id}/merge`, { as: 'admin', body: { intoId: other.id } }),
    ]) {
      setClock(10)
      await change()
      await copies()
    }
    const { modifiedAt } = await db.publishedArticle.findUniqueOrThrow({ where: { id } })
    expect(await newest()).toEqual([{ id, modifiedAt: modifiedAt.toISOString() }])
    expect((await list(`tag=${other.id}&modifiedFrom=${modifiedAt.toISOString()}`)).data.data).toHaveLength(1)
  })
})

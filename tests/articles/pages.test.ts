import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testNewsroom } from '../helpers/app.ts'
import { documents, someBody, storyMakers } from './stories.ts'

const news = await testNewsroom()
const { rest, graphql, make, ctx } = news
const { live } = storyMakers(news)
afterAll(news.close)

const count = 250
let section = ''
let tag = ''
let author = ''
/** Ids in the order that every list must have: by date, newest first, and among equals by id. */
let expected: string[] = []

/** Many stories share a date: three dates for all. */
const dateOf = (n: number) => `2025-0${1 + (n % 3)}-01T00:00:00.000Z`

beforeAll(async () => {
  const [aSection, aTag, anAuthor] = [await make.tag({ type: 'SECTION' }), await make.tag(), await make.author()]
  ;[section, tag, author] = [aSection.slug, aTag.slug, anAuthor.slug]
  // Eight at a time: a person waits for the test, and the pool has ten connections.
  for (let n = 0; n < count; n += 8)
    await Promise.all(
      Array.from({ length: Math.min(8, count - n) }, (_, k) =>
        live({
          headline: `Page ${n + k}`,
          publishedAt: dateOf(n + k),
          tagIds: [aTag.id],
          sectionId: aSection.id,
          bylines: [{ authorId: anAuthor.id }],
          locale: 'kk',
        }),
      ),
    )
  const rows = await ctx().db.publishedArticle.findMany({ select: { id: true, publishedAt: true } })
  expected = rows
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1))
    .map(({ id }) => id)
  expect(expected).toHaveLength(count)
}, 60_000)

type Page = { ids: string[]; next: string | null }
type Turn = (first: number, after: string | null) => Promise<Page>

const filters: [string, () => Record<string, string>][] = [
  ['all', () => ({})],
  ['a tag', () => ({ tag })],
  ['a section', () => ({ section })],
  ['an author', () => ({ author })],
  ['a language', () => ({ locale: 'kk' })],
  ['a tag, an author and a section', () => ({ tag, author, section, locale: 'kk' })],
]

function overRest(filter: () => Record<string, string>): Turn {
  return async (first, after) => {
    const query = new URLSearchParams({ ...filter(), first: String(first), ...(after && { after }) })
    const { data, headers } = await rest<{ data: { id: string }[]; page: { next: string | null } }>(
      'GET',
      `/v1/articles?${query}`,
    )
    const { next } = data.page
    expect(String(headers.link ?? '').includes(`after=${next}`)).toBe(next !== null)
    return { ids: data.data.map(({ id }) => id), next }
  }
}

interface Connection {
  nodes: { id: string }[]
  edges?: { cursor: string; node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const toPage = ({ nodes, pageInfo }: Connection): Page => ({
  ids: nodes.map(({ id }) => id),
  next: pageInfo.hasNextPage ? pageInfo.endCursor : null,
})

function overGraphql(filter: () => Record<string, string>): Turn {
  return async (first, after) =>
    toPage((await graphql<Connection>(documents.articles, { first, after, filter: filter() })).data)
}

/** The stories of a tag or author, as a field of it. */
function ofParent(noun: 'tag' | 'author', slug: () => string): Turn {
  const query = `query ($slug: String, $first: Int, $after: String) { ${noun}(slug: $slug) { articles(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`
  return async (first, after) =>
    toPage((await graphql<{ articles: Connection }>(query, { slug: slug(), first, after })).data.articles)
}

/** All ids, page by page; `between` is called after each. */
async function turn(
  page: Turn,
  first: number,
  between: () => Promise<unknown> = async () => undefined,
): Promise<string[]> {
  const ids: string[] = []
  for (let after: string | null = null; ; ) {
    const { ids: found, next } = await page(first, after)
    ids.push(...found)
    if (next === null) return ids
    expect(found).toHaveLength(first)
    await between()
    after = next
  }
}

const lists: [string, Turn][] = [
  ...filters.flatMap(([name, filter]): [string, Turn][] => [
    [`${name} over REST`, overRest(filter)],
    [`${name} over GraphQL`, overGraphql(filter)],
  ]),
  ['the field of a tag', ofParent('tag', () => tag)],
  ['the field of a section', ofParent('tag', () => section)],
  ['the field of an author', ofParent('author', () => author)],
]

describe('250 stories of three dates', () => {
  it.each(lists)('the list of %s in pages of 7 has each once and in order', async (_name, page) => {
    expect(await turn(page, 7)).toEqual(expected)
  })

  it.each([10, 50])('pages of %d, which divide 250, end without an empty one', async (first) => {
    const sizes: number[] = []
    await turn(async (size, after) => {
      const page = await overRest(() => ({ tag }))(size, after)
      sizes.push(page.ids.length)
      return page
    }, first)
    expect(sizes).toEqual(Array(count / first).fill(first))
  })

  it('a list has no gap and no repeat while new stories come out', async () => {
    const added: string[] = []
    let n = 0
    const between = async () => {
      if (n++ % 6 === 0) added.push((await live({ headline: `Meanwhile ${n}` })).id)
    }
    for (const page of [overRest(() => ({})), overGraphql(() => ({}))]) {
      const before = new Set(added)
      const ids = await turn(page, 7, between)
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.filter((id) => expected.includes(id))).toEqual(expected)
      expect(ids.filter((id) => !expected.includes(id)).every((id) => before.has(id))).toBe(true)
    }
  })
})

it('the cursor of each edge goes on behind its story', async () => {
  const query =
    'query ($first: Int, $after: String) { articles(first: $first, after: $after) { edges { cursor node { id } } pageInfo { endCursor } } }'
  const { data } = await graphql<Required<Connection>>(query, { first: 10 })
  const third = data.edges[2]
  const { data: rest } = await graphql<Required<Connection>>(query, { first: 7, after: third?.cursor })
  expect(rest.edges).toEqual(data.edges.slice(3))
  expect(data.pageInfo.endCursor).toBe(data.edges.at(-1)?.cursor)
})

it('cursors are bound to their filters: that of one list is refused by every other', async () => {
  const cursors = await Promise.all(lists.map(async ([, page]) => (await page(1, null)).next))
  const other = await make.tag()
  await live({ tagIds: [other.id], body: someBody })
  for (const [n, [name, page]] of lists.entries())
    for (const [m, cursor] of cursors.entries()) {
      const sameList = cursor === cursors[n]
      const answer = page(1, cursor).then(
        ({ ids }) => ids.length,
        () => 'refused',
      )
      expect(await answer, `${name} with the cursor of ${lists[m]?.[0]}`).toBe(sameList ? 1 : 'refused')
    }
  await expect(ofParent('tag', () => other.slug)(1, cursors[lists.length - 3] ?? null)).rejects.toThrow()
})

it('a list that nothing is in has an end', async () => {
  for (const filter of [
    { tag: 'nothing-like-it' },
    { locale: 'xx' },
    { author: '0192a1b0-0000-7000-8000-00000000dead' },
    { tag: section },
  ] as Record<string, string>[])
    for (const page of [overRest(() => filter), overGraphql(() => filter)])
      expect(await page(7, null)).toEqual({ ids: [], next: null })
})

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import type { Asked, Facts } from '../helpers/ask.ts'

const news = await testNewsroom()
const { rest, graphql, make, db } = news
const { draft, publish } = storyMakers(news)
afterAll(news.close)

interface Entry extends Facts {
  number: string
  type: string
  subjectId: string
  hash: string
}

const fields = 'number id type subjectId sequence version data actor actorId note requestId address occurredAt hash'
const document = `query ($first: Int, $after: String, $type: String, $actor: String, $subject: ID, $from: DateTime, $to: DateTime) {
  audit(first: $first, after: $after, type: $type, actor: $actor, subject: $subject, from: $from, to: $to) {
    nodes { ${fields} } edges { cursor } pageInfo { hasNextPage endCursor } } }`

/** A page of the audit on either face. */
const faces = {
  REST: async (filter: Facts = {}, asked: Asked = { as: 'admin' }) => {
    const query = new URLSearchParams(
      Object.entries(filter).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const answer = await rest<{ data: Entry[]; page: { next: string | null } }>(
      'GET',
      `/v1/editorial/audit?${query}`,
      asked,
    )
    return { ...answer, entries: answer.data.data, next: answer.data.page?.next }
  },
  GraphQL: async (filter: Facts = {}, asked: Asked = { as: 'admin' }) => {
    const answer = await graphql<{ nodes: Entry[]; pageInfo: { hasNextPage: boolean; endCursor: string } } | null>(
      document,
      filter,
      asked,
    )
    const info = answer.data?.pageInfo
    return { ...answer, entries: answer.data?.nodes ?? [], next: info?.hasNextPage ? info.endCursor : null }
  },
}

/** Types of entries, without those that made the keys of this newsroom. */
const typesOf = (entries: Entry[]) => entries.map(({ type }) => type).filter((type) => type !== 'key.created')

let story: string
beforeAll(async () => {
  const tag = await make.tag({ name: 'By the house' })
  story = (await draft({ headline: 'SECRET WORDS OF A DRAFT' })).id
  news.setClock(1)
  await publish(story)
  news.setClock(1)
  await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as: 'admin', body: { name: 'By an admin' } })
})

it('both faces tell the same', async () => {
  const [{ entries: one }, { entries: other }] = [await faces.REST(), await faces.GraphQL()]
  expect(one).toEqual(other)
  expect(typesOf(one)).toEqual(['tag.updated', 'article.published', 'article.created', 'tag.created'])
})

describe.each(Object.entries(faces))('over %s', (_, list) => {
  it('an entry says what was done to what, by whom, from where, and in which request', async () => {
    const { entries } = await list({ type: 'article.published' })
    const editor = await db.apiKey.findFirstOrThrow({ where: { name: 'editor' } })
    expect(entries).toEqual([
      {
        ...{
          number: expect.stringMatching(/^\d+$/),
          id: expect.any(String),
          type: 'article.published',
          subjectId: story,
        },
        ...{ sequence: 2, version: 1, data: expect.objectContaining({ tagIds: [], sectionId: null }), note: null },
        ...{
          actor: 'key:editor',
          actorId: editor.ownerId ?? editor.id,
          address: '127.0.0.1',
          requestId: expect.any(String),
        },
        ...{ occurredAt: '2026-01-08T09:31:00.000Z', hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      },
    ])
  })

  it.each<[Facts, string[]]>([
    [{ type: 'article.*' }, ['article.published', 'article.created']],
    [{ type: 'tag.created' }, ['tag.created']],
    [{ actor: 'key:admin' }, ['tag.updated']],
    [{ actor: 'test' }, ['tag.created']],
    [{ actor: 'nobody' }, []],
    [{ from: '2026-01-08T09:31:00Z' }, ['tag.updated', 'article.published']],
    [{ to: '2026-01-08T09:31:00Z' }, ['article.created', 'tag.created']],
    [{ from: '2026-01-08T09:31:00Z', to: '2026-01-08T09:32:00Z' }, ['article.published']],
    [{ type: 'article.*', from: '2026-01-08T09:31:00Z' }, ['article.published']],
  ])('%j gives %j', async (filter, types) => {
    expect(typesOf((await list(filter)).entries)).toEqual(types)
  })

  it('the history of one thing, and what one caller did by id', async () => {
    expect((await list({ subject: story })).entries.map(({ sequence }) => sequence)).toEqual([2, 1])
    const actorId = (await list({ actor: 'key:admin' })).entries[0]?.actorId
    expect((await list({ actor: actorId })).entries.map(({ type }) => type)).toEqual(['tag.updated'])
  })

  it('pages follow each other without gap or duplicate, and a cursor belongs to its filters', async () => {
    const seen: string[] = []
    let next: string | null | undefined
    do {
      const page = await list({ first: 1, ...(next && { after: next }) })
      seen.push(...page.entries.map(({ number }) => number))
      if (page.next) expect((await list({ after: page.next, type: 'tag.*' })).code).toBe('invalid_cursor')
      next = page.next
    } while (next)
    expect(seen).toEqual((await list()).entries.map(({ number }) => number))
  })

  it.each<[Facts, string, string]>([
    [{ type: 'published' }, 'invalid_input', 'type'],
    [{ subject: 'nonsense' }, 'invalid_input', 'subject'],
    [{ first: 101 }, 'limit_exceeded', 'first'],
    [{ after: 'bm90aGluZw' }, 'invalid_cursor', 'after'],
  ])('%j is refused', async (filter, code, path) => {
    const answer = await list(filter)
    expect([answer.code, answer.paths]).toEqual([code, [path]])
  })

  it('admins alone may read it', async () => {
    for (const as of ['contributor', 'author', 'editor'] as const)
      expect((await list({}, { as })).code).toBe('forbidden')
    expect((await list({}, {})).code).toBe('unauthenticated')
  })

  it('has no words of drafts', async () => {
    expect((await list()).text).not.toContain('SECRET')
  })
})

import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { peopleOf } from '../accounts/people.ts'
import { storyMakers } from '../articles/stories.ts'
import { feedsOf } from '../changes/reader.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type EventReader, readEvents } from './event-reader.ts'

const news = await testNewsroom()
const { rest, make, keys } = news
const { draft, live, publish, revise, withdraw } = storyMakers(news)
const feed = feedsOf(news).REST
let url: string
const opened: EventReader[] = []

beforeAll(async () => {
  url = `${await news.app.listen({ port: 0, host: '127.0.0.1' })}/v1/stream`
})
afterEach(() => {
  for (const reader of opened.splice(0)) reader.close()
})
afterAll(() => news.close())

async function open(query: Record<string, string> = {}, headers: Record<string, string> = {}): Promise<EventReader> {
  const reader = await readEvents(`${url}?${new URLSearchParams(query)}`, headers)
  opened.push(reader)
  return reader
}

const kill = (id: string) =>
  rest('POST', `/v1/editorial/articles/${id}/kill`, { as: 'admin', body: { reason: 'Not true.' } })
const typesOf = ({ events }: EventReader) => events.map(({ event }) => event)

describe('what is told', () => {
  it('a story is told of when it goes live, is corrected, withdrawn and killed, as the change feed tells it', async () => {
    const reader = await open()
    const { id } = await live({ headline: 'Told at once' })
    await rest('POST', `/v1/editorial/articles/${id}/correct`, {
      as: 'editor',
      body: { type: 'CORRECTION', text: 'A name.' },
    })
    await withdraw(id)
    await kill(id)
    const events = await reader.until(4)
    expect(typesOf(reader)).toEqual(['article.published', 'article.corrected', 'article.withdrawn', 'article.killed'])
    const since = await placeBefore(events[0]?.id ?? '')
    const { changes } = await feed(since ? { since } : {})
    // Slugs and reasons are as of the moment, in both.
    const lasting = ({ data }: { data: object }) => {
      const { slug: _, path: __, reason: ___, ...rest } = data as Record<string, unknown>
      return rest
    }
    expect(events.map(lasting)).toEqual(changes.map((data) => lasting({ data })))
    expect(events.at(-1)?.data).toEqual(changes.at(-1))
    expect(reader.headers.get('cache-control')).toBe('no-store')
    expect(reader.text).toMatch(/^retry: \d+\n/)
  })

  it('whoever asks for the story after its event has that version, on both faces', async () => {
    const reader = await open()
    const { id } = await live({ headline: 'Version one' })
    // What was done before may be told of a moment after it was acknowledged.
    const told = () => reader.events.filter(({ data }) => data.subjectId === id).length
    await vi.waitUntil(() => told() === 1, { timeout: 5_000, interval: 5 })
    const read = async () => {
      const [one, two] = await Promise.all([
        rest<{ headline: string }>('GET', `/v1/articles/${id}`),
        news.graphql<{ headline: string }>('query ($id: ID!) { article(id: $id) { headline } }', { id }),
      ])
      return [one.data.headline, two.data.headline]
    }
    for (let round = 1; round <= 5; round += 1) {
      await read()
      await revise(id, { headline: `Version after ${round}` })
      const published = publish(id)
      await vi.waitUntil(() => told() === 1 + round, { timeout: 5_000, interval: 1 })
      expect(await read()).toEqual([`Version after ${round}`, `Version after ${round}`])
      await published
    }
  })

  it('nothing of a story that was never live, and no word of one that is gone', async () => {
    const reader = await open()
    const hidden = await draft({ headline: 'CANARY draft', slug: 'canary-draft' })
    await kill(hidden.id)
    await make.tag({ name: 'Canary tag' })
    const { id } = await live({ headline: 'CANARY story', slug: 'taken-down', standfirst: 'CANARY words' })
    await revise(id, { headline: 'CANARY revision', slug: 'canary-slug' })
    await withdraw(id)
    const told = () => reader.events.filter(({ data }) => data.subjectId === id)
    await vi.waitUntil(() => told().length === 2, { timeout: 5_000, interval: 5 })
    expect(told()[1]?.data).toMatchObject({ isGone: true, slug: null, path: null, paths: ['/taken-down'] })
    expect(reader.text.toLowerCase()).not.toContain('canary')
    expect(reader.text).not.toContain(hidden.id)
  })

  it('tags and authors that readers see are told of', async () => {
    const [tag, author] = [await make.tag({ isPublic: true }), await make.author({ isPublic: true })]
    const hidden = await make.tag()
    const reader = await open()
    for (const { id } of [hidden, tag])
      await rest('PATCH', `/v1/editorial/tags/${id}`, { as: 'editor', body: { description: 'New.' } })
    await rest('PATCH', `/v1/editorial/authors/${author.id}`, { as: 'editor', body: { bio: 'New.' } })
    const events = await reader.until(2)
    expect(events.map(({ data }) => data.subjectId)).toEqual([tag.id, author.id])
  })
})

describe('filters', () => {
  it('by tag, section, author and language, by id or slug, with or, and, not', async () => {
    const [tag, other, section] = [await make.tag(), await make.tag(), await make.tag({ type: 'SECTION' })]
    const author = await make.author()
    const asked: Record<string, string>[] = [
      { tag: tag.slug },
      { tag: tag.id.toUpperCase() },
      { tag: `${tag.slug},${other.slug}` },
      { tag: `-${tag.slug}` },
      { section: section.slug },
      { author: author.slug },
      { locale: 'kk' },
      { tag: tag.slug, author: author.slug },
    ]
    const readers = await Promise.all(asked.map((query) => open(query)))
    const all = await open()
    const ids = [
      (await live({ tagIds: [tag.id] })).id,
      (await live({ tagIds: [other.id], sectionId: section.id })).id,
      (await live({ bylines: [{ authorId: author.id, role: 'Reporting' }] })).id,
      (await live({ locale: 'kk', tagIds: [tag.id], bylines: [{ authorId: author.id, role: 'Reporting' }] })).id,
    ]
    await all.until(4)
    const seen = readers.map(({ events }) => events.map(({ data }) => ids.indexOf(data.subjectId)))
    expect(seen).toEqual([[0, 3], [0, 3], [0, 1, 3], [1, 2], [1], [2, 3], [3], [3]])
  })

  it('a story is told of once more when it leaves the filter, and its end is', async () => {
    const tag = await make.tag()
    const reader = await open({ tag: tag.slug })
    const { id } = await live({ tagIds: [tag.id] })
    await revise(id, { tagIds: [] })
    await publish(id)
    await revise(id, { headline: 'Nothing to do with it' })
    await publish(id)
    const other = await live({ tagIds: [tag.id] })
    await withdraw(other.id)
    await reader.until(4)
    expect(reader.events.map(({ event, data }) => [event, data.subjectId])).toEqual([
      ['article.published', id],
      ['article.published', id],
      ['article.published', other.id],
      ['article.withdrawn', other.id],
    ])
  })

  it('a merged tag goes on under its old name', async () => {
    const [from, into] = [await make.tag({ isPublic: true }), await make.tag({ isPublic: true })]
    const reader = await open({ tag: from.slug })
    await rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as: 'editor', body: { intoId: into.id } })
    const { id } = await live({ tagIds: [into.id] })
    const events = await reader.until(2)
    expect(events.map(({ event, data }) => [event, data.subjectId])).toEqual([
      ['tag.merged', from.id],
      ['article.published', id],
    ])
  })

  it('by type', async () => {
    const [ends, all] = [await open({ types: 'article.withdrawn, tag.*' }), await open()]
    const { id } = await live()
    const tag = await make.tag({ isPublic: true })
    await rest('PATCH', `/v1/editorial/tags/${tag.id}`, { as: 'editor', body: { description: 'New.' } })
    await withdraw(id)
    await all.until(3)
    expect(typesOf(ends)).toEqual(['tag.updated', 'article.withdrawn'])
  })

  it.each([
    [{ types: 'article.pubished' }, 'invalid_input', 'types'],
    [{ types: 'user.suspended' }, 'invalid_input', 'types'],
    [{ tag: 'a,,b' }, 'invalid_input', 'tag'],
    [{ author: Array.from({ length: 21 }, (_, i) => `a-${i}`).join(',') }, 'limit_exceeded', 'author'],
    [{ publishedFrom: '2026-01-01T00:00:00Z' }, 'unknown_parameter', 'publishedFrom'],
    [{ since: 'bm90aGluZw' }, 'invalid_cursor', 'since'],
  ])('%j is refused', async (query, code, path) => {
    const { status, problem } = await open(query as Record<string, string>)
    expect([status, problem?.code, problem?.errors?.map((fault) => fault.path)]).toEqual([400, code, [path]])
  })

  it('a place that is none is told by the name under which it was given, the header before `since`', async () => {
    const { status, problem } = await open({ since: 'bm90aGluZw' }, { 'last-event-id': 'bm90aGluZw' })
    expect([status, problem?.errors?.map(({ path }) => path)]).toEqual([400, ['Last-Event-ID']])
    expect(problem?.detail).toMatch(/^Last-Event-ID: this cursor is not of this list/)
  })
})

/** The cursor of the change before the one at this place; empty for the first. */
async function placeBefore(cursor: string): Promise<string> {
  let [since, before] = ['', '']
  for (;;) {
    const page: Awaited<ReturnType<typeof feed>> = await feed({ first: 1, ...(since && { since }) })
    if (page.next === cursor) return before
    ;[before, since] = [page.next, page.next]
  }
}

describe('coming back', () => {
  it('nothing is missing and nothing told twice, whether by Last-Event-ID or since', async () => {
    const first = await open()
    const ids = [(await live()).id]
    await first.until(1)
    first.close()
    for (let i = 0; i < 5; i += 1) ids.push((await live()).id)
    const readers = [
      await open({ since: first.lastEventId }),
      await open({}, { 'last-event-id': first.lastEventId }),
      await open({ since: 'not-looked-at' }, { 'last-event-id': first.lastEventId }),
    ]
    ids.push((await live()).id)
    for (const reader of readers) {
      await reader.until(6)
      expect(reader.events.map(({ data }) => data.subjectId)).toEqual(ids.slice(1))
    }
  })

  it('one who was told nothing yet resumes from when they came', async () => {
    const first = await open({ types: 'tag.deleted' })
    await expect.poll(() => first.lastEventId).not.toBe('')
    first.close()
    const { id } = await live()
    const second = await open({}, { 'last-event-id': first.lastEventId })
    expect((await second.until(1)).map(({ data }) => data.subjectId)).toEqual([id])
  })

  it('readers who come while many publish have everything behind their place, once and in order', async () => {
    const start = await open()
    await expect.poll(() => start.lastEventId).not.toBe('')
    const since = start.lastEventId
    const drafts = await Promise.all(Array.from({ length: 30 }, () => draft()))
    const work = Promise.all(drafts.map(({ id }) => publish(id)))
    const late: EventReader[] = []
    for (let i = 0; i < 8; i += 1) late.push(await open({ since }))
    await work
    await start.until(30)
    const expected = start.events.map(({ id }) => id)
    expect(new Set(expected).size).toBe(30)
    for (const reader of late) {
      await reader.until(30)
      expect(reader.events.map(({ id }) => id)).toEqual(expected)
    }
  })
})

describe('who may', () => {
  it('a wrong key is refused; HEAD is not there', async () => {
    expect((await open({}, { authorization: 'Bearer 0123456789012345678901234567' })).status).toBe(401)
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(404)
  })

  it('a stream that was opened with a key ends when the key is revoked; others go on', async () => {
    const { data } = await rest<{ key: string; apiKey: { id: string } }>('POST', '/v1/editorial/api-keys', {
      as: 'admin',
      body: { name: 'short-lived', role: 'contributor' },
    })
    const [own, other] = [
      await open({}, { authorization: `Bearer ${data.key}` }),
      await open({}, { authorization: `Bearer ${keys.author}` }),
    ]
    const found = await rest<{ data: { id: string; name: string }[] }>('GET', '/v1/editorial/api-keys', { as: 'admin' })
    const id = found.data.data.find(({ name }) => name === 'short-lived')?.id
    const revoked = await rest('DELETE', `/v1/editorial/api-keys/${id}`, { as: 'admin' })
    expect(revoked.status, revoked.text).toBeLessThan(300)
    await own.ended
    await live()
    expect(await other.until(1)).toHaveLength(1)
  })

  it('so does that of somebody who is suspended', async () => {
    const people = peopleOf(news)
    const { user, headers } = await people.worker('author')
    const reader = await open({}, headers)
    expect(reader.status).toBe(200)
    await rest('POST', `/v1/editorial/users/${user.id}/suspend`, { as: 'admin', body: {} })
    await reader.ended
  })
})

it('a place that is too far back is refused, with the way out', async () => {
  const early = (await feed({ first: 1 })).next
  await news.db.$executeRaw`
    WITH head AS (UPDATE journal_head SET number = number + 10001 RETURNING number - 10001 AS number)
    INSERT INTO journal_entry (number, hash, id, type, "subjectId", sequence, version, "isPublic", actor, "occurredAt")
    SELECT head.number + n, 'x', gen_random_uuid(), 'tag.updated', gen_random_uuid(), 1, 1, TRUE, 'test', now()
    FROM head, generate_series(1, 10001) n`
  const { status, problem } = await open({ since: early })
  expect([status, problem?.code]).toEqual([400, 'invalid_cursor'])
  expect(problem?.detail).toContain('/v1/changes')
})

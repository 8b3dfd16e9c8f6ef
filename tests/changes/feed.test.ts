import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordEvent } from '../../src/core/events.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { feedsOf } from './reader.ts'

const news = await testNewsroom()
const { rest, make, db } = news
const { draft, live, publish, revise, withdraw } = storyMakers(news)
const feeds = feedsOf(news)
afterAll(news.close)

const as = 'editor'
const admin = 'admin'

/** Where the feed ends now. */
async function endOf(): Promise<string> {
  let next: string | undefined
  for (;;) {
    const page = await feeds.REST({ first: 100, ...(next && { since: next }) })
    next = page.next
    if (!page.hasMore) return next
  }
}

describe.each(Object.entries(feeds))('over %s', (face, read) => {
  const typesSince = async (since: string) => (await read({ since, first: 100 })).changes.map(({ type }) => type)

  it('a published story is there with its place, and nothing of its drafts', async () => {
    const since = await endOf()
    const { id, content } = await live({ headline: `Seen ${face}`, note: 'FOR COLLEAGUES' })
    await revise(id, { headline: 'SECRET DRAFT', slug: `secret-draft-${face.toLowerCase()}` })
    const other = await draft({ headline: 'ANOTHER SECRET' })
    const { changes, text, status } = await read({ since })
    expect(status).toBe(200)
    expect(changes).toEqual([
      {
        ...{
          id: expect.any(String),
          type: 'article.published',
          kind: 'ARTICLE',
          subjectId: id,
          sequence: 2,
          version: 1,
        },
        ...{ at: news.now().toISOString(), isGone: false, slug: content.slug, path: `/${content.slug}`, paths: [] },
        ...{ reason: null, intoId: null },
      },
    ])
    for (const words of ['SECRET', 'secret', 'COLLEAGUES', 'key:', other.id]) expect(text).not.toContain(words)
  })

  it('a withdrawn story is a tombstone with every path that it ever had', async () => {
    const { id, content } = await live({ headline: `First ${face}` })
    await revise(id, { slug: `second-${face.toLowerCase()}` })
    await publish(id)
    const since = await endOf()
    await withdraw(id)
    const { changes } = await read({ since })
    expect(changes).toMatchObject([{ type: 'article.withdrawn', isGone: true, slug: null, path: null, subjectId: id }])
    expect(changes[0]?.paths.sort()).toEqual([`/${content.slug}`, `/second-${face.toLowerCase()}`].sort())
  })

  it('so is a killed one, with its reason; a restored one stays gone', async () => {
    const { id, content } = await live({ headline: `Killed ${face}` })
    await revise(id, { slug: `killed-later-${face.toLowerCase()}` })
    await publish(id)
    const since = await endOf()
    const killed = await rest('POST', `/v1/editorial/articles/${id}/kill`, { as: admin, body: { reason: 'Not true.' } })
    expect(killed.status, killed.text).toBe(200)
    const { changes } = await read({ since })
    const paths = [`/${content.slug}`, `/killed-later-${face.toLowerCase()}`]
    expect(changes).toMatchObject([
      { type: 'article.killed', isGone: true, slug: null, path: null, reason: 'Not true.', subjectId: id },
    ])
    expect(changes[0]?.paths.sort()).toEqual(paths.sort())
    await rest('POST', `/v1/editorial/articles/${id}/restore`, { as: admin, body: {} })
    expect((await read({ since })).changes).toMatchObject([
      { type: 'article.killed', isGone: true, reason: null },
      { type: 'article.restored', isGone: true, path: null },
    ])
  })

  it('of a story that was never live not even its end is told', async () => {
    const { id } = await draft()
    const since = await endOf()
    await rest('POST', `/v1/editorial/articles/${id}/kill`, { as: admin, body: { reason: 'Not true.' } })
    expect(await typesSince(since)).toEqual([])
  })

  it('a tag is told of while readers see it', async () => {
    const [hidden, shown] = [await make.tag(), await make.tag({ isPublic: true })]
    const since = await endOf()
    await rest('PATCH', `/v1/editorial/tags/${hidden.id}`, { as, body: { description: 'Hidden.' } })
    await rest('PATCH', `/v1/editorial/tags/${shown.id}`, { as, body: { description: 'Shown.' } })
    const section = await make.tag({ type: 'SECTION' })
    const { changes } = await read({ since })
    expect(changes).toMatchObject([
      {
        type: 'tag.updated',
        kind: 'TAG',
        subjectId: shown.id,
        slug: shown.slug,
        path: `/tags/${shown.slug}`,
        isGone: false,
      },
      { type: 'tag.created', kind: 'TAG', subjectId: section.id, slug: section.slug, path: `/${section.slug}` },
    ])
  })

  it('a merged tag is a tombstone that says into which', async () => {
    const [from, into] = [await make.tag({ isPublic: true }), await make.tag()]
    const since = await endOf()
    await rest('POST', `/v1/editorial/tags/${from.id}/merge`, { as, body: { intoId: into.id } })
    expect((await read({ since })).changes).toMatchObject([
      { type: 'tag.merged', subjectId: from.id, isGone: true, slug: null, path: null, intoId: into.id },
    ])
  })

  it('an author is told of while readers see them', async () => {
    const [hidden, shown] = [await make.author(), await make.author({ isPublic: true, email: 'secret@example.org' })]
    const since = await endOf()
    for (const { id } of [hidden, shown])
      await rest('PATCH', `/v1/editorial/authors/${id}`, { as, body: { bio: 'New.' } })
    const { changes, text } = await read({ since })
    expect(changes).toMatchObject([
      { type: 'author.updated', kind: 'AUTHOR', subjectId: shown.id, slug: shown.slug, path: `/authors/${shown.slug}` },
    ])
    expect(text).not.toContain('secret@')
  })

  it('an asset is told of while a live story or a public author shows it', async () => {
    const [hidden, inStory, face] = [await make.media(), await make.media(), await make.media()]
    await live({ leadMedia: { mediaId: inStory.id } })
    await make.author({ isPublic: true, avatarId: face.id })
    const since = await endOf()
    for (const { id } of [hidden, inStory, face])
      await rest('PATCH', `/v1/editorial/media/${id}`, { as, body: { alt: 'New.' } })
    expect((await read({ since })).changes).toMatchObject([
      { type: 'media.updated', kind: 'MEDIA', subjectId: inStory.id, slug: null, path: null, isGone: false },
      { type: 'media.updated', subjectId: face.id },
    ])
  })

  it('on an empty page the cursor stays the same and usable, for ever', async () => {
    const since = await endOf()
    const empty = await read({ since })
    expect([empty.changes, empty.hasMore]).toEqual([[], false])
    news.setClock(60 * 24 * 365)
    expect((await read({ since: empty.next })).next).toBe(empty.next)
    const { id } = await live()
    expect((await read({ since: empty.next })).changes.map(({ subjectId }) => subjectId)).toEqual([id])
  })

  it('pages follow each other from the beginning, and the same page says the same again', async () => {
    const all: string[] = []
    let since: string | undefined
    for (;;) {
      const asked = { first: 3, ...(since && { since }) }
      const [page, again] = [await read(asked), await read(asked)]
      expect(again.text).toBe(page.text)
      expect(page.changes.length).toBeLessThanOrEqual(3)
      all.push(...page.changes.map(({ id }) => id))
      since = page.next
      if (!page.hasMore) break
    }
    const rows = await db.journalEntry.findMany({ where: { isPublic: true }, orderBy: { number: 'asc' } })
    expect(all).toEqual(rows.map(({ id }) => id))
  })

  it.each([
    [{ since: 'bm90aGluZw' }, 'invalid_cursor', 'since'],
    [{ since: '' }, 'invalid_cursor', 'since'],
    [{ first: 0 }, 'invalid_input', 'first'],
    [{ first: 101 }, 'limit_exceeded', 'first'],
  ])('%j is refused', async (asked, code, path) => {
    const answer = await read(asked)
    expect([answer.code, answer.paths]).toEqual([code, [path]])
  })

  it('a cursor of another list is refused, and one of the feed by other lists', async () => {
    const { data } = await rest<{ page: { next: string } }>('GET', '/v1/articles?first=1')
    expect((await read({ since: data.page.next })).code).toBe('invalid_cursor')
    const { status } = await rest('GET', `/v1/articles?after=${await endOf()}`)
    expect(status).toBe(400)
  })
})

it('the Link header leads on', async () => {
  const { headers, next } = await feeds.REST({ first: 1 })
  expect(headers.link).toBe(`</v1/changes?first=1&since=${next}>; rel="next"`)
})

it('every change has its own cursor in GraphQL', async () => {
  const { changes, cursors } = await feeds.GraphQL({ first: 5 })
  const { changes: rest } = await feeds.GraphQL({ since: cursors[1] ?? '', first: 3 })
  expect(rest).toEqual(changes.slice(2))
})

it('a cursor from before the database was set back is refused, not answered with a gap', async () => {
  await live()
  const since = await endOf()
  const last = await db.journalEntry.findFirstOrThrow({ orderBy: { number: 'desc' } })
  await db.journalEntry.update({ where: { id: last.id }, data: { id: '0192a1b0-0000-7000-8000-00000000ffff' } })
  const answer = await feeds.REST({ since })
  expect([answer.code, answer.paths]).toEqual(['invalid_cursor', ['since']])
})

describe('an event that is not committed yet', () => {
  beforeAll(() => live())

  it('is not passed by: what comes behind it waits', async () => {
    const since = (await feeds.REST({ first: 1 })).next
    const event = (subjectId: string) => ({ type: 'article.published' as const, subjectId, version: 1, isPublic: true })
    const [slow, quick] = [news.ctx().newId(), news.ctx().newId()]
    const seen = async () =>
      (await feeds.REST({ since, first: 100 })).changes
        .map(({ subjectId }) => subjectId)
        .filter((id) => [slow, quick].includes(id))
    let finish = () => {}
    const held = new Promise<void>((done) => (finish = done))
    let isWritten = () => {}
    const written = new Promise<void>((done) => (isWritten = done))
    const first = news.ctx().tx(async (tx) => {
      await recordEvent(news.ctx(), tx, event(slow))
      isWritten()
      await held
    })
    await written
    const second = news.ctx().tx((tx) => recordEvent(news.ctx(), tx, event(quick)))
    const isDone = await Promise.race([second.then(() => true), new Promise((done) => setTimeout(done, 200, false))])
    expect([isDone, await seen()]).toEqual([false, []])
    finish()
    await Promise.all([first, second])
    expect(await seen()).toEqual([slow, quick])
  })
})

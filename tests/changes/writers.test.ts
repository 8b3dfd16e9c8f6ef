import { afterAll, expect, it } from 'vitest'
import { reviseArticle } from '../../src/articles/editorial.ts'
import { publishArticle, withdrawArticle } from '../../src/articles/publish.ts'
import { verifyJournal } from '../../src/audit/verify.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'
import { type Change, feedsOf } from './reader.ts'

const news = await testNewsroom()
const { db } = news
const { live } = storyMakers(news)
const feed = feedsOf(news).REST
afterAll(news.close)

const writers = 16
const rounds = 8

/** Stories go up and down as fast as they can, two writers to a story. */
async function write(id: string): Promise<void> {
  for (let n = 0; n < rounds; n++) {
    await reviseArticle(news.ctx(), id, { standfirst: `Round ${n}` })
    await publishArticle(news.ctx(), id, {})
    // The other writer of the story may have been faster.
    await withdrawArticle(news.ctx(), id, {}).catch(() => undefined)
  }
}

it('a reader that follows sixteen writers misses nothing, sees nothing twice, and of each story everything in order', async () => {
  const stories = await Promise.all(Array.from({ length: writers / 2 }, async () => (await live()).id))
  const seen: Change[] = []
  let since: string | undefined
  let isWriting = true
  let pages = 0
  const reader = (async () => {
    for (let isLast = false; !isLast; pages++) {
      const wasWriting = isWriting
      const page = await feed({ first: 7, ...(since && { since }) })
      seen.push(...page.changes)
      since = page.next
      isLast = !wasWriting && !page.hasMore
    }
  })()
  await Promise.all([...stories, ...stories].map(write))
  isWriting = false
  await reader

  const rows = await db.journalEntry.findMany({ where: { isPublic: true }, orderBy: { number: 'asc' } })
  expect(seen.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
  expect(rows.length).toBeGreaterThan(writers * rounds)
  expect(pages).toBeGreaterThan(10)
  for (const id of stories) {
    const own = seen.filter(({ subjectId }) => subjectId === id)
    expect(own.map(({ sequence }) => sequence)).toEqual(own.map(({ sequence }) => sequence).sort((a, b) => a - b))
    const isLive = (await db.publishedArticle.count({ where: { id } })) === 1
    expect(own.at(-1)?.isGone, 'the last change contradicts what readers get').toBe(!isLive)
  }
  expect((await verifyJournal(db)).fault).toBeNull()
}, 60_000)

import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import type { FeedEntry } from '../../src/core/feed.ts'
import { followFrom } from '../../src/streams/delivery.ts'
import { startWire } from '../../src/streams/wire.ts'
import { storyMakers } from '../articles/stories.ts'
import { testNewsroom } from '../helpers/app.ts'

const news = await testNewsroom()
const { live } = storyMakers(news)
afterAll(news.close)

it('one who comes while another process is behind is told what this one told before, once and in order', async () => {
  const { db } = news
  const ctx = news.ctx
  for (let story = 0; story < 3; story++) await live({ headline: `Story ${story}` })
  const entries = await db.journalEntry.findMany({ where: { isPublic: true }, orderBy: { number: 'asc' } })
  const listeners: ((entry: FeedEntry) => void)[] = []
  const listen = (entry: unknown) => listeners[0]?.(entry as FeedEntry)
  const follow = (listener: (entry: FeedEntry) => void) => {
    listeners.push(listener)
    return () => undefined
  }
  const wire = startWire({ feed: { follow }, ctx })
  for (const entry of entries) listen(entry)
  // A process that has just woken, and has seen the first alone.
  const seen = entries[0]?.number ?? 0n
  await db.$executeRaw`INSERT INTO cache_lease (id, seen, until)
    VALUES (gen_random_uuid(), ${seen}, clock_timestamp() + interval '1 minute')`
  const told: bigint[] = []
  const reader = { tell: ({ number }: { number: bigint }) => void told.push(number), room: async () => undefined }
  const end = followFrom(ctx(), wire, { number: 0n, id: '' }, { ...reader, lost: (error) => expect(error).toBe(null) })
  await expect.poll(() => told.length).toBe(entries.length)
  await db.$executeRaw`DELETE FROM cache_lease`
  await live({ headline: 'The next' })
  const next = await db.journalEntry.findFirstOrThrow({ where: { isPublic: true }, orderBy: { number: 'desc' } })
  listen(next)
  await expect.poll(() => told.length).toBe(entries.length + 1)
  await wait(50)
  expect(told).toEqual([...entries, next].map(({ number }) => number))
  end()
  wire.stop()
})

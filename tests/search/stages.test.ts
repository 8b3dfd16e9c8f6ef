import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyStory } from '../../src/articles/filter.ts'
import { findHits } from '../../src/search/hits.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

/** One story an hour for three years and a half, to the newest. */
const stories = 30_000
const newest = new Date('2026-11-20T12:00:00Z')

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
  const { db } = news
  await db.$executeRaw`ALTER TABLE published_search DROP CONSTRAINT "published_search_articleId_fkey"`
  await db.$executeRaw`
    INSERT INTO published_search
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, at, to_tsvector('simple', 'a headline'),
      array_to_tsvector(ARRAY['every', '@w' || floor(extract(epoch FROM at) / 604800), '@' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')]
        || CASE WHEN n % 3 = 0 THEN ARRAY['third'] ELSE '{}' END
        || CASE WHEN n % 10 = 0 THEN ARRAY['tenth'] ELSE '{}' END
        || CASE WHEN n % 500 = 0 THEN ARRAY['rare'] ELSE '{}' END
        || CASE WHEN n > 20000 THEN ARRAY['old'] ELSE '{}' END)
    FROM (SELECT n, ${newest}::timestamptz - n * interval '1 hour' AS at FROM generate_series(0, ${stories - 1}) n) dated`
})
afterAll(() => news.close())

/** The stories found for a word, as their numbers: 0 is the newest. */
async function find(word: string) {
  const question = {
    ...{ loose: `'${word}'`, exact: null, rank: `'${word}'`, conditions: [], filter: everyStory, at: newest, newest },
    sort: 'relevance' as const,
  }
  const { hits, ...found } = await findHits(news.ctx(), question, { size: 20, after: null })
  return { ...found, numbers: hits.map(({ id }) => Number(id.slice(-12))) }
}

it.each([
  // A word of every story: hundreds within weeks, of which the newest are put in order.
  { word: 'every', step: 1, stage: 0 },
  // The newest weeks have 180 of 500, so months are worth looking through.
  { word: 'third', step: 3, stage: 1 },
  // The newest weeks have 54: not months, but years.
  { word: 'tenth', step: 10, stage: 2 },
  // The newest weeks have none or one: everything is looked through, and all are told.
  { word: 'rare', step: 500, stage: 3 },
])('$word: stage $stage', async ({ word, step, stage }) => {
  const found = await find(word)
  expect(found.numbers).toEqual(Array.from({ length: 21 }, (_, place) => place * step))
  expect(found).toMatchObject({ stage, isAll: stage === 3 })
  if (stage === 3) expect(found.count).toBe(stories / step)
  else expect(found.count).toBeGreaterThanOrEqual(500)
})

it('a word that only old stories have is found there', async () => {
  const found = await find('old')
  expect(found).toMatchObject({ stage: 3, count: 1000, isAll: false })
  expect(found.numbers[0]).toBe(20_001)
})

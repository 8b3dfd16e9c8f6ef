import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyStory } from '../../src/articles/filter.ts'
import { findHits } from '../../src/search/hits.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

/** Four stories an hour for 44 weeks, to the newest: a Friday. */
const stories = 30_000
const newest = new Date('2026-11-20T12:00:00Z')

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
  const { db } = news
  await db.$executeRaw`ALTER TABLE published_search DROP CONSTRAINT "published_search_articleId_fkey"`
  await db.$executeRaw`ALTER TABLE published_heads DROP CONSTRAINT "published_heads_articleId_fkey"`
  await db.$executeRaw`
    INSERT INTO published_search
    SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, at,
      array_to_tsvector(ARRAY['every', '@w' || floor(extract(epoch FROM at) / 604800)]
        || CASE WHEN n % 5 = 0 THEN ARRAY['fifth'] ELSE '{}' END
        || CASE WHEN n % 29 = 0 THEN ARRAY['twentyninth'] ELSE '{}' END
        || CASE WHEN n % 500 = 0 THEN ARRAY['rare'] ELSE '{}' END
        || CASE WHEN n > 20000 THEN ARRAY['old'] ELSE '{}' END
        || CASE WHEN n < 400 THEN ARRAY['sudden'] ELSE '{}' END)
    FROM (SELECT n, ${newest}::timestamptz - n * interval '15 minutes' AS at FROM generate_series(0, ${stories - 1}) n) dated`
  await db.$executeRaw`INSERT INTO published_heads SELECT "articleId", to_tsvector('simple', 'a headline') FROM published_search`
})
afterAll(() => news.close())

/** The stories found for a word, as their numbers: 0 is the newest. */
async function find(word: string) {
  const question = {
    ...{ conditions: [`'${word}'`], exact: null, rank: `'${word}'`, filter: everyStory, at: newest, newest },
    sort: 'relevance' as const,
  }
  const { hits, ...found } = await findHits(news.ctx(), question, { size: 20, after: null })
  return { ...found, numbers: hits.map(({ id }) => Number(id.slice(-12))) }
}

it.each([
  // The first weeks have 816: the newest of them are put in order.
  { word: 'every', step: 1, weeks: 2 },
  // The first weeks, which have lasted 1.2, have 164 of 500: seven are likely to have 700.
  { word: 'fifth', step: 5, weeks: 7 },
  { word: 'twentyninth', step: 29, weeks: 31 },
  // The newest weeks have two, so that 700 need more weeks than a hundred: everything is looked through, and all are told.
  { word: 'rare', step: 500, weeks: null },
])('$word: the newest $weeks weeks', async ({ word, step, weeks }) => {
  const found = await find(word)
  expect(found.numbers).toEqual(Array.from({ length: 21 }, (_, place) => place * step))
  expect(found).toMatchObject({ weeks, isAll: word === 'rare' })
  if (word === 'rare') expect(found.count).toBe(stories / step)
  else expect(found.count).toBeGreaterThanOrEqual(500)
})

it('a word that only old stories have is found there', async () => {
  const found = await find('old')
  expect(found).toMatchObject({ weeks: null, count: 1000, isAll: false })
  expect(found.numbers[0]).toBe(20_001)
})

it('of a word that the newest weeks had much more of, older stories are found too', async () => {
  const found = await find('sudden')
  expect(found).toMatchObject({ weeks: null, count: 400, isAll: true })
})

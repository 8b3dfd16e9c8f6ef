import { afterAll, beforeAll, expect, it } from 'vitest'
import { everyStory } from '../../src/articles/filter.ts'
import { rankedStories } from '../../src/search/hits.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'

let news: Newsroom
beforeAll(async () => {
  news = await testNewsroom()
  const { db } = news
  await db.$executeRaw`ALTER TABLE published_search DROP CONSTRAINT "published_search_articleId_fkey"`
  await db.$executeRaw`ALTER TABLE published_heads DROP CONSTRAINT "published_heads_articleId_fkey"`
  await db.$executeRaw`
    INSERT INTO published_search SELECT gen_random_uuid(), now() - n * interval '1 hour',
      to_tsvector('simple', 'every word' || n % 997 || ' other' || n) FROM generate_series(1, 20000) n`
  await db.$executeRaw`
    INSERT INTO search_word SELECT translate(md5(n::text), '0123456789', 'ghijklmnop'), 1 FROM generate_series(1, 60000) n`
  await db.$executeRaw`
    INSERT INTO published_heads SELECT "articleId", to_tsvector('simple', 'word') FROM published_search`
  await db.$executeRaw`ANALYZE published_search`
  await db.$executeRaw`ANALYZE published_heads`
  await db.$executeRaw`ANALYZE search_word`
})
afterAll(() => news.close())

const planOf = (rows: { 'QUERY PLAN': string }[]) => rows.map((row) => row['QUERY PLAN']).join('\n')

it.each([2, null])('a search of %s weeks reads its own matches by index, whatever the word', async (weeks) => {
  const question = {
    exact: null,
    rank: "'word1'",
    conditions: ["'word1'", "'word2'"],
    filter: everyStory,
    at: news.now(),
    newest: null,
  }
  for (const sort of ['relevance', 'publishedAt'] as const) {
    const rows = await news.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
      EXPLAIN WITH ${rankedStories({ ...question, sort }, weeks)} SELECT id, key FROM ranked ORDER BY key DESC, id DESC LIMIT 21`
    const plan = planOf(rows)
    expect(plan).toContain('Bitmap Index Scan on published_search_words_idx')
    expect(plan).toMatch(/Index Cond: .*word1.* AND .*word2/)
    expect(plan).not.toMatch(/Seq Scan on published_(search|heads)/)
  }
})

it('words are completed and corrected by index', async () => {
  const completed = await news.db.$queryRaw<{ 'QUERY PLAN': string }[]>`
    EXPLAIN SELECT word FROM search_word WHERE word >= ${'ab'} COLLATE "C" AND word < ${'ab'} COLLATE "C" || chr(1114111)
    ORDER BY stories DESC, word LIMIT 10`
  expect(planOf(completed)).toContain('search_word_pkey')
  const corrected = await news.db.$queryRaw<
    { 'QUERY PLAN': string }[]
  >`EXPLAIN SELECT word FROM search_word WHERE word % ${'abcdef'}`
  expect(planOf(corrected)).toContain('search_word_trigram')
})

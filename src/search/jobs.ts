import type { Job } from '../jobs/worker.ts'

const day = 24 * 60 * 60_000

/** Stories looked at in one statement: two seconds when all are missing. */
const storiesAtOnce = 1_000

/**
 * Adds live stories that search does not know, newest first: those of before there was a search, and those that were written past
 * the service. Looks once a day. What is published meanwhile stays as publishing wrote it.
 */
export const fillSearch: Job = {
  name: 'fill-search',
  everyMs: day,
  run: async ({ db }, signal) => {
    let after: { at: string; id: string } | undefined = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
    while (after && !signal.aborted) {
      const seen: { at: string; id: string; isLast: boolean }[] = await db.$queryRaw`
        WITH seen AS MATERIALIZED (
          SELECT id, "publishedAt" AS at FROM published_article
          WHERE ("publishedAt", id) < (${after.at}::timestamptz, ${after.id}::uuid)
          ORDER BY "publishedAt" DESC, id DESC LIMIT ${storiesAtOnce}
        ), missing AS MATERIALIZED (
          SELECT id FROM seen WHERE NOT EXISTS (SELECT FROM published_search s WHERE s."articleId" = seen.id)
        ), stories AS MATERIALIZED (
          SELECT s.* FROM missing JOIN searchable_story s ON s."articleId" = missing.id
        ), found AS (
          INSERT INTO published_search ("articleId", "publishedAt", words) SELECT "articleId", "publishedAt", words FROM stories
          ON CONFLICT DO NOTHING
        ), ranked AS (
          INSERT INTO published_heads ("articleId", heads) SELECT "articleId", heads FROM stories ON CONFLICT DO NOTHING
        ), words AS (
          INSERT INTO search_word (word)
          SELECT DISTINCT w.word FROM missing JOIN searchable_word w ON w."articleId" = missing.id ORDER BY w.word
          ON CONFLICT DO NOTHING
        )
        SELECT at::text, id::text, count(*) OVER () < ${storiesAtOnce} AS "isLast" FROM seen ORDER BY seen.at, id LIMIT 1`
      const [last] = seen
      after = last?.isLast ? undefined : last
    }
    return false
  },
}

/** Words looked at in one statement. */
const batchSize = 500

/**
 * Counts anew in how many of the newest 10,000 live stories each word stands, and forgets words that no live story has any more:
 * those of stories that were taken down. Once a day; until then such a word is in no story and is shown to nobody.
 */
export const countSearchWords: Job = {
  name: 'count-search-words',
  everyMs: day,
  run: async ({ db }, signal) => {
    await db.$executeRaw`
      WITH newest AS MATERIALIZED (
        SELECT id FROM published_article ORDER BY "publishedAt" DESC, id DESC LIMIT 10000
      ), counted AS MATERIALIZED (
        SELECT word COLLATE "C" AS word, count(*)::int AS stories FROM newest JOIN searchable_word w ON w."articleId" = newest.id GROUP BY 1
      ), added AS (
        INSERT INTO search_word (word, stories) SELECT word, stories FROM counted ORDER BY word ON CONFLICT DO NOTHING
      )
      UPDATE search_word known SET stories = coalesce(counted.stories, 0)
      FROM search_word before LEFT JOIN counted ON counted.word = before.word
      WHERE known.word = before.word AND known.stories <> coalesce(counted.stories, 0)`
    for (let after: string | undefined = ''; after !== undefined && !signal.aborted; ) {
      const seen: { word: string }[] = await db.$queryRaw`
        WITH rare AS MATERIALIZED (
          SELECT word FROM search_word WHERE stories = 0 AND word > ${after} ORDER BY word LIMIT ${batchSize}
        ), configs AS MATERIALIZED (
          SELECT DISTINCT search_config(locale) AS config FROM (SELECT DISTINCT locale FROM article WHERE "liveNumber" IS NOT NULL) spoken
        ), forgotten AS (
          DELETE FROM search_word gone USING rare WHERE gone.word = rare.word AND NOT EXISTS (
            SELECT FROM configs JOIN published_search s ON s.words @@ plainto_tsquery(configs.config, rare.word))
        )
        SELECT word FROM rare ORDER BY word`
      after = seen.length === batchSize ? seen.at(-1)?.word : undefined
    }
    return false
  },
}

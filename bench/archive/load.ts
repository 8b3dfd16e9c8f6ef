import { createHash } from 'node:crypto'
import pg from 'pg'
import { systemCaller } from '../../src/core/caller.ts'
import { databaseClock } from '../../src/db/clock.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { migrate } from '../../src/db/migrate.ts'
import { readMigrations } from '../../src/db/migration-files.ts'
import { makeCtx } from '../../src/make-ctx.ts'
import { countSearchWords } from '../../src/search/jobs.ts'
import { makeBody, marks } from './bodies.ts'
import { attachedRows, identityRows, newsroomRows, publishedRows, site } from './rows.ts'
import { makeStory, patternCount, type Story } from './stories.ts'

const migrations = 'prisma/migrations'

/** Stories in one statement: large enough that the statement's own cost vanishes, small enough for its JSON. */
const batchSize = 1_000

/** Change it when the archive changes, and archives of earlier runs are made anew. */
const edition = 'dateline bench 3'

/** What a whole archive is marked with; it depends on the tables too. */
export async function markFor(size: number): Promise<string> {
  const files = await readMigrations(migrations)
  const tables = createHash('sha256').update(files.map(({ sql }) => sql).join('\n'))
  return `${edition}: ${size} stories in tables ${tables.digest('hex').slice(0, 12)}`
}

/** Whether the database of this URL has a whole archive with this mark. */
export async function hasArchive(url: string, mark: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query("SELECT obj_description('public'::regnamespace) AS mark")
    return rows[0].mark === mark
  })
}

/** Fills an empty database with an archive of `size` stories, straight into the tables, and marks it. */
export async function loadArchive(url: string, size: number, tell: (line: string) => void): Promise<void> {
  const begun = Date.now()
  const mark = await markFor(size)
  await migrate(url, { dir: migrations })
  await withClient(url, async (client) => {
    await fillTables(client, size, tell)
    await client.query('VACUUM ANALYZE')
    await indexAll(client, url, size, tell)
    await countWords(url)
    await client.query('VACUUM ANALYZE')
    await client.query(`COMMENT ON SCHEMA public IS '${mark}'`)
  })
  tell(`archive of ${size.toLocaleString('en')} stories made in ${((Date.now() - begun) / 1000).toFixed(0)} s`)
}

/** Does some work over a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

async function fillTables(client: pg.Client, size: number, tell: (line: string) => void): Promise<void> {
  await spareChecks(client)
  await insertAll(client, newsroomRows())
  await makeStagingTables(client)
  for (const stories of batches(size)) await inOneTransaction(client, () => insertAll(client, identityRows(stories)))
  tell('identities are in')
  let done = 0
  for (const stories of batches(size)) {
    await inOneTransaction(client, async () => {
      await insertPublished(client, stories)
      await insertAll(client, attachedRows(stories))
    })
    done += stories.length
    if (done % 50_000 === 0) tell(`${done.toLocaleString('en')} of ${size.toLocaleString('en')} stories are in`)
  }
}

function* batches(size: number): Generator<Story[]> {
  for (let from = 0; from < size; from += batchSize) {
    yield Array.from({ length: Math.min(batchSize, size - from) }, (_, index) => makeStory(from + index, size))
  }
}

async function inOneTransaction(client: pg.Client, work: () => Promise<void>): Promise<void> {
  await client.query('BEGIN')
  await work()
  await client.query('COMMIT')
}

/** Where we may, foreign keys are not checked row by row: the rows are made to fit, and there are millions. */
async function spareChecks(client: pg.Client): Promise<void> {
  await client.query('SET synchronous_commit = off')
  await client.query('SET session_replication_role = replica').catch(() => undefined)
}

async function insertAll(client: pg.Client, tables: Record<string, object[]>): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const columns = Object.keys(rows[0] ?? {}).map((name) => `"${name}"`)
    const text = `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::"${table}", $1)`
    if (rows.length > 0) await client.query(text, [JSON.stringify(rows)])
  }
}

/** Rendered bodies, and the shape of a story that takes one of them. */
async function makeStagingTables(client: pg.Client): Promise<void> {
  await client.query(`
    CREATE TEMP TABLE pattern (pattern int PRIMARY KEY, body text, "bodyHtml" text, "bodyText" text, "wordCount" int, "readingMinutes" int);
    CREATE TEMP TABLE story (LIKE published_article);
    ALTER TABLE story ADD pattern int, ADD place text, ADD person text, ADD number text, ADD "linkIds" text[];
    CREATE FUNCTION pg_temp.own_words(pattern text, story story) RETURNS text LANGUAGE sql IMMUTABLE RETURN ${ownWordsSql()};
  `)
  const patterns = Array.from({ length: patternCount }, (_, pattern) => ({ pattern, ...makeBody(pattern) }))
  await client.query('INSERT INTO pattern SELECT * FROM jsonb_populate_recordset(null::pattern, $1)', [
    JSON.stringify(patterns),
  ])
}

/** Puts a story's own words and links in the place of the marks. */
function ownWordsSql(): string {
  const pairs: [string, string][] = [
    [marks.place, 'story.place'],
    [marks.person, 'story.person'],
    [marks.number, 'story.number'],
    ...marks.targets.map((mark, index): [string, string] => [mark, `story."linkIds"[${index + 1}]`]),
  ]
  return pairs.reduce((text, [mark, value]) => `replace(${text}, '${mark}', ${value})`, 'pattern')
}

const storedAsGiven = [
  'id revisionId version originalId locale slug path kicker headline standfirst sectionId leadMedia corrections',
  'publishedAt firstPublishedAt updatedAt modifiedAt',
]
const givenColumns = storedAsGiven
  .join(' ')
  .split(' ')
  .map((name) => `"${name}"`)

async function insertPublished(client: pg.Client, stories: Story[]): Promise<void> {
  const text = `
    INSERT INTO published_article (${givenColumns}, body, "bodyHtml", "bodyText", "wordCount", "readingMinutes")
    SELECT ${givenColumns.map((name) => `s.${name}`)}, pg_temp.own_words(p.body, s)::jsonb, pg_temp.own_words(p."bodyHtml", s),
      pg_temp.own_words(p."bodyText", s), p."wordCount", p."readingMinutes"
    FROM jsonb_populate_recordset(null::story, $1) s JOIN pattern p USING (pattern)`
  await client.query({ name: 'stories', text, values: [JSON.stringify(publishedRows(stories))] })
}

/** Search indexing at once: as many as a small machine has cores. */
const indexers = 2

/** Tells search of all stories: its index is made when all rows are there, which takes half of the time of adding to it. */
async function indexAll(client: pg.Client, url: string, size: number, tell: (line: string) => void): Promise<void> {
  const name = 'published_search_words_idx'
  const { rows } = await client.query('SELECT pg_get_indexdef($1::regclass) AS text', [name])
  await client.query(`DROP INDEX ${name}`)
  const left = batches(size)
  let done = 0
  const work = (own: pg.Client) =>
    eachOf(left, async (stories) => {
      await indexForSearch(own, stories)
      done += stories.length
      if (done % 100_000 === 0) tell(`search has read ${done.toLocaleString('en')}`)
    })
  await Promise.all(Array.from({ length: indexers }, () => withClient(url, work)))
  await client.query("SET maintenance_work_mem = '1GB'")
  await client.query(rows[0].text)
  tell('search has its index')
}

async function eachOf<T>(items: Generator<T>, work: (item: T) => Promise<void>): Promise<void> {
  for (let next = items.next(); !next.done; next = items.next()) await work(next.value)
}

/** As publishing does: `indexStories` in src/search/editorial.ts. */
async function indexForSearch(client: pg.Client, stories: Story[]): Promise<void> {
  const ids = stories.map(({ id }) => id)
  await client.query(
    `WITH story AS MATERIALIZED (SELECT * FROM searchable_story WHERE "articleId" = ANY($1::uuid[])),
    ranked AS (INSERT INTO published_heads SELECT "articleId", heads FROM story)
    INSERT INTO published_search SELECT "articleId", "publishedAt", words FROM story`,
    [ids],
  )
  await client.query(
    `INSERT INTO search_word (word) SELECT DISTINCT word FROM searchable_word WHERE "articleId" = ANY($1::uuid[]) ORDER BY word
    ON CONFLICT DO NOTHING`,
    [ids],
  )
}

/** As the worker does once a day. */
async function countWords(url: string): Promise<void> {
  const { prisma, close } = connectDatabase(url, { applicationName: 'dateline bench' })
  const house = makeCtx(prisma, site, databaseClock, systemCaller('bench'))
  await countSearchWords.run(house, new AbortController().signal).finally(close)
}

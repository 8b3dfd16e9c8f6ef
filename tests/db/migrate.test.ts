import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { programOf } from '../../prove/program.ts'
import { MigrationError, migrate, migrationStatus } from '../../src/db/migrate.ts'
import { type TestDatabase, testDatabase } from '../helpers/database.ts'
import { query, removeDataDirs } from './owner.ts'

removeDataDirs()

let database: TestDatabase
let dir: string

beforeEach(async () => {
  database = await testDatabase('empty')
  dir = await mkdtemp(join(tmpdir(), 'dateline-migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(dir, { recursive: true })
})

const STORY = 'CREATE TABLE story (id int PRIMARY KEY);'
const KICKER = 'ALTER TABLE story ADD kicker text;'

async function write(name: string, sql: string): Promise<void> {
  await mkdir(join(dir, name), { recursive: true })
  await writeFile(join(dir, name, 'migration.sql'), sql)
}

test('migrations are applied in the order of their names, once', async () => {
  await write('20260102000000_kicker', KICKER)
  await write('20260101000000_story', STORY)
  await writeFile(join(dir, 'migration_lock.toml'), '')
  expect(await migrate(database.url, { dir })).toEqual({ applied: ['20260101000000_story', '20260102000000_kicker'] })
  expect(await migrate(database.url, { dir })).toEqual({ applied: [] })
  await write('20260103000000_more', 'CREATE TABLE more (id int);')
  expect(await migrate(database.url, { dir })).toEqual({ applied: ['20260103000000_more'] })
})

test('a migration is recorded as Prisma records it', async () => {
  await write('20260101000000_story', STORY)
  await migrate(database.url, { dir })
  const rows = await query(
    database.url,
    `SELECT checksum, migration_name, logs, rolled_back_at, applied_steps_count, finished_at >= started_at AS finished,
       length(id) AS id FROM _prisma_migrations`,
  )
  // echo -n 'CREATE TABLE story (id int PRIMARY KEY);' | sha256sum
  const checksum = '078c6d58bab496cf350dcc646b0ca79e3b7344691da13953776f3eb6c8c3f2b9'
  expect(rows).toEqual([
    {
      checksum,
      migration_name: '20260101000000_story',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
      finished: true,
      id: 36,
    },
  ])
})

test('five runners at once apply each migration once', async () => {
  await write('20260101000000_story', `${STORY} SELECT pg_sleep(0.2);`)
  await write('20260102000000_kicker', KICKER)
  const runs = await Promise.all([1, 2, 3, 4, 5].map(() => migrate(database.url, { dir })))
  expect(runs.flatMap((run) => run.applied).sort()).toEqual(['20260101000000_story', '20260102000000_kicker'])
})

test('functions and comments with semicolons are not torn apart', async () => {
  await write(
    '20260101000000_function',
    `-- one; two; 'three
     CREATE FUNCTION say(word text) RETURNS text LANGUAGE plpgsql AS $$
     BEGIN
       IF word = ';' THEN RETURN 'semicolon'; END IF;
       RETURN word;
     END; $$;
     CREATE TABLE said AS SELECT say(';') AS word;`,
  )
  await migrate(database.url, { dir })
  expect(await query(database.url, 'SELECT word FROM said')).toEqual([{ word: 'semicolon' }])
})

test('a migration that fails in the middle leaves nothing behind, and can be mended', async () => {
  await write('20260101000000_story', `${STORY} CREATE TABLE other (id int); SELECT 1 / 0;`)
  const refusal = await migrate(database.url, { dir }).catch((error: unknown) => error)
  expect(refusal).toBeInstanceOf(MigrationError)
  expect((refusal as Error).message).toBe(
    'migration 20260101000000_story failed and left nothing behind: division by zero',
  )
  expect(await query(database.url, `SELECT to_regclass('story') AS story, to_regclass('other') AS other`)).toEqual([
    { story: null, other: null },
  ])
  await write('20260101000000_story', STORY)
  expect(await migrate(database.url, { dir })).toEqual({ applied: ['20260101000000_story'] })
})

test('a migration with a COMMIT of its own is refused', async () => {
  await write('20260101000000_story', 'COMMIT; BEGIN; SELECT 1;')
  await expect(migrate(database.url, { dir })).rejects.toThrow(/has a COMMIT or ROLLBACK of its own/)
})

test('an applied file that was edited is refused by name; other line ends are no edit', async () => {
  await write('20260101000000_story', `${STORY}\n${KICKER}\n`)
  await migrate(database.url, { dir })
  await write('20260101000000_story', `${STORY}\r\n${KICKER}\r\n`)
  expect(await migrate(database.url, { dir })).toEqual({ applied: [] })
  await write('20260101000000_story', `${STORY}\n${KICKER}\n-- later thought\n`)
  await expect(migrate(database.url, { dir })).rejects.toThrow(
    'prisma/migrations/20260101000000_story/migration.sql was edited after it was applied',
  )
})

test('a database that is ahead of the folder is refused', async () => {
  await write('20260101000000_story', STORY)
  await write('20260102000000_kicker', KICKER)
  await migrate(database.url, { dir })
  await rm(join(dir, '20260102000000_kicker'), { recursive: true })
  await expect(migrate(database.url, { dir })).rejects.toThrow(
    /the database is ahead: it has migration 20260102000000_kicker/,
  )
})

test('a migration that another tool left half done is refused with the way to resolve it', async () => {
  await write('20260101000000_story', STORY)
  await migrate(database.url, { dir })
  await query(database.url, 'UPDATE _prisma_migrations SET finished_at = NULL')
  await expect(migrate(database.url, { dir })).rejects.toThrow(
    /prisma migrate resolve --rolled-back 20260101000000_story/,
  )
})

test('the status of a database names what is applied, pending, edited and unknown, and changes nothing', async () => {
  await write('20260101000000_story', STORY)
  await write('20260102000000_kicker', KICKER)
  const empty = await migrationStatus(database.url, { dir })
  expect(empty).toEqual({
    applied: [],
    pending: ['20260101000000_story', '20260102000000_kicker'],
    edited: [],
    unknown: [],
    failed: [],
  })
  expect(await query(database.url, `SELECT to_regclass('_prisma_migrations') AS made`)).toEqual([{ made: null }])
  await migrate(database.url, { dir })
  await rm(join(dir, '20260101000000_story'), { recursive: true })
  await write('20260102000000_kicker', 'SELECT 1;')
  await write('20260103000000_more', 'SELECT 1;')
  expect(await migrationStatus(database.url, { dir })).toMatchObject({
    pending: ['20260103000000_more'],
    edited: ['20260102000000_kicker'],
    unknown: ['20260101000000_story'],
  })
})

test('a runner killed at any moment never leaves a migration half applied', async () => {
  for (let number = 0; number < 6; number++) {
    await write(
      `2026010${number}000000_step`,
      `CREATE TABLE a${number} (id int); SELECT pg_sleep(0.05); CREATE TABLE b${number} (id int);`,
    )
  }
  for (const delayMs of [30, 90, 170]) await killMidway(delayMs)
  const [halves] = await query(
    database.url,
    `SELECT count(*) FILTER (WHERE relname LIKE 'a_') - count(*) FILTER (WHERE relname LIKE 'b_') AS torn FROM pg_class`,
  )
  expect(halves).toEqual({ torn: '0' })
  await migrate(database.url, { dir })
  expect((await migrationStatus(database.url, { dir })).applied).toHaveLength(6)
})

/** Runs the migrations in another process and kills it some time after it has begun. */
async function killMidway(delayMs: number): Promise<void> {
  const child = fork(programOf('tests/db/migrate-process.ts'), [database.url, dir])
  const gone = once(child, 'exit')
  await once(child, 'message')
  await new Promise((resolve) => setTimeout(resolve, delayMs))
  child.kill('SIGKILL')
  await gone
}

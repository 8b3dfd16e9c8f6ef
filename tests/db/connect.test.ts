import { afterAll, expect, test } from 'vitest'
import { connectDatabase, statementNames } from '../../src/db/connect.ts'
import { Prisma } from '../../src/db/generated/client.ts'
import { readText, readTexts } from '../../src/db/read-text.ts'
import { testDatabase } from '../helpers/database.ts'

const clone = await testDatabase()
const database = connectDatabase(clone.url, { applicationName: 'dateline connect test', max: 3 })

afterAll(async () => {
  await database.close()
  await clone.drop()
})

test('thirty queries at once share the connections of the pool, which carry the name of the process', async () => {
  await Promise.all(Array.from({ length: 30 }, () => database.prisma.tag.count()))
  const { rows } = await database.pool.query(
    `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name = 'dateline connect test'`,
  )
  expect(rows).toEqual([{ n: 3 }])
})

test('a statement that repeats is prepared once per connection, under a short name', async () => {
  const one = connectDatabase(clone.url, { applicationName: 'one', max: 1 })
  for (let turn = 0; turn < 5; turn++) await one.prisma.tag.findMany({ take: 1 })
  const { rows } = await one.pool.query('SELECT name, generic_plans + custom_plans AS uses FROM pg_prepared_statements')
  await one.close()
  expect(rows).toEqual([{ name: expect.stringMatching(/^d_[\w-]{20}$/), uses: '4' }])
})

test('a statement over its time is ended by PostgreSQL', async () => {
  const { rows } = await database.pool.query('SHOW statement_timeout')
  expect(rows).toEqual([{ statement_timeout: '10s' }])
})

test('a database may be closed twice', async () => {
  const twice = connectDatabase(clone.url, { applicationName: 'twice' })
  await twice.prisma.tag.count()
  await twice.close()
  await expect(twice.close()).resolves.toBeUndefined()
})

test('only statements seen twice get names, and only so many', () => {
  const nameOf = statementNames(2)
  expect([nameOf('a'), nameOf('b'), nameOf('c')]).toEqual(['', '', ''])
  const [a, b] = [nameOf('a'), nameOf('b')]
  expect(a).toMatch(/^d_/)
  expect(b).not.toBe(a)
  expect(nameOf('a')).toBe(a)
  expect(nameOf('c')).toBe('')
})

test('one text is read past Prisma, by a prepared statement whose values are parameters', async () => {
  const one = connectDatabase(clone.url, { applicationName: 'text', max: 1 })
  const read = (word: string) =>
    readText(one.prisma, Prisma.sql`SELECT concat(${word}::text, '!') WHERE ${word}::text <> 'none'`)
  expect([await read("it's"), await read('a"b'), await read('none')]).toEqual(["it's!", 'a"b!', null])
  const { rows } = await one.pool.query('SELECT name, statement FROM pg_prepared_statements')
  await one.close()
  expect(rows).toEqual([{ name: expect.stringMatching(/^d_/), statement: expect.stringContaining('concat($1::text') }])
})

test('inside a transaction a text is read in it', async () => {
  const read = (db: Prisma.TransactionClient) => readText(db, Prisma.sql`SELECT txid_current_if_assigned()::text`)
  const [inside, outside] = await database.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT txid_current()::text`
    return [await read(tx), await read(database.prisma)]
  })
  expect([inside, outside]).toEqual([expect.stringMatching(/^\d+$/), null])
})

test('many texts are read past Prisma, outside a transaction and in it, by a prepared statement', async () => {
  const one = connectDatabase(clone.url, { applicationName: 'texts', max: 1 })
  const read = (db: Prisma.TransactionClient) =>
    readTexts<[string, string | null]>(
      db,
      Prisma.sql`
      SELECT n::text, nullif(txid_current_if_assigned()::text, ${''}) FROM unnest(${[2, 1]}::int[]) n ORDER BY n`,
    )
  const outside = [await read(one.prisma), await read(one.prisma)]
  const inside = await one.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT txid_current()::text`
    return read(tx)
  })
  const { rows } = await one.pool.query(`SELECT name FROM pg_prepared_statements WHERE statement LIKE '%nullif%'`)
  await one.close()
  expect(outside).toEqual(
    Array(2).fill([
      ['1', null],
      ['2', null],
    ]),
  )
  expect(inside).toEqual([
    ['1', expect.stringMatching(/^\d+$/)],
    ['2', expect.stringMatching(/^\d+$/)],
  ])
  expect(rows).toEqual([{ name: expect.stringMatching(/^d_/) }])
})

test('texts of a transaction that has ended are refused, as Prisma does', async () => {
  let late: Promise<unknown> | undefined
  const keep = { tx: null as Prisma.TransactionClient | null }
  await database.prisma.$transaction(async (tx) => {
    keep.tx = tx
    await readTexts(tx, Prisma.sql`SELECT 'in time'`)
  })
  if (keep.tx) late = readTexts(keep.tx, Prisma.sql`SELECT 'too late'`)
  await expect(late).rejects.toMatchObject({ code: 'P2028' })
  await expect(readTexts({ $executeRaw: async () => 1 } as never, Prisma.sql`SELECT 'x'`)).rejects.toThrow(
    'connectDatabase',
  )
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectDatabase } from '../../src/db/connect.ts'
import { copyRows } from '../../src/db/copy-rows.ts'
import { sqlStateOf } from '../../src/lib/sql-state.ts'
import { testDatabase } from '../helpers/database.ts'

const clone = await testDatabase()
const db = connectDatabase(clone.url, { applicationName: 'dateline copy test', max: 1 })

beforeAll(
  () =>
    db.prisma
      .$executeRaw`CREATE TABLE copied (id int PRIMARY KEY, "aText" text, content jsonb, at timestamptz, "is" boolean)`,
)
afterAll(async () => {
  await db.close()
  await clone.drop()
})

const columns = ['id', 'aText', 'content', 'at', 'is']
const rows = (...values: unknown[][]) => ({ table: 'copied', columns, rows: values })
const kept = () => db.prisma.$queryRaw<Record<string, unknown>[]>`SELECT * FROM copied ORDER BY id`

test('values come out as they went in', async () => {
  const at = new Date('2026-01-02T03:04:05.678Z')
  const odd = 'tab\t line\n return\r backslash \\N \\. "quoted" 🗞️ ‏عربي'
  const content = { text: odd, list: [1, null, 'x'.repeat(200_000)] }
  await db.prisma.$transaction((tx) =>
    copyRows(tx, rows([1, odd, content, at, true], [2, null, undefined, null, false], [3, '', [], at, null])),
  )
  expect(await kept()).toEqual([
    { id: 1, aText: odd, content, at, is: true },
    { id: 2, aText: null, content: null, at: null, is: false },
    { id: 3, aText: '', content: [], at, is: null },
  ])
  await db.prisma.$executeRaw`DELETE FROM copied`
})

test('rows belong to the transaction: both are undone together, and the connection goes on', async () => {
  const failing = db.prisma.$transaction(async (tx) => {
    await copyRows(tx, rows([1, 'a', null, null, null]))
    await tx.$executeRaw`INSERT INTO copied (id) VALUES (2)`
    throw new Error('changed my mind')
  })
  await expect(failing).rejects.toThrow('changed my mind')
  expect(await kept()).toEqual([])
})

test('what the database refuses has its SQLSTATE', async () => {
  const failing = db.prisma.$transaction((tx) => copyRows(tx, rows([1, 'a'], [1, 'b'])))
  const error = await failing.catch((reason: Error) => reason)
  expect(error && sqlStateOf(error as Error)).toMatch(/^2/)
  expect(await kept()).toEqual([])
})

test('a transaction that has run out of time writes nothing any more, and says so as Prisma does', async () => {
  let refusal: unknown
  const late = db.prisma.$transaction(
    async (tx) => {
      await copyRows(tx, rows([1, 'in time', null, null, null]))
      await new Promise((resolve) => setTimeout(resolve, 400))
      refusal = await copyRows(tx, rows([2, 'too late', null, null, null])).catch((error: unknown) => error)
      throw refusal
    },
    { timeout: 100 },
  )
  await expect(late).rejects.toMatchObject({ code: 'P2028' })
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(await kept()).toEqual([])
  expect(refusal).toMatchObject({ code: 'P2028' })
})

test('a client that is not of the house is refused', async () => {
  const failing = copyRows({ $executeRaw: async () => 1 } as never, rows([1]))
  await expect(failing).rejects.toThrow('connectDatabase')
})

import { PrismaPg } from '@prisma/adapter-pg'
import { DriverAdapterError } from '@prisma/driver-adapter-utils'
import { fastify } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../../src/core/errors.ts'
import { asRefusal } from '../../src/core/translate.ts'
import { connectDatabase, type Database } from '../../src/db/connect.ts'
import { Prisma, PrismaClient } from '../../src/db/generated/client.ts'
import { readText } from '../../src/db/read-text.ts'
import { type TestDatabase, testDatabase } from '../helpers/database.ts'

let clone: TestDatabase
let db: Database
beforeAll(async () => {
  clone = await testDatabase()
  db = connectDatabase(clone.url, { applicationName: 'tests' })
})
afterAll(async () => {
  await db.close()
  await clone.drop()
})

/** The code of the refusal that the failure of `work` stands for; null for a bug. */
async function codeOf(work: () => Promise<unknown>): Promise<string | null | undefined> {
  const error = await work().then(
    () => expect.fail('it did not fail'),
    (thrown: unknown) => thrown,
  )
  return asRefusal(error)?.code ?? null
}

const id = '01890a5d-ac96-774b-bcce-b302099a8057'
const tag = (slug: string, change = {}) => ({
  data: {
    id: crypto.randomUUID(),
    type: 'TOPIC' as const,
    name: 'x',
    nameFolded: 'x',
    slug,
    changedAt: new Date(),
    ...change,
  },
})

describe('errors of the database', () => {
  test('a value that is taken is a conflict that names its field', async () => {
    await db.prisma.tag.create(tag('taken'))
    const error = await db.prisma.tag.create(tag('taken')).catch((thrown: unknown) => thrown)
    expect(asRefusal(error)).toMatchObject({ code: 'conflict', faults: [{ path: 'slug' }], cause: error })
    expect(asRefusal(error)?.message).not.toMatch(/prisma|constraint|tag_/i)
  })

  test('the same through raw SQL', async () => {
    const again = () => db.prisma.$executeRaw`
      INSERT INTO tag (id, type, name, "nameFolded", slug, "changedAt")
      SELECT gen_random_uuid(), type, name, "nameFolded", slug, "changedAt" FROM tag WHERE slug = 'taken'`
    expect(await codeOf(again)).toBe('conflict')
  })

  test('a reference to nothing is missing_reference', async () => {
    expect(await codeOf(() => db.prisma.tag.create(tag('orphan', { parentId: id })))).toBe('missing_reference')
  })

  test('a row that is not there is not_found', async () => {
    expect(await codeOf(() => db.prisma.tag.update({ where: { id }, data: { name: 'y' } }))).toBe('not_found')
    expect(await codeOf(() => db.prisma.tag.findUniqueOrThrow({ where: { id } }))).toBe('not_found')
  })

  test.each([
    ['an id that is no UUID', () => db.prisma.tag.findUnique({ where: { id: 'nonsense' } })],
    ['a NUL in a text', () => db.prisma.tag.findFirst({ where: { name: 'a\0b' } })],
    ['a NUL in JSON', () => db.prisma.tag.create(tag('nul', { externalIds: { a: '\0' } }))],
    ['a lone surrogate in JSON', () => db.prisma.tag.create(tag('half', { externalIds: { a: '\ud800' } }))],
    ['a UUID cast in SQL', () => db.prisma.$queryRaw`SELECT ${'nonsense'}::uuid`],
    ['a number out of range', () => db.prisma.$queryRaw`SELECT (2147483647 + ${1}::int)::int`],
    ['a day that does not exist', () => db.prisma.$queryRaw`SELECT ${'2026-02-30'}::text::date`],
    ['a division by zero', () => db.prisma.$queryRaw`SELECT 1 / ${0}::int`],
    ['the same without Prisma', () => db.pool.query('SELECT $1::uuid', ['nonsense'])],
  ])('%s is invalid_input', async (_name, work) => expect(await codeOf(work)).toBe('invalid_input'))

  test.each(['57014', '40001', '40P01', '53100', '53200', '53300', '55P03', '57P01', '08006'])(
    'SQLSTATE %s passes by itself, so it is unavailable, also in a transaction and without Prisma',
    async (state) => {
      const raise = `DO $$ BEGIN RAISE EXCEPTION 'secret' USING ERRCODE = '${state}'; END $$`
      expect(await codeOf(() => db.prisma.$executeRawUnsafe(raise))).toBe('unavailable')
      expect(await codeOf(() => db.prisma.$transaction((tx) => tx.$executeRawUnsafe(raise)))).toBe('unavailable')
      expect(await codeOf(() => db.pool.query(raise))).toBe('unavailable')
    },
  )

  test('a statement that takes too long is unavailable', async () => {
    const slow = () =>
      db.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL statement_timeout = 20`
        await tx.$queryRaw`SELECT pg_sleep(2)::text`
      })
    expect(await codeOf(slow)).toBe('unavailable')
  })

  test('a transaction that waits or works too long is unavailable', async () => {
    const slow = () =>
      db.prisma.$transaction(
        async (tx) => {
          await new Promise((resolve) => setTimeout(resolve, 60))
          await tx.$queryRaw`SELECT 1`
        },
        { timeout: 20 },
      )
    expect(await codeOf(slow)).toBe('unavailable')
  })

  test('a pool with no connection left is unavailable, and so is a connection that was cut', async () => {
    const pool = new pg.Pool({ connectionString: clone.url, max: 1, connectionTimeoutMillis: 400 })
    const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
    const held = await pool.connect()
    expect(await codeOf(() => prisma.tag.findFirst())).toBe('unavailable')
    expect(await codeOf(() => prisma.$transaction((tx) => tx.tag.findFirst()))).toBe('unavailable')
    expect(await codeOf(() => pool.query('SELECT 1'))).toBe('unavailable')
    held.release()
    expect(await codeOf(() => prisma.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`)).toBe('unavailable')
    await prisma.$disconnect()
    await pool.end()
  })

  test('a server that is not there is unavailable', async () => {
    const nowhere = connectDatabase('postgresql://nobody@127.0.0.1:9/nothing', { applicationName: 'tests' })
    expect(await codeOf(() => nowhere.prisma.tag.findFirst())).toBe('unavailable')
    expect(await codeOf(() => nowhere.prisma.$transaction((tx) => tx.tag.findFirst()))).toBe('unavailable')
    expect(await codeOf(() => readText(nowhere.prisma, Prisma.sql`SELECT 'x'`))).toBe('unavailable')
    await nowhere.close()
  })

  test.each(['localhost:9', 'nowhere.invalid', '/nowhere'])(
    'so is one at %s, when it is read past Prisma',
    async (host) => {
      const url = host.startsWith('/') ? `postgresql:///x?host=${host}` : `postgresql://nobody@${host}/x`
      const nowhere = connectDatabase(url, { applicationName: 'tests' })
      expect(await codeOf(() => readText(nowhere.prisma, Prisma.sql`SELECT 'x'`))).toBe('unavailable')
      await nowhere.close()
    },
  )

  test('and a connection that is cut while it is read past Prisma', async () => {
    const cut = Prisma.sql`SELECT pg_terminate_backend(pg_backend_pid())::text`
    expect(await codeOf(() => readText(db.prisma, cut))).toBe('unavailable')
  })

  test('mistakes of ours are bugs', async () => {
    expect(await codeOf(() => db.prisma.$queryRaw`SELECT nothing FROM nowhere`)).toBeNull()
    expect(await codeOf(() => db.prisma.tag.create({ data: {} } as never))).toBeNull()
    expect(await codeOf(() => db.prisma.$executeRaw`INSERT INTO tag (id) VALUES (${id}::uuid)`)).toBeNull()
  })

  test('an adapter error outside a query is known too', () => {
    const bare = new DriverAdapterError({ kind: 'DatabaseNotReachable', host: 'db.internal', port: 5432 })
    expect(asRefusal(bare)).toMatchObject({ code: 'unavailable', message: expect.not.stringContaining('internal') })
  })
})

describe('errors of Fastify', () => {
  const app = fastify({ bodyLimit: 100 })
  const codes: (string | undefined)[] = []
  app.setErrorHandler(async (error, _request, reply) => {
    codes.push(asRefusal(error)?.code)
    return reply.send({})
  })
  app.post(
    '/',
    { schema: { querystring: { type: 'object', properties: { n: { type: 'integer' } } } } },
    async () => ({}),
  )
  afterAll(() => app.close())

  test.each([
    ['too_large', 'application/json', `"${'x'.repeat(200)}"`],
    ['malformed_json', 'application/json', '{'],
    ['malformed_json', 'application/json', ''],
    ['malformed_json', 'application/json', '{"__proto__":1}'],
    ['unsupported_media_type', 'text/csv', 'a,b'],
  ])('%s: %s %s', async (code, type, payload) => {
    await app.inject({ method: 'POST', url: '/', headers: { 'content-type': type }, payload })
    expect(codes.pop()).toBe(code)
  })

  test('a value that a schema refuses is invalid_input', async () => {
    await app.inject({ method: 'POST', url: '/?n=x', payload: {} })
    expect(codes.pop()).toBe('invalid_input')
  })
})

describe('other errors', () => {
  test('a refusal is itself', () => {
    const refusal = new Refusal('gone', 'it was withdrawn')
    expect(asRefusal(refusal)).toBe(refusal)
  })

  test.each([
    [new Error('FST_ERR_CTP_BODY_TOO_LARGE')],
    [new TypeError('x is not a function')],
    [Object.assign(new Error('like Prisma'), { code: 'P2025' })],
    [Object.assign(new Error('like a file'), { code: 'ENOENT' })],
    [Object.assign(new Error('like an object'), { code: 'constructor' })],
    ['P2025'],
    [{ code: 'P2025', name: 'PrismaClientKnownRequestError' }],
    [null],
    [undefined],
  ])('%s is a bug', (error) => expect(asRefusal(error)).toBeNull())
})

import { execFile } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { programOf } from '../../prove/program.ts'
import { verifyJournal } from '../../src/audit/verify.ts'
import { connectDatabase } from '../../src/db/connect.ts'
import { createTag, updateTag } from '../../src/tags/editorial.ts'
import { testNewsroom } from '../helpers/app.ts'
import { testDatabase } from '../helpers/database.ts'

const news = await testNewsroom()
const { db } = news
afterAll(news.close)

const verbs = 400
const victim = 217n
/** Entries in all: making the newsroom took some. */
let all = 0

beforeAll(async () => {
  const oneAfterTheOther = async (n: number) => {
    const { id } = await createTag(news.ctx(), { type: 'TOPIC', name: `Topic ${n}` })
    for (let k = 1; k < verbs / 10; k++) await updateTag(news.ctx(), id, { name: `Topic ${n}, ${k}` })
  }
  const before = await db.journalEntry.count()
  await Promise.all(Array.from({ length: 10 }, (_, n) => oneAfterTheOther(n)))
  all = before + verbs
}, 120_000)

/** Does harm to the journal, looks at it, and undoes it. */
async function harmed(harm: () => Promise<unknown>, anchor: Parameters<typeof verifyJournal>[1] = null) {
  const [entries, heads] = [await db.journalEntry.findMany(), await db.journalHead.findMany()]
  await harm()
  const verdict = await verifyJournal(db, anchor)
  await db.journalEntry.deleteMany()
  await db.journalHead.deleteMany()
  await db.journalEntry.createMany({ data: entries.map((row) => ({ ...row, data: row.data ?? {} })) })
  await db.journalHead.createMany({ data: heads })
  return verdict
}

it(`after ${verbs} verbs of ten writers at once the chain is whole and has no gap`, async () => {
  const numbers = (await db.journalEntry.findMany({ orderBy: { number: 'asc' } })).map(({ number }) => number)
  expect(numbers).toEqual(Array.from({ length: all }, (_, n) => BigInt(n + 1)))
  const { entries, last, fault } = await verifyJournal(db)
  expect([entries, last.number, fault]).toEqual([BigInt(all), BigInt(all), null])
  expect(last.hash).toMatch(/^[0-9a-f]{64}$/)
})

it('each subject has its own sequence without gaps, ascending with the numbers', async () => {
  const rows = await db.journalEntry.findMany({
    orderBy: { number: 'asc' },
    select: { subjectId: true, sequence: true },
  })
  const bySubject = new Map<string, number[]>()
  for (const { subjectId, sequence } of rows) bySubject.set(subjectId, [...(bySubject.get(subjectId) ?? []), sequence])
  for (const sequences of bySubject.values()) expect(sequences).toEqual(sequences.map((_, n) => n + 1))
})

describe('tampering is found, and the first entry that is wrong is named', () => {
  const other = '0192a1b0-0000-7000-8000-00000000ffff'
  it.each<[string, object]>([
    ['id', { id: other }],
    ['type', { type: 'tag.merged' }],
    ['subjectId', { subjectId: other }],
    ['sequence', { sequence: 5_000 }],
    ['version', { version: 5_000 }],
    ['data', { data: { into: other } }],
    ['isPublic', { isPublic: true }],
    ['actor', { actor: 'key:somebody else' }],
    ['actorId', { actorId: other }],
    ['note', { note: 'because' }],
    ['an empty note', { note: '' }],
    ['requestId', { requestId: 'other' }],
    ['address', { address: '10.0.0.1' }],
    ['occurredAt', { occurredAt: new Date('2026-01-08T09:30:00.001Z') }],
    ['hash', { hash: new Uint8Array(32) }],
  ])('in the column %s', async (_, data) => {
    const { entries, fault } = await harmed(() => db.journalEntry.update({ where: { number: victim }, data }))
    expect([entries, fault]).toEqual([victim - 1n, expect.stringContaining(`entry ${victim} `)])
  })

  it('in the column number', async () => {
    const swap = async () => {
      await db.journalEntry.update({ where: { number: victim }, data: { number: 0n } })
      await db.journalEntry.update({ where: { number: victim + 1n }, data: { number: victim } })
      await db.journalEntry.update({ where: { number: 0n }, data: { number: victim + 1n } })
    }
    expect((await harmed(swap)).fault).toContain(`entry ${victim} `)
  })

  it('an entry that was deleted', async () => {
    const { fault } = await harmed(() => db.journalEntry.delete({ where: { number: victim } }))
    expect(fault).toContain(`entry ${victim} is missing`)
  })

  it('the first entries deleted', async () => {
    const { entries, fault } = await harmed(() => db.journalEntry.deleteMany({ where: { number: { lt: 10 } } }))
    expect([entries, fault]).toEqual([0n, expect.stringContaining('entry 1 is missing')])
  })

  it('the end cut off', async () => {
    const { fault } = await harmed(() => db.journalEntry.deleteMany({ where: { number: { gt: all - 3 } } }))
    expect(fault).toBe(`the end was cut off: entries ${all - 2} to ${all} are missing`)
  })

  it('all of it deleted', async () => {
    const { fault } = await harmed(() => db.journalEntry.deleteMany())
    expect(fault).toBe(`the end was cut off: entries 1 to ${all} are missing`)
  })

  it.each<[string, () => Promise<unknown>, string]>([
    ['set back', () => db.journalHead.update({ where: { id: 1 }, data: { number: all - 1 } }), 'the head is at '],
    [
      'given another hash',
      () => db.journalHead.update({ where: { id: 1 }, data: { hash: new Uint8Array(32) } }),
      'another hash',
    ],
    ['removed', () => db.journalHead.deleteMany(), 'the head of the journal is missing'],
  ])('the head %s', async (_, harm, words) => {
    expect((await harmed(harm)).fault).toContain(words)
  })

  it('a journal written anew from some entry on is found by an anchor from before', async () => {
    const known = await db.journalEntry.findUniqueOrThrow({ where: { number: 300n } })
    const anchor = { number: 300n, hash: Buffer.from(known.hash).toString('hex') }
    const rewrite = () => db.$executeRaw`
      WITH RECURSIVE changed AS (
        SELECT *, CASE WHEN number = ${victim} THEN 'key:nobody' ELSE actor END AS new_actor FROM journal_entry
      ), chain AS (
        SELECT number, hash AS new_hash FROM changed WHERE number = ${victim - 1n}
        UNION ALL
        SELECT c.number, journal_hash(chain.new_hash, c.number, c.id, c.type, c."subjectId", c.sequence, c.version, c.data, c."isPublic",
          c.new_actor, c."actorId", c.note, c."requestId", c.address, c."occurredAt")
        FROM chain JOIN changed c ON c.number = chain.number + 1
      ), head AS (
        UPDATE journal_head SET hash = (SELECT new_hash FROM chain ORDER BY number DESC LIMIT 1)
      )
      UPDATE journal_entry SET hash = chain.new_hash, actor = changed.new_actor FROM chain JOIN changed USING (number)
      WHERE journal_entry.number = chain.number`
    expect((await harmed(rewrite)).fault).toBeNull()
    expect((await harmed(rewrite, anchor)).fault).toContain('entry 300 has another hash')
    expect((await verifyJournal(db, anchor)).fault).toBeNull()
    expect((await verifyJournal(db, { ...anchor, number: 5_000n })).fault).toContain('entry 5000 is missing')
  })
})

it('verbs may go on while it is checked', async () => {
  let writing = true
  const { id } = await createTag(news.ctx(), { type: 'TOPIC', name: 'Busy' })
  const writer = (async () => {
    for (let n = 0; writing; n++) await updateTag(news.ctx(), id, { name: `Busy ${n}` })
  })()
  const verdicts = []
  for (let n = 0; n < 20; n++) verdicts.push((await verifyJournal(db)).fault)
  writing = false
  await writer
  expect(verdicts).toEqual(Array(20).fill(null))
})

describe('dateline audit verify', () => {
  const run = (url: string, ...args: string[]) =>
    new Promise<{ code: number; stdout: string; stderr: string }>((done) => {
      const env = { ...process.env, DATABASE_URL: url }
      const command = [programOf('src/cli.ts'), 'audit', 'verify', ...args]
      execFile(process.execPath, command, { env }, (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, stdout, stderr }),
      )
    })

  it('prints the count and the last entry, and ends with 1 when one was changed', async () => {
    const clone = await testDatabase()
    const { prisma, close } = connectDatabase(clone.url, { applicationName: 'test' })
    try {
      const ctx = { ...news.ctx(), db: prisma, tx: (work: never) => prisma.$transaction(work) as never }
      for (const name of ['One', 'Two', 'Three']) await createTag(ctx, { type: 'TOPIC', name })
      const whole = await run(clone.url)
      expect(whole).toMatchObject({ code: 0, stdout: expect.stringMatching(/^3 entries .* 3:[0-9a-f]{64}\n$/) })
      await prisma.journalEntry.update({ where: { number: 2n }, data: { actor: 'key:nobody' } })
      const broken = await run(clone.url)
      expect(broken).toMatchObject({ code: 1, stderr: expect.stringContaining('entry 2 ') })
    } finally {
      await close()
      await clone.drop()
    }
  }, 60_000)
})

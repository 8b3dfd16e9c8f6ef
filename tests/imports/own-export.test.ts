import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { type ExportOptions, exportNewsroom } from '../../src/exports/editorial.ts'
import { claimImport } from '../../src/imports/claims.ts'
import { importsJob } from '../../src/imports/jobs.ts'
import { createTag, updateTag } from '../../src/tags/editorial.ts'
import { fillNewsroom } from '../exports/filled.ts'
import { newRoom, type Room } from '../exports/rooms.ts'
import { type Newsroom, testNewsroom } from '../helpers/app.ts'
import { sender } from './sending.ts'

// A newsroom that was written out comes in by the doors of imports: whole, or not at all.

// Whole newsrooms are written and compared: a busy machine takes long.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let filled: Room
let made: Awaited<ReturnType<typeof fillNewsroom>>
let lines: string[]
let into: Newsroom
const files = new Map<string, string>()
const server = createServer((request, response) => response.end(files.get(request.url ?? '')))

beforeAll(async () => {
  filled = await newRoom()
  made = await fillNewsroom(filled.ctx)
  lines = await writtenOut(filled.prisma)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
}, 180_000)
afterAll(async () => {
  server.close()
  await filled.drop()
})
beforeEach(async () => {
  into = await testNewsroom()
  return () => into.close()
})

async function writtenOut(db: Room['prisma'], more: Partial<ExportOptions> = {}): Promise<string[]> {
  const written: string[] = []
  await exportNewsroom(db, { filter: null, hasJournal: false, ...more }, (line) => void written.push(line))
  return written
}

const send = sender(() => into)
const fileOf = (given: string[]) => ({ name: 'file', fileName: 'news.ndjson', value: `${given.join('\n')}\n` })
const work = () => importsJob.run(into.ctx(), new AbortController().signal)
const reportOf = async (id: string) => (await into.rest('GET', `/v1/editorial/imports/${id}`, { as: 'editor' })).data
const outcomesOf = async (id: string, query = '') => {
  const { data } = await into.rest('GET', `/v1/editorial/imports/${id}/outcomes?first=100${query}`, { as: 'editor' })
  return data.data as Record<string, unknown>[]
}

/** Sends a file and does the import; gives its report. */
async function imported(given: string[], ...parts: { name: string; value: string }[]) {
  const { status, data } = await send([...parts, fileOf(given)], 'admin')
  expect(status).toBe(202)
  expect(await work()).toBe(true)
  return reportOf(data.id as string)
}

const things = () => lines.filter((line) => !/^{"type":"(dateline|end|[a-z-]*revision)"/.test(line)).length
const isEmpty = async () => [await into.db.article.count(), await into.db.tag.count(), await into.db.user.count()]

describe('an export that is sent', () => {
  test('becomes an equal newsroom, and the same again changes nothing', async () => {
    const report = await imported(lines)
    expect(report).toMatchObject({ state: 'DONE', format: 'dateline', failure: null, bytesTotal: expect.any(Number) })
    expect(report.counts).toMatchObject({ created: things(), updated: 0, unchanged: 0, skipped: 0, refused: 0 })
    expect(await writtenOut(into.db)).toEqual(lines)
    expect((await into.rest('GET', '/v1/articles/gas-prices-rise-again')).status).toBe(200)
    expect(await into.db.importChunk.count()).toBe(0)
    const told = await outcomesOf(report.id as string)
    expect(told).toContainEqual(
      expect.objectContaining({ noun: 'ARTICLE', result: 'CREATED', targetId: made.lead.id, line: expect.any(Number) }),
    )
    expect(told).toContainEqual(
      expect.objectContaining({ noun: 'USER', title: 'Ada', remarks: [expect.stringContaining('no password')] }),
    )

    const entries = await into.db.journalEntry.count({ where: { type: { not: { startsWith: 'import.' } } } })
    const again = await imported(lines)
    expect(again).toMatchObject({ state: 'DONE', counts: { created: 0, unchanged: things() } })
    expect(await writtenOut(into.db)).toEqual(lines)
    expect(await into.db.journalEntry.count({ where: { type: { not: { startsWith: 'import.' } } } })).toBe(entries)
  })

  test('is tried out by a dry run, which writes nothing but the report', async () => {
    const report = await imported(lines, { name: 'dryRun', value: 'true' })
    expect(report).toMatchObject({ state: 'DONE', dryRun: true, counts: { created: things(), refused: 0 } })
    expect(await isEmpty()).toEqual([0, 0, 0])
    expect(await into.db.journalEntry.count({ where: { type: 'article.published' } })).toBe(0)
  })

  test.each<[string, (given: string[]) => string[], string, number | null]>([
    ['cut off', (given) => given.slice(0, -1), 'it was cut off', null],
    ['cut off within a line', (given) => [...given.slice(0, 9), '{"type":"tag","for'], 'line 10: is not a line', 10],
    [
      'with a line of something else',
      (given) => given.toSpliced(3, 0, '{"type":"secret","format":1,"data":{}}'),
      "line 4: is of an unknown type 'secret'",
      4,
    ],
    ['with another word', (given) => given.map((line) => line.replace('third time', 'tenth time')), 'their hash', null],
  ])('%s is refused with its place and why, and nothing is there', async (_, change, words, line) => {
    const report = await imported(change(lines))
    expect(report).toMatchObject({ state: 'FAILED', failure: expect.stringContaining(words) })
    expect(report.counts).toMatchObject({ created: 0, refused: 1 })
    expect(await outcomesOf(report.id as string)).toEqual([
      expect.objectContaining({ result: 'REFUSED', line, remarks: [expect.stringContaining(words)] }),
    ])
    expect(await isEmpty()).toEqual([0, 0, 0])
  })

  test('is refused whole where the newsroom has the same thing otherwise, and stays beside what is another', async () => {
    await imported(lines)
    const other = await createTag(into.ctx(), { type: 'TOPIC', name: 'Another' })
    expect(await imported(lines)).toMatchObject({ state: 'DONE', counts: { created: 0 } })
    expect(await into.db.tag.count({ where: { id: other.id } })).toBe(1)
    await updateTag(into.ctx(), made.asia.id, { name: 'Azia' })
    const failure = expect.stringMatching(/^line \d+: tag .* differs in name/)
    const report = await imported(lines)
    expect(report).toMatchObject({ state: 'FAILED', failure })
    expect(await outcomesOf(report.id as string)).toEqual([
      expect.objectContaining({ result: 'REFUSED', noun: 'TAG', line: expect.any(Number) }),
    ])
  })

  test('with its journal is refused: this newsroom has one already', async () => {
    const whole = await writtenOut(filled.prisma, { hasJournal: true })
    const failure = expect.stringContaining('dateline restore')
    expect(await imported(whole)).toMatchObject({ state: 'FAILED', failure })
  })

  test('is refused to whom may not restore a newsroom, before any of it is kept', async () => {
    expect(await send([fileOf(lines)])).toMatchObject({
      status: 403,
      data: { detail: expect.stringContaining('admin') },
    })
    expect(await send([{ name: 'format', value: 'Dateline' }, fileOf(lines)])).toMatchObject({ status: 403 })
    expect([await into.db.importJob.count(), await into.db.importChunk.count()]).toEqual([0, 0])
  })

  test('comes back as it was: what can be wished of others is refused by name', async () => {
    const tag = '0192a1b0-0000-7000-8000-000000000001'
    const wishes = {
      ...{ publish: 'true', media: 'FETCH', locale: 'de', baseUrl: 'https://old.example/' },
      ...{ sectionId: tag, tagIds: tag },
    }
    const parts = Object.entries(wishes).map(([name, value]) => ({ name, value }))
    const { status, data } = await send([...parts, fileOf(lines)], 'admin')
    expect([status, data.errors.map(({ path }: { path: string }) => path)]).toEqual([400, Object.keys(wishes)])
    expect(data.errors[0].message).toContain('leave it out')
  })
})

describe('an export at an address', () => {
  const create = async (as: 'admin' | 'editor', more = {}) => {
    files.set('/news.ndjson', `${lines.join('\n')}\n`)
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/news.ndjson`
    const { data } = await into.graphql<{ id: string }>(
      'mutation ($input: ImportInput!) { createImport(input: $input) { id } }',
      { input: { url, ...more } },
      { as },
    )
    return data
  }

  test('is known by its content, and becomes an equal newsroom', async () => {
    const { id } = await create('admin')
    expect(await work()).toBe(true)
    expect(await reportOf(id)).toMatchObject({ state: 'DONE', format: 'dateline', counts: { created: things() } })
    expect(await writtenOut(into.db)).toEqual(lines)
  })

  test('fails when who asked for it may not, also when they resume it; an admin may', async () => {
    const { id } = await create('editor')
    expect(await work()).toBe(true)
    const failure = expect.stringContaining('newsroom:restore')
    expect(await reportOf(id)).toMatchObject({ state: 'FAILED', failure })
    expect(await isEmpty()).toEqual([0, 0, 0])
    const resume = `/v1/editorial/imports/${id}/resume`
    expect((await into.rest('POST', resume, { as: 'editor' })).status).toBe(403)
    expect((await into.rest('POST', resume, { as: 'admin' })).status).toBe(200)
    expect(await work()).toBe(true)
    expect(await reportOf(id)).toMatchObject({ state: 'DONE' })
  })

  test('with a wish fails by its name when the content tells what it is', async () => {
    const { id } = await create('admin', { publish: true })
    expect(await work()).toBe(true)
    expect(await reportOf(id)).toMatchObject({ state: 'FAILED', failure: expect.stringContaining('publish') })
    expect(await isEmpty()).toEqual([0, 0, 0])
  })
})

describe('an import of an export that does not come to its end', () => {
  test('is there as little as before when it is stopped, and whole when it is resumed', async () => {
    const { data } = await send([fileOf(lines)], 'admin')
    const url = `/v1/editorial/imports/${data.id}`
    const client = new pg.Client(into.url)
    await client.connect()
    await client.query('BEGIN; LOCK TABLE front')
    const ended = work()
    const waiting = "SELECT FROM pg_locks WHERE NOT granted AND relation = 'front'::regclass"
    while ((await client.query(waiting)).rowCount === 0) await wait(5)
    expect(await into.rest('POST', `${url}/stop`, { as: 'editor' })).toMatchObject({ status: 200 })
    await client.end()
    await ended
    expect(await reportOf(data.id)).toMatchObject({ state: 'STOPPED', done: 0, counts: { created: 0 } })
    expect([await isEmpty(), await into.db.importOutcome.count()]).toEqual([[0, 0, 0], 0])
    expect((await into.rest('POST', `${url}/resume`, { as: 'admin' })).status).toBe(200)
    expect(await work()).toBe(true)
    expect(await reportOf(data.id)).toMatchObject({ state: 'DONE', counts: { created: things() } })
    expect(await writtenOut(into.db)).toEqual(lines)
  })

  test('begins again when its process was killed', async () => {
    const { data } = await send([fileOf(lines)], 'admin')
    const job = await claimImport(into.ctx())
    await into.db.importJob.update({ where: { id: data.id }, data: { done: 7, created: 7 } })
    await into.db.importOutcome.create({ data: { jobId: data.id, number: 1, result: 'CREATED', noun: 'USER' } })
    expect(job?.id).toBe(data.id)
    into.setClock(1)
    expect(await work()).toBe(true)
    expect(await reportOf(data.id)).toMatchObject({ state: 'DONE', counts: { created: things() } })
    expect(await writtenOut(into.db)).toEqual(lines)
  })
})

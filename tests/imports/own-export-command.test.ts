import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { programOf } from '../../prove/program.ts'
import { fillNewsroom } from '../exports/filled.ts'
import { linesOf, newRoom, type Room } from '../exports/rooms.ts'

let filled: Room
let empty: Room
let folder: string
let file: string
let lines: string[]

beforeAll(async () => {
  ;[filled, empty, folder] = [await newRoom(), await newRoom(), await mkdtemp(join(tmpdir(), 'dateline-own-'))]
  await fillNewsroom(filled.ctx)
  lines = await linesOf(filled)
  file = join(folder, 'news.ndjson')
  await writeFile(file, `${lines.join('\n')}\n`)
}, 180_000)
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await filled.drop()
  await empty.drop()
})

/** `dateline import` with these words, on the empty newsroom. */
function start(...words: string[]): ChildProcess {
  const env = { ...process.env, DATABASE_URL: empty.url }
  return spawn(process.execPath, [programOf('src/cli.ts'), 'import', ...words], { env })
}

async function run(words: string[], input?: string): Promise<{ code: number; said: string }> {
  const child = start(...words)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += text))
  child.stdin?.end(input)
  const [code] = await once(child, 'close')
  return { code, said }
}

const countsOf = async () => [await empty.prisma.article.count(), await empty.prisma.user.count()]

test('dateline import refuses for an export what is for stories of others, by the names of its options', async () => {
  const { code, said } = await run([file, '--tag', 'gas'])
  expect([code, said]).toEqual([2, expect.stringContaining('--tag: is for stories of others')])
}, 120_000)

test('a dry run of the standard input tells what would be there, and nothing is', async () => {
  const { code, said } = await run(['-', '--dry-run'], `${lines.join('\n')}\n`)
  expect([code, said]).toEqual([0, expect.stringContaining('0 refused')])
  expect(await countsOf()).toEqual([0, 0])
}, 120_000)

test('killed in its last part it leaves nothing; the same command makes an equal newsroom', async () => {
  const child = start(file)
  const ended = once(child, 'close')
  const { prisma, pool } = empty
  const of = { name: 'news.ndjson', isDryRun: false }
  while ((await prisma.importJob.count({ where: { ...of, state: 'RUNNING' } })) === 0) await wait(5)
  const client = await pool.connect()
  await client.query('BEGIN')
  await client.query('SELECT number FROM journal_head FOR UPDATE')
  const isWaiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%journal_head%' AND wait_event_type = 'Lock'`
  while ((await pool.query(isWaiting)).rowCount === 0) await wait(5)
  child.kill('SIGKILL')
  await ended
  await client.query('ROLLBACK')
  client.release()
  expect(await prisma.importJob.findFirst({ where: of })).toMatchObject({ state: 'RUNNING' })
  expect(await countsOf()).toEqual([0, 0])

  // The claim of the killed process ends by itself, in 15 seconds.
  await prisma.importJob.updateMany({ where: of, data: { leasedUntil: new Date(0) } })
  const { code, said } = await run([file])
  expect([code, said]).toEqual([0, expect.stringContaining('0 unchanged, 0 skipped, 0 refused')])
  expect(await linesOf(empty)).toEqual(lines)
  expect(await prisma.importJob.count({ where: of })).toBe(1)
}, 120_000)

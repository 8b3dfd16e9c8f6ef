import { type ChildProcess, fork } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { verifyJournal } from '../../src/audit/verify.ts'
import { migrate } from '../../src/db/migrate.ts'
import { addImport } from '../../src/imports/editorial.ts'
import { ask, withDatabase } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { killChild } from '../processes.ts'
import { programOf } from '../program.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { dumpOf } from './dump.ts'

const stories = 5_000
const kills = 50
/** Ms of work before a kill: random up to this. */
const workMs = 900
/** Every so many kills, from the second on, come when something has been done before, within so many ms: then there is a place to go on from. */
const [aheadEvery, aheadMs] = [4, 90]

export const importKills: Proof = {
  name: 'import-kills',
  guarantee:
    'An import that is killed (kill -9) again and again and resumed makes exactly what one makes that was never killed: every row of every story, author, tag and asset, every event and every line of the report',
  run: (trial) => withDatabase(trial, {}, (database) => killOften(trial, database)),
}

async function killOften(trial: Trial, { url, version }: { url: string; version: string }): Promise<Outcome> {
  const size = scaled(stories, trial.scale, 150)
  const times = scaled(kills, trial.scale, 2)
  // Migrated once; both are made from it.
  await migrate(url, { dir: 'prisma/migrations' })
  const whole = await withOwnDatabase(url, (newsroom) => importWhole(trial, newsroom, { size, times: 0 }))
  const killed = await withOwnDatabase(url, (newsroom) => importWhole(trial, newsroom, { size, times }))
  const missing = whole.lines.filter((line) => !killed.known.has(line))
  const added = killed.lines.filter((line) => !whole.known.has(line))
  const violations = [
    ...killed.violations,
    ...(killed.kills < times ? [`the import came to its end after ${killed.kills} kills of ${times}`] : []),
    ...missing.slice(0, 5).map((line) => `missing after kills: ${line.slice(0, 300)}`),
    ...added.slice(0, 5).map((line) => `only after kills: ${line.slice(0, 300)}`),
    ...(missing.length + added.length > 10 ? [`${missing.length} rows missing and ${added.length} added in all`] : []),
  ]
  const numbers = { things: size, kills: killed.kills, rows: whole.lines.length }
  return {
    ...{ steps: killed.kills, violations, postgres: version, numbers },
    tried: `${shown(size)} things, ${killed.kills} kills, ${shown(whole.lines.length)} rows compared`,
  }
}

/** Does something with a migrated database of its own, beside the one of the URL, from which it is made. */
async function withOwnDatabase<T>(url: string, work: (newsroom: Newsroom) => Promise<T>): Promise<T> {
  const name = `import_${randomBytes(6).toString('hex')}`
  const [own, server] = [name, 'postgres'].map((each) => url.replace(/(?<=[^/]\/)[^/?]*(?=\?|$)/, each))
  const from = new URL(url.replace(/@\//, '@localhost/')).pathname.slice(1)
  await ask(server ?? '', `CREATE DATABASE ${name} TEMPLATE ${from}`)
  try {
    return await withNewsroom(own ?? '', work)
  } finally {
    await ask(server ?? '', `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

async function importWhole(trial: Trial, newsroom: Newsroom, { size, times }: { size: number; times: number }) {
  const { url } = newsroom
  const { pool } = newsroom.database
  const of = { origin: 'FILE', name: 'stories', bytesTotal: null, state: 'QUEUED', source: 'proof' } as const
  const { id } = await addImport(newsroom.ctx(), { publish: true }, of)
  let done = 0
  for (; done < times; done++) {
    const mustBeAhead = done % aheadEvery === 1
    const ms = trial.random.fraction() * (mustBeAhead ? aheadMs : workMs)
    const isAhead = async () => !mustBeAhead || (await doneOf(pool, id)) > 0
    if (!(await killOnce(begin(url, id, size), ms, isAhead))) break
    await pool.query('UPDATE import_job SET "leasedUntil" = now() WHERE id = $1', [id])
    if ((done + 1) % 10 === 0) trial.tell(`${done + 1} kills`)
  }
  if (!(await isDone(pool, id))) await runToEnd(url, id, size)
  const lines = await dumpOf(pool)
  const { fault } = await verifyJournal(newsroom.database.prisma)
  const violations = [...(fault ? [fault] : []), ...((await isDone(pool, id)) ? [] : ['the import never ended'])]
  return { lines, known: new Set(lines), kills: done, violations }
}

function begin(url: string, id: string, size: number) {
  return fork(programOf('prove/imports/import-process.ts'), [url, id, String(size)])
}

/** Lets it work until it is far enough and for a while, then kills it; false when it was done before. */
async function killOnce(child: ChildProcess, ms: number, isAhead: () => Promise<boolean>): Promise<boolean> {
  await Promise.race([once(child, 'message'), once(child, 'exit')])
  while (child.exitCode === null && !(await isAhead())) await wait(10)
  await Promise.race([wait(ms), once(child, 'exit')])
  if (child.exitCode !== null) return false
  await killChild(child)
  return true
}

async function runToEnd(url: string, id: string, size: number): Promise<void> {
  const child = begin(url, id, size)
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the import ended with ${code}`)
}

/** How many things are done, as it would go on from. */
async function doneOf(pool: Newsroom['database']['pool'], id: string): Promise<number> {
  const { rows } = await pool.query<{ done: number }>('SELECT done FROM import_job WHERE id = $1', [id])
  return rows[0]?.done ?? 0
}

async function isDone(pool: Newsroom['database']['pool'], id: string): Promise<boolean> {
  const { rows } = await pool.query('SELECT state FROM import_job WHERE id = $1', [id])
  return rows[0]?.state === 'DONE'
}

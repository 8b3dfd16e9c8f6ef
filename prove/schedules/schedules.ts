import { setTimeout as wait } from 'node:timers/promises'
import { withDatabase } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, percentiles, scaled, shown, type Trial, tenth } from '../proof.ts'
import { killByChance, startWorker, type Worker } from '../worker.ts'
import { fillCalendar, spreadOut } from './calendar.ts'
import { firingsOf, judge } from './firings.ts'

const items = 10_000
const kills = 20
/** Ms over which everything falls due. */
const windowMs = 120_000
/** Ms until the first falls due; in a trial too long enough for a worker that is too early to show it. */
const beginsInMs = 3_000
/** How wrong the clock of each process is, in ms; a trial has at least the two that are wrong. */
const skews = [3_600_000, -3_600_000, 0, 0]
/** Ms after the last is due by which all must have fired. */
const patienceMs = 120_000

export const schedules: Proof = {
  name: 'schedules',
  guarantee:
    'Scheduled publications and withdrawals happen exactly once and never early, with four processes of which two have clocks an hour off, while they are killed (kill -9) again and again',
  run: (trial) =>
    // The server notes when each transaction was committed: a witness that the product knows nothing of.
    withDatabase(trial, { track_commit_timestamp: 'on' }, (database) =>
      withNewsroom(database.url, (newsroom) => fireAll(trial, newsroom, database.version)),
    ),
}

async function fireAll(trial: Trial, newsroom: Newsroom, postgres: string): Promise<Outcome> {
  const { random, scale, tell } = trial
  const wanted = scaled(items, scale, 24)
  await fillCalendar(newsroom, wanted, tell)
  const processes = skews.slice(0, scaled(skews.length, scale, 2))
  const workers = await Promise.all(processes.map((skewMs) => startWorker({ url: newsroom.url, skewMs })))
  try {
    const overMs = scaled(windowMs, scale, 2_500)
    const begins = scaled(beginsInMs, scale, 2_000)
    await spreadOut(newsroom, begins, overMs)
    const killing = killByChance(workers, scaled(kills, scale, 1), begins + overMs, random)
    const following = follow(newsroom, begins + overMs + patienceMs, tell)
    const [isDone] = await Promise.all([following, killing])
    const firings = await firingsOf(newsroom)
    const violations = [...judge(firings), ...(isDone ? [] : ['some were still waiting at the end'])]
    const late = percentiles(firings.map(({ lateMs }) => lateMs))
    const seconds =
      (Math.max(...firings.map(({ firedAt }) => firedAt)) - Math.min(...firings.map(({ firedAt }) => firedAt))) / 1000
    const numbers = {
      ...{ items: wanted, processes: processes.length, kills: scaled(kills, scale, 1), windowMs: overMs },
      ...{
        lateMsP50: late.p50,
        lateMsP99: late.p99,
        lateMsMax: late.max,
        itemsPerSecond: tenth(firings.length / seconds),
      },
    }
    const tried = `${shown(wanted)} due items, ${processes.length} processes, ${numbers.kills} kills; late by ${shown(late.p50)} ms (p50), ${shown(late.p99)} ms (p99)`
    return { steps: wanted, tried, violations, postgres, numbers }
  } finally {
    await Promise.all(workers.map((worker: Worker) => worker.end()))
  }
}

/** Waits until none is waiting any more; false when it takes too long. */
async function follow({ database }: Newsroom, ms: number, tell: Trial['tell']): Promise<boolean> {
  const end = Date.now() + ms
  for (let looks = 1; Date.now() < end; looks++) {
    const { rows } = await database.pool.query<{ pending: number; overdue: number }>(
      `SELECT count(*)::int AS pending, (count(*) FILTER (WHERE at < clock_timestamp()))::int AS overdue FROM schedule WHERE status = 'PENDING'`,
    )
    const [{ pending = 0, overdue = 0 } = {}] = rows
    if (pending === 0) return true
    if (looks % 50 === 0) tell(`${pending} are waiting, ${overdue} of them overdue`)
    await wait(200)
  }
  return false
}

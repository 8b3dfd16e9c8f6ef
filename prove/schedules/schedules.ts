import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, withCluster } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, percentiles, scaled, shown, type Trial, tenth } from '../proof.ts'
import { killByChance, startWorker, type Worker } from '../worker.ts'
import { fillCalendar, spreadOut } from './calendar.ts'
import { firingsOf, judge } from './firings.ts'

const items = 10_000
const kills = 20
/** Ms over which everything falls due. */
const windowMs = 120_000
/** How wrong the clock of each process is, in ms. */
const skews = [0, 0, 3_600_000, -3_600_000]
/** Ms after the last is due by which all must have fired. */
const patienceMs = 120_000

export const schedules: Proof = {
  name: 'schedules',
  guarantee:
    'Scheduled publications and withdrawals happen exactly once and never early, with four processes of which two have clocks an hour off, while they are killed (kill -9) again and again',
  run: (trial) =>
    // The server notes when each transaction was committed: a witness that the product knows nothing of.
    withCluster(trial.postgresBin, { track_commit_timestamp: 'on' }, (cluster) =>
      withNewsroom(cluster.url, (newsroom) => fireAll(trial, cluster, newsroom)),
    ),
}

async function fireAll(trial: Trial, cluster: Cluster, newsroom: Newsroom): Promise<Outcome> {
  const { random, scale, tell } = trial
  const wanted = scaled(items, scale, 40)
  await fillCalendar(newsroom, wanted, tell)
  const workers = await Promise.all(skews.map((skewMs) => startWorker({ url: cluster.url, skewMs })))
  try {
    const overMs = scaled(windowMs, scale, 5_000)
    const begins = await spreadOut(newsroom, overMs)
    const killing = killByChance(workers, scaled(kills, scale, 2), begins + overMs, random)
    const following = follow(newsroom, begins + overMs + patienceMs, tell)
    const [isDone] = await Promise.all([following, killing])
    const firings = await firingsOf(newsroom)
    const violations = [...judge(firings), ...(isDone ? [] : ['some were still waiting at the end'])]
    const late = percentiles(firings.map(({ lateMs }) => lateMs))
    const seconds =
      (Math.max(...firings.map(({ firedAt }) => firedAt)) - Math.min(...firings.map(({ firedAt }) => firedAt))) / 1000
    const numbers = {
      ...{ items: wanted, processes: skews.length, kills: scaled(kills, scale, 2), windowMs: overMs },
      ...{
        lateMsP50: late.p50,
        lateMsP99: late.p99,
        lateMsMax: late.max,
        itemsPerSecond: tenth(firings.length / seconds),
      },
    }
    const tried = `${shown(wanted)} due items, ${skews.length} processes, ${numbers.kills} kills; late by ${shown(late.p50)} ms (p50), ${shown(late.p99)} ms (p99)`
    return { steps: wanted, tried, violations, postgres: cluster.version, numbers }
  } finally {
    await Promise.all(workers.map((worker: Worker) => worker.end()))
  }
}

/** Waits until none is waiting any more; false when it takes too long. */
async function follow({ database }: Newsroom, ms: number, tell: Trial['tell']): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await wait(1_000)) {
    const { rows } = await database.pool.query<{ pending: number; overdue: number }>(
      `SELECT count(*)::int AS pending, (count(*) FILTER (WHERE at < clock_timestamp()))::int AS overdue FROM schedule WHERE status = 'PENDING'`,
    )
    const [{ pending = 0, overdue = 0 } = {}] = rows
    if (pending === 0) return true
    if (Math.round((end - Date.now()) / 1_000) % 10 === 0) tell(`${pending} are waiting, ${overdue} of them overdue`)
  }
  return false
}

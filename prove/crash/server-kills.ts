import { setTimeout as wait } from 'node:timers/promises'
import { type Cluster, withCluster } from '../cluster.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, percentiles, scaled, type Trial } from '../proof.ts'
import { checkAll, newCheck } from './check.ts'
import { runClient } from './clients.ts'
import { newGate } from './gate.ts'
import { newLedger } from './ledger.ts'
import { outcomeOf } from './outcome.ts'
import { furnish, loadWorld } from './world.ts'

const kills = 500
const clients = 6
/** Ms of work before a kill: random up to this. */
const workMs = 350
/** Ms within which a request has to end when the database dies under it. */
const settleMs = 20_000

export const serverKills: Proof = {
  name: 'server-kills',
  guarantee:
    'Killing PostgreSQL with all its processes (kill -9) in the middle of the work of several clients loses nothing that was acknowledged, leaves nothing half-done, and breaks no link of the audit chain',
  run: (trial) =>
    withCluster(trial.postgresBin, {}, (cluster) =>
      withNewsroom(cluster.url, (newsroom) => killServerOften(trial, cluster, newsroom)),
    ),
}

async function killServerOften({ random, scale, tell }: Trial, cluster: Cluster, newsroom: Newsroom): Promise<Outcome> {
  await furnish(newsroom)
  const world = await loadWorld(newsroom.database.pool)
  const ledger = newLedger()
  const check = newCheck(ledger)
  const gate = newGate()
  const working = Array.from({ length: clients }, (_, n) =>
    runClient({ newsroom, world, random, number: n + 1, gate: gate.pass, say: ledger.write }),
  )
  const violations: string[] = []
  const restarts: number[] = []
  const times = scaled(kills, scale, 2)
  for (let n = 1; n <= times; n++) {
    gate.open()
    await wait(random.fraction() * workMs)
    gate.close()
    await cluster.kill()
    if (!(await gate.settled(clients, settleMs))) violations.push(`kill ${n}: a request never ended`)
    restarts.push(await cluster.start())
    violations.push(...(await check(newsroom.database)).map((fault) => `kill ${n}: ${fault}`))
    if (n % Math.ceil(times / 10) === 0)
      tell(`${n} kills, ${ledger.counts.acknowledged} acknowledged, ${violations.length} violations`)
  }
  gate.end()
  await Promise.all(working)
  violations.push(...(await checkAll(newsroom.database)))
  const { p50, max } = percentiles(restarts)
  const numbers = { kills: times, clients, restartMsP50: p50, restartMsMax: max }
  return outcomeOf({ newsroom, ledger, postgres: cluster.version, steps: times, violations, numbers, tell })
}

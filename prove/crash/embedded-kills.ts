import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { ask } from '../cluster.ts'
import { serverProcesses, withDataDir, withServer } from '../embedded.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { killChild, killFamily } from '../processes.ts'
import { programOf } from '../program.ts'
import { type Outcome, type Proof, scaled, type Trial } from '../proof.ts'
import { checkAll, newCheck } from './check.ts'
import type { Word } from './clients.ts'
import { type Ledger, newLedger } from './ledger.ts'
import { outcomeOf } from './outcome.ts'
import { furnish } from './world.ts'

const kills = 100
const clients = 4
/** Ms of work before a kill: random up to this. */
const workMs = 1_000
/** Every so many kills the server lives on, and only we are killed. */
const serverLivesEvery = 4

export const embeddedKills: Proof = {
  name: 'embedded-kills',
  guarantee:
    'Killing Dateline (kill -9) together with its embedded database, or alone, in the middle of its work loses nothing that was acknowledged, leaves nothing half-done, and the next start finds it whole',
  run: (trial) => withDataDir((dataDir) => killBothOften(trial, dataDir)),
}

async function killBothOften({ random, scale, tell }: Trial, dataDir: string): Promise<Outcome> {
  await reopen(dataDir, furnish)
  const ledger = newLedger()
  const check = newCheck(ledger)
  const violations: string[] = []
  const times = scaled(kills, scale, 2)
  const settings = (n: number) => ({ dataDir, clients, first: n * clients, seed: random.below(2 ** 31) })
  let next = startProcess(settings(1), ledger)
  for (let n = 1; n <= times; n++) {
    const current = next
    await current.begin()
    if (n < times) next = startProcess(settings(n + 1), ledger)
    await wait(random.fraction() * workMs)
    const doomed = n % serverLivesEvery === 0 ? [] : await serverProcesses(dataDir)
    await Promise.all([killFamily(doomed), current.kill()])
    await reopen(dataDir, async ({ database }) => {
      violations.push(...(await check(database)).map((fault) => `kill ${n}: ${fault}`))
    })
    if (n % Math.ceil(times / 10) === 0)
      tell(`${n} kills, ${ledger.counts.acknowledged} acknowledged, ${violations.length} violations`)
  }
  return reopen(dataDir, async (newsroom, postgres) => {
    violations.push(...(await checkAll(newsroom.database)))
    const numbers = { kills: times, clients }
    return outcomeOf({ newsroom, ledger, postgres, steps: times, violations, numbers, tell })
  })
}

/** Opens the newsroom as the next start of the service does, and gives it up again. */
function reopen<T>(dataDir: string, work: (newsroom: Newsroom, version: string) => Promise<T>): Promise<T> {
  return withServer(dataDir, async ({ url }) => {
    await settle(url)
    const { rows } = await ask(url, 'SHOW server_version')
    return withNewsroom(url, (newsroom) => work(newsroom, String(rows[0]?.server_version)))
  })
}

/** Statements of a dead newsroom may still be under way in a server that lives on. */
async function settle(url: string): Promise<void> {
  const busy = `SELECT 1 FROM pg_stat_activity WHERE application_name = 'prove'`
  for (const end = Date.now() + 10_000; Date.now() < end; await wait(5))
    if ((await ask(url, busy)).rowCount === 0) return
}

/** A newsroom in a process of its own, which loads its code at once, and works from `begin` on. */
function startProcess(settings: object, ledger: Ledger) {
  const child = spawn(process.execPath, [programOf('prove/crash/newsroom-process.ts'), JSON.stringify(settings)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const isRead = readWords(child, ledger)
  return {
    begin: async () => {
      await isRead.loaded
      child.stdin?.write('go\n')
      await isRead.ready
    },
    /** Kills it; everything that it had said is in the ledger then. */
    kill: async () => {
      await killChild(child)
      await isRead.whole
    },
  }
}

function readWords(child: ChildProcess, ledger: Ledger) {
  const { promise: loaded, keep: isLoaded } = newPromise()
  const { promise: ready, keep: isReady } = newPromise()
  const read = async () => {
    if (!child.stdout) return
    for await (const line of createInterface({ input: child.stdout })) {
      const fact = JSON.parse(line) as Partial<Word> & { isLoaded?: true; isReady?: true }
      if (fact.isLoaded) isLoaded()
      else if (fact.isReady) isReady()
      else ledger.write(fact as Word)
    }
  }
  return { loaded, ready, whole: read() }
}

function newPromise() {
  let keep = () => {}
  const promise = new Promise<void>((resolve) => {
    keep = resolve
  })
  return { promise, keep }
}

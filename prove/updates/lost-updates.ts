import { withDatabase } from '../cluster.ts'
import { type Ask, eachAtOnce, withPort } from '../http.ts'
import { type Newsroom, withNewsroom } from '../newsroom.ts'
import { type Outcome, type Proof, scaled, shown, type Trial } from '../proof.ts'
import { type Counter, makeCounters } from './counters.ts'

const editors = 16
const updates = 5_000

export const lostUpdates: Proof = {
  name: 'lost-updates',
  guarantee:
    'Editors who read, change and save the same things at the same time over HTTP never overwrite each other: of each version exactly one save is accepted, and no accepted one is lost',
  run: (trial) =>
    withDatabase(trial, {}, ({ url, version }) =>
      withNewsroom(url, (newsroom) => withPort(newsroom, (ask) => countTogether(trial, newsroom, ask, version))),
    ),
}

async function countTogether(
  { random, scale, tell }: Trial,
  { database }: Newsroom,
  ask: Ask,
  postgres: string,
): Promise<Outcome> {
  const counters = await makeCounters(ask)
  const wanted = scaled(updates, scale, 50)
  const accepted = new Map(counters.map((counter) => [counter, 0]))
  const violations: string[] = []
  let refused = 0
  await eachAtOnce(
    Array.from({ length: wanted }, (_, n) => n + 1),
    editors,
    async (n) => {
      const counter = random.pick(counters)
      for (;;) {
        const { version, count } = await counter.read()
        const { status, text } = await counter.save(count + 1, version)
        if (status === 200) break
        refused++
        if (status !== 412) violations.push(`a save of ${counter.name} answered ${status}: ${text.slice(0, 200)}`)
        if (status !== 412) break
      }
      accepted.set(counter, (accepted.get(counter) ?? 0) + 1)
      if (n % Math.ceil(wanted / 10) === 0) tell(`${n} updates, ${refused} told that somebody was quicker`)
    },
  )
  violations.push(...(await lostOnes(accepted)))
  const { rows } = await database.pool.query<{ count: string }>('SELECT count(*) FROM revision')
  const numbers = {
    editors,
    updates: wanted,
    things: counters.length,
    refused412: refused,
    revisions: Number(rows[0]?.count),
  }
  const tried = `${editors} editors, ${shown(wanted)} saves on ${counters.length} things; ${shown(refused)} were told that somebody was quicker`
  return { steps: wanted, tried, violations, postgres, numbers }
}

/** Each thing counts every accepted save, and has one version for each. */
async function lostOnes(accepted: Map<Counter, number>): Promise<string[]> {
  const faults: string[] = []
  for (const [counter, times] of accepted) {
    const { version, count } = await counter.read()
    if (count !== times) faults.push(`${counter.name} counts ${count} of ${times} accepted saves`)
    if (version !== times + 1) faults.push(`${counter.name} is at version ${version} after ${times} accepted saves`)
  }
  return faults
}

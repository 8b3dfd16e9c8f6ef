import { loadArchive } from '../../bench/archive/load.ts'
import { withDatabase } from '../cluster.ts'
import { type Outcome, type Proof, percentiles, scaled, shown, type Trial, tenth } from '../proof.ts'
import { type Attacked, withAttacked } from './attacked.ts'
import { type Attack, attacks } from './corpus.ts'
import { dearest } from './dearest.ts'
import { type Strike, strikeByPost, strikeBySocket } from './strike.ts'
import { subscriptionAttacks } from './subscriptions.ts'

const stories = 1_000
/** Times that each is sent over each transport; the one in the middle counts, for a machine has other things to do now and then. */
const times = 5
/** For which the loop may stand still, in ms. */
const mostMs = 50
/** By which the process may grow, in MB. */
const mostMb = 100

export const noQueryStops: Proof = {
  name: 'no-query-stops',
  guarantee: `No GraphQL request holds up the others: each of ${attacks.length + subscriptionAttacks.length} attacks, over HTTP and websockets, stops the process for less than ${mostMs} ms`,
  run: (trial) =>
    withDatabase(trial, { jit: 'off' }, async ({ url, version }) => {
      await loadArchive(url, scaled(stories, trial.scale, 50), () => undefined)
      return withAttacked(url, (attacked) => attack(trial, attacked, version))
    }),
}

interface Result {
  name: string
  /** The middle of the times for which the loop stood still. */
  stoodMs: number
  faults: string[]
}

/** Each transport with what is sent over it; a socket takes subscriptions only, and refuses the others when it has judged them. */
const transports: [string, Strike, Attack[]][] = [
  ['HTTP', strikeByPost, [...attacks, ...dearest]],
  ['a websocket', strikeBySocket, [...attacks, ...subscriptionAttacks]],
]

async function attack({ scale, tell }: Trial, attacked: Attacked, postgres: string): Promise<Outcome> {
  const isTimed = scale >= 1
  const often = scaled(times, scale)
  // Like any other the service has its code compiled and its memory taken after some requests.
  if (isTimed) for (const [, strike, list] of transports) for (const each of list) await strike(attacked.host, each)
  const before = (await attacked.told()).rss
  const results: Result[] = []
  for (const [transport, strike, list] of transports) {
    for (const each of list) results.push(await strikeOften(attacked, strike, transport, each, often))
    tell(
      `over ${transport}: ${results.length} done, longest ${tenth(Math.max(...results.map(({ stoodMs }) => stoodMs)))} ms`,
    )
  }
  const after = (await attacked.told()).rss
  const [grownMb, rssMb] = [after - before, after].map((bytes) => Math.round(bytes / 2 ** 20)) as [number, number]
  for (const { name, stoodMs } of results.toSorted((a, b) => b.stoodMs - a.stoodMs).slice(0, 5))
    tell(`${tenth(stoodMs)} ms: ${name}`)
  const { p50, p99, max } = percentiles(results.map(({ stoodMs }) => stoodMs))
  const slow = results.filter(({ stoodMs }) => stoodMs > mostMs)
  return {
    steps: results.length * often,
    violations: [
      ...results.flatMap(({ faults }) => faults),
      // A trial says nothing of time and memory.
      ...(isTimed ? slow.map(({ name, stoodMs }) => `${name} stopped the process for ${tenth(stoodMs)} ms`) : []),
      ...(isTimed && grownMb > mostMb ? [`the process grew by ${grownMb} MB`] : []),
    ],
    tried: `${shown(attacks.length + subscriptionAttacks.length)} attacks and ${dearest.length} of the dearest operations that are answered, ${often} times each, over HTTP and a websocket: the longest stop is ${max} ms`,
    postgres,
    numbers: { attacks: attacks.length + subscriptionAttacks.length, p50, p99, max, grownMb, rssMb },
  }
}

async function strikeOften(
  attacked: Attacked,
  strike: Strike,
  transport: string,
  attack: Attack,
  often: number,
): Promise<Result> {
  const name = `${attack.name}, over ${transport}`
  const [stood, faults]: [number[], string[]] = [[], []]
  for (let n = 0; n < often; n++) {
    await attacked.watch()
    const { code, fault } = await strike(attacked.host, attack)
    stood.push((await attacked.told()).stoodMs)
    if (fault) faults.push(`${name}: ${fault}`)
    else if (isAnswered(transport, attack) && code !== attack.code)
      faults.push(`${name}: answered ${code}, not ${attack.code}`)
  }
  return { name, stoodMs: stood.toSorted((a, b) => a - b)[Math.floor(often / 2)] ?? 0, faults: [...new Set(faults)] }
}

/** Whether the code of the answer is that of the attack: a socket refuses others for what they are as well. */
function isAnswered(transport: string, attack: Attack): boolean {
  return transport === 'HTTP' || subscriptionAttacks.includes(attack)
}

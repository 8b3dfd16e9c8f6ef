import { setTimeout as wait } from 'node:timers/promises'
import { Agent, request } from 'undici'

/** What a paced client is told: ask these in turn, so many a second, whether answers come or not. */
export interface PacedOrder {
  port: number
  perSecond: number
  /** That are timed. */
  seconds: number
  /** Before them, at the same pace: clients start up, and their code is compiled. */
  warmUpSeconds: number
  method: 'GET' | 'POST'
  paths: string[]
  /** Whether each request comes from a reader of its own, by `X-Forwarded-For`. */
  isManyReaders: boolean
}

/** What came back. */
export interface PacedOutcome {
  /** Ms of each answer, from when its request was due. */
  times: Float64Array
  seconds: number
  /** All answers by status; 0 for none. */
  statuses: Record<number, number>
}

/** Requests under way at most; who is due beyond that waits, and the wait counts. */
const connections = 64
const everyMs = 2

process.on('message', async (order: PacedOrder) => process.send?.(await run(order)))
process.on('disconnect', () => process.exit(0))

async function run(order: PacedOrder): Promise<PacedOutcome> {
  const { port, perSecond, seconds, warmUpSeconds, method, paths, isManyReaders } = order
  const untimed = perSecond * warmUpSeconds
  const dispatcher = new Agent({ connections, pipelining: 1 })
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const begun = performance.now()
  const ask = async (n: number) => {
    const headers = { 'user-agent': 'Mozilla/5.0 Bench', ...(isManyReaders && { 'x-forwarded-for': addressOf(n) }) }
    const url = `http://127.0.0.1:${port}${paths[n % paths.length]}`
    const status = await request(url, { dispatcher, method, headers })
      .then(async ({ statusCode, body }) => body.dump().then(() => statusCode))
      .catch(() => 0)
    if (n >= untimed) times.push(performance.now() - begun - (n / perSecond) * 1_000)
    statuses[status] = (statuses[status] ?? 0) + 1
  }
  const all: Promise<void>[] = []
  for (const total = untimed + perSecond * seconds; all.length < total; await wait(everyMs)) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1_000) * perSecond))
    while (all.length < due) all.push(ask(all.length))
  }
  await Promise.all(all)
  await dispatcher.close()
  return { times: Float64Array.from(times), seconds: (performance.now() - begun) / 1_000 - warmUpSeconds, statuses }
}

/** An address of its own for each: 16 million of them, of which none is private. */
function addressOf(n: number): string {
  return `${60 + ((n >> 16) & 31)}.${(n >> 8) & 255}.${n & 255}.${(n * 7) & 255}`
}

import { setTimeout as wait } from 'node:timers/promises'
import { type Dispatcher, Pool } from 'undici'

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
  const pool = new Pool(`http://127.0.0.1:${port}`, { connections, pipelining: 1 })
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const begun = performance.now()
  let answered = 0
  const ask = (n: number) => {
    const headers = { 'user-agent': 'Mozilla/5.0 Bench', ...(isManyReaders && { 'x-forwarded-for': addressOf(n) }) }
    put(pool, { path: paths[n % paths.length] ?? '/', method, headers }, (status) => {
      if (n >= untimed) times.push(performance.now() - begun - (n / perSecond) * 1_000)
      statuses[status] = (statuses[status] ?? 0) + 1
      answered += 1
    })
  }
  const total = untimed + perSecond * seconds
  for (let asked = 0; answered < total; await wait(everyMs)) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1_000) * perSecond))
    while (asked < due) ask(asked++)
  }
  await pool.close()
  return { times: Float64Array.from(times), seconds: (performance.now() - begun) / 1_000 - warmUpSeconds, statuses }
}

/** Tells the status of the answer at its end; 0 for none. By the handlers of undici themselves: what it builds upon them costs as much as the server. */
function put(pool: Pool, asked: Dispatcher.DispatchOptions, tell: (status: number) => void): void {
  let status = 0
  pool.dispatch(asked, {
    onRequestStart: () => undefined,
    onResponseStart: (_controller, statusCode) => {
      status = statusCode
    },
    onResponseData: () => undefined,
    onResponseEnd: () => tell(status),
    onResponseError: () => tell(0),
  })
}

/** An address of its own for each: 16 million of them, of which none is private. */
function addressOf(n: number): string {
  return `${60 + ((n >> 16) & 31)}.${(n >> 8) & 255}.${n & 255}.${(n * 7) & 255}`
}

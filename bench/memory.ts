import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { Agent, request } from 'undici'
import { openArchives } from './archive/database.ts'

const connections = 32
/** Requests between two readings. */
const every = 20_000

/**
 * What `dateline start` with its own settings holds on to when nobody asks the same twice: half of the requests are addresses, a quarter
 * GraphQL documents, a quarter variables. Prints its heap behind a collection, its RSS as an operator sees it, and the most that this was.
 */
export async function benchMemory(args: string[], tell: (line: string) => void): Promise<void> {
  const { values } = parseArgs({ args, options: { requests: { type: 'string' } } })
  const wanted = Number(values.requests ?? 200_000)
  const archives = await openArchives(null, tell)
  const { child, origin } = await startService(await archives.ofSize(5_000))
  const dispatcher = new Agent({ connections })
  const read = async (done: number) => {
    const { heap, rss, mostRss } = await memoryOf(child)
    const line = `heap ${megabytes(heap)} MB, RSS ${megabytes(rss)} MB, at most ${megabytes(mostRss)} MB`
    tell(`${String(done).padStart(8)} requests: ${line}`)
  }
  try {
    await read(0)
    for (let done = 0; done < wanted; done += every) {
      const count = Math.min(every, wanted - done)
      await askAll(dispatcher, origin, done, count)
      await read(done + count)
    }
  } finally {
    await dispatcher.destroy()
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    await ended
    await archives.stop()
  }
}

/** The command, as it is built, with what its memory can be asked of. */
async function startService(url: string): Promise<{ child: ChildProcess; origin: string }> {
  const child = fork(fileURLToPath(new URL('../dist/cli.js', import.meta.url)), ['start'], {
    execArgv: ['--expose-gc', '--import', new URL('servers/memory.mjs', import.meta.url).href],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: url,
      HOST: '127.0.0.1',
      PORT: '0',
      RUN: 'api',
    },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  if (!child.stdout) throw new Error('the service has no output')
  const [banner] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const port = /(?:localhost|127\.0\.0\.1):(\d+)/.exec(banner)?.[1]
  if (!port) throw new Error(`the service does not say where it listens: ${banner}`)
  return { child, origin: `http://127.0.0.1:${port}` }
}

async function memoryOf(child: ChildProcess): Promise<{ heap: number; rss: number; mostRss: number }> {
  child.send({ ask: 'memory' })
  const [answer] = await once(child, 'message')
  return answer
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

async function askAll(dispatcher: Agent, origin: string, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, n) => from + n).values()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const n of numbers) while (!(await ask(dispatcher, origin, n))) await wait(100)
    }),
  )
}

/** False when it is turned away, since the machine is behind. */
async function ask(dispatcher: Agent, origin: string, n: number): Promise<boolean> {
  const { path, ...options } = questionOf(n)
  const { statusCode, body } = await request(`${origin}${path}`, { dispatcher, ...options })
  const text = await body.text()
  if (statusCode === 503 || text.includes('"code":"unavailable"')) return false
  if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`${path} ${options.body}: ${text.slice(0, 300)}`)
  return true
}

/** The n-th question: no two are the same. */
function questionOf(n: number) {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString()
  if (n % 2 === 0) return { path: `/v1/articles?first=1&publishedTo=${at}` }
  const query = 'query ($to: DateTime) { articles(first: 1, filter: { publishedTo: $to }) { nodes { headline } } }'
  const asked =
    n % 4 === 1 ? { query: `{ q${n}: articles(first: 1) { nodes { headline } } }` } : { query, variables: { to: at } }
  const headers = { 'content-type': 'application/json' }
  return { path: '/graphql', method: 'POST' as const, headers, body: JSON.stringify(asked) }
}

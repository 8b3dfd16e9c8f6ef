import { parseArgs } from 'node:util'
import { Agent, request } from 'undici'
import { openArchives } from './archive/database.ts'
import { site } from './archive/rows.ts'
import { startServer } from './load/children.ts'

const connections = 32
/** Requests between two readings, and before the first that counts. */
const every = 20_000

/**
 * What a server that keeps answers holds on to when nobody asks the same twice: half of the requests are addresses, a quarter GraphQL
 * documents, a quarter variables. Prints its heap after a collection, and its RSS.
 */
export async function benchMemory(args: string[], tell: (line: string) => void): Promise<void> {
  const { values } = parseArgs({ args, options: { requests: { type: 'string' } } })
  const wanted = Number(values.requests ?? 200_000)
  const archives = await openArchives(null, tell)
  const url = await archives.ofSize(5_000)
  const server = await startServer('dateline', { url, site, connections: 10, cacheMb: 64 }, ['--expose-gc'])
  const dispatcher = new Agent({ connections })
  try {
    for (let done = 0; done < wanted; done += every) {
      await askAll(dispatcher, server.port, done, every)
      const { heap, rss } = await server.usage()
      tell(`${String(done + every).padStart(8)} requests: heap ${megabytes(heap)} MB, RSS ${megabytes(rss)} MB`)
    }
  } finally {
    await dispatcher.destroy()
    await server.stop()
    await archives.stop()
  }
}

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(0)

async function askAll(dispatcher: Agent, port: number, from: number, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, n) => from + n).values()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (const n of numbers) await ask(dispatcher, port, n)
    }),
  )
}

async function ask(dispatcher: Agent, port: number, n: number): Promise<void> {
  const origin = `http://127.0.0.1:${port}`
  const at = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString()
  if (n % 2 === 0) {
    const answer = await request(`${origin}/v1/articles?first=1&publishedTo=${at}`, { dispatcher })
    return void (await answer.body.dump())
  }
  const body =
    n % 4 === 1
      ? { query: `{ q${n}: articles(first: 1) { nodes { headline } } }` }
      : {
          query: 'query ($to: DateTime) { articles(first: 1, filter: { publishedTo: $to }) { nodes { headline } } }',
          variables: { to: at },
        }
  const headers = { 'content-type': 'application/json' }
  const answer = await request(`${origin}/graphql`, { dispatcher, method: 'POST', headers, body: JSON.stringify(body) })
  const text = await answer.body.text()
  if (answer.statusCode !== 200 || text.includes('"errors"'))
    throw new Error(`${JSON.stringify(body)}: ${text.slice(0, 300)}`)
}

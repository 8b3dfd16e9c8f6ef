import { execFileSync, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { percentiles } from '../prove/proof.ts'
import { openArchives } from './archive/database.ts'
import { withClient } from './archive/load.ts'
import { startServer, type Usage } from './load/children.ts'
import type { PacedOrder, PacedOutcome } from './load/paced.ts'

/** Of each client, before it is timed. */
const warmUpSeconds = 5

const metricsToken = 'bench-views-0123456789'

/** `npm run bench -- views`: reading alone, then beside views. Gives the exit code: 1 when anything was refused. */
export async function benchViews(args: string[], tell: (line: string) => void): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { views: text, reads: text, seconds: text, articles: text } })
  const [views, reads] = [Number(values.views ?? 5_000), Number(values.reads ?? 500)]
  const seconds = Number(values.seconds ?? 15)
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  const archives = await openArchives(null, tell)
  try {
    const url = await archives.ofSize(Number(values.articles ?? 5_000))
    const stories = await withClient(url, async (client) => {
      await client.query('TRUNCATE view_bucket, popular_board')
      const { rows } = await client.query<{ id: string; slug: string }>(
        'SELECT id, slug FROM published_article LIMIT 500',
      )
      return rows
    })
    const load = { stories, views, reads, seconds }
    const service = await startService(url)
    const measured = measure(service, load).then(async (ours) => ({
      ours,
      story: await service.read(stories[0]?.slug),
    }))
    const { ours, story } = await measured.finally(service.stop)
    report(tell, ours, await measureBare(story, load))
    const answers = [ours.alone, ours.beside, ours.told]
    return answers.every(({ statuses }) => Object.keys(statuses).every((status) => /^20[04]$/.test(status))) ? 0 : 1
  } finally {
    await archives.stop()
  }
}

interface Load {
  stories: { id: string; slug: string }[]
  views: number
  reads: number
  seconds: number
}

interface Measured {
  alone: PacedOutcome
  beside: PacedOutcome
  told: PacedOutcome
  before: Map<string, number>
  after: Map<string, number>
}

interface Measurable {
  port: number
  /** What the server tells of itself, by name. */
  numbers(): Promise<Map<string, number>>
}

/** Reads alone, then beside views. */
async function measure({ port, numbers }: Measurable, { stories, views, reads, seconds }: Load): Promise<Measured> {
  const common = { port, seconds, warmUpSeconds, isManyReaders: true }
  const readers: PacedOrder = {
    ...{ ...common, perSecond: reads, method: 'GET' },
    paths: stories.map(({ slug }) => `/v1/articles/${slug}`),
  }
  const telling: PacedOrder = {
    ...{ ...common, perSecond: views, method: 'POST' },
    paths: stories.map(({ id }) => `/v1/articles/${id}/views`),
  }
  const gentle = { seconds: 3, warmUpSeconds: 0 }
  await Promise.all([put({ ...readers, ...gentle }), put({ ...telling, ...gentle, perSecond: views / 5 })])
  const alone = await put(readers)
  const before = await numbers()
  const [beside, told] = await Promise.all([put(readers), put(telling)])
  return { alone, beside, told, before, after: await numbers() }
}

/** The same of Fastify alone, which sends the answer of a story out of memory and nothing to a view: what the machine and the clients do to it. */
async function measureBare(story: string, load: Load): Promise<Measured> {
  const server = await startServer('buffer', { toPosts: 204 })
  try {
    await server.prepare(story)
    return await measure({ port: server.port, numbers: async () => numbersOf(await server.usage()) }, load)
  } finally {
    await server.stop()
  }
}

const numbersOf = ({ user, system, rss }: Usage) =>
  new Map([
    ['process_cpu_seconds_total', (user + system) / 1e6],
    ['process_resident_memory_bytes', rss],
  ])

function report(tell: (line: string) => void, ours: Measured, bare: Measured): void {
  tell('bare Fastify, which counts nothing:')
  tellOf(tell, bare)
  tell('Dateline:')
  tellOf(tell, ours)
  const [p99, reference] = [ours, bare].map(({ beside }) => percentiles([...beside.times]).p99) as [number, number]
  tell(`p99 of R1 beside views: ${(p99 / reference).toFixed(2)} of bare Fastify's`)
}

function tellOf(tell: (line: string) => void, { alone, beside, told, before, after }: Measured): void {
  const line = (name: string, { times, seconds, statuses }: PacedOutcome) => {
    const { p50, p99 } = percentiles([...times])
    const rate = Math.round(times.length / seconds)
    tell(
      `${name.padEnd(22)} ${String(rate).padStart(6)} a second, p50 ${p50} ms, p99 ${p99} ms, ${JSON.stringify(statuses)}`,
    )
  }
  line('R1 alone', alone)
  line('R1 beside views', beside)
  line('views', told)
  const added = (name: string) => (after.get(name) ?? 0) - (before.get(name) ?? 0)
  const became = [...after.keys()].filter((name) => name.startsWith('dateline_views') && added(name) > 0)
  for (const name of became) tell(`  ${name} +${added(name)}`)
  tell(
    `  process: ${added('process_cpu_seconds_total').toFixed(1)} s of processor time, RSS ${Math.round((after.get('process_resident_memory_bytes') ?? 0) / 2 ** 20)} MB`,
  )
}

/** A client process does what it is told once. */
async function put(order: PacedOrder): Promise<PacedOutcome> {
  const program = fileURLToPath(new URL('load/paced.ts', import.meta.url))
  const child = fork(program, { execArgv: ['--import', 'tsx'], serialization: 'advanced' })
  child.send(order)
  const [outcome] = await once(child, 'message')
  child.disconnect()
  return outcome as PacedOutcome
}

/** The service as `npm start` runs it. Its clients are behind a proxy that is believed, so that each can be a reader of its own. */
async function startService(url: string) {
  const child = spawn(process.execPath, ['dist/cli.js', 'start'], {
    env: {
      ...{ PATH: process.env.PATH, NODE_ENV: 'production', DATABASE_URL: url, PORT: '0', LOG_LEVEL: 'warn' },
      ...{ TRUST_PROXY: '127.0.0.1', METRICS_TOKEN: metricsToken },
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [banner] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const port = Number(/localhost:(\d+)/.exec(banner)?.[1])
  return {
    port,
    read: async (slug = '') => (await fetch(`http://127.0.0.1:${port}/v1/articles/${slug}`)).text(),
    numbers: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`, {
        headers: { authorization: `Bearer ${metricsToken}` },
      })
      const lines = (await answer.text()).split('\n').filter((line) => line && !line.startsWith('#'))
      return new Map(
        lines.map((line): [string, number] => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
      )
    },
    stop: async () => {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

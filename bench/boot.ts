import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openArchives } from './archive/database.ts'

/** Starts that are measured: the first may find files that the system has not read yet. */
const starts = 5

/** Ms from the start of the process to its first answer. */
const atMostMs = 2_000

/**
 * How long a process takes from its start to the first answer from the database, on an archive that is there: `npm start` with
 * DATABASE_URL. Options: `--articles`, `--database` as elsewhere.
 */
export async function benchBoot(args: string[], tell: (line: string) => void): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { articles: text, database: text } })
  const size = Number(values.articles ?? '5000')
  const archives = await openArchives(values.database ?? null, tell)
  try {
    const url = await archives.ofSize(size)
    const times: number[] = []
    for (let n = 0; n < starts; n++) times.push(await bootOnce(url))
    const median = [...times].sort((a, b) => a - b)[Math.floor(starts / 2)] ?? Number.NaN
    tell(
      `first answer after ${times.map((time) => time.toFixed(0)).join(', ')} ms, on ${size.toLocaleString('en')} stories`,
    )
    tell(`  ${median <= atMostMs ? 'met    ' : 'NOT met'} median ${median.toFixed(0)} ms, to be at most ${atMostMs}`)
  } finally {
    await archives.stop()
  }
}

async function bootOnce(url: string): Promise<number> {
  const port = await freePort()
  const env = { ...process.env, NODE_ENV: 'production', DATABASE_URL: url, PORT: String(port), LOG_LEVEL: 'warn' }
  const begun = performance.now()
  const child = spawn(process.execPath, ['dist/cli.js', 'start'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    while (!(await isAnswered(port))) {
      if (child.exitCode !== null) throw new Error(`the process ended with code ${child.exitCode} before it answered`)
      await wait(5)
    }
    return performance.now() - begun
  } finally {
    child.kill()
    if (child.exitCode === null) await once(child, 'exit')
  }
}

async function isAnswered(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/v1/articles?first=20`).catch(() => null)
  await response?.arrayBuffer()
  return response?.status === 200
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

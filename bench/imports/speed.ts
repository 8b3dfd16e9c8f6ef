import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { withCluster } from '../../prove/cluster.ts'
import { withDataDir } from '../../prove/embedded.ts'
import { tenth } from '../../prove/proof.ts'
import { postgresReader } from '../load/postgres-usage.ts'
import { loadRows } from './reference.ts'
import { writeWxr } from './wxr.ts'

/** How fast a file came in. */
interface Figures {
  stories: number
  /** Of the whole command, from its start to its end. */
  perSecond: number
  /** Of the work on the file alone, as its report says. */
  workPerSecond: number
  /** The most memory that the process held. */
  rssMb: number
  /** Processor time in µs for each story: of the process, and of PostgreSQL where that can be seen. */
  processUs: number
  databaseUs: number | null
  /** Stories a second of loading the same rows by COPY, and the processor time in µs of each that PostgreSQL took for it. */
  reference?: { perSecond: number; databaseUs: number | null }
}

/**
 * `npm run bench -- imports-speed`: a WordPress export of `--stories` (5,000) through `dateline import`, into PostgreSQL and into the embedded
 * database, as drafts and published, and beside it the same rows by COPY. `--postgres`: folder of the programs of the server.
 */
export async function benchImportSpeed(args: string[], tell: (line: string) => void): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ args, options: { stories: text, postgres: text, json: text, only: text } })
  const stories = Number(values.stories ?? 5_000)
  const path = join(tmpdir(), `dateline-bench-${process.pid}.xml`)
  try {
    const bytes = await writeWxr(path, stories)
    tell(`a WordPress export of ${stories} stories, ${(bytes / 1e6).toFixed(0)} MB`)
    const figures: Record<string, Figures> = {}
    for (const [name, publish, embedded] of cases) {
      if (values.only && !name.includes(values.only)) continue
      figures[name] = embedded
        ? await intoEmbedded(path, stories, publish)
        : await intoServer(values.postgres ?? null, path, stories, publish)
      tell(`${name}: ${describe(figures[name])}`)
    }
    if (values.json)
      writeFileSync(values.json, `${JSON.stringify({ node: process.version, bytes, figures }, null, 2)}\n`)
  } finally {
    rmSync(path, { force: true })
  }
}

const cases: [name: string, publish: boolean, embedded: boolean][] = [
  ['PostgreSQL, drafts', false, false],
  ['PostgreSQL, published', true, false],
  ['embedded, drafts', false, true],
  ['embedded, published', true, true],
]

function describe({ perSecond, workPerSecond, rssMb, processUs, databaseUs, reference }: Figures): string {
  const each = `processor time for each: ${processUs} µs of the process, ${databaseUs ?? '?'} µs of PostgreSQL`
  return `${workPerSecond} stories a second (${perSecond} with the start of the command), at most ${rssMb} MB; ${each}${reference ? beside(workPerSecond, reference) : ''}`
}

function beside(workPerSecond: number, { perSecond, databaseUs }: NonNullable<Figures['reference']>): string {
  return `; the same rows by COPY: ${perSecond} a second (ratio ${(workPerSecond / perSecond).toFixed(2)}), ${databaseUs ?? '?'} µs of PostgreSQL`
}

function intoServer(bin: string | null, path: string, stories: number, publish: boolean): Promise<Figures> {
  return withCluster(bin, {}, async ({ url }) => {
    const figures = await runImport(path, stories, publish, { DATABASE_URL: url }, () => url)
    const { seconds, databaseUs } = await loadRows(url)
    const reference = {
      perSecond: tenth(stories / seconds),
      databaseUs: databaseUs && Math.round(databaseUs / stories),
    }
    return { ...figures, reference }
  })
}

function intoEmbedded(path: string, stories: number, publish: boolean): Promise<Figures> {
  return withDataDir((dataDir) => runImport(path, stories, publish, { DATA_DIR: dataDir }, null))
}

async function runImport(
  path: string,
  stories: number,
  publish: boolean,
  env: Record<string, string>,
  url: (() => string) | null,
): Promise<Figures> {
  const args = ['dist/cli.js', 'import', path, '--source', 'bench', ...(publish ? ['--publish'] : [])]
  const begun = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] })
  let output = ''
  child.stdout.on('data', (piece) => {
    output += piece
  })
  const databaseTime = url ? await postgresReader(url()) : null
  const databaseBefore = await databaseTime?.()
  let [rss, ticks] = [0, 0]
  const watching = setInterval(() => {
    rss = Math.max(rss, peakOf(child.pid))
    ticks = Math.max(ticks, ticksOf(child.pid))
  }, 200)
  const [code] = await once(child, 'exit')
  clearInterval(watching)
  const seconds = (performance.now() - begun) / 1_000
  if (code !== 0) throw new Error(`the import ended with ${code}: ${output}`)
  if (url) await requireStories(url(), stories)
  const databaseUs = databaseTime ? ((await databaseTime()) ?? 0) - (databaseBefore ?? 0) : null
  const times = {
    processUs: Math.round((ticks * 10_000) / stories),
    databaseUs: databaseUs && Math.round(databaseUs / stories),
  }
  const workPerSecond = Number(/([\d.]+) a second/.exec(output)?.[1] ?? 0)
  return { stories, perSecond: tenth(stories / seconds), workPerSecond, rssMb: Math.round(rss / 1024), ...times }
}

/** The most memory that a process has held so far, in kB; 0 where the system does not say. */
function peakOf(pid: number | undefined): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0)
  } catch {
    return 0
  }
}

/** Ticks of 10 ms that a process has used: see bench/load/postgres-usage.ts. */
function ticksOf(pid: number | undefined): number {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return Number(fields[11]) + Number(fields[12])
  } catch {
    return 0
  }
}

async function requireStories(url: string, stories: number): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ count: string }>('SELECT count(*) FROM article').finally(() => client.end())
  if (Number(rows[0]?.count) !== stories) throw new Error(`${rows[0]?.count} stories came in, not ${stories}`)
}

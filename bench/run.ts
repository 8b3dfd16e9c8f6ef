import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { openArchives } from './archive/database.ts'
import { site } from './archive/rows.ts'
import { benchBoot } from './boot.ts'
import { compareSizes } from './compare.ts'
import { benchHostile } from './imports/hostile.ts'
import { benchImports } from './imports/run.ts'
import { benchImportSpeed } from './imports/speed.ts'
import { type ServerName, startClient, startServer } from './load/children.ts'
import { type Bench, measureServers } from './load/measure.ts'
import { postgresReader } from './load/postgres-usage.ts'
import { askText, fetchCursors, type Measure, measuresFor, registerDocuments } from './measures.ts'
import { benchMemory } from './memory.ts'
import { type Options, readOptions } from './options.ts'
import { benchPublish } from './publish.ts'
import { benchRelated } from './related/run.ts'
import { describeBars, describeResult, type Result } from './report.ts'
import { compareAnswers } from './same-answers.ts'
import { benchViews } from './views.ts'

/** Connections to the database of each server: the default of DATABASE_POOL. */
const databaseConnections = 10

/** Memory for kept answers: the default of CACHE_MB. */
const cacheMb = 56

const tell = (line: string) => console.log(line)
process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (process.argv[2] === 'publish') {
  await benchPublish(process.argv.slice(3), tell)
  process.exit()
}
if (process.argv[2] === 'imports-speed') {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  await benchImportSpeed(process.argv.slice(3), tell)
  process.exit()
}
if (process.argv[2] === 'boot') {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  await benchBoot(process.argv.slice(3), tell)
  process.exit()
}
if (process.argv[2] === 'memory') {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
  await benchMemory(process.argv.slice(3), tell)
  process.exit()
}
if (process.argv[2] === 'views') process.exit(await benchViews(process.argv.slice(3), tell))
if (process.argv[2] === 'related') process.exit(await benchRelated(process.argv.slice(3), tell).then(() => 0))
if (process.argv[2] === 'imports-hostile') process.exit(await benchHostile(process.argv.slice(3), tell).then(() => 0))
if (process.argv[2] === 'imports') process.exit(await benchImports(process.argv.slice(3), tell))
const options = readOptions(process.argv.slice(2))
execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
const archives = await openArchives(options.database, tell)
try {
  tell(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}, PostgreSQL in ${archives.where}`)
  if (options.compare)
    tell(
      await compareSizes(options.compare, options.only, (size, only) =>
        runMeasures({ ...options, articles: size, only }, true),
      ),
    )
  else await reportAll(await runMeasures(options, false))
} finally {
  await archives.stop()
}

async function reportAll(results: Result[]): Promise<void> {
  tell('\nBars:')
  for (const line of describeBars(results)) tell(line)
  if (options.json) writeFileSync(options.json, JSON.stringify({ options, node: process.version, results }, null, 2))
}

/** Measures on an archive of one size; `alone`: only Dateline. */
async function runMeasures(
  { articles, only, seconds, connections, profile }: Options,
  alone: boolean,
): Promise<Result[]> {
  const url = await archives.ofSize(articles)
  const settings = { url, site, connections: databaseConnections, cacheMb }
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  const dateline = await startServer('dateline', settings, profiling)
  const uncached = await startServer('uncached', { ...settings, cacheMb: 0 }, profiling)
  const references = alone ? [] : [await startServer('sql', settings), await startServer('buffer', settings)]
  for (const { port } of [dateline, uncached]) await registerDocuments(port)
  const bench: Bench = {
    servers: [dateline, uncached, ...references],
    client: startClient(),
    databaseCpu: await postgresReader(url),
    connections,
    seconds,
  }
  try {
    const all = await measuresFor(articles, await fetchCursors(dateline.port), (path) => etagOf(dateline.port, path))
    const measures = all.filter(({ name }) => only.includes(name))
    const results: Result[] = []
    for (const measure of measures) results.push(await runMeasure(bench, measure))
    return results
  } finally {
    bench.client.stop()
    for (const server of bench.servers) await server.stop()
  }
}

async function runMeasure(bench: Bench, measure: Measure): Promise<Result> {
  const server = (wanted: ServerName) => bench.servers.find(({ name }) => name === wanted)
  const [dateline, sql, buffer] = [server('dateline'), server('sql'), server('buffer')]
  if (dateline && sql && measure.asked === measure.askedOfSql) await tellDifferences(measure, [dateline.port, sql.port])
  const first = measure.asked[0]
  if (dateline && buffer && first && !first.headers?.['if-none-match'])
    await buffer.prepare(await askText(dateline.port, first))
  const figures = await measureServers(bench, ({ name }) => (name === 'sql' ? measure.askedOfSql : measure.asked))
  const result = { name: measure.name, title: measure.title, figures }
  if (sql) tell(describeResult(result))
  return result
}

async function tellDifferences(measure: Measure, ports: [number, number]): Promise<void> {
  const differences = await compareAnswers(measure.asked, ports)
  if (differences.length === 0) return
  tell(
    `\n${measure.name}: the answers of Dateline and of SQL by hand differ in ${differences.length} places, so the ratio means less:`,
  )
  for (const line of differences.slice(0, 5)) tell(`  ${line}`)
}

async function etagOf(port: number, path: string): Promise<string> {
  const response = await fetch(`http://127.0.0.1:${port}${path}`)
  await response.arrayBuffer()
  return response.headers.get('etag') ?? ''
}

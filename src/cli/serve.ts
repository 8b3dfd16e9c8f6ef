import closeWithGrace from 'close-with-grace'
import pc from 'picocolors'
import { readConfig } from '../config.ts'
import { systemCaller } from '../core/caller.ts'
import { databaseClock } from '../db/clock.ts'
import { demoKey } from '../demo/key.ts'
import { loadDemo } from '../demo/load.ts'
import { filesOf } from '../house.ts'
import { makeCtx } from '../make-ctx.ts'
import { type RunningServer, startServer } from '../server.ts'
import { checkUrls } from './check-urls.ts'
import { keepHeapSmall } from './heap.ts'

/** Milliseconds that requests under way get to finish after a signal. */
const graceMs = 10_000

const log = {
  info: (_message: string) => {},
  warn: (message: string) => console.error(`${pc.yellow('warning:')} ${message}`),
}

/** `dateline start`: runs until a signal. */
export async function runServer(): Promise<void> {
  keepHeapSmall()
  const server = await startServer(readConfig(), log)
  stopOnSignal(server)
  console.log(bannerOf(server))
}

/** `dateline demo`: fills the newsroom, runs, and prints where to look. With `--check` it reads that once and stops. */
export async function runDemo({ check = false }: { check?: boolean }): Promise<void> {
  keepHeapSmall()
  const config = readConfig()
  const server = await startServer(config, log)
  if (!check) stopOnSignal(server)
  const { afterCommit } = server.app.keeping
  const { stories, made, story } = await loadDemo(server.house.db, server.app.site, {
    ...{ afterCommit, files: filesOf(config) },
  })
  const ctx = makeCtx(server.house.db, server.app.site, databaseClock, systemCaller('demo'))
  const key = await demoKey(ctx, config.DATA_DIR)
  const links = linksOf(server.url, story)
  console.log(
    `${bannerOf(server)}\n  ${pc.bold('newsroom')}   ${stories} stories${made ? `, ${made} of them made now` : ', all there already'}`,
  )
  for (const [name, url] of links) console.log(`  ${pc.bold(name.padEnd(10))} ${url}`)
  console.log(`  ${pc.bold('editor key')} ${key}\n`)
  if (check) process.exitCode = (await checkUrls(server.url, story, key).finally(server.stop)) ? 0 : 1
}

function bannerOf({ url, house, runs }: RunningServer): string {
  const what = runs.includes('api') ? `runs at ${url}` : `runs its worker (health: ${url}/health/ready)`
  return `${pc.green('Dateline')} ${what}, stop it with Ctrl-C\n  ${pc.bold('database')}   ${house.location}`
}

function linksOf(url: string, story: string): [name: string, url: string][] {
  const query = `{ article(slug: "${story}") { headline standfirst bylines { displayName } related { headline url } } }`
  return [
    ['console', `${url}/graphiql`],
    ['reference', `${url}/docs`],
    ['REST', `${url}/v1/articles/${story}`],
    ['GraphQL', `${url}/graphql?query=${encodeURIComponent(query)}`],
  ]
}

function stopOnSignal(server: RunningServer): void {
  closeWithGrace({ delay: graceMs, logger: false }, async ({ err }) => {
    if (err) console.error(err)
    await server.stop()
  })
}

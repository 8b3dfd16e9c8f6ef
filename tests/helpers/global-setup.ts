import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { programOf } from '../../prove/program.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { isRunning } from '../../src/db/embedded-aside.ts'
import { isServerOf, readPidFile } from '../../src/db/embedded-postmaster.ts'
import { migrate } from '../../src/db/migrate.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The URL of the migrated database that every test file clones. */
    templateUrl: string
    /** A folder with a stopped cluster as the service makes it, to be copied: without initdb a database is there at once. */
    modelCluster: string
  }
}

const PREFIX = 'dateline-test-'

/** Nothing in a test has to survive a power cut. */
const FAST = {
  ...{ fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' },
  // Nor is there anything to tidy up or to hand on in the minutes of a run.
  ...{ autovacuum: 'off', wal_level: 'minimal', max_wal_senders: '0', checkpoint_timeout: '1h' },
  // Without helpers that read ahead: everything is in memory.
  io_method: 'sync',
  // What proofs ask for as a witness of when something was committed.
  track_commit_timestamp: 'on',
}

const quiet = { info: () => undefined, warn: () => undefined }

/** One embedded server for a run of vitest, with one migrated template database; both are gone when the run ends. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeAbandonedRuns()
  // Built here, or both workers would build it at once.
  programOf('src/cli.ts')
  const folder = await mkdtemp(join(tmpdir(), `${PREFIX}${process.pid}-`))
  // Started as root, the server runs as another user, who has to come through.
  await chmod(folder, 0o755)
  const model = join(folder, 'model')
  await makeModel(model)
  execFileSync('cp', ['-a', join(model, 'postgres'), join(folder, 'postgres')])
  const server = await startEmbedded({ dataDir: folder, log: quiet, settings: FAST })
  const teardown = async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await migrate(server.url, { dir: 'prisma/migrations' })
    project.provide('modelCluster', join(model, 'postgres'))
    project.provide('templateUrl', await closeTemplate(server.url))
    return teardown
  } catch (error) {
    await teardown()
    throw error
  }
}

async function makeModel(dataDir: string): Promise<void> {
  const server = await startEmbedded({ dataDir, log: quiet, settings: { fsync: 'off' } })
  await server.stop()
}

/** A database can be cloned only while nobody is connected to it, so nobody may. */
async function closeTemplate(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url.replace(/\/dateline(?=\?|$)/, '/postgres') })
  await client.connect()
  await client.query('ALTER DATABASE dateline ALLOW_CONNECTIONS false IS_TEMPLATE true')
  await client.end()
  return url
}

/** A run that was killed leaves its server and folder behind; the next run takes them away. */
async function removeAbandonedRuns(): Promise<void> {
  const names = await readdir(tmpdir())
  for (const name of names.filter((each) => each.startsWith(PREFIX))) {
    if (isRunning(Number(name.slice(PREFIX.length).split('-')[0]))) continue
    const folder = join(tmpdir(), name)
    const cluster = join(folder, 'postgres')
    const file = await readPidFile(cluster)
    if (file && (await isServerOf(file.pid, cluster))) process.kill(file.pid, 'SIGQUIT')
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

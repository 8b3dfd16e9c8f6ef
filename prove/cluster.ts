import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, mkdtemp, open, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { findBinaries } from '../src/db/embedded-binaries.ts'
import { findHome, type Home, SYSTEM_FOLDER } from '../src/db/embedded-home.ts'
import { readPidFile } from '../src/db/embedded-postmaster.ts'
import { familyOf, killFamily } from './processes.ts'
import type { Trial } from './proof.ts'

const run = promisify(execFile)

/** An ordinary PostgreSQL server of our own, with its default settings: fsync is on. */
export interface Cluster {
  /** The database `dateline`. */
  url: string
  /** Such as "18.4". */
  version: string
  /** Kills the server and all its processes at once, as a power cut would, and waits until they are gone. */
  kill(): Promise<void>
  /** Starts it (again) and waits until it answers; ms that this took. */
  start(): Promise<number>
  /** Ends it and removes its folder. */
  remove(): Promise<void>
}

interface Programs {
  bin: string
  home: Home
}

/**
 * Makes a cluster in a folder of its own and starts it. `bin`: folder of `postgres` and `initdb`; null: the embedded ones.
 * `settings` come on top of the defaults of PostgreSQL.
 */
async function newCluster(bin: string | null, settings: Record<string, string>): Promise<Cluster> {
  const folder = await newFolder()
  const home = await findHome(folder)
  const programs = { home, bin: await realpath(bin ?? (await embeddedBin(home))) }
  await initialise(programs)
  const address = (database: string) => `postgresql://postgres@/${database}?host=${encodeURIComponent(home.cluster)}`
  const start = async () => {
    const begun = performance.now()
    await startServer(programs, settings, address('postgres'))
    return performance.now() - begun
  }
  const kill = async () => killFamily(await familyOf((await readPidFile(home.cluster))?.pid))
  await start()
  await ask(address('postgres'), 'CREATE DATABASE dateline')
  return {
    ...{ url: address('dateline'), version: await versionOf(address('postgres')), kill, start },
    remove: async () => {
      await kill()
      await removeFolder(folder)
    },
  }
}

/** Does something with a new cluster, which is removed in any case. */
export async function withCluster<T>(
  bin: string | null,
  settings: Record<string, string>,
  work: (cluster: Cluster) => Promise<T>,
): Promise<T> {
  const cluster = await newCluster(bin, settings)
  return work(cluster).finally(cluster.remove)
}

/** Does something with a database without content: the one that the trial brings along, or that of a new cluster. */
export async function withDatabase<T>(
  { databaseUrl, postgresBin }: Pick<Trial, 'databaseUrl' | 'postgresBin'>,
  settings: Record<string, string>,
  work: (database: Pick<Cluster, 'url' | 'version'>) => Promise<T>,
): Promise<T> {
  if (!databaseUrl) return withCluster(postgresBin, settings, work)
  return work({ url: databaseUrl, version: await versionOf(databaseUrl) })
}

/** Does something with a database without any table, on the server of this one; it is dropped in any case. */
export async function withEmptyDatabase<T>(url: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = `prove_${randomBytes(6).toString('hex')}`
  const named = (database: string) => url.replace(/(?<=[^/]\/)[^/?]*(?=\?|$)/, database)
  await ask(named('postgres'), `CREATE DATABASE ${name} TEMPLATE template0`)
  try {
    return await work(named(name))
  } finally {
    await ask(named('postgres'), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  }
}

async function versionOf(url: string): Promise<string> {
  const { rows } = await ask(url, 'SHOW server_version')
  return String(rows[0]?.server_version).split(' ')[0] ?? ''
}

/** A new folder in the temporary folder of the system, which other users can pass through: root's server runs as one. */
export async function newFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'dateline-prove-')))
  await chmod(folder, 0o755)
  return folder
}

export function removeFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
}

/** Does something with a new folder, which is removed in any case. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await newFolder()
  try {
    return await work(folder)
  } finally {
    await removeFolder(folder)
  }
}

async function embeddedBin(home: Home): Promise<string> {
  const { folder } = await findBinaries(home.runAs, [SYSTEM_FOLDER, dirname(home.cluster)])
  return join(folder, 'bin')
}

async function initialise({ bin, home }: Programs): Promise<void> {
  await mkdir(home.cluster, { mode: 0o700 })
  if (home.runAs) await chown(home.cluster, home.runAs.uid, home.runAs.gid)
  const options = [
    '-D',
    home.cluster,
    '-U',
    'postgres',
    '-A',
    'trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ]
  await run(join(bin, 'initdb'), options, { ...home.runAs, cwd: '/', env: { TZ: 'UTC' } })
}

async function startServer({ bin, home }: Programs, settings: Record<string, string>, url: string): Promise<void> {
  const chosen = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const options = ['-D', home.cluster, '-h', '', '-k', home.cluster, ...chosen]
  const log = await open(home.logFile, 'a')
  const child = spawn(join(bin, 'postgres'), options, {
    ...home.runAs,
    ...{ cwd: '/', env: { TZ: 'UTC' }, detached: true, stdio: ['ignore', log.fd, log.fd] },
  })
  child.unref()
  await log.close()
  for (const end = Date.now() + 60_000; Date.now() < end; await wait(5)) {
    if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}: see ${home.logFile}`)
    if (await ask(url, 'SELECT 1').catch(() => null)) return
  }
  throw new Error(`PostgreSQL does not answer: see ${home.logFile}`)
}

/** One statement on a connection of its own. */
export async function ask(url: string, sql: string, values: unknown[] = []): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  return client.query(sql, values).finally(() => client.end())
}

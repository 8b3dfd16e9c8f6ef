import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { afterEach, inject } from 'vitest'
import { programOf } from '../../prove/program.ts'
import { type EmbeddedServer, startEmbedded } from '../../src/db/embedded.ts'
import { isServerOf, readPidFile } from '../../src/db/embedded-postmaster.ts'

/** Another process that uses a data directory; `ready` tells what it got. */
export type Owner = {
  ready: Promise<{ url: string; adopted: boolean }>
  stop: () => Promise<unknown>
  kill: () => Promise<unknown>
}

const folders: string[] = []

/** A new data directory; whatever runs in it is killed and the folder removed when the test ends. */
export async function newDataDir(parent = tmpdir()): Promise<string> {
  const folder = await mkdtemp(join(parent, 'dateline-embedded-'))
  await chmod(folder, 0o755)
  folders.push(folder)
  return folder
}

/** A new data directory with a stopped database in it. */
export async function newDatabaseDir(): Promise<string> {
  const folder = await newDataDir()
  fillDataDir(folder)
  return folder
}

/** Puts a stopped database into a data directory that is there: a copy of the one that each run makes, which saves initdb. */
export function fillDataDir(folder: string): void {
  copyFolder(inject('modelCluster'), join(folder, 'postgres'))
}

/** Copies a folder with its owners; the system's own tool is several times faster here than node:fs. */
export function copyFolder(from: string, to: string): void {
  execFileSync('cp', ['-a', from, to])
}

/** Every test file that makes data directories calls this once: what they leave goes with each test. */
export function removeDataDirs(): void {
  afterEach(async () => {
    for (const folder of folders.splice(0)) {
      const elsewhere = (await readFile(join(folder, 'postgres.location'), 'utf8').catch(() => '')).trim()
      const cluster = elsewhere || join(folder, 'postgres')
      await killServer(cluster)
      if (elsewhere) await rm(dirname(elsewhere), { recursive: true, force: true })
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
    }
  })
}

/** Starts or joins the server of a data directory in this process. */
export function start(dataDir: string): Promise<EmbeddedServer> {
  const log = { info: () => undefined, warn: () => undefined }
  return startEmbedded({ dataDir, log, settings: { fsync: 'off' }, timeoutMs: 10_000 })
}

/** Starts or joins the server of a data directory in another process. */
export function startOwner(dataDir: string): Owner {
  const child = fork(programOf('tests/db/owner-process.ts'), [dataDir])
  const gone = once(child, 'exit')
  const ready = once(child, 'message').then(([message]) => message as { url: string; adopted: boolean })
  const stop = () => {
    child.send('stop')
    return gone
  }
  const kill = () => {
    child.kill('SIGKILL')
    return gone
  }
  return { ready, stop, kill }
}

/** One statement on a connection of its own; the rows. */
export async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query(sql).finally(() => client.end())
  return rows
}

/** The process number of the server that runs on a cluster; undefined when none does. */
export async function serverPid(cluster: string): Promise<number | undefined> {
  const file = await readPidFile(cluster)
  return file && (await isServerOf(file.pid, cluster)) ? file.pid : undefined
}

/** Ends a server as a power cut would, and waits until its process is gone. */
export async function killServer(cluster: string): Promise<void> {
  const pid = await serverPid(cluster)
  if (!pid) return
  process.kill(pid, 'SIGKILL')
  while (await isServerOf(pid, cluster)) await new Promise((resolve) => setTimeout(resolve, 10))
}

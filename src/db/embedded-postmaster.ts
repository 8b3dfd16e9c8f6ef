import { execFile, spawn } from 'node:child_process'
import { link, open, readFile, rename, stat, truncate, unlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isRunning } from './embedded-aside.ts'
import type { Binaries } from './embedded-binaries.ts'
import { DatabaseStartError, fileRefusal, OWN_SERVER } from './embedded-error.ts'
import type { Home } from './embedded-home.ts'
import { type Address, SOCKET_PORT, socketFolder } from './embedded-socket.ts'

const runFile = promisify(execFile)

/** What postmaster.pid says of a server. `socketFolder` is empty when it listens on TCP only. */
export type PidFile = { pid: number; port: number; socketFolder: string }

/** A server we spawned; `output` is what it has written to its log since, or why it could not be run. */
export type Postmaster = { pid: number; hasEnded: () => boolean; output: () => Promise<string> }

/** Bytes from which the server's log starts anew at the next start. */
const LOG_MAX_BYTES = 10_000_000

/**
 * For a small machine shared with Node: 128 MB of buffers is PostgreSQL's own default, 100 connections serve several
 * processes. Durable: fsync, full pages and synchronous commit are on. Parallel plans are off, since they need
 * shared memory that containers limit to 64 MB, and jit is off since it costs more than it saves on short queries.
 */
const SETTINGS: Record<string, string> = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_compression: 'on',
  max_wal_size: '512MB',
  shared_buffers: '128MB',
  max_connections: '100',
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  random_page_cost: '1.1',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

/** What postmaster.pid in a cluster says; undefined when there is none or it is not whole yet. */
export async function readPidFile(cluster: string): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  if (!pid) return undefined
  return { pid, port: Number(lines[3]) || SOCKET_PORT, socketFolder: lines[4] ?? '' }
}

/** Whether a process is the server of this very cluster, and not another process that got its number. */
export async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (!isRunning(pid)) return false
  if (process.platform === 'win32') return true
  const command = await commandOf(pid)
  return command.includes('postgres') && command.includes(cluster)
}

async function commandOf(pid: number): Promise<string> {
  if (process.platform === 'linux') return readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')
  const listed = await runFile('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => undefined)
  return listed?.stdout ?? ''
}

/**
 * Removes lock files of a server that is gone (or never was here: a copied folder) but whose number another process has:
 * PostgreSQL would take that process for the server and refuse to start for ever. Only files of this cluster are touched.
 * Each is renamed and looked at again, so that the file of a server that started in the meantime is put back.
 */
export async function clearStaleLocks(home: Home): Promise<void> {
  const locks = [join(home.cluster, 'postmaster.pid')]
  if (process.platform !== 'win32') locks.push(join(await socketFolder(home), `.s.PGSQL.${SOCKET_PORT}.lock`))
  for (const lock of locks) {
    const text = await readFile(lock, 'utf8').catch(() => '')
    const pid = Number(text.split('\n')[0])
    if (isRunning(pid) && !(await isServerOf(pid, home.cluster))) await removeIfSame(lock, text)
  }
}

async function removeIfSame(path: string, text: string): Promise<void> {
  const aside = `${path}.stale-${process.pid}`
  const moved = await rename(path, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return
  if ((await readFile(aside, 'utf8')) !== text) await link(aside, path).catch(() => undefined)
  await unlink(aside)
}

/**
 * Starts a server on a cluster; it lives on when we die, and Ctrl-C in our terminal does not reach it.
 * In: the home, the programs, settings that differ from ours. It may still be starting or have ended when this returns.
 */
export async function spawnPostmaster(
  home: Home,
  binaries: Binaries,
  settings: Record<string, string>,
): Promise<Postmaster> {
  const where = await listenOptions(home)
  const chosen = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const log = await openLog(home.logFile)
  try {
    const child = spawn(join(binaries.folder, 'bin', 'postgres'), ['-D', home.cluster, ...where, ...chosen], {
      ...home.runAs,
      cwd: '/',
      env: { TZ: 'UTC' },
      detached: true,
      windowsHide: true,
      stdio: ['ignore', log.file.fd, log.file.fd],
    })
    let failure: Error | undefined
    child.once('error', (error) => {
      failure = error
    })
    child.unref()
    return {
      pid: child.pid ?? 0,
      hasEnded: () => failure !== undefined || child.exitCode !== null || child.signalCode !== null,
      output: async () => failure?.message ?? readFrom(home.logFile, log.start),
    }
  } catch (cause) {
    throw new DatabaseStartError(`cannot run PostgreSQL as user ${home.runAs?.uid}; ${OWN_SERVER}`, { cause })
  } finally {
    await log.file.close()
  }
}

async function listenOptions(home: Home): Promise<string[]> {
  if (process.platform === 'win32') return ['-h', '127.0.0.1', '-p', String(await freePort())]
  const folder = await socketFolder(home)
  return ['-h', '', '-k', folder, '-p', String(SOCKET_PORT), '-c', 'unix_socket_permissions=0700']
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

async function openLog(path: string) {
  try {
    const size = (await stat(path).catch(() => undefined))?.size ?? 0
    if (size > LOG_MAX_BYTES) await truncate(path)
    return { file: await open(path, 'a', 0o600), start: size > LOG_MAX_BYTES ? 0 : size }
  } catch (cause) {
    throw fileRefusal('write the database log', path, cause)
  }
}

async function readFrom(path: string, start: number): Promise<string> {
  const text = await readFile(path).catch(() => Buffer.alloc(0))
  return text.subarray(start).toString('utf8')
}

/** Where the server that postmaster.pid describes can be reached. */
export function addressOf(file: PidFile, password: string | undefined): Address {
  if (file.socketFolder) return { host: file.socketFolder, port: file.port }
  return { host: '127.0.0.1', port: file.port, ...(password ? { password } : {}) }
}

/**
 * Stops the server of a cluster: fast shutdown, which ends open sessions and writes everything down.
 * Returns true when it is down, false when it is not within `timeoutMs` or its process cannot be seen from here.
 */
export async function stopPostmaster(home: Home, binaries: Binaries, timeoutMs = 30_000): Promise<boolean> {
  const file = await readPidFile(home.cluster)
  if (!file) return true
  if (!(await isServerOf(file.pid, home.cluster))) return false
  if (process.platform === 'win32') {
    await runFile(join(binaries.folder, 'bin', 'pg_ctl'), ['stop', '-D', home.cluster, '-m', 'fast', '-w'])
  } else process.kill(file.pid, 'SIGINT')
  for (let waited = 0; waited < timeoutMs; waited += 10) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    // The file goes before the process does; whoever stops it may want to remove the folder.
    if ((await readPidFile(home.cluster))?.pid !== file.pid && !(await isServerOf(file.pid, home.cluster))) return true
  }
  return false
}

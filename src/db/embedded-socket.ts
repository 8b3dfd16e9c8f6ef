import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileRefusal } from './embedded-error.ts'
import { canEnter, type Home } from './embedded-home.ts'

/** Where a server listens: a folder with a Unix socket, or (Windows) a loopback port with a password. */
export type Address = { host: string; port: number; password?: string }

/** The name of the port in a socket's file name; no TCP port is opened. PostgreSQL's default, so that psql finds it. */
export const SOCKET_PORT = 5432

/** Bytes a socket path may have: sun_path is 104 on macOS and 108 on Linux, with the closing zero; a few to spare. */
const SOCKET_PATH_MAX = 100

/**
 * The folder for the server's socket: the cluster itself, which only its owner can enter;
 * when that path is too long, a short folder of our own in the system's temporary folder, mode 0700.
 */
export async function socketFolder(home: Home): Promise<string> {
  if (fitsSocket(home.cluster)) return home.cluster
  const base = await shortTemporaryFolder(home)
  const owner = home.runAs ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 }
  const mark = createHash('sha256').update(home.cluster).digest('hex').slice(0, 16)
  const folder = join(base, `dateline-${mark}`)
  try {
    await mkdir(folder, { mode: 0o700 }).catch(() => undefined)
    if (await isOurs(folder, [owner.uid, process.getuid?.() ?? 0])) return await handOver(folder, owner)
    // Somebody else made a folder of that name first; the server tells its real folder in postmaster.pid.
    return await handOver(await mkdtemp(`${folder}-`), owner)
  } catch (cause) {
    throw fileRefusal('make a folder for the database socket in', base, cause)
  }
}

/** The URL of a database of a server, in the form that psql and node-postgres both read. */
export function databaseUrl(address: Address, database: string): string {
  if (address.host.startsWith('/')) {
    return `postgresql://postgres@/${database}?host=${encodeURIComponent(address.host)}&port=${address.port}`
  }
  const password = encodeURIComponent(address.password ?? '')
  return `postgresql://postgres:${password}@${address.host}:${address.port}/${database}`
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_MAX
}

async function shortTemporaryFolder(home: Home): Promise<string> {
  const base = await realpath(tmpdir()).catch(() => '/tmp')
  const fits = fitsSocket(join(base, `dateline-${'0'.repeat(16)}-XXXXXX`))
  return fits && (!home.runAs || (await canEnter(base, home.runAs))) ? base : '/tmp'
}

async function isOurs(folder: string, owners: number[]): Promise<boolean> {
  const found = await lstat(folder)
  return found.isDirectory() && owners.includes(found.uid) && (found.mode & 0o077) === 0
}

async function handOver(folder: string, owner: { uid: number; gid: number }): Promise<string> {
  if (process.getuid?.() === 0) await chown(folder, owner.uid, owner.gid)
  return folder
}

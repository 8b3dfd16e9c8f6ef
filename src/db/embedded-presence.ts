import { stat } from 'node:fs/promises'
import pg from 'pg'
import { readPassword } from './embedded-cluster.ts'
import type { Home } from './embedded-home.ts'
import { addressOf, readPidFile } from './embedded-postmaster.ts'
import { type Address, databaseUrl } from './embedded-socket.ts'

/** The key of the advisory lock that says "I use this server"; any number, the same for all processes: "date" in ASCII. */
const PRESENCE_LOCK = 0x64617465

/** The database made for Dateline in every embedded server. */
export const DATABASE = 'dateline'

/** One process's claim on a server, held on one connection: while anybody has one, nobody stops the server. */
export type Presence = {
  address: Address
  pid: number
  /** Gives the claim up. True when it was the last one: then nobody can join until the server is down or `end` is called. */
  leave: () => Promise<boolean>
  end: () => Promise<void>
}

// @types/pg leaves these two out.
type Client = pg.Client & { ref(): void; unref(): void }

/**
 * Joins the server of a cluster, if one answers: takes the claim and makes the database on first use.
 * Waits while the last user of the server is stopping it. In: the home; what to do when the connection is lost.
 * Out: undefined when no server answers (none, still starting, stopping).
 */
export async function joinServer(home: Home, onLost: () => void): Promise<Presence | undefined> {
  const file = await readPidFile(home.cluster)
  if (!file) return undefined
  const address = addressOf(file, await readPassword(home))
  const client = new pg.Client({
    connectionString: databaseUrl(address, 'postgres'),
    application_name: 'dateline presence',
    connectionTimeoutMillis: 5000,
  }) as Client
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (!(await serves(client, home.cluster))) throw new Error('it serves another cluster')
    await client.query('SELECT pg_advisory_lock_shared($1)', [PRESENCE_LOCK])
    await ensureDatabase(client)
  } catch (error) {
    await client.end().catch(() => undefined)
    if (meansNotThere(error)) return undefined
    throw error
  }
  return claim(client, address, file.pid, onLost)
}

function claim(client: Client, address: Address, pid: number, onLost: () => void): Presence {
  let isLeaving = false
  client.once('end', () => {
    if (!isLeaving) onLost()
  })
  client.unref()
  const leave = async () => {
    isLeaving = true
    client.ref()
    await client.query('SELECT pg_advisory_unlock_shared($1)', [PRESENCE_LOCK])
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1) AS last', [PRESENCE_LOCK])
    return rows[0].last as boolean
  }
  const end = async () => {
    isLeaving = true
    await client.end().catch(() => undefined)
  }
  return { address, pid, leave, end }
}

/** A copied data directory brings the postmaster.pid of its original along, which leads to the original's server. */
async function serves(client: Client, cluster: string): Promise<boolean> {
  const { rows } = await client.query(`SELECT current_setting('data_directory') AS folder`)
  const [theirs, ours] = await Promise.all([stat(rows[0].folder).catch(() => undefined), stat(cluster)])
  return theirs?.ino === ours.ino && theirs.dev === ours.dev
}

async function ensureDatabase(client: Client): Promise<void> {
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [DATABASE])
  if (rowCount) return
  await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: { code?: string }) => {
    // Two processes can find it missing at once; the other one made it.
    if (error.code !== '42P04' && error.code !== '23505') throw error
  })
}

/** A refused or lost connection, a server that starts, stops or serves somebody else; not a wrong password or a full disk. */
function meansNotThere(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return (
    code === undefined ||
    ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', 'EACCES'].includes(code) ||
    /^57P0|^08/.test(code)
  )
}

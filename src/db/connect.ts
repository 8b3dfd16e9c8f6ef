import { createHash } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { letFindConnections } from './connection-under.ts'
import { PrismaClient } from './generated/client.ts'
import { letReadPast } from './read-text.ts'

export type ConnectOptions = {
  /** Shown in pg_stat_activity, to tell processes apart. */
  applicationName: string
  /** Most connections of this process; 10 when missing. */
  max?: number
  /** Told of errors of idle connections, which the pool replaces by itself; ignored when missing. */
  onConnectionLost?: (error: Error) => void
}

/** A database as the rest of the house sees it: Prisma, and the pool under it for LISTEN and for scripts. */
export type Database = { prisma: PrismaClient; pool: pg.Pool; close: () => Promise<void> }

/** How long one statement may take, in ms; a page of news that needs longer is a bug, not a wait. */
const STATEMENT_TIMEOUT_MS = 10_000

/** How long a transaction may sit idle before PostgreSQL ends it and frees its locks, in ms. */
const IDLE_IN_TRANSACTION_MS = 30_000

/**
 * Statements are few and each has its index, so one plan serves all values. Left to itself PostgreSQL plans statements with
 * an array parameter anew at every call, because it guesses ten values where there is one; that took 4 times their running.
 */
const SETTINGS = '-c plan_cache_mode=force_generic_plan'

/** How long to wait for a connection, a free one or a new one, in ms. */
const CONNECTION_TIMEOUT_MS = 5000

/**
 * Opens a pool on a PostgreSQL database and Prisma on top of it. Connects on first use, so it does not fail when the
 * server is down. In: a postgresql:// URL, TCP or socket. `close` ends all connections after their running queries.
 */
export function connectDatabase(url: string, options: ConnectOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: options.applicationName,
    max: options.max ?? 10,
    connectionTimeoutMillis: CONNECTION_TIMEOUT_MS,
    idleTimeoutMillis: 30_000,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
    options: SETTINGS,
  })
  // Without a listener a server that restarts would end this process.
  pool.on('error', (error) => options.onConnectionLost?.(error))
  letFindConnections(pool)
  const nameStatement = statementNames()
  const adapter = new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameStatement(sql) })
  const prisma = new PrismaClient({ adapter })
  letReadPast(prisma, pool, nameStatement)
  const close = async () => {
    await prisma.$disconnect()
    if (!pool.ended) await pool.end()
  }
  return { prisma, pool, close }
}

/**
 * Names for prepared statements, under which PostgreSQL keeps their plans: a short hash of the SQL.
 * A statement gets its name the second time it is seen; after `most` names the others stay unnamed (''),
 * which bounds what each connection keeps in memory. Statements seen once are forgotten a thousand at a time.
 */
export function statementNames(most = 500): (sql: string) => string {
  const names = new Map<string, string>()
  const seenOnce = new Set<string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= most) return ''
    if (!seenOnce.delete(sql)) {
      if (seenOnce.size >= 1000) seenOnce.clear()
      seenOnce.add(sql)
      return ''
    }
    const name = `d_${createHash('sha256').update(sql).digest('base64url').slice(0, 20)}`
    names.set(sql, name)
    return name
  }
}

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { checksumOf, type MigrationFile, readMigrations } from './migration-files.ts'

/** The database and the migrations folder do not fit together; the message names the migration and the way out. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

/** How a database stands to a migrations folder: names in order. `edited`: applied with other text than the file has now. */
export type MigrationStatus = {
  applied: { name: string; finishedAt: Date }[]
  pending: string[]
  edited: string[]
  /** Applied here, but not in the folder: the database is ahead. */
  unknown: string[]
  /** Begun by another tool and neither finished nor rolled back. */
  failed: string[]
}

type Row = { migration_name: string; checksum: string; finished_at: Date | null; rolled_back_at: Date | null }

/** The advisory lock that `prisma migrate deploy` takes too, so that the two exclude each other. Source: prisma-engines, PostgreSQL flavour. */
const MIGRATION_LOCK = 72707369

/** How long to wait for another runner, in ms: a minute. */
const LOCK_WAIT_MS = 60_000

/** Prisma's own layout, to the letter. Source: prisma-engines, `migration_persistence` of the SQL connector. */
const CREATE_TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`

/**
 * Applies the pending migrations of a folder in the order of their names, one transaction each: all of it and its row in
 * `_prisma_migrations`, or nothing. Several processes may call it at once; one works, the others wait up to a minute.
 * In: a pool or a URL; the folder, and the last migration to apply: all when left out. Out: the names applied by this call.
 * @throws MigrationError when the database is ahead of the folder, an applied file was edited, another tool left a failed
 * migration, the wait was too long, or a migration fails (`cause` is PostgreSQL's error).
 */
export async function migrate(
  database: pg.Pool | string,
  { dir, upTo }: { dir: string; upTo?: string | undefined },
): Promise<{ applied: string[] }> {
  const files = (await readMigrations(dir)).filter(({ name }) => upTo === undefined || name <= upTo)
  return withClient(database, async (client) => {
    await takeLock(client)
    await client.query(CREATE_TABLE)
    const status = compare(files, await appliedRows(client))
    refuseMismatch(status)
    const pending = files.filter((file) => status.pending.includes(file.name))
    for (const file of pending) await applyMigration(client, file)
    return { applied: pending.map((file) => file.name) }
  })
}

/** How a database stands to a folder, for `dateline db status`; changes nothing. In: a pool or a URL; the folder. */
export async function migrationStatus(database: pg.Pool | string, { dir }: { dir: string }): Promise<MigrationStatus> {
  const files = await readMigrations(dir)
  return withClient(database, async (client) => {
    const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') IS NOT NULL AS exists`)
    return compare(files, rows[0].exists ? await appliedRows(client) : [])
  })
}

/** A session of its own, closed at the end: that frees the lock and forgets the settings, whatever happened. */
async function withClient<T>(database: pg.Pool | string, work: (client: pg.ClientBase) => Promise<T>): Promise<T> {
  if (typeof database === 'string') {
    const client = new pg.Client({ connectionString: database, application_name: 'dateline migrate' })
    client.on('error', () => undefined)
    await client.connect()
    return work(client).finally(() => client.end())
  }
  const client = await database.connect()
  return work(client).finally(() => client.release(true))
}

async function takeLock(client: pg.ClientBase): Promise<void> {
  await client.query(`SET statement_timeout = 0; SET lock_timeout = ${LOCK_WAIT_MS}; SET client_min_messages = warning`)
  await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]).catch((cause: { code?: string }) => {
    if (cause.code !== '55P03') throw cause
    throw new MigrationError(
      'another process has been migrating this database for a minute; try again when it is done',
      {
        cause,
      },
    )
  })
}

async function appliedRows(client: pg.ClientBase): Promise<Row[]> {
  const { rows } = await client.query<Row>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at, migration_name',
  )
  return rows
}

function compare(files: MigrationFile[], rows: Row[]): MigrationStatus {
  const standing = rows.filter((row) => !row.rolled_back_at)
  const finished = standing.flatMap((row) => (row.finished_at ? [{ ...row, finished_at: row.finished_at }] : []))
  const applied = finished.map((row) => ({ name: row.migration_name, finishedAt: row.finished_at }))
  const byName = new Map(files.map((file) => [file.name, file]))
  const names = new Set(standing.map((row) => row.migration_name))
  return {
    applied,
    pending: files.filter((file) => !names.has(file.name)).map((file) => file.name),
    edited: finished
      .filter((row) => byName.get(row.migration_name)?.checksums.includes(row.checksum) === false)
      .map((row) => row.migration_name),
    unknown: applied.filter((row) => !byName.has(row.name)).map((row) => row.name),
    failed: standing.filter((row) => !row.finished_at).map((row) => row.migration_name),
  }
}

function refuseMismatch({ unknown, edited, failed }: MigrationStatus): void {
  if (failed[0]) {
    throw new MigrationError(
      `migration ${failed[0]} was begun by another tool and not finished; repair the database, then run ` +
        `"npx prisma migrate resolve --rolled-back ${failed[0]}" (or --applied)`,
    )
  }
  if (unknown[0]) {
    throw new MigrationError(
      `the database is ahead: it has migration ${unknown.join(', ')}, which this version of Dateline does not know; ` +
        'run the newer version, or restore a backup made before it',
    )
  }
  if (edited[0]) {
    throw new MigrationError(
      `prisma/migrations/${edited[0]}/migration.sql was edited after it was applied to this database; ` +
        'restore the file and put the change into a new migration',
    )
  }
}

async function applyMigration(client: pg.ClientBase, file: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN')
    const before = await transactionId(client)
    // Without parameters PostgreSQL takes the whole script at once and finds the ends of its statements itself.
    await client.query(file.sql)
    if ((await transactionId(client)) !== before) throw new Error('it has a COMMIT or ROLLBACK of its own; remove it')
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(file.sql), file.name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new MigrationError(`migration ${file.name} failed and left nothing behind: ${(cause as Error).message}`, {
      cause,
    })
  }
}

async function transactionId(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ id: string }>('SELECT pg_current_xact_id()::text AS id')
  return rows[0]?.id ?? ''
}

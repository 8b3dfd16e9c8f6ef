import type pg from 'pg'
import { copyingName } from './copying.ts'

/** What there is in a database: nothing, a newsroom in which nothing is, one with something in it, or the tables of others. */
export type Inside = 'nothing' | 'empty-newsroom' | 'newsroom' | 'foreign-tables'

/** Tables that a newsroom without anything has rows in, or that matter to nobody. */
const ofTheHouse = [
  ...['_prisma_migrations', 'journal_head', 'cache_lease', 'journal_cursor', 'house_secret', 'hub_ping'],
  ...['idempotency_record', 'login_attempt', 'search_word'],
]

/** What there is in this database. */
export async function insideOf(client: pg.Client): Promise<Inside> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
  )
  const names = rows.map(({ name }) => name)
  if (names.length === 0) return 'nothing'
  if (!names.includes('_prisma_migrations')) return 'foreign-tables'
  for (const name of names.filter((each) => !ofTheHouse.includes(each))) {
    const { rowCount } = await client.query(`SELECT 1 FROM public."${name.replaceAll('"', '""')}" LIMIT 1`)
    if (rowCount) return 'newsroom'
  }
  return 'empty-newsroom'
}

/** Whether other processes of Dateline are connected to this database: a service, or another command. */
export async function othersAtWork(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ count: string }>(
    `SELECT count(*) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'dateline'`,
  )
  return rows[0]?.count !== '0'
}

/** Whether two sessions are in one database: a lock that one holds is refused to the other. */
export async function isSameDatabase(one: pg.Client, other: pg.Client): Promise<boolean> {
  const key = [copyingName]
  await one.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', key)
  try {
    const { rows } = await other.query('SELECT pg_try_advisory_lock(hashtextextended($1, 0)) AS free', key)
    if (rows[0].free) await other.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', key)
    return !rows[0].free
  } finally {
    await one.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', key)
  }
}

/** Takes everything out of a database, so that migrations begin anew. */
export async function clearDatabase(client: pg.Client): Promise<void> {
  await client.query(
    'BEGIN; DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO PUBLIC; COMMIT',
  )
}

/** The migrations that a database has, in order, with the checksums of their texts. */
export async function appliedMigrations(client: pg.Client): Promise<{ name: string; checksum: string }[]> {
  const { rows } = await client.query(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  )
  return rows
}

/** What time it is by the server's clock, and its version. */
export async function serverFacts(client: pg.Client): Promise<{ madeAt: string; postgres: string }> {
  const { rows } = await client.query(`SELECT clock_timestamp() AS now, current_setting('server_version') AS version`)
  return { madeAt: rows[0].now.toISOString(), postgres: rows[0].version }
}

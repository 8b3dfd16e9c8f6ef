import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { openCopying, rowsIn, rowsOut, tablesToCopy } from '../../src/db/copying.ts'
import { migrate } from '../../src/db/migrate.ts'
import { postgresReader } from '../load/postgres-usage.ts'

/** What loading the very same rows took. */
interface Loaded {
  seconds: number
  /** Processor time of PostgreSQL in µs; null where that cannot be seen. */
  databaseUs: number | null
}

/**
 * The same rows, loaded by COPY into an empty database of the same server: nothing is read, checked, converted or looked up, so no import
 * can be as fast. All tables and indexes, one transaction.
 */
export async function loadRows(url: string): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-rows-'))
  const target = url.replace('/dateline?', '/reference?')
  try {
    await runSql(url, 'CREATE DATABASE reference')
    await migrate(target, { dir: 'prisma/migrations' })
    const tables = await writeTables(url, folder)
    const reader = await postgresReader(target)
    const [begun, before] = [performance.now(), await reader()]
    await readTables(target, tables, folder)
    const [seconds, after] = [(performance.now() - begun) / 1_000, await reader()]
    return { seconds, databaseUs: before === null || after === null ? null : after - before }
  } finally {
    rmSync(folder, { recursive: true, force: true })
    await runSql(url, 'DROP DATABASE IF EXISTS reference WITH (FORCE)')
  }
}

type Tables = Awaited<ReturnType<typeof tablesToCopy>>

async function writeTables(url: string, folder: string): Promise<Tables> {
  const client = await openCopying(url)
  try {
    const tables = await tablesToCopy(client)
    for (const table of tables) await pipeline(rowsOut(client, table), createWriteStream(join(folder, table.name)))
    return tables
  } finally {
    await client.end()
  }
}

async function readTables(url: string, tables: Tables, folder: string): Promise<void> {
  const client = await openCopying(url)
  try {
    await client.query('BEGIN')
    // What migrations have put there comes with the rows.
    for (const { name } of tables.toReversed()) await client.query(`DELETE FROM "${name}"`)
    for (const table of tables) await pipeline(createReadStream(join(folder, table.name)), rowsIn(client, table))
    await client.query('COMMIT')
  } finally {
    await client.end()
  }
}

async function runSql(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { Refusal } from '../core/errors.ts'
import { clearDatabase, type Inside, insideOf, othersAtWork } from '../db/copy-target.ts'
import {
  type CopiedRows,
  type CopiedTable,
  countRows,
  emptyTables,
  openCopying,
  rowsIn,
  rowsOut,
  setSequences,
  tablesToCopy,
} from '../db/copying.ts'
import { migrate } from '../db/migrate.ts'
import { readMigrations } from '../db/migration-files.ts'
import { migrationsDir } from '../house.ts'

/** What a database is to have: the schema of these migrations, these tables and sequences. */
export interface Content {
  migrations: { name: string; checksum: string }[]
  tables: (CopiedTable & Partial<CopiedRows>)[]
  sequences: Record<string, string>
}

export interface FillOptions {
  /** Where to, as it can be shown. */
  shown: string
  /** Whether what is there already may go. */
  replaces: boolean
  /** Done when the target was found fit, before anything in it changes. */
  prepare?: () => Promise<void>
  /** Lets the rows of a table flow into the database, and gives what they came to. */
  fill(table: CopiedTable, into: Writable): Promise<CopiedRows>
  /** Told of each table that was compared. */
  onChecked?: (rows: number) => void
}

/**
 * Makes a database have this content and nothing else: the schema as it was then, all rows in one transaction, compared with what came, row for
 * row; then the migrations since. A failure leaves an empty newsroom at most, so that it can be done again.
 * @throws conflict when there is something in it, or a service runs on it; MigrationError when the content is of a newer version
 */
export async function fillDatabase(url: string, content: Content, options: FillOptions): Promise<void> {
  await requireKnown(content.migrations)
  const client = await openCopying(url)
  try {
    const inside = await requireRoom(client, options)
    await options.prepare?.()
    if (inside !== 'nothing') await clearDatabase(client)
    await migrate(url, { dir: migrationsDir, upTo: content.migrations.at(-1)?.name })
    await client.query('BEGIN')
    const tables = await tablesToCopy(client)
    requireSameTables(tables, content.tables)
    await emptyTables(client, tables)
    // By what rows are sorted is asked of the database: no SQL is made of what a file says.
    for (const { name, order } of tables)
      await fillTable(client, { name, order, columns: columnsOf(content, name) }, options)
    await setSequences(client, content.sequences)
    await client.query('COMMIT')
    await client.query('ANALYZE')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  } finally {
    await client.end()
  }
  await migrate(url, { dir: migrationsDir })
}

/** The columns in the order in which their values come. */
function columnsOf({ tables }: Content, name: string): string[] {
  const table = tables.find((each) => each.name === name)
  if (!table) throw new Error(`no table ${name}`)
  return table.columns
}

/** @throws conflict for migrations that this version does not have, or has otherwise */
async function requireKnown(migrations: Content['migrations']): Promise<void> {
  const files = new Map((await readMigrations(migrationsDir)).map((file) => [file.name, file]))
  const strange = migrations.find(({ name, checksum }) => !files.get(name)?.checksums.includes(checksum))
  if (strange)
    throw new Refusal(
      'conflict',
      `it has migration ${strange.name}, which this version of Dateline does not have so; use the version that it was made with, or a newer one`,
    )
}

/** @throws conflict when it may not be filled */
async function requireRoom(client: pg.Client, { shown, replaces }: FillOptions): Promise<Inside> {
  const refused = (reason: string) => new Refusal('conflict', `${shown} ${reason}. Nothing was changed there`)
  if (await othersAtWork(client)) throw refused('is used by a running Dateline; stop it first')
  const inside = await insideOf(client)
  if (inside === 'foreign-tables') throw refused('has tables that are not of Dateline; name an empty database')
  if (inside === 'newsroom' && !replaces) throw refused('has a newsroom in it already; name an empty database')
  return inside
}

function requireSameTables(own: CopiedTable[], given: CopiedTable[]): void {
  const shapeOf = (tables: CopiedTable[]) =>
    JSON.stringify(tables.map(({ name, columns }) => [name, ...[...columns].sort()]).sort())
  if (shapeOf(own) !== shapeOf(given))
    throw new Refusal('conflict', 'its tables are not those that its migrations make; it was changed past Dateline')
}

/** Fills a table and reads it again. @throws conflict when it has not become what it was */
async function fillTable(client: pg.Client, table: CopiedTable, { fill, onChecked }: FillOptions): Promise<void> {
  const came = await fill(table, rowsIn(client, table))
  const counted = countRows()
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
  await pipeline(rowsOut(client, table), counted.through, nowhere)
  const stands = counted.sum()
  if (stands.rows !== came.rows || stands.sha256 !== came.sha256)
    throw new Refusal(
      'conflict',
      `table ${table.name} has not become what it was: ${stands.rows} rows of ${came.rows}, or others. Nothing was kept`,
    )
  onChecked?.(stands.rows)
}

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** One `<timestamp>_<name>/migration.sql`; `checksums` are those under which it may stand in a database. */
export type MigrationFile = { name: string; sql: string; checksums: string[] }

/** The migrations of a folder, in the order of their names. Other files (migration_lock.toml) are passed over. */
export async function readMigrations(dir: string): Promise<MigrationFile[]> {
  const entries = await readdir(dir, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(names.sort().map((name) => readMigration(dir, name)))
}

async function readMigration(dir: string, name: string): Promise<MigrationFile> {
  const sql = await readFile(join(dir, name, 'migration.sql'), 'utf8')
  // A checkout on Windows may have changed the line ends; that is no edit.
  const unix = sql.replaceAll('\r\n', '\n')
  return { name, sql, checksums: [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksumOf) }
}

/** Prisma's checksum of a migration: SHA-256 of its text, in hex. */
export function checksumOf(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}

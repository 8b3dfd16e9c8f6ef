import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * A database of its own for a test file: a clone of the migrated template. Close your connections, then `drop` it in
 * afterAll; one that is not dropped goes with the run's server. `empty`: without any table.
 */
export async function testDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const template = inject('templateUrl')
  const name = `test_${randomBytes(6).toString('hex')}`
  const from = kind === 'migrated' ? 'dateline' : 'template0'
  await runSql(template, `CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY file_copy`)
  return {
    url: databaseNamed(template, name),
    drop: () => runSql(template, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

async function runSql(template: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseNamed(template, 'postgres') })
  await client.connect()
  await client.query(sql).finally(() => client.end())
}

/** The URL of another database on the server of the template. */
function databaseNamed(template: string, name: string): string {
  return template.replace(/\/dateline(?=\?|$)/, `/${name}`)
}

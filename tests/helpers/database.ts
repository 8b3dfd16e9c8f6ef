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

/** Where databases are made and dropped, kept for all files of a worker and gone with it: to connect took as long as to make a database. */
let clerk: Promise<pg.Client> | undefined

async function runSql(template: string, sql: string): Promise<void> {
  clerk ??= connectClerk(template)
  const client = await clerk
  await client.query(sql)
}

async function connectClerk(template: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseNamed(template, 'postgres') })
  const forget = () => {
    clerk = undefined
  }
  client.on('error', forget)
  client.on('end', forget)
  await client.connect().catch((error: unknown) => {
    forget()
    throw error
  })
  return client
}

/** The URL of another database on the server of the template. */
function databaseNamed(template: string, name: string): string {
  return template.replace(/\/dateline(?=\?|$)/, `/${name}`)
}

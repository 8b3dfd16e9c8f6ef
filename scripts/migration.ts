// Writes the next migration: npm run migration -- NAME. Applies nothing.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { MIGRATIONS, schemaDiff } from './schema-diff.ts'

const LOCK_FILE = '# Which database these migrations are for; `prisma migrate` reads it.\nprovider = "postgresql"\n'

async function writeMigration(name: string): Promise<void> {
  await mkdir(MIGRATIONS, { recursive: true })
  const sql = await schemaDiff('script')
  if (sql === undefined) return console.log('The schema and the migrations agree; there is nothing to write.')
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
  const folder = join(MIGRATIONS, `${stamp}_${name}`)
  await mkdir(folder)
  await writeFile(join(folder, 'migration.sql'), sql)
  await writeFile(join(MIGRATIONS, 'migration_lock.toml'), LOCK_FILE)
  console.log(
    `Wrote ${join(folder, 'migration.sql')}; read it, add what Prisma cannot say, and start Dateline to apply it.`,
  )
}

const name = process.argv[2]?.toLowerCase().replace(/[^a-z0-9]+/g, '_')
if (name) await writeMigration(name)
else {
  console.error('A migration needs a name: npm run migration -- add_kicker')
  process.exitCode = 1
}

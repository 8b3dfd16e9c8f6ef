import { Command } from 'commander'
import pc from 'picocolors'
import { readConfig } from '../config.ts'
import { migrate, migrationStatus } from '../db/migrate.ts'
import { findDatabase, migrationsDir } from '../house.ts'
import { log } from './log.ts'
import { moveToServer } from './move.ts'

/** `dateline db …`: the database itself. */
export function databaseCommand(): Command {
  const command = new Command('db').description('look after the database')
  command.command('url').description('print its URL, for psql').action(printUrl)
  command.command('stop').description('end an embedded server that nobody uses').action(stopServer)
  command.command('migrate').description('bring it up to date').action(runMigrations)
  command
    .command('status')
    .description('say which migrations it has; exit code 1 when it is behind')
    .action(printStatus)
  command
    .command('move')
    .description('copy everything into another, empty database, compare every row, and say what to set next')
    .requiredOption('--to <url>', "where to, such as 'postgresql://dateline@db.example.org/dateline'")
    .option('--live', 'also while a service runs on this one: what it writes from now on stays behind')
    .action(moveToServer)
  return command
}

/** Prints the URL, and leaves an embedded server running that this command had to start: psql comes after it. */
async function printUrl(): Promise<void> {
  const { url, adopted, stop } = await findDatabase(readConfig(), log)
  console.log(url)
  if (adopted) await stop()
  else console.error("The embedded server keeps running; 'dateline db stop' ends it.")
}

async function stopServer(): Promise<void> {
  const { stop } = await findDatabase(readConfig(), log)
  await stop()
}

async function runMigrations(): Promise<void> {
  await withDatabase(async (url) => {
    const { applied } = await migrate(url, { dir: migrationsDir })
    console.log(applied.length > 0 ? applied.map((name) => `applied ${name}`).join('\n') : 'up to date')
  })
}

async function printStatus(): Promise<void> {
  await withDatabase(async (url, location) => {
    const { applied, pending, edited, unknown, failed } = await migrationStatus(url, { dir: migrationsDir })
    console.log(location)
    for (const { name, finishedAt } of applied)
      console.log(`  ${pc.green('applied')} ${name}, ${finishedAt.toISOString()}`)
    for (const [word, names] of Object.entries({ pending, edited, unknown, failed }))
      for (const name of names) console.log(`  ${pc.yellow(word)} ${name}`)
    if (pending.length + edited.length + unknown.length + failed.length > 0) process.exitCode = 1
  })
}

async function withDatabase(work: (url: string, location: string) => Promise<void>): Promise<void> {
  const { url, location, stop } = await findDatabase(readConfig(), log)
  await work(url, location).finally(stop)
}

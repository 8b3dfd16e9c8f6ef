import { Command } from 'commander'
import pc from 'picocolors'
import { createKey, type KeyRecord, listKeys, revokeKey } from '../accounts/keys.ts'
import { readConfig } from '../config.ts'
import { roles } from '../core/caller.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import { openHouse } from '../house.ts'

const log = { info: () => {}, warn: (message: string) => console.error(`${pc.yellow('warning:')} ${message}`) }

/** `dateline keys …`: bearer keys for the editorial side. */
export function keysCommand(): Command {
  const command = new Command('keys').description('look after the keys of the editorial side')
  command
    .command('create')
    .description('make a key and print it once')
    .requiredOption('--name <name>', 'whose key it is; stands in revisions and events')
    .option('--role <role>', `${roles.join(', ')}; each may do what the one before may`, 'editor')
    .action(printNewKey)
  command.command('list').description('list all keys, without the keys themselves').action(printKeys)
  command.command('revoke <id>').description('end a key, named by its id or its first characters').action(endKey)
  return command
}

async function printNewKey({ name, role }: { name: string; role: string }): Promise<void> {
  await withKeys(async (db) => {
    const { key, record } = await createKey(db, name, role)
    console.log(key)
    console.error(`A key with the role '${record.role}' for '${record.name}'. It is not shown again.`)
  })
}

async function printKeys(): Promise<void> {
  await withKeys(async (db) => {
    for (const key of await listKeys(db)) console.log(lineOf(key))
  })
}

async function endKey(idOrPrefix: string): Promise<void> {
  await withKeys(async (db) => console.log(lineOf(await revokeKey(db, idOrPrefix, new Date()))))
}

function lineOf({ id, prefix, role, name, createdAt, revokedAt }: KeyRecord): string {
  const state = revokedAt ? pc.red(`revoked ${revokedAt.toISOString()}`) : pc.green('valid')
  return [id, `${prefix}…`, (role ?? '').padEnd(11), createdAt.toISOString(), state, name].join('  ')
}

async function withKeys(work: (db: PrismaClient) => Promise<void>): Promise<void> {
  const house = await openHouse(readConfig(), log)
  await work(house.db).finally(house.close)
}

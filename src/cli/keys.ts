import { Command } from 'commander'
import pc from 'picocolors'
import type { ApiKey, NewApiKey } from '../accounts/key.ts'
import { createApiKey, listApiKeys, revokeApiKey, rotateApiKey } from '../accounts/keys.ts'
import { roles } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal, shorten } from '../core/errors.ts'
import { uuidPattern } from '../core/page.ts'
import { inHouse } from './in-house.ts'
import { userIdByEmail } from './users.ts'

interface NewKeyOptions {
  name: string
  role?: string
  scopes?: string
  owner?: string
  expires?: string
}

/** `dateline keys …`: bearer keys for the editorial side. */
export function keysCommand(): Command {
  const command = new Command('keys').description('look after the keys of the editorial side')
  command
    .command('create')
    .description('make a key and print it once')
    .requiredOption('--name <name>', 'whose key it is; stands in revisions and events')
    .option('--role <role>', `${roles.join(', ')}; each may do what the one before may; editor without --scopes`)
    .option('--scopes <scopes>', "in place of a role, joined by commas, such as 'article:publish,preview'")
    .option('--owner <email>', 'the user who bounds what it may; the house when left out')
    .option('--expires <date>', "when it ends, such as '2027-01-08' or '2027-01-08T09:30:00Z'")
    .action(printNewKey)
  command.command('list').description('list all keys, without the keys themselves').action(printKeys)
  command
    .command('rotate <id>')
    .description('make a new key in the place of one, named by its id or its first characters')
    .option('--overlap <seconds>', 'how long the old one still works', '3600')
    .action(printRotatedKey)
  command.command('revoke <id>').description('end a key, named by its id or its first characters').action(endKey)
  return command
}

async function printNewKey({ name, role, scopes, owner, expires }: NewKeyOptions): Promise<void> {
  await inHouse(async (ctx) => {
    const powers = scopes ? { scopes: scopes.split(',').map((each) => each.trim()), role } : { role: role ?? 'editor' }
    const ownerId = owner ? await userIdByEmail(ctx, owner) : null
    const expiresAt = expires && /^\d{4}-\d\d-\d\d$/.test(expires) ? `${expires}T00:00:00Z` : expires
    printOnce(await createApiKey(ctx, definedOf({ name, ...powers, ownerId, expiresAt })))
  })
}

async function printRotatedKey(idOrPrefix: string, { overlap }: { overlap: string }): Promise<void> {
  await inHouse(async (ctx) =>
    printOnce(await rotateApiKey(ctx, await keyIdOf(ctx, idOrPrefix), { overlapSeconds: Number(overlap) })),
  )
}

function printOnce({ key, record }: NewApiKey): void {
  console.log(key)
  console.error(`A key with ${powersOf(record)} for '${record.name}'. It is not shown again.`)
}

async function printKeys(): Promise<void> {
  await inHouse(async (ctx) => {
    for (let after: string | null = null; ; ) {
      const { items, next } = await listApiKeys(ctx, { first: 100, after })
      for (const key of items) console.log(lineOf(key, ctx.now))
      if (!next) return
      after = next
    }
  })
}

async function endKey(idOrPrefix: string): Promise<void> {
  await inHouse(async (ctx) => console.log(lineOf(await revokeApiKey(ctx, await keyIdOf(ctx, idOrPrefix)), ctx.now)))
}

/** @throws not_found, conflict when several keys begin like this */
async function keyIdOf({ db }: Ctx, idOrPrefix: string): Promise<string> {
  if (uuidPattern.test(idOrPrefix)) return idOrPrefix
  // As 'keys list' shows it.
  const beginning = idOrPrefix.replace(/…$/, '')
  const where = { prefix: { startsWith: beginning } }
  const [row, ...others] = await db.apiKey.findMany({ where, select: { id: true }, take: 2 })
  if (!row) throw new Refusal('not_found', `there is no key '${shorten(idOrPrefix)}'; see 'dateline keys list'`)
  if (others.length > 0) throw new Refusal('conflict', `several keys begin with '${idOrPrefix}'; name one by its id`)
  return row.id
}

function powersOf({ role, scopes }: ApiKey): string {
  return role ? `the role '${role}'` : `the scopes ${scopes.join(', ')}`
}

function lineOf(key: ApiKey, now: Date): string {
  const { id, prefix, role, scopes, name, createdAt, revokedAt, expiresAt } = key
  const end = expiresAt ? `${expiresAt <= now ? 'expired' : 'until'} ${expiresAt.toISOString()}` : 'valid'
  const isOver = expiresAt !== null && expiresAt <= now
  const state = revokedAt ? pc.red(`revoked ${revokedAt.toISOString()}`) : isOver ? pc.red(end) : pc.green(end)
  return [id, `${prefix}…`, (role ?? scopes.join(',')).padEnd(11), createdAt.toISOString(), state, name].join('  ')
}

/** What was not given is left out, for `undefined` is no value of an input. */
function definedOf(input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

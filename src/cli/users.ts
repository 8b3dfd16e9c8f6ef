import { randomBytes } from 'node:crypto'
import { text } from 'node:stream/consumers'
import { Command } from 'commander'
import pc from 'picocolors'
import type { User } from '../accounts/user.ts'
import { reinstateUser, suspendUser, updateUser } from '../accounts/user-changes.ts'
import { createUser, listUsers } from '../accounts/users.ts'
import { roles } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal, shorten } from '../core/errors.ts'
import { inHouse } from './in-house.ts'

const passwordOption = [
  '--password-stdin',
  'read the password from standard input; without it one is made and printed',
] as const

/** `dateline users …`: the staff, and the first admin. */
export function usersCommand(): Command {
  const command = new Command('users').description('look after the users of the editorial side')
  command
    .command('create')
    .description('make a user')
    .requiredOption('--email <email>', 'what they sign in with')
    .requiredOption('--name <name>', 'stands in revisions and in the journal')
    .requiredOption('--role <role>', roles.join(', '))
    .option(...passwordOption)
    .action(printNewUser)
  command.command('list').description('list all users').action(printUsers)
  command
    .command('set-role <email> <role>')
    .description('give another role')
    .action((email: string, role: string) => change(email, (ctx, id) => updateUser(ctx, id, { role })))
  command
    .command('suspend <email>')
    .description('let somebody in no more: ends their sessions, stops their keys')
    .action((email: string) => change(email, suspendUser))
  command
    .command('reinstate <email>')
    .description('let somebody in again')
    .action((email: string) => change(email, reinstateUser))
  command
    .command('set-password <email>')
    .description('give a new password, which ends all sessions')
    .option(...passwordOption)
    .action(setPassword)
  return command
}

/** The id of the user with this e-mail address. @throws not_found */
export async function userIdByEmail({ db }: Ctx, email: string): Promise<string> {
  const row = await db.user.findUnique({ where: { email: email.toLowerCase() }, select: { id: true } })
  if (!row) throw new Refusal('not_found', `there is no user '${shorten(email)}'; see 'dateline users list'`)
  return row.id
}

interface PasswordOption {
  passwordStdin?: boolean
}

async function printNewUser(given: PasswordOption & { email: string; name: string; role: string }): Promise<void> {
  const { email, name, role, passwordStdin } = given
  const password = await passwordFrom(passwordStdin)
  await inHouse(async (ctx) => console.log(lineOf(await createUser(ctx, { email, name, role, password }))))
  printPassword(password, passwordStdin)
}

async function setPassword(email: string, { passwordStdin }: PasswordOption): Promise<void> {
  const password = await passwordFrom(passwordStdin)
  await change(email, (ctx, id) => updateUser(ctx, id, { password }))
  printPassword(password, passwordStdin)
}

/** One line of standard input, or a new password of 120 random bits. */
async function passwordFrom(isGiven = false): Promise<string> {
  return isGiven ? (await text(process.stdin)).replace(/\r?\n$/, '') : randomBytes(15).toString('base64url')
}

function printPassword(password: string, isGiven = false): void {
  if (!isGiven) console.log(`password: ${password}\n${pc.dim('It is not shown again.')}`)
}

async function change(email: string, verb: (ctx: Ctx, id: string) => Promise<User>): Promise<void> {
  await inHouse(async (ctx) => console.log(lineOf(await verb(ctx, await userIdByEmail(ctx, email)))))
}

async function printUsers(): Promise<void> {
  await inHouse(async (ctx) => {
    for (let after: string | null = null; ; ) {
      const { items, next } = await listUsers(ctx, { first: 100, after })
      for (const user of items) console.log(lineOf(user))
      if (!next) return
      after = next
    }
  })
}

function lineOf({ id, role, status, email, name }: User): string {
  const state = status === 'ACTIVE' ? pc.green('active') : pc.red('suspended')
  return [id, role.padEnd(11), state, email, name].join('  ')
}

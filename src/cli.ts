#!/usr/bin/env node
import { Command } from 'commander'
import pc from 'picocolors'
import { auditCommand } from './cli/audit.ts'
import { backupCommand } from './cli/backup.ts'
import { databaseCommand } from './cli/database.ts'
import { exportCommand } from './cli/export.ts'
import { importCommand } from './cli/import.ts'
import { keysCommand } from './cli/keys.ts'
import { mediaCommand } from './cli/media.ts'
import { relatedCommand } from './cli/related.ts'
import { restoreCommand } from './cli/restore.ts'
import { usersCommand } from './cli/users.ts'
import { ConfigError, describeSettings } from './config.ts'
import { Refusal } from './core/errors.ts'
import { version } from './house.ts'

/** Errors that are answers: their message is all that a person needs. */
const expected = ['ConfigError', 'DatabaseStartError', 'MigrationError', 'ServerStartError', 'Refusal']

const settings = describeSettings()
  .map(({ name, fallback, doc }) => `  ${name.padEnd(16)} ${doc}${fallback ? ` Default: ${fallback}.` : ''}`)
  .join('\n')

const program = new Command('dateline')
  .description('A headless CMS for newsrooms.')
  .version(version)
  .addHelpText(
    'after',
    `\nSettings (environment, all optional):\n${settings}\n\nExit codes: 0 done, 1 failed, 2 the command or a setting is wrong.`,
  )
  .exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2))

/** Loaded by the commands that run the service: every other starts in half the time without its faces. */
const serve = () => import('./cli/serve.ts')

program
  .command('start')
  .description('run the service')
  .action(async () => (await serve()).runServer())
program
  .command('demo')
  .description('run the service with the demo newsroom in it')
  .option('--check', 'read the printed URLs once, then stop; exit code 1 if one fails')
  .action(async (options) => (await serve()).runDemo(options))
program.addCommand(databaseCommand())
program.addCommand(exportCommand())
program.addCommand(backupCommand())
program.addCommand(restoreCommand())
program.addCommand(usersCommand())
program.addCommand(keysCommand())
program.addCommand(auditCommand())
program.addCommand(mediaCommand())
program.addCommand(relatedCommand())
program.addCommand(importCommand())

try {
  await program.parseAsync()
} catch (error) {
  if (!(error instanceof Error)) throw error
  console.error(expected.includes(error.name) ? `${pc.red('dateline:')} ${error.message}` : error)
  process.exitCode =
    error instanceof ConfigError || (error instanceof Refusal && error.code === 'invalid_input') ? 2 : 1
}

import { Command } from 'commander'
import { runOnce } from '../db/transaction.ts'
import { restoreNewsroom } from '../exports/restore.ts'
import { inHouse } from './in-house.ts'
import { linesOfFile } from './line-file.ts'
import { startProgress } from './progress.ts'

/** `dateline restore`: what an export holds, all of it or nothing. */
export function restoreCommand(): Command {
  return new Command('restore')
    .description('read an export back into an empty newsroom, all of it or nothing')
    .argument('<file>', "what 'dateline export' wrote; '-' for standard input")
    .action(restoreFile)
}

/** Reads an export back and says what came of it. */
export async function restoreFile(file: string): Promise<void> {
  await inHouse(async (ctx) => {
    const progress = startProgress('lines', null)
    const { made, unchanged, hash } = await restoreNewsroom(ctx, linesOfFile(file), progress.add).finally(progress.stop)
    for (const [type, count] of Object.entries(made)) if (count > 0) console.log(`made ${count} ${type}`)
    if (unchanged > 0) console.log(`${unchanged} things were there already`)
    console.log(hash)
  }, runOnce)
}

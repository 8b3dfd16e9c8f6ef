import { Command } from 'commander'
import pc from 'picocolors'
import { Refusal } from '../core/errors.ts'
import { collectFiles } from '../media/collect-files.ts'
import { inHouse } from './in-house.ts'

interface GcOptions {
  dryRun?: boolean
  olderThan: string
  unused?: boolean
}

/** `dateline media …`: the files of media. */
export function mediaCommand(): Command {
  const command = new Command('media').description('look after the files of media')
  command
    .command('gc')
    .description('remove files that no asset has, and renditions of what is gone; safe beside a running service')
    .option('--dry-run', 'only list them')
    .option('--older-than <hours>', 'leave what is younger; an upload has no asset yet', '24')
    .option('--unused', 'remove assets that nothing uses too')
    .action(collect)
  return command
}

async function collect({ dryRun = false, olderThan, unused = false }: GcOptions): Promise<void> {
  const olderThanHours = hoursOf(olderThan)
  const sums = { count: 0, bytes: 0 }
  await inHouse((ctx) =>
    collectFiles(ctx, { isDry: dryRun, olderThanHours, withUnused: unused }, ({ what, name, bytes }) => {
      sums.count += 1
      sums.bytes += bytes ?? 0
      console.log(`${dryRun ? 'would remove' : 'removed'}  ${what}  ${name}${bytes === null ? '' : `  ${bytes} bytes`}`)
    }),
  )
  const megabytes = (sums.bytes / 1_000_000).toFixed(1)
  console.log(`${pc.bold(String(sums.count))} things, ${megabytes} MB ${dryRun ? 'would be' : 'were'} removed`)
}

/** @throws invalid_input */
function hoursOf(text: string): number {
  const hours = Number(text)
  if (/^\d{1,5}$/.test(text) && hours >= 1) return hours
  throw new Refusal('invalid_input', `--older-than: must be a whole number of hours, 1 at least, not '${text}'`)
}

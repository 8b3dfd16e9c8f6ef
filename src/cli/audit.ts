import { Command } from 'commander'
import pc from 'picocolors'
import { type Anchor, verifyJournal } from '../audit/verify.ts'
import { readConfig } from '../config.ts'
import { Refusal } from '../core/errors.ts'
import { openHouse } from '../house.ts'
import { log } from './log.ts'

/** `dateline audit …`: the journal of all that was done. */
export function auditCommand(): Command {
  const command = new Command('audit').description('look after the journal of all that was done')
  command
    .command('verify')
    .description('check that no entry was changed, removed or put in; exit code 1 names the first that was')
    .option('--anchor <number:hash>', 'what an earlier run printed as its last entry; it must still be the same')
    .action(printVerdict)
  return command
}

async function printVerdict({ anchor }: { anchor?: string }): Promise<void> {
  const known = anchor === undefined ? null : readAnchor(anchor)
  const house = await openHouse(readConfig(), log)
  const { entries, last, fault } = await verifyJournal(house.db, known).finally(house.close)
  console.log(`${entries} entries are as they were written; the last is ${last.number}:${last.hash || 'none'}`)
  if (!fault) return
  console.error(`${pc.red('broken:')} ${fault}`)
  process.exitCode = 1
}

/** @throws invalid_input */
function readAnchor(text: string): Anchor {
  const [, number, hash] = /^(\d{1,18}):([0-9a-fA-F]{64})$/.exec(text) ?? []
  if (!number || !hash)
    throw new Refusal('invalid_input', "--anchor: must be a number, a colon and 64 hex digits, as 'verify' prints them")
  return { number: BigInt(number), hash }
}

import { Command } from 'commander'
import pc from 'picocolors'
import { type ArticleStatus, statuses } from '../articles/article-draft.ts'
import { instantFault } from '../articles/content.ts'
import { invalidInput } from '../core/errors.ts'
import { type ExportSum, exportNewsroom } from '../exports/editorial.ts'
import type { StoryFilter } from '../exports/story-filter.ts'
import { inHouse } from './in-house.ts'
import { openSink } from './line-file.ts'
import { startProgress } from './progress.ts'

interface ExportFlags {
  tag?: string
  section?: string
  since?: string
  status?: string
  journal?: true
  hash?: true
}

/** `dateline export`: everything as lines of JSON, or some stories with what they refer to. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write everything as lines of JSON, of one instant; the service may go on')
    .argument('[file]', "where to; '-' for standard output", '-')
    .option('--tag <tag>', 'only stories with this tag, by its id or slug, and what they refer to')
    .option('--section <section>', 'only stories of this section, by its id or slug')
    .option('--since <date>', "only stories changed since then, such as '2026-01-08' or '2026-01-08T09:30:00Z'")
    .option('--status <states>', 'only stories in one of these states, joined by commas, such as LIVE,WITHDRAWN')
    .option('--journal', 'with the journal of all that was done')
    .option('--hash', 'print only the logical hash, and how much there is of each type')
    .action(writeExport)
}

async function writeExport(file: string, flags: ExportFlags): Promise<void> {
  const filter = filterOf(flags)
  const options = { filter, hasJournal: flags.journal === true && filter === null }
  await inHouse(async ({ db }) => {
    if (flags.hash) return printHash(await exportNewsroom(db, options, () => undefined))
    const sink = await openSink(file)
    const progress = startProgress('lines', null)
    try {
      const sum = await exportNewsroom(db, options, async (line) => {
        progress.add()
        await sink.write(`${line}\n`)
      })
      await sink.end()
      progress.stop()
      console.error(`${thingsIn(sum)} ${file === '-' ? 'written' : `in ${file}`}; ${sum.hash}`)
    } catch (error) {
      progress.stop()
      await sink.abandon()
      throw error
    }
  })
}

function printHash({ things, hash }: ExportSum): void {
  console.log(hash)
  for (const [type, count] of Object.entries(things)) console.log(`  ${pc.bold(String(count).padStart(8))} ${type}`)
}

function thingsIn({ things }: ExportSum): string {
  return `${Object.values(things).reduce((sum, count) => sum + count, 0)} lines`
}

/** Null when no filter was given. @throws invalid_input */
function filterOf({ tag, section, since, status }: ExportFlags): StoryFilter | null {
  const at = since && /^\d{4}-\d\d-\d\d$/.test(since) ? `${since}T00:00:00Z` : since
  const faults = instantFault('--since', at)
  if (faults.length > 0) throw invalidInput(faults)
  if (!tag && !section && !at && !status) return null
  return {
    ...(tag && { tag }),
    ...(section && { section }),
    ...(at && { since: new Date(at).toISOString() }),
    ...(status && { status: statesIn(status) }),
  }
}

/** @throws invalid_input */
function statesIn(text: string): ArticleStatus[] {
  const given = text.split(',').map((word) => word.trim().toUpperCase())
  const states = statuses.filter((status) => given.includes(status))
  if (states.length < new Set(given).size)
    throw invalidInput([
      { path: '--status', message: `must be one or more of ${statuses.join(', ')}, joined by commas` },
    ])
  return states
}

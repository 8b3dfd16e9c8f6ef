import { Command, Option } from 'commander'
import pc from 'picocolors'
import { type ArticleStatus, statuses } from '../articles/article-draft.ts'
import { instantFault } from '../articles/content.ts'
import type { KeptFile } from '../backups/kept-file.ts'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput } from '../core/errors.ts'
import { databaseClock } from '../db/clock.ts'
import type { PrismaClient } from '../db/generated/client.ts'
import { type ExportSum, exportNewsroom } from '../exports/editorial.ts'
import { exportForeign, type ForeignFormat } from '../exports/foreign.ts'
import { inSnapshot } from '../exports/snapshot.ts'
import type { StoryFilter } from '../exports/story-filter.ts'
import { makeCtx } from '../make-ctx.ts'
import { startCopying } from './export-files.ts'
import { inHouse } from './in-house.ts'
import { openSink } from './line-file.ts'
import { startProgress } from './progress.ts'

interface ExportFlags {
  as: 'ndjson' | ForeignFormat
  tag?: string
  section?: string
  since?: string
  status?: string
  journal?: true
  hash?: true
  media?: string
}

/** `dateline export`: everything as lines of JSON, or some stories with what they refer to. */
export function exportCommand(): Command {
  return new Command('export')
    .description('write everything as lines of JSON, of one instant; the service may go on')
    .argument('[file]', "where to; '-' for standard output", '-')
    .addOption(
      new Option(
        '--as <format>',
        'ndjson: everything, to be read back; ninjs: live stories, an item a line; wxr: stories for WordPress',
      )
        .choices(['ndjson', 'ninjs', 'wxr'])
        .default('ndjson'),
    )
    .option('--tag <tag>', 'only stories with this tag, by its id or slug, and what they refer to')
    .option('--section <section>', 'only stories of this section, by its id or slug')
    .option('--since <date>', "only stories changed since then, such as '2026-01-08' or '2026-01-08T09:30:00Z'")
    .option('--status <states>', 'only stories in one of these states, joined by commas, such as LIVE,WITHDRAWN')
    .option('--media <folder>', 'copy the files of media into this folder, for dateline restore --media')
    .option('--journal', 'with the journal of all that was done')
    .option('--hash', 'print only the logical hash, and how much there is of each type')
    .action(writeExport)
}

async function writeExport(file: string, flags: ExportFlags): Promise<void> {
  const filter = filterOf(flags)
  if (flags.as !== 'ndjson' && (flags.journal || flags.hash || flags.media))
    throw invalidInput([
      {
        path: '--as',
        message: `${flags.as} has no journal, no hash and no files; leave --journal, --hash and --media out`,
      },
    ])
  if (flags.hash && flags.media)
    throw invalidInput([{ path: '--media', message: 'copies files, and --hash writes nothing; leave one of them out' }])
  if (filter && flags.journal)
    throw invalidInput([{ path: '--journal', message: 'is whole or not there; leave the filters out' }])
  await inHouse(async (ctx) => {
    const options = { filter, hasJournal: flags.journal === true }
    if (flags.hash) return printHash(await exportNewsroom(ctx.db, options, () => undefined))
    const { as: format } = flags
    await written(file, format === 'wxr' ? 'stories' : 'lines', async (write) => {
      if (format !== 'ndjson') return `${await foreign(ctx, format, filter, write)} stories`
      const copying = flags.media ? await startCopying(flags.media, ctx.files.store) : null
      try {
        const sum = await exportNewsroom(ctx.db, options, async (line) => {
          await copying?.note(line)
          await write(`${line}\n`)
        })
        const copied = copying ? await copyAll(copying.copy()) : ''
        return `${linesIn(sum)} lines, ${sum.hash},${copied}`
      } finally {
        await copying?.end()
      }
    })
  })
}

/** How many files were copied, in words. Those that are lost are told. */
async function copyAll(files: AsyncIterable<KeptFile>): Promise<string> {
  const counts = { copied: 0, lost: 0 }
  for await (const { key, lost } of files) {
    counts[lost ? 'lost' : 'copied'] += 1
    if (lost) console.error(`${key} is ${lost} in the store: its file is not copied`)
  }
  if (counts.lost > 0) process.exitCode = 1
  return ` and ${counts.copied} files of media`
}

type Write = (text: string) => Promise<void>

/** Opens the file, lets it be written and gives it its name; leaves nothing of one that failed. */
async function written(file: string, unit: string, work: (write: Write) => Promise<string>): Promise<void> {
  const sink = await openSink(file)
  const progress = startProgress(unit, null)
  try {
    const told = await work(async (text) => {
      progress.add()
      await sink.write(text)
    })
    await sink.end()
    progress.stop()
    console.error(`${told} written${file === '-' ? '' : ` to ${file}`}`)
  } catch (error) {
    progress.stop()
    await sink.abandon()
    throw error
  }
}

/** Stories as others write them, all of one instant. */
function foreign(ctx: Ctx, format: ForeignFormat, filter: StoryFilter | null, write: Write): Promise<number> {
  return inSnapshot(ctx.db, (tx) => {
    // What reads asks the transaction as it would ask the client: it begins none of its own.
    const within = makeCtx(tx as PrismaClient, ctx.site, databaseClock, ctx.caller)
    return exportForeign(within, format, filter ?? {}, write)
  })
}

function printHash({ things, hash }: ExportSum): void {
  console.log(hash)
  for (const [type, count] of Object.entries(things)) console.log(`  ${pc.bold(String(count).padStart(8))} ${type}`)
}

function linesIn({ things }: ExportSum): number {
  return Object.values(things).reduce((sum, count) => sum + count, 0)
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

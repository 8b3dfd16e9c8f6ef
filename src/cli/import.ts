import { setTimeout as wait } from 'node:timers/promises'
import { Command, Option } from 'commander'
import pc from 'picocolors'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { claimImport } from '../imports/claims.ts'
import { addImport, importById, listOutcomes } from '../imports/editorial.ts'
import { executeImport, type Input } from '../imports/execute.ts'
import { type Import, UploadOptions } from '../imports/import.ts'
import { isOwnFormat, ownFormat, refuseWishes } from '../imports/own-export.ts'
import { leaseMs } from '../imports/run.ts'
import { keepHeapSmall } from './heap.ts'
import { baseOf, isOwnFile, sourceOf } from './import-input.ts'
import { showProgress } from './import-progress.ts'
import { inHouse } from './in-house.ts'

/** By how much the heap of an import may grow before it is collected: a file of any size comes in with less than 300 MB. */
const heapGrowthPercent = 40

interface Options {
  as?: string
  source?: string
  publish?: boolean
  dryRun?: boolean
  locale?: string
  section?: string
  tag?: string[]
  base?: string
  media?: string
}

/** `dateline import …`: brings an archive in. */
export function importCommand(): Command {
  return new Command('import')
    .description('import the stories of a file; run it again to go on where it was stopped')
    .argument('<file>', "a file, an address (https://…), or '-' for what comes in by the standard input")
    .option('--as <format>', 'how the file is written; told by its content when left out')
    .option('--source <name>', 'whose stories these are; the name of the file when left out')
    .option(
      '--publish',
      'let stories go live that are live at their source, with their dates; they are drafts otherwise',
    )
    .option('--dry-run', 'write nothing but the report')
    .option('--locale <tag>', 'language of stories that do not say theirs')
    .option('--section <slug>', 'section of stories that have none')
    .option('--tag <slugs...>', 'tags that every story gets')
    .addOption(
      new Option('--media <way>', 'fetch pictures and keep them here, or link them where they are').choices([
        'link',
        'fetch',
      ]),
    )
    .option('--base <url>', 'address of the old site, by which relative links and pictures are read')
    .action(importFile)
}

async function importFile(file: string, given: Options): Promise<void> {
  const as = given.as ?? ((await isOwnFile(file)) ? ownFormat : undefined)
  if (isOwnFormat(as)) refuseFlags(given)
  keepHeapSmall(heapGrowthPercent)
  await inHouse(async (ctx) => {
    const options = await optionsOf(ctx, { ...given, ...(as && { as }) })
    const input = await sourceOf(ctx, file, options.baseUrl ?? null)
    try {
      const of = { ...input, source: options.source ?? input.source.slice(0, 100) }
      const { id, done } = (await unfinished(ctx, options, of)) ?? (await begin(ctx, options, of))
      if (done > 0) console.error(`Going on behind the ${done} things that are done.`)
      await execute(ctx, id, input.open)
      await report(ctx, id)
    } finally {
      await input.close()
    }
  })
}

/** @throws invalid_input for what is no wish for an export of Dateline */
function refuseFlags({ publish, media, locale, section, tag, base }: Options): void {
  const wishes = { publish, media, locale, section, tag, base }
  refuseWishes(Object.fromEntries(Object.entries(wishes).map(([flag, wish]) => [`--${flag}`, wish])))
}

interface File {
  name: string
  size: number | null
  source: string
}

/** @throws invalid_input, not_found for a section or tag that there is not */
async function optionsOf(ctx: Ctx, given: Options): Promise<UploadOptions> {
  const { as: format, source, publish = false, dryRun = false, locale, section, tag = [], media, base } = given
  const baseUrl = baseOf(base)
  const tagIds: string[] = []
  for (const slug of tag) tagIds.push(await tagIdOf(ctx, slug))
  const sectionId = section ? await tagIdOf(ctx, section) : null
  const named = { ...(source !== undefined && { source }), ...(format && { format }), ...(locale && { locale }) }
  const read = { ...(media && { media: media.toUpperCase() }), ...(baseUrl && { baseUrl }) }
  return parse(UploadOptions, { publish, dryRun, tagIds, sectionId, ...named, ...read })
}

async function tagIdOf({ db }: Ctx, slug: string): Promise<string> {
  const tag = await db.tag.findUnique({ where: { slug }, select: { id: true } })
  if (!tag) throw new Refusal('not_found', `there is no section or tag '${slug}'`)
  return tag.id
}

function begin(ctx: Ctx, options: UploadOptions, { name, size, source }: File): Promise<Import> {
  return addImport(ctx, options, { origin: 'FILE', name, bytesTotal: size, state: 'QUEUED', source })
}

/** An import of the same file with the same options that was stopped, or whose process is gone. */
async function unfinished(ctx: Ctx, options: UploadOptions, { name, size, source }: File): Promise<Import | null> {
  if (size === null) return null
  const { publish: isPublished = false, dryRun: isDryRun = false } = options
  const row = await ctx.db.importJob.findFirst({
    where: {
      ...{ origin: 'FILE', name, bytesTotal: size, source, isPublished, isDryRun },
      state: { in: ['QUEUED', 'RUNNING', 'STOPPED', 'FAILED'] },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, state: true },
  })
  if (!row) return null
  if (row.state !== 'RUNNING')
    await ctx.db.importJob.update({
      where: { id: row.id },
      data: { state: 'QUEUED', finishedAt: null, version: { increment: 1 } },
    })
  return importById(ctx, row.id)
}

async function execute(ctx: Ctx, id: string, open: () => Promise<Input>): Promise<void> {
  const job = await claim(ctx, id)
  const stopping = new AbortController()
  const stop = () => {
    if (stopping.signal.aborted) process.exit(130)
    console.error('\nStopping after this batch; press Ctrl-C again to end at once.')
    stopping.abort()
  }
  process.on('SIGINT', stop).on('SIGTERM', stop)
  const progress = showProgress({ total: Number(job.bytesTotal ?? 0n), done: job.done, job: () => importById(ctx, id) })
  try {
    await executeImport(ctx, job, open, { signal: stopping.signal, tell: progress.tell, whenEnded: 'STOPPED' })
  } finally {
    await progress.end()
    process.off('SIGINT', stop).off('SIGTERM', stop)
  }
}

/** A process that was killed holds its claim for some seconds more. @throws conflict when another process is at it */
async function claim(ctx: Ctx, id: string) {
  for (let waited = 0; waited <= leaseMs + 1_000; waited += 500) {
    const job = await claimImport(ctx, id)
    if (job) return job
    if (waited === 0) console.error('Another process has this import, or was killed a moment ago; waiting for it.')
    await wait(500)
  }
  throw new Refusal('conflict', `another process is at import ${id}; wait for it, or stop it`)
}

/** What is shown of a report; all of it is in the API. */
const mostShown = 20

async function report(ctx: Ctx, id: string): Promise<void> {
  const { state, failure, counts, dryRun, done, perSecond } = await importById(ctx, id)
  const { created, updated, unchanged, skipped, refused, repaired } = counts
  const word =
    { DONE: pc.green('done'), STOPPED: pc.yellow('stopped'), FAILED: pc.red('failed') }[state as 'DONE'] ?? state
  const would = dryRun ? ' would be' : ''
  console.log(
    `${word}: ${done} things${would ? ' read;' : ','}${would} ${created} created, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${refused} refused; ${repaired} repaired; ${perSecond ?? 0} a second`,
  )
  if (failure) console.error(failure)
  await printOutcomes(ctx, id, { result: 'REFUSED' })
  if (dryRun || skipped > 0) await printOutcomes(ctx, id, { result: 'SKIPPED' })
  if (repaired > 0) await printOutcomes(ctx, id, { repaired: true })
  console.log(`The report is import ${id}.`)
  if (state === 'STOPPED') console.log('Run the same command again to go on.')
  if (state !== 'DONE' || refused > 0) process.exitCode = 1
}

async function printOutcomes(ctx: Ctx, id: string, query: Record<string, unknown>): Promise<void> {
  const { items, next } = await listOutcomes(ctx, id, { ...query, first: mostShown })
  for (const { result, line, number, title, externalId, remarks } of items) {
    const place = line === null ? `item ${number}` : `line ${line}`
    console.log(
      `  ${result.toLowerCase().padEnd(9)} ${place}: ${title ?? externalId ?? 'unnamed'}: ${remarks.join('; ')}`,
    )
  }
  if (next) console.log('  … and more')
}

import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, may } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import type { ImportJob, ImportOrigin, ImportOutcome as OutcomeRow } from '../db/generated/client.ts'
import { requireFormatName } from './formats.ts'
import { type Import, ImportQuery, toImport, type UploadOptions } from './import.ts'
import { type ImportOutcome, OutcomeQuery } from './import-outcome.ts'
import { isOwnFormat, refuseWishes } from './own-export.ts'

/** What a new import is of. */
export interface NewImport {
  origin: ImportOrigin
  /** The name of the file, or its URL. */
  name: string
  bytesTotal: number | null
  state: 'RECEIVING' | 'QUEUED'
}

/**
 * Notes an import that is to be done. The caller may write what imports write: stories, and to publish them when it is asked for.
 * @throws forbidden, invalid_input for a format that there is not, missing_reference for a section or tag that there is not
 */
export async function addImport(ctx: Ctx, options: UploadOptions, of: NewImport & { source: string }): Promise<Import> {
  allowImport(ctx, options)
  const { format, publish = false, dryRun = false, tagIds = [], sectionId = null, locale = null } = options
  const { media = null, baseUrl = null } = options
  if (format) requireFormatName(format)
  if (isOwnFormat(format)) refuseWishes({ publish, media, locale, baseUrl, sectionId, tagIds })
  const { origin, name, bytesTotal, state, source } = of
  return ctx.tx(async (tx) => {
    await requireSettings(tx, { tagIds, sectionId })
    const made = {
      createdAt: ctx.now,
      createdBy: actorOf(ctx.caller),
      createdById: principalOf(ctx.caller),
      changedAt: ctx.now,
    }
    const row = await tx.importJob.create({
      data: {
        ...{ id: ctx.newId(), source, origin, name, state, isPublished: publish, isDryRun: dryRun, ...made },
        ...{
          bytesTotal,
          format: format?.toLowerCase() ?? null,
          settings: {
            ...{ tagIds, sectionId, locale, ...(media && { media }), ...(baseUrl && { baseUrl }) },
            mayRestore: may(ctx.caller, 'newsroom', 'restore'),
          },
        },
      },
    })
    const data = { source, origin, publish, dryRun }
    // One that is still coming in is told of when it is whole.
    if (state === 'QUEUED')
      await recordEvent(ctx, tx, { type: 'import.created', subjectId: row.id, version: row.version, data })
    return toImport(row)
  })
}

type Asked = Pick<UploadOptions, 'publish' | 'media' | 'format'>

/** Whether the caller may have an import do what it does. @throws unauthenticated, forbidden */
export function allowImport(ctx: Ctx, { publish = false, media, format }: Asked): void {
  allow(ctx.caller, 'import', 'create')
  allow(ctx.caller, 'article', 'create')
  if (isOwnFormat(format)) allow(ctx.caller, 'newsroom', 'restore')
  if (publish) allow(ctx.caller, 'article', 'publish')
  if (media === 'FETCH') allow(ctx.caller, 'media', 'create')
}

/** @throws missing_reference for a section or tag that there is not */
export async function requireSettings(
  tx: Transaction,
  given: { tagIds: string[]; sectionId: string | null },
): Promise<void> {
  const ids = [...given.tagIds, ...(given.sectionId ? [given.sectionId] : [])].map((id) => id.toLowerCase())
  if (ids.length === 0) return
  const rows = await tx.tag.findMany({
    where: { id: { in: ids }, mergedIntoId: null },
    select: { id: true, type: true },
  })
  const isSection = new Map(rows.map(({ id, type }) => [id, type === 'SECTION']))
  const faults = [
    ...given.tagIds.flatMap((id, i) =>
      isSection.get(id.toLowerCase()) === false
        ? []
        : [{ path: `tagIds[${i}]`, message: `${id} is not the id of a tag` }],
    ),
    ...(given.sectionId && !isSection.get(given.sectionId.toLowerCase())
      ? [{ path: 'sectionId', message: `${given.sectionId} is not the id of a SECTION tag` }]
      : []),
  ]
  const [first] = faults
  if (first) throw new Refusal('missing_reference', `${first.path}: ${first.message}`, { faults })
}

/** One import. @throws not_found */
export async function importById(ctx: Ctx, id: string): Promise<Import> {
  allow(ctx.caller, 'import', 'read')
  return toImport(await importOr404(ctx.db, id))
}

/** Imports, newest first. */
export async function listImports(ctx: Ctx, input: unknown): Promise<Page<Import>> {
  allow(ctx.caller, 'import', 'read')
  const { state, ...page } = parse(ImportQuery, input)
  const request = readPage(page, `imports:${state ?? ''}`, 'instant')
  const createdAt = request.after && new Date(request.after.key)
  const rows = await ctx.db.importJob.findMany({
    where: {
      ...(state && { state }),
      ...(createdAt && { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: request.after?.id ?? '' } }] }),
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  return toPage(rows, request, (row) => ({ key: row.createdAt.toISOString(), id: row.id }), toImport)
}

/** What became of each thing of an import, in the order of its file. @throws not_found */
export async function listOutcomes(ctx: Ctx, id: string, input: unknown): Promise<Page<ImportOutcome>> {
  allow(ctx.caller, 'import', 'read')
  const { result, repaired, ...page } = parse(OutcomeQuery, input)
  const job = await importOr404(ctx.db, id)
  const request = readPage(page, `import-outcomes:${job.id}:${result ?? ''}:${repaired ?? ''}`, 'number')
  const after = request.after ? Number(request.after.key) : 0
  const rows = await ctx.db.importOutcome.findMany({
    where: {
      jobId: job.id,
      number: { gt: after },
      ...(result && { result }),
      ...(repaired != null && { isRepaired: repaired }),
    },
    orderBy: { number: 'asc' },
    take: request.size + 1,
  })
  return toPage(rows, request, ({ number, jobId }) => ({ key: String(number), id: jobId }), toOutcome)
}

function toOutcome({ jobId: _job, ...outcome }: OutcomeRow): ImportOutcome {
  return outcome
}

export function importOr404(tx: Transaction, id: string): Promise<ImportJob> {
  return rowOr404('import', id, (known) => tx.importJob.findUnique({ where: { id: known } }))
}

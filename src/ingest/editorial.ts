import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import type { IngestSource as Row } from '../db/generated/client.ts'
import { allowImport, requireSettings } from '../imports/editorial.ts'
import { formatNamed } from '../imports/formats.ts'
import {
  IngestQuery,
  type IngestSource,
  IngestSourceInput,
  type IngestSourcePatch,
  IngestSourcePatch as Patch,
  toIngestSource,
} from './source.ts'

/** Seconds between two polls when nobody says. */
const usualSeconds = 300

/** A new source, polled at once. @throws invalid_input, conflict for a name that another has, missing_reference */
export async function createIngestSource(ctx: Ctx, input: unknown): Promise<IngestSource> {
  allow(ctx.caller, 'ingest', 'create')
  const { kind, ...given } = parse(IngestSourceInput, input)
  requirePlace(ctx, kind, given)
  return ctx.tx(async (tx) => {
    await holdLock(tx, 'ingest-sources')
    await requireFree(tx, given.name, null)
    const made = {
      createdAt: ctx.now,
      createdBy: actorOf(ctx.caller),
      createdById: principalOf(ctx.caller),
      changedAt: ctx.now,
    }
    const nextPollAt = await ctx.databaseNow(tx)
    const columns = await columnsOf(ctx, tx, given, null)
    const row = await tx.ingestSource.create({
      data: {
        ...columns,
        id: ctx.newId(),
        kind,
        name: given.name,
        intervalSeconds: given.intervalSeconds ?? usualSeconds,
        nextPollAt,
        ...made,
      },
    })
    await recordEvent(ctx, tx, { type: 'ingest.created', subjectId: row.id, version: row.version })
    return toIngestSource(row)
  })
}

/** A change of a source; it is polled at once again. @throws not_found, stale_version, and as `createIngestSource` */
export async function updateIngestSource(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<IngestSource> {
  allow(ctx.caller, 'ingest', 'update')
  const patch = parse(Patch, input)
  return ctx.tx(async (tx) => {
    await holdLock(tx, 'ingest-sources')
    const before = await sourceOr404(tx, id)
    await requireVersion(tx, 'ingest source', before, expectedVersion)
    requirePlace(ctx, before.kind, { url: before.url, folder: before.folder, ...patch })
    if (patch.name !== undefined) await requireFree(tx, patch.name, before.id)
    const anew = { etag: null, lastModified: null, bodyHash: null, failures: 0, nextPollAt: await ctx.databaseNow(tx) }
    const row = await tx.ingestSource.update({
      where: { id: before.id },
      data: {
        ...(await columnsOf(ctx, tx, patch, before)),
        ...(patch.name !== undefined && { name: patch.name }),
        ...anew,
        ...nextVersion(ctx, before),
      },
    })
    await recordEvent(ctx, tx, { type: 'ingest.updated', subjectId: row.id, version: row.version })
    return toIngestSource(row)
  })
}

/** Removes a source; its stories stay. Gives its id. @throws not_found, stale_version */
export async function deleteIngestSource(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'ingest', 'delete')
  return ctx.tx(async (tx) => {
    await holdLock(tx, 'ingest-sources')
    const before = await sourceOr404(tx, id)
    await requireVersion(tx, 'ingest source', before, expectedVersion)
    await tx.ingestSource.delete({ where: { id: before.id } })
    await recordEvent(ctx, tx, { type: 'ingest.deleted', subjectId: before.id, version: before.version + 1 })
    return before.id
  })
}

/** Has a source polled at once. @throws not_found, conflict when it is paused */
export async function pollIngestSource(ctx: Ctx, id: string): Promise<IngestSource> {
  allow(ctx.caller, 'ingest', 'poll')
  return ctx.tx(async (tx) => {
    const before = await sourceOr404(tx, id)
    if (before.status === 'PAUSED') throw new Refusal('conflict', `source ${before.id} is PAUSED; make it ACTIVE first`)
    const nextPollAt = await ctx.databaseNow(tx)
    return toIngestSource(await tx.ingestSource.update({ where: { id: before.id }, data: { nextPollAt } }))
  })
}

/** One source. @throws not_found */
export async function ingestSourceById(ctx: Ctx, id: string): Promise<IngestSource> {
  allow(ctx.caller, 'ingest', 'read')
  return toIngestSource(await sourceOr404(ctx.db, id))
}

/** Sources by name. */
export async function listIngestSources(ctx: Ctx, input: unknown): Promise<Page<IngestSource>> {
  allow(ctx.caller, 'ingest', 'read')
  const { status, ...page } = parse(IngestQuery, input)
  const request = readPage(page, `ingest-sources:${status ?? ''}`)
  const rows = await ctx.db.ingestSource.findMany({
    where: { ...(status && { status }), ...(request.after && { name: { gt: request.after.key } }) },
    orderBy: { name: 'asc' },
    take: request.size + 1,
  })
  return toPage(rows, request, ({ name, id }) => ({ key: name, id }), toIngestSource)
}

function sourceOr404(tx: Transaction, id: string): Promise<Row> {
  return rowOr404('ingest source', id, (known) => tx.ingestSource.findUnique({ where: { id: known } }))
}

type Given = Omit<IngestSourcePatch, 'name'>

/** A FEED has an address that is called, a FOLDER a folder below the one that the settings name. */
function requirePlace(
  ctx: Ctx,
  kind: Row['kind'],
  { url, folder }: { url?: string | null; folder?: string | null },
): void {
  const faults: Fault[] = []
  if (kind === 'FEED') {
    const fault = url ? ctx.outbound.faultOf(url) : 'is required for a FEED'
    if (fault) faults.push({ path: 'url', message: fault })
    if (folder) faults.push({ path: 'folder', message: 'is for a FOLDER; leave it out' })
  } else {
    if (!folder) faults.push({ path: 'folder', message: 'is required for a FOLDER' })
    else if (!ctx.site.ingestDir) faults.push({ path: 'folder', message: 'cannot be read: INGEST_DIR is not set' })
    if (url) faults.push({ path: 'url', message: 'is for a FEED; leave it out' })
  }
  if (faults.length > 0) throw invalidInput(faults)
}

async function requireFree(tx: Transaction, name: string, id: string | null): Promise<void> {
  const other = await tx.ingestSource.findUnique({ where: { name }, select: { id: true } })
  if (other && other.id !== id)
    throw new Refusal('conflict', `source ${other.id} has the name '${name}'; choose another`, {
      faults: [{ path: 'name', message: 'is taken' }],
    })
}

async function columnsOf(ctx: Ctx, tx: Transaction, given: Given, before: Row | null) {
  const { publish, locale, tagIds, sectionId, name: _name, ...columns } = given as IngestSourcePatch
  allowImport(ctx, { publish: publish ?? before?.isPublished ?? false })
  if (columns.format) formatNamed(columns.format)
  const settings = { ...((before?.settings ?? {}) as object), ...definedOf({ locale, tagIds, sectionId }) }
  await requireSettings(tx, { tagIds: [], sectionId: null, ...settings })
  return { ...definedOf(columns), settings, ...(publish !== undefined && { isPublished: publish }) }
}

function definedOf<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as never
}

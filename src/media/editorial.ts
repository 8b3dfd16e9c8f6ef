import { refreshMedia } from '../articles/refresh.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import type { MediaAsset } from '../db/generated/client.ts'
import { Prisma } from '../db/generated/client.ts'
import { mediaLock } from './lock.ts'
import { MediaInput, MediaPatch, MediaQuery, type MediaRecord } from './media.ts'
import { toMediaRecord } from './published.ts'
import { editionOf } from './renditions.ts'
import { frontsWith, isShown } from './shown.ts'
import { siteForStaff } from './tickets.ts'

/** A new asset. @throws invalid_input */
export async function createMedia(ctx: Ctx, input: unknown): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'create')
  const fields = parse(MediaInput, input)
  const site = await siteForStaff(ctx)
  return ctx.tx(async (tx) => {
    const times = { createdAt: ctx.now, changedAt: ctx.now }
    const row = await tx.mediaAsset.create({
      data: { ...fields, ...focalPointColumn(fields), ...times, id: ctx.newId() },
    })
    await recordEvent(ctx, tx, { type: 'media.created', subjectId: row.id, version: row.version })
    return toMediaRecord(row, site)
  })
}

/**
 * A change of an asset, which reaches every live story that shows it.
 * @throws invalid_input, not_found, stale_version, conflict for another type while it is in use, and when it was merged.
 */
export async function updateMedia(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'update')
  const patch = parse(MediaPatch, input)
  const site = await siteForStaff(ctx)
  return ctx.tx(async (tx) => {
    await holdLock(tx, mediaLock)
    const before = await unmergedMedia(tx, id)
    await requireVersion(tx, 'media asset', before, expectedVersion)
    requireOwnFacts(before, patch)
    if (patch.type && patch.type !== before.type) await requireUnused(tx, before)
    const data = { ...patch, ...focalPointColumn(patch), ...editionColumn(before, patch), ...nextVersion(ctx, before) }
    const row = await tx.mediaAsset.update({ where: { id: before.id }, data })
    const keys = await refreshMedia(ctx, tx, row.id)
    const isPublic = await isShown(tx, row.id)
    await recordEvent(ctx, tx, { type: 'media.updated', subjectId: row.id, version: row.version, isPublic, keys })
    return toMediaRecord(row, site)
  })
}

/** One asset. @throws not_found */
export async function mediaRecord(ctx: Ctx, id: string): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'read')
  return toMediaRecord(await mediaOr404(ctx.db, id), await siteForStaff(ctx))
}

/** Assets, newest first, without the merged ones. */
export async function listMediaRecords(ctx: Ctx, input: unknown): Promise<Page<MediaRecord>> {
  allow(ctx.caller, 'media', 'read')
  const { type, ...page } = parse(MediaQuery, input)
  const request = readPage(page, `media-records:${type ?? ''}`, 'instant')
  const rows = await ctx.db.mediaAsset.findMany({
    where: { mergedIntoId: null, ...(type && { type }), ...behind(request.after) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
  })
  const site = await siteForStaff(ctx)
  const place = ({ createdAt, id }: { createdAt: Date; id: string }) => ({ key: createdAt.toISOString(), id })
  return toPage(rows, request, place, (row) => toMediaRecord(row, site))
}

export function mediaOr404(tx: Transaction, id: string) {
  return rowOr404('media asset', id, (known) => tx.mediaAsset.findUnique({ where: { id: known } }))
}

/** The asset itself. @throws not_found, conflict when it was merged into another. */
export async function unmergedMedia(tx: Transaction, id: string) {
  const row = await mediaOr404(tx, id)
  if (row.mergedIntoId)
    throw new Refusal('conflict', `media asset ${id} was merged into ${row.mergedIntoId}; change that one`)
  return row
}

/** What is read off a file is not written by hand. */
const readFacts = ['type', 'url', 'mimeType', 'width', 'height'] as const

function requireOwnFacts({ id, storedAs }: MediaAsset, patch: MediaPatch): void {
  const given = readFacts.filter((name) => patch[name] !== undefined)
  if (storedAs === null || given.length === 0) return
  throw new Refusal(
    'conflict',
    `${given.join(' and ')} of media asset ${id} come from its file; upload another file instead`,
    {
      faults: given.map((path) => ({ path, message: 'comes from the file' })),
    },
  )
}

/** A focal point that moves makes other renditions, at other addresses. */
function editionColumn({ hash }: MediaAsset, { focalPoint }: MediaPatch) {
  return hash === null || focalPoint === undefined ? {} : { edition: editionOf(hash, focalPoint) }
}

/** A picture that is shown as a picture cannot become a sound. */
async function requireUnused(tx: Transaction, { id, type }: { id: string; type: string }): Promise<void> {
  const uses = { avatarOf: true, published: true, posts: true }
  const { _count: counts } = await tx.mediaAsset.findUniqueOrThrow({
    where: { id },
    select: { _count: { select: uses } },
  })
  if (Object.values(counts).some((count) => count > 0) || (await frontsWith(tx, id)).isUsed)
    throw new Refusal('conflict', `media asset ${id} is in use and must stay of type ${type}; make a new one`)
}

/** Prisma tells an empty column from a JSON null. */
function focalPointColumn({ focalPoint }: MediaPatch) {
  return { focalPoint: focalPoint === null ? Prisma.DbNull : focalPoint }
}

/** Rows behind a position in a list by age, newest first. */
function behind(after: Position | null): Prisma.MediaAssetWhereInput {
  if (!after) return {}
  const createdAt = new Date(after.key)
  return { OR: [{ createdAt: { lt: createdAt } }, { createdAt, id: { lt: after.id } }] }
}

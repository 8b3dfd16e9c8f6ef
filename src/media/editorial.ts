import { refreshMedia } from '../articles/refresh.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, type Position, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, nextVersion, requireVersion, rowOr404 } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { mediaLock } from './lock.ts'
import { MediaInput, MediaPatch, MediaQuery, type MediaRecord } from './media.ts'
import { toMediaRecord } from './published.ts'

/** A new asset. @throws invalid_input */
export async function createMedia(ctx: Ctx, input: unknown): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'create')
  const fields = parse(MediaInput, input)
  return ctx.tx(async (tx) => {
    const times = { createdAt: ctx.now, changedAt: ctx.now }
    const row = await tx.mediaAsset.create({
      data: { ...fields, ...focalPointColumn(fields), ...times, id: ctx.newId() },
    })
    await recordEvent(ctx, tx, { type: 'media.created', subjectId: row.id, version: row.version })
    return toMediaRecord(row)
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
  return ctx.tx(async (tx) => {
    await holdLock(tx, mediaLock)
    const before = await unmergedMedia(tx, id)
    await requireVersion(tx, 'media asset', before, expectedVersion)
    if (patch.type && patch.type !== before.type) await requireUnused(tx, before)
    const data = { ...patch, ...focalPointColumn(patch), ...nextVersion(ctx, before) }
    const row = await tx.mediaAsset.update({ where: { id: before.id }, data })
    const keys = await refreshMedia(ctx, tx, row.id)
    const isPublic = await isShown(tx, row.id)
    await recordEvent(ctx, tx, { type: 'media.updated', subjectId: row.id, version: row.version, isPublic, keys })
    return toMediaRecord(row)
  })
}

/** One asset. @throws not_found */
export async function mediaRecord(ctx: Ctx, id: string): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'read')
  return toMediaRecord(await mediaOr404(ctx.db, id))
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
  return toPage(rows, request, ({ createdAt, id }) => ({ key: createdAt.toISOString(), id }), toMediaRecord)
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

/** Whether readers see it: in a live story, on a front, or beside a public author. */
async function isShown(tx: Transaction, id: string): Promise<boolean> {
  const [shown] = await tx.$queryRaw<{ isShown: boolean }[]>`
    SELECT EXISTS (SELECT FROM published_media WHERE "mediaId" = ${id}::uuid)
      OR EXISTS (SELECT FROM published_post_media WHERE "mediaId" = ${id}::uuid)
      OR EXISTS (SELECT FROM author WHERE "avatarId" = ${id}::uuid AND "publicAt" IS NOT NULL) AS "isShown"`
  return (shown?.isShown ?? false) || (await frontsWith(tx, id)).isLive
}

/** Whether a front shows it, by its own id or by one that was merged into it: to anybody, and to readers. */
export async function frontsWith(tx: Transaction, id: string): Promise<{ isUsed: boolean; isLive: boolean }> {
  const [found] = await tx.$queryRaw<{ isUsed: boolean; isLive: boolean }[]>`
    SELECT count(*) > 0 AS "isUsed", count(*) FILTER (WHERE shown."isLive") > 0 AS "isLive" FROM (
      SELECT each #>> '{}' AS key, false AS "isLive" FROM front f, jsonb_path_query(f.content, '$.slots[*].image.mediaId') each
      UNION ALL
      SELECT each #>> '{}', true FROM front f JOIN front_revision r ON r."frontId" = f.id AND r.number = f."liveNumber",
        jsonb_path_query(r.content, '$.slots[*].image.mediaId') each
    ) shown JOIN media_asset m ON m.id = shown.key::uuid WHERE coalesce(m."mergedIntoId", m.id) = ${id}::uuid`
  return found ?? { isUsed: false, isLive: false }
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

import { refreshMedia } from '../articles/refresh.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, nextVersion } from '../core/writes.ts'
import type { MediaAsset } from '../db/generated/client.ts'
import { unmergedMedia } from './editorial.ts'
import { mediaLock } from './lock.ts'
import { MediaMerge, type MediaRecord } from './media.ts'
import { toMediaRecord } from './published.ts'
import { frontsWith } from './shown.ts'
import { siteForStaff } from './tickets.ts'

/**
 * Puts another asset of the same type in the place of asset `id`: in live stories, which are made anew, and as the picture of
 * authors. Drafts need no change: they are read through the merge. Returns the asset that stays.
 * @throws not_found, conflict for itself, a merged one, or another type.
 */
export async function mergeMedia(ctx: Ctx, id: string, input: unknown): Promise<MediaRecord> {
  allow(ctx.caller, 'media', 'merge')
  const { intoId } = parse(MediaMerge, input)
  const site = await siteForStaff(ctx)
  return ctx.tx(async (tx) => {
    await holdLock(tx, mediaLock)
    const [from, into] = [await unmergedMedia(tx, id), await unmergedMedia(tx, intoId)]
    requireMergeable(from, into)
    const { isLive: isOnFront } = await frontsWith(tx, from.id)
    const gone = { mergedIntoId: into.id, ...nextVersion(ctx, from) }
    await tx.mediaAsset.update({ where: { id: from.id }, data: gone, select: { id: true } })
    await tx.mediaAsset.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: into.id } })
    const keys = await refreshMedia(ctx, tx, from.id)
    const isPublic = await moveUses(tx, from, into)
    const row = await tx.mediaAsset.update({ where: { id: into.id }, data: nextVersion(ctx, into) })
    await recordEvent(ctx, tx, {
      ...{ type: 'media.merged', subjectId: from.id, version: from.version + 1 },
      ...{ data: { into: into.id }, isPublic: isPublic || isOnFront, keys: [into.id, ...keys] },
    })
    return toMediaRecord(row, site)
  })
}

function requireMergeable(from: MediaAsset, into: MediaAsset): void {
  if (from.id === into.id) throw new Refusal('conflict', `media asset ${from.id} cannot be merged into itself`)
  if (from.type !== into.type)
    throw new Refusal(
      'conflict',
      `an asset merges with one of its own type only: ${from.id} is ${from.type}, ${into.id} is ${into.type}`,
    )
}

/** Whether readers see anything of it. */
async function moveUses(tx: Transaction, from: MediaAsset, into: MediaAsset): Promise<boolean> {
  await tx.$executeRaw`
    INSERT INTO published_media ("articleId", "mediaId")
    SELECT "articleId", ${into.id}::uuid FROM published_media WHERE "mediaId" = ${from.id}::uuid
    ON CONFLICT DO NOTHING`
  const { count } = await tx.publishedMedia.deleteMany({ where: { mediaId: from.id } })
  const posts = await tx.$executeRaw`
    INSERT INTO published_post_media ("postId", "mediaId")
    SELECT "postId", ${into.id}::uuid FROM published_post_media WHERE "mediaId" = ${from.id}::uuid
    ON CONFLICT DO NOTHING`
  await tx.publishedPostMedia.deleteMany({ where: { mediaId: from.id } })
  const shown = await tx.author.count({ where: { avatarId: from.id, publicAt: { not: null } } })
  await tx.author.updateMany({ where: { avatarId: from.id }, data: { avatarId: into.id } })
  return count + posts + shown > 0
}

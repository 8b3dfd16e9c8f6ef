import type { Ctx } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { allow } from '../core/policy.ts'
import { holdLock, requireVersion } from '../core/writes.ts'
import { requireUnused } from '../uses/editorial.ts'
import { mediaOr404 } from './editorial.ts'
import { mediaLock } from './lock.ts'

/**
 * Removes an asset that nothing uses; the file itself is elsewhere and stays. Gives its id. Older revisions may still name it: they
 * can be read, and are refused as missing_reference when they are restored or published.
 * @throws not_found, stale_version, in_use with those who use it.
 */
export async function deleteMedia(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'media', 'delete')
  return ctx.tx(async (tx) => {
    await holdLock(tx, mediaLock)
    const before = await mediaOr404(tx, id)
    await requireVersion(tx, 'media asset', before, expectedVersion)
    // Waits for those who save a story with it just now: see recordReferences.
    await tx.$queryRaw`SELECT id FROM media_asset WHERE id = ${before.id}::uuid FOR UPDATE`
    await requireUnused(tx, 'media', { id: before.id, name: before.url })
    await tx.mediaAsset.delete({ where: { id: before.id }, select: { id: true } })
    await recordEvent(ctx, tx, { type: 'media.deleted', subjectId: before.id, version: before.version + 1 })
    return before.id
  })
}

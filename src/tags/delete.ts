import type { Ctx } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { allow } from '../core/policy.ts'
import { holdLock, requireVersion } from '../core/writes.ts'
import { requireUnused } from '../uses/editorial.ts'
import { tagOr404 } from './editorial.ts'
import { tagTreeLock } from './lock.ts'

/**
 * Removes a tag that nothing uses, with its slugs. Gives its id. Older revisions may still name it: they can be read, and are refused
 * as missing_reference when they are restored or published.
 * @throws not_found, stale_version, in_use with those who use it.
 */
export async function deleteTag(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'tag', 'delete')
  return ctx.tx(async (tx) => {
    await holdLock(tx, tagTreeLock)
    const before = await tagOr404(tx, id)
    await requireVersion(tx, 'tag', before, expectedVersion)
    // Waits for those who save a story with it just now: see recordReferences.
    await tx.$queryRaw`SELECT id FROM tag WHERE id = ${before.id}::uuid FOR UPDATE`
    await requireUnused(tx, 'tag', before)
    await tx.tagSlug.deleteMany({ where: { tagId: before.id } })
    await tx.tag.delete({ where: { id: before.id }, select: { id: true } })
    await recordEvent(ctx, tx, {
      ...{ type: 'tag.deleted', subjectId: before.id, version: before.version + 1, keys: ['list:tags'] },
      isPublic: before.publicAt !== null && !before.mergedIntoId,
    })
    return before.id
  })
}

import type { Ctx } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { allow } from '../core/policy.ts'
import { holdLock, requireVersion } from '../core/writes.ts'
import { requireUnused } from '../uses/editorial.ts'
import { authorOr404 } from './editorial.ts'
import { authorsLock } from './lock.ts'

/**
 * Removes an author that nothing uses, with its slugs. Gives its id. Older revisions may still name it: they can be read, and are refused
 * as missing_reference when they are restored or published.
 * @throws not_found, stale_version, in_use with those who use it.
 */
export async function deleteAuthor(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'author', 'delete')
  return ctx.tx(async (tx) => {
    await holdLock(tx, authorsLock)
    const before = await authorOr404(tx, id)
    await requireVersion(tx, 'author', before, expectedVersion)
    // Waits for those who save a story with it just now: see recordReferences.
    await tx.$queryRaw`SELECT id FROM author WHERE id = ${before.id}::uuid FOR UPDATE`
    await requireUnused(tx, 'author', before)
    await tx.authorSlug.deleteMany({ where: { authorId: before.id } })
    await tx.author.delete({ where: { id: before.id }, select: { id: true } })
    await recordEvent(ctx, tx, {
      ...{ type: 'author.deleted', subjectId: before.id, version: before.version + 1, keys: ['list:authors'] },
      isPublic: before.publicAt !== null && !before.mergedIntoId,
    })
    return before.id
  })
}

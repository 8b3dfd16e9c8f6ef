import { draftFor, lockedDraft } from '../articles/drafts.ts'
import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn } from '../core/policy.ts'
import { defaultSeconds, type EditLock, LockInput } from './lock.ts'

/**
 * Says that the caller is working on a story, for a while from now by the database's clock; again, to go on. It is a word to
 * colleagues: nothing that they write is refused for it. No event, for the story does not change.
 * @throws not_found, stale_version, locked with the holder and the end when somebody else is working on it.
 */
export async function lockArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<EditLock> {
  allow(ctx.caller, 'article', 'lock')
  const { seconds } = parse(LockInput, input ?? {})
  const holderId = holderOf(ctx)
  return ctx.tx(async (tx) => {
    const article = await draftFor(ctx, tx, id, 'lock', expectedVersion)
    const now = await ctx.databaseNow(tx)
    const held = await tx.editLock.findUnique({ where: { articleId: article.id } })
    const isHeld = held !== null && held.expiresAt > now
    if (isHeld && held.holderId !== holderId) throw lockedBy(held)
    const lock = {
      ...{ holderId, holder: actorOf(ctx.caller), acquiredAt: isHeld ? held.acquiredAt : now },
      expiresAt: new Date(now.getTime() + (seconds ?? defaultSeconds) * 1_000),
    }
    const where = { articleId: article.id }
    await tx.editLock.upsert({ where, create: { ...where, ...lock }, update: lock, select: { articleId: true } })
    return lock
  })
}

/**
 * Gives back the caller's own lock, or breaks somebody else's, of which an event tells. Without a lock nothing happens.
 * @throws not_found, forbidden to break one for who may not.
 */
export async function unlockArticle(ctx: Ctx, id: string): Promise<void> {
  allow(ctx.caller, 'article', 'lock')
  await ctx.tx(async (tx) => {
    const article = await lockedDraft(ctx, tx, id)
    const { version, ownerId } = article
    const now = await ctx.databaseNow(tx)
    const where = { articleId: article.id }
    const held = await tx.editLock.findUnique({ where })
    const isOthers = held !== null && held.expiresAt > now && held.holderId !== principalOf(ctx.caller)
    allowOn(ctx.caller, 'article', isOthers ? 'unlock' : 'lock', ownerId)
    await tx.editLock.deleteMany({ where })
    if (!isOthers) return
    const data = { holderId: held.holderId }
    await recordEvent(ctx, tx, { type: 'article.unlocked', subjectId: article.id, version, data })
  })
}

/** Whose lock it would be. @throws conflict for the house itself, which has no hands. */
function holderOf(ctx: Ctx): string {
  const id = principalOf(ctx.caller)
  if (id === null)
    throw new Refusal('conflict', 'only a user or a key can work on a story, not the service itself; sign in')
  return id
}

function lockedBy({ holder, expiresAt }: EditLock): Refusal {
  const until = expiresAt.toISOString()
  return new Refusal('locked', `${holder} is working on this story until ${until}; wait, or break the lock`, {
    details: { holder, expiresAt: until },
  })
}

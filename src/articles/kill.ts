import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { ArticleDraft } from './article-draft.ts'
import { draftFor } from './drafts.ts'
import { storyKeys } from './keys.ts'
import { cancelSchedules } from './planned.ts'
import { factsShown, hideStory, holdStill } from './show.ts'
import { nextStatus } from './status.ts'
import { KillInput, RestoreInput } from './verbs.ts'

/**
 * Recalls a story, whatever its status: gone from every surface, what is planned called off, previews revoked, its lock
 * broken. Readers of one that was ever live are told the reason. Only `restoreArticle` undoes it.
 * @throws not_found, stale_version, conflict when it is killed already.
 */
export async function killArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'kill')
  const told = parse(KillInput, input)
  return ctx.tx(async (tx) => killDraft(ctx, tx, await draftFor(ctx, tx, id, 'kill', expectedVersion), told))
}

/**
 * Kills inside a transaction that has the story's lock. Writes the event, so that nothing comes after it.
 * @throws conflict when it is killed already
 */
export async function killDraft(
  ctx: Ctx,
  tx: Transaction,
  draft: ArticleDraft,
  { reason, note }: KillInput,
): Promise<ArticleDraft> {
  const status = nextStatus(draft, 'kill')
  const facts = await factsShown(tx, draft)
  await holdStill(tx)
  const keys = await storyKeys(tx, draft.id)
  await hideStory(tx, draft.id)
  const cancelled = await closeDoors(ctx, tx, draft.id)
  const unreviewed = { approvedNumber: null, reviewedAt: null, reviewedBy: null, reviewNote: null }
  const killed = { killedAt: ctx.now, killReason: reason, withdrawReason: null }
  await tx.article.update({
    where: { id: draft.id },
    data: { status, liveNumber: null, ...unreviewed, ...killed, changedAt: ctx.now },
    select: { id: true },
  })
  await recordEvent(ctx, tx, {
    ...{ type: 'article.killed', subjectId: draft.id, version: draft.liveVersion ?? draft.version, note },
    ...{ data: { ...facts, from: draft.status, to: status, cancelled }, isPublic: wasLive(draft), keys },
  })
  const emptied = { liveVersion: null, approvedVersion: null, review: null, withdrawReason: null, lock: null }
  return { ...draft, ...emptied, status, kill: { at: ctx.now, reason }, changedAt: ctx.now }
}

/**
 * Undoes a recall: the story is at rest again, WITHDRAWN or DRAFT, and nothing that was called off comes back by itself.
 * @throws not_found, stale_version, conflict when it is not killed.
 */
export async function restoreArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'restore')
  const { note } = parse(RestoreInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'restore', expectedVersion)
    const status = nextStatus(draft, 'restore')
    await tx.article.update({
      where: { id: draft.id },
      data: { status, killedAt: null, killReason: null, changedAt: ctx.now },
      select: { id: true },
    })
    await recordEvent(ctx, tx, {
      ...{ type: 'article.restored', subjectId: draft.id, version: draft.version, note },
      ...{ data: { ...(await factsShown(tx, draft)), from: draft.status, to: status }, isPublic: wasLive(draft) },
    })
    return { ...draft, status, kill: null, changedAt: ctx.now }
  })
}

/** Ways to the story besides the public one. Gives how many schedules were called off. */
async function closeDoors(ctx: Ctx, tx: Transaction, articleId: string): Promise<number> {
  await tx.previewToken.updateMany({ where: { articleId, revokedAt: null }, data: { revokedAt: ctx.now } })
  await tx.editLock.deleteMany({ where: { articleId } })
  return cancelSchedules(ctx, tx, articleId)
}

/** Of a story that was never live readers learn nothing, not even that it was killed. */
function wasLive({ firstPublishedAt }: ArticleDraft): boolean {
  return firstPublishedAt !== null
}

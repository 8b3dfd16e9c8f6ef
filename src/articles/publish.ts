import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { showPostsOf } from '../posts/show.ts'
import type { ArticleDraft } from './article-draft.ts'
import { draftFor } from './drafts.ts'
import { factsOf } from './facts.ts'
import { pathKey, projectedKeys, storyKeys } from './keys.ts'
import { takePlace } from './place.ts'
import { cancelSchedules, endSchedulesOf, publicationsBefore } from './planned.ts'
import { projectRevision, type Showing } from './project-revision.ts'
import { requirePublishable } from './projection.ts'
import { factsShown, hideStory, holdStill, makePublic, showProjection } from './show.ts'
import { nextStatus } from './status.ts'
import { PublishInput, WithdrawInput } from './verbs.ts'

/**
 * Shows a revision to readers: the only door between the two halves of the data, in one transaction.
 * @throws not_found, stale_version, not_publishable, embargoed, slug_taken, missing_reference, conflict for a second live story
 * of the same language among translations.
 */
export async function publishArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'publish')
  const { revision: number, ...given } = parse(PublishInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'publish', expectedVersion)
    return publishRevision(ctx, tx, draft, { ...given, number: number ?? draft.version })
  })
}

/**
 * Publishes inside a transaction that has the story's lock. Writes the event, so that nothing comes after it.
 * @throws as `publishArticle`, without stale_version.
 */
export async function publishRevision(
  ctx: Ctx,
  tx: Transaction,
  draft: ArticleDraft,
  showing: Showing,
): Promise<ArticleDraft> {
  const status = nextStatus(draft, 'publish')
  const { story, content, keys } = await showRevision(ctx, tx, { ...draft, status }, showing)
  await recordEvent(ctx, tx, {
    ...{
      type: 'article.published',
      subjectId: draft.id,
      version: showing.number,
      isPublic: true,
      note: showing.note ?? null,
    },
    ...{ data: { ...factsOf(content), from: draft.status, to: status }, keys },
  })
  return story
}

/**
 * The rows of a revision for readers, and the story's own; no event, but the keys for it. `draft` has the status that it is to have.
 * @throws as `publishRevision`.
 */
export async function showRevision(ctx: Ctx, tx: Transaction, draft: ArticleDraft, showing: Showing) {
  const { number } = showing
  await holdStill(tx)
  const { content, references, projection, times, significantAt } = await projectRevision(ctx, tx, draft, showing)
  requirePublishable(content)
  const former = await takePlace(ctx, tx, draft.id, projection)
  const before = await storyKeys(tx, draft.id)
  await showProjection(tx, draft, projection)
  const madePublic = await makePublic(ctx, tx, references)
  const posts = content.liveBlog ? await showPostsOf(ctx, tx, draft.id) : []
  if (number !== draft.liveVersion) await endSchedulesOf(ctx, tx, draft.id, number)
  const { status } = draft
  const { firstPublishedAt } = times
  await tx.article.update({
    where: { id: draft.id },
    data: { status, liveNumber: number, firstPublishedAt, significantAt, withdrawReason: null, changedAt: ctx.now },
    select: { id: true },
  })
  return {
    content,
    keys: [...before, ...projectedKeys(draft.id, projection), ...former.map(pathKey), ...madePublic, ...posts],
    story: { ...draft, liveVersion: number, firstPublishedAt, withdrawReason: null, changedAt: ctx.now },
  }
}

/**
 * Takes a story from readers, and calls off what is planned; publishing it again restores it whole.
 * @throws not_found, stale_version, conflict when it is not live.
 */
export async function withdrawArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'withdraw')
  const told = parse(WithdrawInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'withdraw', expectedVersion)
    nextStatus(draft, 'withdraw')
    await cancelSchedules(ctx, tx, draft.id)
    return withdrawLive(ctx, tx, draft, told)
  })
}

interface Withdrawal {
  /** Why, for readers. */
  reason?: string | null | undefined
  note?: string | null | undefined
}

/**
 * Withdraws inside a transaction that has the story's lock. What is planned stays: the story is SCHEDULED when it is to come
 * back. Writes the event, so that nothing comes after it.
 * @throws conflict when it is not live.
 */
export async function withdrawLive(
  ctx: Ctx,
  tx: Transaction,
  draft: ArticleDraft,
  { reason = null, note }: Withdrawal = {},
): Promise<ArticleDraft> {
  const withdrawn = nextStatus(draft, 'withdraw')
  const facts = await factsShown(tx, draft)
  await holdStill(tx)
  const keys = await storyKeys(tx, draft.id)
  await hideStory(tx, draft.id)
  const isToReturn = (await publicationsBefore(tx, draft.id, null)).length > 0
  const status = isToReturn ? nextStatus({ ...draft, status: withdrawn }, 'schedule') : withdrawn
  await tx.article.update({
    where: { id: draft.id },
    data: { status, liveNumber: null, withdrawReason: reason, changedAt: ctx.now },
    select: { id: true },
  })
  await recordEvent(ctx, tx, {
    ...{ type: 'article.withdrawn', subjectId: draft.id, version: draft.liveVersion ?? draft.version },
    ...{ data: { ...facts, from: draft.status, to: status }, isPublic: true, keys, note: note ?? null },
  })
  return { ...draft, status, liveVersion: null, withdrawReason: reason, changedAt: ctx.now }
}

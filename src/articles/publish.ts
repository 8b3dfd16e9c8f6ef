import { isDeepStrictEqual } from 'node:util'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { ArticleContent } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { draftFor, revisionOr404 } from './drafts.ts'
import { refuseUnderEmbargo } from './embargo.ts'
import { factsOf } from './facts.ts'
import { takePlace } from './place.ts'
import { cancelSchedules, endSchedulesOf, publicationsBefore } from './planned.ts'
import { project, requirePublishable, timesOf } from './projection.ts'
import { loadReferences } from './references.ts'
import { hideStory, holdStill, makePublic, showProjection } from './show.ts'
import { nextStatus } from './status.ts'
import { PublishInput, WithdrawInput } from './verbs.ts'

/** Which revision is to be shown, and how. */
interface Showing {
  number: number
  /** Whether readers are told of an update. Left out: when headline, standfirst or text of a live story differ. */
  significant?: boolean | null | undefined
  note?: string | null | undefined
}

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
  const { story, content } = await showRevision(ctx, tx, { ...draft, status }, showing)
  await recordEvent(ctx, tx, {
    ...{
      type: 'article.published',
      subjectId: draft.id,
      version: showing.number,
      isPublic: true,
      note: showing.note ?? null,
    },
    data: { ...factsOf(content), from: draft.status, to: status },
  })
  return story
}

/**
 * The rows of a revision for readers, and the story's own; no event. `draft` has the status that it is to have.
 * @throws as `publishRevision`.
 */
export async function showRevision(ctx: Ctx, tx: Transaction, draft: ArticleDraft, showing: Showing) {
  const { number } = showing
  await holdStill(tx)
  const { content, references, projection, times, significantAt } = await projectRevision(ctx, tx, draft, showing)
  requirePublishable(content)
  await takePlace(ctx, tx, draft.id, projection)
  await showProjection(tx, draft, projection)
  await makePublic(ctx, tx, references)
  await endSchedulesOf(ctx, tx, draft.id, number)
  const { status } = draft
  const { firstPublishedAt } = times
  await tx.article.update({
    where: { id: draft.id },
    data: { status, liveNumber: number, firstPublishedAt, significantAt, withdrawReason: null, changedAt: ctx.now },
    select: { id: true },
  })
  return {
    content,
    story: { ...draft, liveVersion: number, firstPublishedAt, withdrawReason: null, changedAt: ctx.now },
  }
}

/**
 * What readers would see of a revision if it were published now, whether or not it is fit for that; writes nothing.
 * @throws not_found, embargoed, missing_reference
 */
export async function projectRevision(ctx: Ctx, tx: Transaction, draft: ArticleDraft, showing: Showing) {
  const { number, significant } = showing
  const revision = await revisionOr404(tx, draft.id, number)
  const content = revision.content as unknown as ArticleContent
  const { significantAt: toldBefore, corrections, ...guard } = await pastOf(tx, draft.id)
  await refuseUnderEmbargo(ctx, tx, guard)
  const references = await loadReferences(tx, content)
  const isTold = significant ?? (await changesFacts(tx, draft, number, content))
  const significantAt = isTold ? ctx.now : toldBefore
  const times = timesOf(ctx.now, draft, content, significantAt)
  const projection = project({ id: draft.id, revision, content, references, corrections }, times, ctx.site)
  return { content, references, significantAt, times, projection }
}

/** What the story has behind it: when readers were last told of an update, its corrections, its embargo. */
async function pastOf(tx: Transaction, id: string) {
  return tx.article.findUniqueOrThrow({
    where: { id },
    select: {
      significantAt: true,
      embargoedAt: true,
      embargoUntil: true,
      corrections: { select: { type: true, text: true, at: true }, orderBy: [{ at: 'desc' }, { id: 'desc' }] },
    },
    relationLoadStrategy: 'join',
  })
}

/** Whether readers of a live story would read other words than before; a story is not edited silently. */
async function changesFacts(
  tx: Transaction,
  draft: ArticleDraft,
  number: number,
  { headline, standfirst, body }: ArticleContent,
): Promise<boolean> {
  if (draft.liveVersion === null || draft.liveVersion === number) return false
  const before = (await revisionOr404(tx, draft.id, draft.liveVersion)).content as unknown as ArticleContent
  return !isDeepStrictEqual([before.headline, before.standfirst, before.body], [headline, standfirst, body])
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
  await holdStill(tx)
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
    ...{ data: { ...factsOf(draft.content), from: draft.status, to: status }, isPublic: true, note: note ?? null },
  })
  return { ...draft, status, liveVersion: null, withdrawReason: reason, changedAt: ctx.now }
}

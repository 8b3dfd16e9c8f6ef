import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { type EventType, recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { ArticleDraft } from './article-draft.ts'
import { draftFor, revisionOr404 } from './drafts.ts'
import { factsOf } from './facts.ts'
import { nextStatus } from './status.ts'
import { ApproveInput, RejectInput, SubmitInput } from './verbs.ts'

/** Asks for a review; checks nothing of the content. @throws not_found, stale_version, conflict */
export async function submitArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'submit')
  const { note } = parse(SubmitInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'submit', expectedVersion)
    const status = nextStatus(draft, 'submit')
    const changed = { status, changedAt: ctx.now }
    await tx.article.update({ where: { id: draft.id }, data: changed, select: { id: true } })
    await recordMove(ctx, tx, 'article.submitted', draft, { ...draft, ...changed }, { note })
    return { ...draft, ...changed }
  })
}

/** Says that a revision may go live. @throws not_found also for a revision that there is not, stale_version, conflict */
export async function approveArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'approve')
  const { revision, note = null } = parse(ApproveInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'approve', expectedVersion)
    const status = nextStatus(draft, 'approve')
    const { number } = await revisionOr404(tx, draft.id, revision ?? draft.version)
    const story = await review(ctx, tx, { ...draft, status, approvedVersion: number }, note)
    await recordMove(ctx, tx, 'article.approved', draft, story, { note, revision: number })
    return story
  })
}

/** Gives a story back to its authors, who read why in `review`. @throws not_found, stale_version, conflict */
export async function rejectArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'reject')
  const { note } = parse(RejectInput, input)
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'reject', expectedVersion)
    const status = nextStatus(draft, 'reject')
    const story = await review(ctx, tx, { ...draft, status, approvedVersion: null }, note)
    await recordMove(ctx, tx, 'article.rejected', draft, story, { note })
    return story
  })
}

/** Writes a verdict into the story's row. */
async function review(ctx: Ctx, tx: Transaction, story: ArticleDraft, note: string | null): Promise<ArticleDraft> {
  const { id, status, approvedVersion } = story
  const [by, at] = [actorOf(ctx.caller), ctx.now]
  await tx.article.update({
    where: { id },
    data: { status, approvedNumber: approvedVersion, reviewedAt: at, reviewedBy: by, reviewNote: note, changedAt: at },
    select: { id: true },
  })
  const verdict = approvedVersion === null ? 'REJECTED' : 'APPROVED'
  return { ...story, review: { verdict, by, at, note }, changedAt: at }
}

async function recordMove(
  ctx: Ctx,
  tx: Transaction,
  type: EventType,
  before: ArticleDraft,
  after: ArticleDraft,
  { note, ...facts }: { note: string | null | undefined; revision?: number },
): Promise<void> {
  const data = { ...factsOf(after.content), from: before.status, to: after.status, ...facts }
  await recordEvent(ctx, tx, { type, subjectId: after.id, version: after.version, data, note: note ?? null })
}

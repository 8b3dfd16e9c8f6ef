import type { ArticleContent } from '../articles/article.ts'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { lockedDraft, revisionOr404 } from '../articles/drafts.ts'
import { requireNoEmbargo } from '../articles/embargo.ts'
import { requirePublishable } from '../articles/projection.ts'
import { loadReferences } from '../articles/references.ts'
import { requireSlug } from '../articles/save.ts'
import { nextStatus } from '../articles/status.ts'
import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal, staleVersion } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { nextVersion, requireVersion } from '../core/writes.ts'
import type { Schedule as ScheduleRow } from '../db/generated/client.ts'
import { scheduleOr404 } from './lists.ts'
import { type Schedule, ScheduleInput, SchedulePatch, toSchedule } from './schedule.ts'
import { type Plan, requireAhead, requireOrder, requireTime, timeOf } from './timing.ts'

/** Pending schedules of one story at most: a guard against programs that run wild. */
const mostPending = 20

/**
 * Plans a verb for a story, with the revision that it is to show. `expectedVersion` is that of the story.
 * @throws not_found, stale_version, invalid_input for a time that is none or is past, not_publishable, embargoed at that time,
 * conflict when the story's other schedules or its status do not allow it.
 */
export async function scheduleArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<Schedule> {
  allow(ctx.caller, 'article', 'schedule')
  const { action, significant, note, revision, ...given } = parse(ScheduleInput, input ?? {})
  const time = requireTime(given)
  return ctx.tx(async (tx) => {
    const article = await lockedDraft(ctx, tx, id)
    await requireVersion(tx, 'article', article, expectedVersion)
    const status = nextStatus(article, 'schedule')
    requireAhead(time, await ctx.databaseNow(tx))
    const pending = await pendingOf(tx, article.id)
    if (pending.length >= mostPending) throw tooMany(article.id)
    const revisionNumber = numberFor(action, revision, article.version)
    const plan = { id: ctx.newId(), action, ...time, revisionNumber }
    await requirePlan(ctx, tx, article, plan)
    requireOrder(article, pending, [...pending, plan])
    const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), changedAt: ctx.now }
    const row = await tx.schedule.create({
      data: { ...plan, articleId: article.id, isSignificant: significant ?? null, ...made },
    })
    if (action === 'PUBLISH') await moveTo(ctx, tx, article, status)
    await recordEvent(ctx, tx, { ...eventOf('article.scheduled', article, row), note: note ?? null })
    return toSchedule(row)
  })
}

/**
 * Another time or revision for a pending schedule. `expectedVersion` is that of the schedule.
 * @throws as `scheduleArticle`, and conflict when it is not pending any more.
 */
export async function changeSchedule(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<Schedule> {
  allow(ctx.caller, 'article', 'schedule')
  const { significant, note, revision, ...given } = parse(SchedulePatch, input ?? {})
  const time = timeOf(given)
  return ctx.tx(async (tx) => {
    const { article, before } = await lockedSchedule(ctx, tx, id, expectedVersion)
    const { at, localTime, zone } = time ?? before
    if (time) requireAhead(time, await ctx.databaseNow(tx))
    const revisionNumber = numberFor(before.action, revision, before.revisionNumber ?? article.version)
    const plan = { id: before.id, action: before.action, at, localTime, zone, revisionNumber }
    await requirePlan(ctx, tx, article, plan)
    const pending = await pendingOf(tx, article.id)
    requireOrder(
      article,
      pending,
      pending.map((each) => (each.id === plan.id ? plan : each)),
    )
    const row = await tx.schedule.update({
      where: { id: before.id },
      data: {
        ...plan,
        isSignificant: significant === undefined ? before.isSignificant : significant,
        ...nextVersion(ctx, before),
      },
    })
    await recordEvent(ctx, tx, { ...eventOf('article.scheduled', article, row), note: note ?? null })
    return toSchedule(row)
  })
}

/**
 * Calls a pending schedule off; a story that nothing is to publish any more is at rest again.
 * @throws not_found, stale_version, conflict when it is not pending, or a withdrawal needs it.
 */
export async function cancelSchedule(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<Schedule> {
  allow(ctx.caller, 'article', 'schedule')
  return ctx.tx(async (tx) => {
    const { article, before } = await lockedSchedule(ctx, tx, id, expectedVersion)
    const pending = await pendingOf(tx, article.id)
    requireOrder(
      article,
      pending,
      pending.filter((each) => each.id !== before.id),
    )
    const row = await tx.schedule.update({
      where: { id: before.id },
      data: { status: 'CANCELLED', ...nextVersion(ctx, before) },
    })
    await rest(ctx, tx, article)
    await recordEvent(ctx, tx, eventOf('article.unscheduled', article, row))
    return toSchedule(row)
  })
}

/** Puts a story to rest that was to be published, when nothing is to publish it any more. In a transaction that has its lock. */
export async function rest(ctx: Ctx, tx: Transaction, article: ArticleDraft): Promise<void> {
  if (article.status !== 'SCHEDULED') return
  const pending = await pendingOf(tx, article.id)
  if (pending.some(({ action }) => action === 'PUBLISH')) return
  await moveTo(ctx, tx, article, nextStatus(article, 'unschedule'))
}

/** What the journal tells of a schedule: which, what, when (ms since 1970) and with which revision. */
function eventOf(type: 'article.scheduled' | 'article.unscheduled', article: ArticleDraft, row: ScheduleRow) {
  const { id: scheduleId, action, at, revisionNumber: revision } = row
  const data = { scheduleId, action, at: at.getTime(), revision }
  return { type, subjectId: article.id, version: article.version, data }
}

/** A pending schedule with the lock of its story, which all its changes hold. */
async function lockedSchedule(ctx: Ctx, tx: Transaction, id: string, expectedVersion: number | null | undefined) {
  const { articleId } = await scheduleOr404(tx, id)
  const article = await lockedDraft(ctx, tx, articleId)
  const before = await scheduleOr404(tx, id)
  await requireScheduleVersion(tx, before, expectedVersion)
  if (before.status !== 'PENDING')
    throw new Refusal('conflict', `schedule ${before.id} is ${before.status}; only a pending one can be changed`)
  return { article, before }
}

/** As `requireVersion`; who made the newest version stands with the story's events. @throws stale_version */
async function requireScheduleVersion(tx: Transaction, row: ScheduleRow, expected: number | null | undefined) {
  if (expected == null || expected === row.version) return
  const last = await tx.journalEntry.findFirst({
    where: { subjectId: row.articleId, data: { path: ['scheduleId'], equals: row.id } },
    orderBy: { sequence: 'desc' },
    select: { actor: true, occurredAt: true },
  })
  const made = last && { by: last.actor, at: last.occurredAt }
  throw staleVersion('schedule', row.id, expected, row.version, made)
}

function pendingOf(tx: Transaction, articleId: string) {
  return tx.schedule.findMany({
    where: { articleId, status: 'PENDING' },
    select: { id: true, action: true, at: true },
  })
}

/** @throws invalid_input for a withdrawal with a revision. */
function numberFor(action: Plan['action'], given: number | null | undefined, otherwise: number): number | null {
  if (action === 'PUBLISH') return given ?? otherwise
  if (given == null) return null
  throw invalidInput([{ path: 'revision', message: 'is for PUBLISH; a withdrawal takes whatever is live' }])
}

/** @throws not_found, not_publishable, missing_reference, slug_taken, embargoed: what can be known now of why it would be refused then. */
async function requirePlan(
  ctx: Ctx,
  tx: Transaction,
  article: ArticleDraft,
  { revisionNumber, at }: Plan & { revisionNumber: number | null },
): Promise<void> {
  if (revisionNumber === null) return
  const { content } = await revisionOr404(tx, article.id, revisionNumber)
  const planned = content as unknown as ArticleContent
  requirePublishable(planned)
  await loadReferences(tx, planned)
  await requireSlug(tx, article.id, planned.slug)
  await requireNoEmbargo(ctx, tx, article, at)
}

function tooMany(id: string): Refusal {
  return new Refusal(
    'conflict',
    `article ${id} has ${mostPending} pending schedules, the most there can be; cancel one`,
  )
}

async function moveTo(ctx: Ctx, tx: Transaction, { id, status: from }: ArticleDraft, status: ArticleDraft['status']) {
  if (status !== from) await tx.article.update({ where: { id }, data: { status, changedAt: ctx.now } })
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn, type Verb } from '../core/policy.ts'
import { holdLock, requireVersion, rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { ArticleContent } from './article.ts'
import { type ArticleDraft, DraftQuery } from './article-draft.ts'

/** One story with its newest content, live or not. @throws not_found */
export async function articleDraft(ctx: Ctx, id: string): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'read')
  return draftOr404(ctx, ctx.db, id)
}

/** Stories in the order of their last change, newest first. */
export async function listArticleDrafts(ctx: Ctx, input: unknown): Promise<Page<ArticleDraft>> {
  allow(ctx.caller, 'article', 'read')
  const { status, ...page } = parse(DraftQuery, input)
  const request = readPage(page, `article-drafts:${status ?? ''}`, 'instant')
  const rows = await ctx.db.article.findMany({
    where: { ...(status && { status }), ...changedBefore(request.after) },
    select: draftColumns,
    orderBy: [{ changedAt: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
    relationLoadStrategy: 'join',
  })
  return toPage(
    rows,
    request,
    ({ changedAt, id }) => ({ key: changedAt.toISOString(), id }),
    (row) => toArticleDraft(row, ctx.now),
  )
}

/** The row of one revision. @throws not_found, also for what is not a number. */
export async function revisionOr404(tx: Transaction, articleId: string, number: number) {
  const inRange = Number.isInteger(number) && number > 0 && number < 2 ** 31
  const row = inRange ? await tx.revision.findUnique({ where: { articleId_number: { articleId, number } } }) : null
  if (!row) throw notFound('revision', `${number}' of article '${articleId}`)
  return row
}

/** One story for a verb on it: verbs on the same story follow each other. @throws not_found */
export async function lockedDraft(ctx: Ctx, tx: Transaction, id: string): Promise<ArticleDraft> {
  return rowOr404('article', id.toLowerCase(), async (known) => {
    await holdLock(tx, `article:${known}`)
    return draftOr404(ctx, tx, known)
  })
}

/**
 * The same, when the caller may do the verb with this very story and has read its newest version.
 * @throws not_found, forbidden, stale_version
 */
export async function draftFor(
  ctx: Ctx,
  tx: Transaction,
  id: string,
  verb: Verb<'article'>,
  expectedVersion: number | null | undefined,
): Promise<ArticleDraft> {
  const draft = await lockedDraft(ctx, tx, id)
  allowOn(ctx.caller, 'article', verb, draft.ownerId)
  await requireVersion(tx, 'article', draft, expectedVersion)
  return draft
}

/** One story as staff see it, whoever asks: the caller decides who may. @throws not_found */
export async function draftOr404(ctx: Ctx, tx: Transaction, id: string): Promise<ArticleDraft> {
  const find = (known: string) =>
    tx.article.findUnique({ where: { id: known }, select: draftColumns, relationLoadStrategy: 'join' })
  return toArticleDraft(await rowOr404('article', id, find), ctx.now)
}

function changedBefore(after: { key: string; id: string } | null) {
  if (!after) return {}
  const changedAt = new Date(after.key)
  return { changedAt: { lte: changedAt }, OR: [{ changedAt: { lt: changedAt } }, { id: { lt: after.id } }] }
}

const draftColumns = {
  id: true,
  status: true,
  headNumber: true,
  liveNumber: true,
  approvedNumber: true,
  reviewedAt: true,
  reviewedBy: true,
  reviewNote: true,
  embargoedAt: true,
  embargoUntil: true,
  embargoNote: true,
  killedAt: true,
  killReason: true,
  withdrawReason: true,
  firstPublishedAt: true,
  createdAt: true,
  createdBy: true,
  ownerId: true,
  changedAt: true,
  lock: { select: { holderId: true, holder: true, acquiredAt: true, expiresAt: true } },
  revisions: { select: { content: true }, orderBy: { number: 'desc' }, take: 1 },
} satisfies Prisma.ArticleSelect

type DraftRow = Prisma.ArticleGetPayload<{ select: typeof draftColumns }>

/** The view for staff; an embargo and a lock are shown while they last. */
function toArticleDraft(row: DraftRow, now: Date): ArticleDraft {
  const { id, status, firstPublishedAt, createdAt, createdBy, ownerId, changedAt, revisions, lock } = row
  const { headNumber, liveNumber, approvedNumber, embargoedAt, embargoUntil, killedAt, killReason } = row
  const isEmbargoed = embargoedAt && (!embargoUntil || embargoUntil > now)
  return {
    ...{ id, status, firstPublishedAt, createdAt, createdBy, ownerId, changedAt },
    version: headNumber,
    liveVersion: liveNumber,
    approvedVersion: approvedNumber,
    review: reviewIn(row),
    withdrawReason: row.withdrawReason,
    embargo: isEmbargoed ? { since: embargoedAt, until: embargoUntil, note: row.embargoNote } : null,
    kill: killedAt ? { at: killedAt, reason: killReason ?? '' } : null,
    lock: lock && lock.expiresAt > now ? lock : null,
    content: revisions[0]?.content as unknown as ArticleContent,
  }
}

/** The last verdict: a rejection leaves no approved revision behind. */
function reviewIn({ approvedNumber, reviewedAt: at, reviewedBy: by, reviewNote: note }: DraftRow) {
  return (
    at && { verdict: approvedNumber === null ? ('REJECTED' as const) : ('APPROVED' as const), by: by ?? '', at, note }
  )
}

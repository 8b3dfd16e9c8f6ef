import type { Ctx, Transaction } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { emptyPage, type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock, rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { ArticleContent } from './article.ts'
import { type ArticleDraft, DraftQuery, type Revision, RevisionQuery } from './article-draft.ts'

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

/** The revisions of a story, newest first. @throws not_found */
export async function listRevisions(ctx: Ctx, id: string, input: unknown): Promise<Page<Revision>> {
  const article = await articleDraft(ctx, id)
  return (await revisionsOfArticles(ctx, [article.id], input)).get(article.id) ?? emptyPage
}

/** The same for many stories at once, by the story's id. A cursor belongs to one story, so that with one there can be no other. */
export async function revisionsOfArticles(
  ctx: Ctx,
  ids: string[],
  input: unknown,
): Promise<Map<string, Page<Revision>>> {
  allow(ctx.caller, 'article', 'read')
  const asked = parse(RevisionQuery, input)
  const requests = new Map(ids.map((id) => [id, readPage(asked, `revisions:${id}`, 'number')]))
  const [shared] = requests.values()
  if (!shared) return new Map()
  const where = shared.after ? { number: { lt: Number(shared.after.key) } } : {}
  const revisions = { where, orderBy: { number: 'desc' }, take: shared.size + 1 } as const
  const rows = await ctx.db.article.findMany({
    where: { id: { in: ids } },
    select: { id: true, revisions },
    relationLoadStrategy: 'join',
  })
  const position = (row: { id: string; number: number }) => ({ key: String(row.number), id: row.id })
  return new Map(
    rows.map((row) => [row.id, toPage(row.revisions, requests.get(row.id) ?? shared, position, toRevision)]),
  )
}

interface RevisionName {
  articleId: string
  number: number
}

/** The name of a revision in `revisionsByNumber`. */
export const revisionKey = ({ articleId, number }: RevisionName) => `${articleId}/${number}`

/** Revisions of several stories by their numbers, under `revisionKey`; what does not exist is left out. */
export async function revisionsByNumber(ctx: Ctx, wanted: RevisionName[]): Promise<Map<string, Revision>> {
  allow(ctx.caller, 'article', 'read')
  const OR = wanted.map(({ articleId, number }) => ({ articleId, number }))
  const rows = await ctx.db.revision.findMany({ where: { OR } })
  return new Map(rows.map((row) => [revisionKey(row), toRevision(row)]))
}

/** One revision of a story by its number. @throws not_found */
export async function revisionByNumber(ctx: Ctx, id: string, number: number): Promise<Revision> {
  allow(ctx.caller, 'article', 'read')
  const article = await draftOr404(ctx, ctx.db, id)
  return toRevision(await revisionOr404(ctx.db, article.id, number))
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

/** One story as staff see it. @throws not_found */
async function draftOr404(ctx: Ctx, tx: Transaction, id: string): Promise<ArticleDraft> {
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
  embargoedAt: true,
  embargoUntil: true,
  embargoNote: true,
  killedAt: true,
  killReason: true,
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
    embargo: isEmbargoed ? { since: embargoedAt, until: embargoUntil, note: row.embargoNote } : null,
    kill: killedAt ? { at: killedAt, reason: killReason ?? '' } : null,
    lock: lock && lock.expiresAt > now ? lock : null,
    content: revisions[0]?.content as unknown as ArticleContent,
  }
}

function toRevision({ id, number, note, createdAt, createdBy, content }: Prisma.RevisionGetPayload<object>): Revision {
  return { id, number, note, createdAt, createdBy, content: content as unknown as ArticleContent }
}

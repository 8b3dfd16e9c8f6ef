import { draftOr404, lockedDraft, revisionOr404 } from '../articles/drafts.ts'
import { requireNoEmbargo } from '../articles/embargo.ts'
import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn, may } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import { expiryOf, type Preview, PreviewInput, type PreviewToken, toPreview } from './preview.ts'
import { madePreviewSecret } from './secret.ts'
import { signToken } from './token.ts'

/** Links of one story that are good at the same time at most: a guard against programs that run wild. */
const mostOpen = 100

/**
 * A link to one revision for somebody without a key. The token is given only here.
 * @throws not_found also for a revision that there is not, embargoed, conflict for a killed story or one with 100 links.
 */
export async function createPreview(ctx: Ctx, articleId: string, input: unknown): Promise<PreviewToken> {
  allow(ctx.caller, 'preview', 'create')
  const given = parse(PreviewInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await lockedDraft(ctx, tx, articleId)
    allowOn(ctx.caller, 'preview', 'create', draft.ownerId)
    if (draft.status === 'KILLED') throw new Refusal('conflict', `article ${draft.id} was killed; it cannot be shown`)
    await requireNoEmbargo(ctx, tx, draft)
    const { number } = await revisionOr404(tx, draft.id, given.revision ?? draft.version)
    const now = await ctx.databaseNow(tx)
    await requireRoom(tx, draft.id, now)
    const secret = await madePreviewSecret(tx)
    const made = {
      id: ctx.newId(),
      createdAt: ctx.now,
      createdBy: actorOf(ctx.caller),
      expiresAt: expiryOf(given, now),
    }
    const note = given.note ?? null
    const row = await tx.previewToken.create({ data: { ...made, articleId: draft.id, revisionNumber: number, note } })
    const data = { articleId: draft.id, revision: number }
    await recordEvent(ctx, tx, { type: 'preview.created', subjectId: row.id, version: 1, data, note })
    const token = signToken(secret, row)
    return { ...toPreview(row), token, url: `/v1/preview/${token}` }
  })
}

/** The links of a story that are good now, newest first; at most 100. @throws not_found, forbidden */
export async function listPreviews(ctx: Ctx, articleId: string): Promise<Preview[]> {
  allow(ctx.caller, 'preview', 'read')
  const article = await draftOr404(ctx, ctx.db, articleId)
  allowOn(ctx.caller, 'preview', 'read', article.ownerId)
  return (await openPreviews(ctx, [article.id])).get(article.id) ?? []
}

/** The same for many stories at once, by id; stories whose links the caller may not see are left out. */
export async function previewsOfArticles(
  ctx: Ctx,
  articles: { id: string; ownerId: string | null }[],
): Promise<Map<string, Preview[]>> {
  const seen = articles.filter(({ ownerId }) => may(ctx.caller, 'preview', 'read', ownerId)).map(({ id }) => id)
  const found = await openPreviews(ctx, seen)
  return new Map(seen.map((id) => [id, found.get(id) ?? []]))
}

/** Makes a link useless at once; gives its id. One that is useless already stays so, without an event. @throws not_found, forbidden */
export async function revokePreview(ctx: Ctx, id: string): Promise<string> {
  allow(ctx.caller, 'preview', 'revoke')
  return ctx.tx(async (tx) => {
    const find = (known: string) => tx.previewToken.findUnique({ where: { id: known } })
    const { articleId } = await rowOr404('preview', id, find)
    const draft = await lockedDraft(ctx, tx, articleId)
    allowOn(ctx.caller, 'preview', 'revoke', draft.ownerId)
    const row = await rowOr404('preview', id, find)
    if (row.revokedAt) return row.id
    await tx.previewToken.update({ where: { id: row.id }, data: { revokedAt: ctx.now } })
    const data = { articleId, revision: row.revisionNumber }
    await recordEvent(ctx, tx, { type: 'preview.revoked', subjectId: row.id, version: 2, data })
    return row.id
  })
}

async function openPreviews(ctx: Ctx, articleIds: string[]): Promise<Map<string, Preview[]>> {
  if (articleIds.length === 0) return new Map()
  const where = { articleId: { in: articleIds }, ...openAt(await ctx.databaseNow(ctx.db)) }
  const rows = await ctx.db.previewToken.findMany({ where, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  return new Map(articleIds.map((id) => [id, rows.filter(({ articleId }) => articleId === id).map(toPreview)]))
}

function openAt(now: Date) {
  return { revokedAt: null, expiresAt: { gt: now } }
}

async function requireRoom(tx: Transaction, articleId: string, now: Date): Promise<void> {
  if ((await tx.previewToken.count({ where: { articleId, ...openAt(now) } })) < mostOpen) return
  throw new Refusal('conflict', `article ${articleId} has ${mostOpen} previews that are still good; revoke one first`)
}

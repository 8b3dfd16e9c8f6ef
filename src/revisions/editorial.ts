import type { ArticleContent } from '../articles/article.ts'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { articleDraft, draftFor, revisionOr404 } from '../articles/drafts.ts'
import { factsOf } from '../articles/facts.ts'
import { isSlugFree, saveRevision } from '../articles/save.ts'
import { nextStatus } from '../articles/status.ts'
import type { Ctx } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { emptyPage, type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { Prisma } from '../db/generated/client.ts'
import { type Revision, RevisionQuery, RevisionRestore } from './revision.ts'

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
  const { autosaves: isAutosave, ...asked } = parse(RevisionQuery, input)
  const requests = new Map(ids.map((id) => [id, readPage(asked, `revisions:${id}:${isAutosave ?? ''}`, 'number')]))
  const [shared] = requests.values()
  if (!shared) return new Map()
  const before = shared.after ? { number: { lt: Number(shared.after.key) } } : {}
  const where = { ...before, ...(isAutosave != null && { isAutosave }) }
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

/** One revision of a story by its number. @throws not_found, also for an autosave that a later one took the place of. */
export async function revisionByNumber(ctx: Ctx, id: string, number: number): Promise<Revision> {
  const article = await articleDraft(ctx, id)
  return toRevision(await revisionOr404(ctx.db, article.id, number))
}

/**
 * Makes the content of an older revision the newest again, as a new revision. It gets the slug that it had when that is still
 * free for this story, else it keeps the present one. What it refers to is checked again.
 * @throws not_found, stale_version, missing_reference, conflict
 */
export async function restoreRevision(
  ctx: Ctx,
  id: string,
  number: number,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'revise')
  const { note } = parse(RevisionRestore, input ?? {})
  return ctx.tx(async (tx) => {
    const before = await draftFor(ctx, tx, id, 'revise', expectedVersion)
    nextStatus(before, 'revise')
    const row = await revisionOr404(tx, before.id, number)
    const { slug: former, ...content } = row.content as unknown as ArticleContent
    const slug = (await isSlugFree(tx, before.id, former)) ? former : before.content.slug
    const after = await saveRevision(ctx, tx, before, content, { slug, note })
    await recordEvent(ctx, tx, {
      type: 'article.revised',
      ...{ subjectId: after.id, version: after.version },
      data: { ...factsOf(after.content), restored: number },
    })
    return after
  })
}

function toRevision({ articleId: _, content, ...row }: Prisma.RevisionGetPayload<object>): Revision {
  return { ...row, content: content as unknown as ArticleContent }
}

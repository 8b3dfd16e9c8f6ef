import { isDeepStrictEqual } from 'node:util'
import type { Ctx, Transaction } from '../core/ctx.ts'
import type { ArticleContent } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { revisionOr404 } from './drafts.ts'
import { refuseUnderEmbargo } from './embargo.ts'
import { project, timesOf } from './projection.ts'
import { loadReferences } from './references.ts'

/** Which revision is to be shown, and how. */
export interface Showing {
  number: number
  /** Whether readers are told of an update. Left out: when headline, standfirst or text of a live story differ. */
  significant?: boolean | null | undefined
  note?: string | null | undefined
}

/**
 * What readers would see of a revision if it were published now, whether or not it is fit for that; writes nothing.
 * @throws not_found, embargoed, missing_reference
 */
export async function projectRevision(ctx: Ctx, tx: Transaction, draft: ArticleDraft, showing: Showing) {
  const { number, significant } = showing
  const { content, ...revision } = await revisionToShow(tx, draft, number)
  const { significantAt: toldBefore, corrections, ...guard } = await pastOf(tx, draft.id)
  await refuseUnderEmbargo(ctx, tx, guard)
  const references = await loadReferences(tx, content)
  const isTold = significant ?? (await changesFacts(tx, draft, number, content))
  const significantAt = isTold ? ctx.now : toldBefore
  const times = timesOf(ctx.now, draft, content, significantAt)
  const projection = project({ id: draft.id, revision, content, references, corrections }, times, ctx.site)
  return { content, references, significantAt, times, projection }
}

/** The revision with this number; the newest one's words are at hand already. @throws not_found */
async function revisionToShow(tx: Transaction, draft: ArticleDraft, number: number) {
  if (number !== draft.version) {
    const { id, content } = await revisionOr404(tx, draft.id, number)
    return { id, number, content: content as unknown as ArticleContent }
  }
  const where = { articleId_number: { articleId: draft.id, number } }
  const { id } = await tx.revision.findUniqueOrThrow({ where, select: { id: true } })
  return { id, number, content: draft.content }
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

import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { foldAutosave } from '../revisions/autosave.ts'
import { ArticleInput, ArticlePatch } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { changedContent, newContent } from './content.ts'
import { draftFor } from './drafts.ts'
import { factsOf } from './facts.ts'
import { saveFirst, saveRevision } from './save.ts'
import { nextStatus } from './status.ts'

/** The state of a story that was just made. */
const newDraft = {
  ...({ status: 'DRAFT', version: 1, liveVersion: null, approvedVersion: null, firstPublishedAt: null } as const),
  ...{ review: null, embargo: null, kill: null, withdrawReason: null, lock: null },
}

/** A new story, as a draft with its first revision. @throws invalid_input, missing_reference, slug_taken. */
export async function createArticle(ctx: Ctx, input: unknown): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'create')
  const given = parse(ArticleInput, input)
  const unnamed = newContent(given, ctx.site.defaultLocale)
  const owned = { createdBy: actorOf(ctx.caller), ownerId: principalOf(ctx.caller) }
  const created = { id: ctx.newId(), createdAt: ctx.now, ...owned }
  return ctx.tx(async (tx) => {
    const content = await saveFirst(ctx, tx, created, unnamed, { slug: given.slug ?? null, note: given.note })
    await recordEvent(ctx, tx, { type: 'article.created', subjectId: created.id, version: 1, data: factsOf(content) })
    return { ...newDraft, ...created, changedAt: ctx.now, content }
  })
}

/**
 * A new revision of a story; readers see nothing of it. One with `autosave` takes the place of the autosave before it: see
 * `foldAutosave`.
 * @throws not_found, stale_version, and as `createArticle`.
 */
export async function reviseArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'revise')
  const { autosave: isAutosave = false, note, ...patch } = parse(ArticlePatch, input)
  return ctx.tx(async (tx) => {
    const before = await draftFor(ctx, tx, id, 'revise', expectedVersion)
    nextStatus(before, 'revise')
    const slug = patch.slug ?? before.content.slug
    const after = await saveRevision(ctx, tx, before, changedContent(before.content, patch), { slug, note, isAutosave })
    const folded = isAutosave && (await foldAutosave(ctx, tx, before))
    await recordEvent(ctx, tx, {
      type: 'article.revised',
      ...{ subjectId: after.id, version: after.version },
      data: { ...factsOf(after.content), ...(isAutosave && { isAutosave }), ...(folded && { folded: before.version }) },
    })
    return after
  })
}

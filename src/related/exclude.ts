import type { ArticleDraft } from '../articles/article-draft.ts'
import { draftFor, draftOr404 } from '../articles/drafts.ts'
import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput } from '../core/errors.ts'
import { type EventType, recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { holdLock } from '../core/writes.ts'
import { makeDue, nowPriority } from './due.ts'
import { ExclusionInput, type SuggestionExclusions } from './exclusion.ts'
import { listsLock } from './giving.ts'

/**
 * Keeps a story from being suggested: beside `besideId`, and that beside it; or, without one, anywhere. It leaves the lists at once. What an
 * editor picks by hand is shown all the same. @throws not_found, forbidden
 */
export async function excludeSuggestion(ctx: Ctx, id: string, input: unknown): Promise<SuggestionExclusions> {
  return changeExclusion(ctx, id, input, 'related.excluded', async (tx, own, besideId) => {
    const made = { createdBy: actorOf(ctx.caller), createdAt: ctx.now }
    // Both ways; for a story that is suggested nowhere they are one.
    const data = [
      { articleId: own, besideId, ...made },
      { articleId: besideId, besideId: own, ...made },
    ]
    await tx.relatedExclusion.createMany({ data, skipDuplicates: true })
    return dropPairs(tx, own, besideId)
  })
}

/** Takes that back: the worker finds the lists of the stories anew. @throws not_found, forbidden */
export async function includeSuggestion(ctx: Ctx, id: string, input: unknown): Promise<SuggestionExclusions> {
  return changeExclusion(ctx, id, input, 'related.included', async (tx, own, besideId) => {
    await tx.$executeRaw`
      DELETE FROM related_exclusion WHERE ("articleId" = ${own}::uuid AND "besideId" = ${besideId}::uuid)
        OR ("articleId" = ${besideId}::uuid AND "besideId" = ${own}::uuid)`
    return []
  })
}

/** What an editor said of a story. @throws not_found */
export async function suggestionExclusions(ctx: Ctx, id: string): Promise<SuggestionExclusions> {
  allow(ctx.caller, 'article', 'read')
  const draft = await draftOr404(ctx, ctx.db, id.toLowerCase())
  return exclusionsOf(ctx.db, draft)
}

type Change = (tx: Transaction, own: string, besideId: string) => Promise<string[]>

/** Gives how it stands afterwards. `change` gives whose lists it changed. */
async function changeExclusion(
  ctx: Ctx,
  id: string,
  input: unknown,
  type: EventType,
  change: Change,
): Promise<SuggestionExclusions> {
  allow(ctx.caller, 'article', 'suggest')
  const { besideId: given, note = null } = parse(ExclusionInput, input ?? {})
  return ctx.tx(async (tx) => {
    const draft = await draftFor(ctx, tx, id, 'suggest', undefined)
    const besideId = given ? (await draftOr404(ctx, tx, given.toLowerCase())).id : draft.id
    if (given && besideId === draft.id)
      throw invalidInput([{ path: 'besideId', message: 'is the story itself; leave it out to speak of all others' }])
    // Lists that are being written have been, or are when this is known.
    await holdLock(tx, listsLock)
    const touched = await change(tx, draft.id, besideId)
    await makeDue(tx, touched, nowPriority, 2)
    const exclusions = await exclusionsOf(tx, draft)
    const data = { articleId: draft.id, besideId: given ? besideId : null }
    const told = { subjectId: draft.id, version: draft.version, data, note }
    await recordEvent(ctx, tx, { type, ...told, ...(touched.length > 0 && { keys: touched, isSilent: true }) })
    return exclusions
  })
}

/** Takes the story from all lists of suggestions, or each of a pair from that of the other. Gives whose lists those are. */
async function dropPairs(tx: Transaction, own: string, besideId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM related_story WHERE kind = 'SUGGESTED' AND (
      ("targetId" = ${own}::uuid AND (${own}::uuid = ${besideId}::uuid OR "articleId" = ${besideId}::uuid))
      OR ("targetId" = ${besideId}::uuid AND "articleId" = ${own}::uuid))
    RETURNING "articleId"::text AS id`
  return [...new Set(rows.map(({ id }) => id))]
}

async function exclusionsOf(tx: Transaction, { id }: Pick<ArticleDraft, 'id'>): Promise<SuggestionExclusions> {
  const rows = await tx.relatedExclusion.findMany({ where: { articleId: id }, orderBy: { createdAt: 'asc' } })
  const besideIds = rows.map(({ besideId }) => besideId).filter((besideId) => besideId !== id)
  return { isExcluded: besideIds.length < rows.length, besideIds }
}

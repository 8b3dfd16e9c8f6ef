import { isDeepStrictEqual } from 'node:util'
import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import type { ArticlePatch } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { changedContent } from './content.ts'
import { draftFor, revisionOr404 } from './drafts.ts'
import { factsOf } from './facts.ts'
import { showRevision } from './publish.ts'
import { saveRevision } from './save.ts'
import { holdStill } from './show.ts'
import { nextStatus } from './status.ts'
import { CorrectInput } from './verbs.ts'

/**
 * Puts a live story right before readers' eyes: they are told what was wrong, and `updatedAt` moves. With `patch` the live
 * words are changed in a new revision; with `revision` that one is shown; with neither the words stay.
 * @throws not_found, stale_version, invalid_input, conflict when it is not live or its newest revision has other changes, and
 * as `publishArticle` and `reviseArticle`.
 */
export async function correctArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'correct')
  const told = parse(CorrectInput, input)
  return ctx.tx(async (tx) => correctDraft(ctx, tx, await draftFor(ctx, tx, id, 'correct', expectedVersion), told))
}

/**
 * Corrects inside a transaction that has the story's lock. Writes the event, so that nothing comes after it.
 * @throws as `correctArticle`, without not_found and stale_version
 */
export async function correctDraft(
  ctx: Ctx,
  tx: Transaction,
  before: ArticleDraft,
  { type, text, patch, revision, note }: CorrectInput,
): Promise<ArticleDraft> {
  if (patch && revision != null)
    throw invalidInput([{ path: 'revision', message: 'cannot stand beside patch; give one of them' }])
  const status = nextStatus(before, 'correct')
  await holdStill(tx)
  const draft = patch ? await savePatch(ctx, tx, before, patch, note) : before
  const number = patch ? draft.version : (revision ?? draft.liveVersion ?? draft.version)
  const correction = { id: ctx.newId(), articleId: draft.id, revisionNumber: number, type, text, at: ctx.now }
  await tx.correction.create({ data: { ...correction, createdBy: actorOf(ctx.caller) }, select: { id: true } })
  const { story, content, keys } = await showRevision(ctx, tx, { ...draft, status }, { number, significant: true })
  await recordEvent(ctx, tx, {
    ...{ type: 'article.corrected', subjectId: draft.id, version: number, isPublic: true, note },
    ...{ data: { ...factsOf(content), correctionId: correction.id, correctionType: type }, keys },
  })
  return story
}

async function savePatch(
  ctx: Ctx,
  tx: Transaction,
  draft: ArticleDraft,
  patch: ArticlePatch,
  note: string | null | undefined,
): Promise<ArticleDraft> {
  await requireNothingUnseen(tx, draft)
  const saving = { slug: patch.slug ?? draft.content.slug, note: patch.note ?? note }
  return saveRevision(ctx, tx, draft, changedContent(draft.content, patch), saving)
}

/** A correction shows readers what it names and nothing else: no changes that somebody has in work. */
async function requireNothingUnseen(
  tx: Transaction,
  { id, version, liveVersion, content }: ArticleDraft,
): Promise<void> {
  if (liveVersion === null || liveVersion === version) return
  const live = await revisionOr404(tx, id, liveVersion)
  if (isDeepStrictEqual(live.content, content)) return
  throw new Refusal(
    'conflict',
    `revision ${version} has changes that readers have not seen: correct with 'revision' to show one of them, or restore revision ${liveVersion} first`,
    { details: { currentVersion: version, liveVersion } },
  )
}

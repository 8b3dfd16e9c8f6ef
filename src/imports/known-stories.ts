import { isDeepStrictEqual } from 'node:util'
import type { ArticleContent } from '../articles/article.ts'
import type { ArticleDraft } from '../articles/article-draft.ts'
import type { UnnamedContent } from '../articles/content.ts'
import { correctDraft } from '../articles/correct.ts'
import { draftOr404 } from '../articles/drafts.ts'
import { factsOf } from '../articles/facts.ts'
import { killDraft } from '../articles/kill.ts'
import { publishRevision, withdrawLive } from '../articles/publish.ts'
import { saveRevision } from '../articles/save.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { inSavepoint } from '../core/held-events.ts'
import { type Identity, olderRemark, versionNumber } from './identities.ts'
import type { ImportStory } from './item.ts'
import { storiesLinked, withStoryLinks } from './link-stories.ts'
import type { Fresh } from './new-stories.ts'
import { type Outcome, outcomeOf, refused } from './outcomes.ts'
import type { Run } from './run.ts'
import { blocksOf } from './story-body.ts'

/** A story that we have, and what its source says of it now. */
export interface Known extends Fresh {
  identity: Identity
}

/** What was done with a known story. */
interface Done {
  result: Outcome['result']
  /** Number of the revision that the source's words stand in. */
  revision: number
  remarks: string[]
}

/**
 * Brings stories that we have to what their source says now, one after the other, in a transaction that has their locks and holds
 * its events back. What is refused of one leaves the others as they are.
 */
export async function changeStories(ctx: Ctx, tx: Transaction, run: Run, known: Known[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  const linked = known.length > 0 ? await storiesLinked(tx, known, new Map()) : new Map()
  for (const story of known) {
    const content = { ...story.content, ...withStoryLinks(story, linked) }
    outcomes.push(await changeStory(ctx, tx, run, { ...story, content }))
  }
  return outcomes
}

async function changeStory(ctx: Ctx, tx: Transaction, run: Run, story: Known): Promise<Outcome> {
  const { targetId, hash: before } = story.identity
  try {
    const { result, revision, remarks } = await inSavepoint(tx, () => bringUpToDate(ctx, tx, run, story))
    await tx.importIdentity.update({
      where: { source_noun_externalId: { source: run.source, noun: 'ARTICLE', externalId: story.item.externalId } },
      // What was skipped is not what stands here: the newest version, when it comes again, says the same as before.
      data: {
        ...{ hash: result === 'SKIPPED' ? before : story.hash, revision },
        ...{ changedAt: ctx.now, sourceVersion: newestVersion(story) },
      },
      select: { targetId: true },
    })
    await noteUnderOtherIds(tx, story, revision)
    return outcomeOf({ ...story, remarks: [...story.remarks, ...remarks] }, result, targetId)
  } catch (error) {
    if (!(error instanceof Refusal) || error.status >= 500) throw error
    const { faults, message } = error
    return { ...refused(story, faults.length > 0 ? faults : [{ path: '', message }]), targetId }
  }
}

/** What one id brought is no edit of ours to the others that the story has. */
async function noteUnderOtherIds(tx: Transaction, { identity }: Known, revision: number): Promise<void> {
  const { targetId, revision: before } = identity
  if (before === null || before === revision) return
  await tx.importIdentity.updateMany({ where: { noun: 'ARTICLE', targetId, revision: before }, data: { revision } })
}

async function bringUpToDate(ctx: Ctx, tx: Transaction, run: Run, story: Known): Promise<Done> {
  const { item, identity } = story
  const draft = await draftOr404(ctx, tx, identity.targetId)
  const before = { revision: identity.revision ?? draft.version, remarks: [] }
  if (draft.status === 'KILLED') return { ...before, result: 'SKIPPED', remarks: ['was killed here; stays so'] }
  if (item.status === 'KILLED') {
    await killDraft(ctx, tx, draft, { reason: killReason(item), note: run.note })
    return { ...before, result: 'UPDATED', remarks: ['was killed, as its source asks'] }
  }
  const older = olderRemark(item, identity)
  if (older) return { ...before, result: 'SKIPPED', remarks: [older] }
  const said = { ...story.content, body: blocksOf(story.content.body) }
  const saved = await saveSaid(ctx, tx, run, draft, said, item)
  const isEdited = draft.version !== identity.revision
  const remarks = isEdited
    ? [`was edited here since (revision ${draft.version}); what its source says is revision ${saved.version}`]
    : []
  const shown = await bringLive(ctx, tx, run, { before: draft, saved, item, isEdited })
  const isSame = saved.version === draft.version && shown === null
  return {
    result: isSame ? 'UNCHANGED' : 'UPDATED',
    revision: saved.version,
    remarks: [...remarks, ...(shown ? [shown] : [])],
  }
}

function newestVersion({ item, identity }: Known): number | null {
  const version = versionNumber(item.version)
  return version === null ? identity.sourceVersion : Math.max(version, identity.sourceVersion ?? version)
}

function killReason({ correction, source }: ImportStory): string {
  return correction?.text || `Withdrawn by ${source?.name ?? 'its source'}.`
}

/** A revision with what the source says, when that is anything new. */
async function saveSaid(
  ctx: Ctx,
  tx: Transaction,
  run: Run,
  draft: ArticleDraft,
  said: UnnamedContent,
  item: ImportStory,
) {
  const { slug, ...content } = draft.content
  const next = merged(content, said, item)
  if (isDeepStrictEqual(JSON.parse(JSON.stringify(next)), JSON.parse(JSON.stringify(content)))) return draft
  const saved = await saveRevision(ctx, tx, draft, next, { slug, note: run.note })
  await recordEvent(ctx, tx, {
    ...{ type: 'article.revised', subjectId: saved.id, version: saved.version },
    data: factsOf(saved.content),
  })
  return saved
}

/** What the source says in the place of what is there; where it says nothing, what is there stays. */
function merged(before: Omit<ArticleContent, 'slug'>, said: UnnamedContent, item: ImportStory): UnnamedContent {
  const given = Object.entries(said).filter(([name, value]) => {
    if (name === 'locale') return item.locale !== null
    return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined
  })
  return { ...before, ...Object.fromEntries(given), tagIds: [...new Set([...before.tagIds, ...said.tagIds])] }
}

interface Bringing {
  before: ArticleDraft
  saved: ArticleDraft
  item: ImportStory
  isEdited: boolean
}

/** Shows or hides it as its source says, when the import publishes and nobody here has other plans. Gives what is to be told. */
async function bringLive(ctx: Ctx, tx: Transaction, run: Run, bringing: Bringing): Promise<string | null> {
  const { before, saved, item, isEdited } = bringing
  const isLive = before.liveVersion !== null
  if (!run.isPublished) return item.correction ? `its source tells readers: ${item.correction.text}` : null
  if (item.status === 'WITHDRAWN' && isLive) {
    await withdrawLive(ctx, tx, saved, { note: run.note })
    return 'was withdrawn, as its source did'
  }
  const isAhead = (item.publishedAt ?? ctx.now) > ctx.now || (item.embargoUntil ?? ctx.now) > ctx.now
  if (item.status !== 'LIVE' || isAhead) return null
  if (isEdited || (isLive && before.liveVersion !== before.version))
    return 'is not shown by itself, for it was edited here'
  if (item.correction && isLive) {
    await correctDraft(ctx, tx, saved, { ...item.correction, revision: saved.version, note: run.note })
    return `was corrected: ${item.correction.text}`
  }
  if (isLive ? saved.version === before.version : before.status !== 'DRAFT') return null
  await publishRevision(ctx, tx, saved, { number: saved.version, note: run.note })
  return isLive ? null : 'was published'
}

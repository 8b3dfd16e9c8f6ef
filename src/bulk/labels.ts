import { type ArticleContent, type ArticlePatch, maxTags } from '../articles/article.ts'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { changedContent } from '../articles/content.ts'
import { draftFor } from '../articles/drafts.ts'
import { factsOf } from '../articles/facts.ts'
import { showRevision } from '../articles/publish.ts'
import { saveRevision } from '../articles/save.ts'
import { holdStill } from '../articles/show.ts'
import { nextStatus } from '../articles/status.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { allow } from '../core/policy.ts'
import type { BulkAction } from './bulk.ts'

interface Relabelling {
  action: Pick<BulkAction, 'addTags' | 'removeTags' | 'section'>
  republish: boolean
  note: string | null
}

/**
 * A new revision of a story with other tags or in another section; none when nothing changes. `republish` shows it to the
 * readers of a live story in the same transaction.
 * @throws as `reviseArticle` and `publishArticle`; conflict when `republish` would show other changes too.
 */
export async function relabelArticle(ctx: Ctx, id: string, { action, republish, note }: Relabelling) {
  allow(ctx.caller, 'article', 'revise')
  if (republish) allow(ctx.caller, 'article', 'publish')
  return ctx.tx(async (tx) => {
    const before = await draftFor(ctx, tx, id, 'revise', null)
    nextStatus(before, 'revise')
    const isShown = republish && before.liveVersion !== null
    if (isShown) requireNothingUnseen(before)
    if (isShown) await holdStill(tx)
    const patch = await patchOf(tx, before.content, action)
    if (!patch) return before
    const saving = { slug: before.content.slug, note }
    const draft = await saveRevision(ctx, tx, before, changedContent(before.content, patch), saving)
    const shown = isShown ? await show(ctx, tx, draft) : null
    const facts = { version: draft.version, data: factsOf(draft.content) }
    await recordEvent(ctx, tx, { type: 'article.revised', subjectId: draft.id, ...facts })
    if (shown) await recordEvent(ctx, tx, published(before, shown))
    return shown?.story ?? draft
  })
}

async function show(ctx: Ctx, tx: Transaction, draft: ArticleDraft) {
  const status = nextStatus(draft, 'publish')
  // Labels are no words: readers are not told of an update.
  return showRevision(ctx, tx, { ...draft, status }, { number: draft.version, significant: false })
}

function published({ status: from }: ArticleDraft, { story, keys }: Awaited<ReturnType<typeof show>>) {
  const { id, version, status: to, content } = story
  return {
    ...({ type: 'article.published', subjectId: id, version, isPublic: true } as const),
    ...{ data: { ...factsOf(content), from, to }, keys },
  }
}

function requireNothingUnseen({ id, version, liveVersion }: ArticleDraft): void {
  if (version === liveVersion) return
  throw new Refusal(
    'conflict',
    `article ${id} has changes that readers have not seen (revision ${version}, live is ${liveVersion}); publish it first, or leave 'republish' out`,
  )
}

/** The change; null when there is none. Tags that were merged count as the one that stands for them. */
async function patchOf(
  tx: Transaction,
  { tagIds, sectionId }: ArticleContent,
  { addTags, removeTags, section }: Relabelling['action'],
): Promise<ArticlePatch | null> {
  if (section !== undefined) return (section?.toLowerCase() ?? null) === sectionId ? null : { sectionId: section }
  const [added, removed] = [lower(addTags), lower(removeTags)]
  const standing = await standingTags(tx, [...tagIds, ...added, ...removed])
  const gone = new Set(removed.map(standing))
  const kept = tagIds.filter((tagId) => !gone.has(standing(tagId)))
  const known = new Set(kept.map(standing))
  const fresh = added.filter((tagId) => !known.has(standing(tagId)))
  if (kept.length + fresh.length > maxTags)
    throw invalidInput([
      { path: 'action.addTags', message: `would give the story more than ${maxTags} tags; take some out first` },
    ])
  return kept.length === tagIds.length && fresh.length === 0 ? null : { tagIds: [...kept, ...fresh] }
}

function lower(ids: string[] | null | undefined): string[] {
  return (ids ?? []).map((id) => id.toLowerCase())
}

async function standingTags(tx: Transaction, ids: string[]): Promise<(id: string) => string> {
  const select = { id: true, mergedIntoId: true } as const
  const rows = await tx.tag.findMany({ where: { id: { in: ids }, mergedIntoId: { not: null } }, select })
  const into = new Map(rows.map((row) => [row.id, row.mergedIntoId]))
  return (id) => into.get(id) ?? id
}

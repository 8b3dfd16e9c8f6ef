import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn } from '../core/policy.ts'
import { chooseSlug, holdLock, requireVersion } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { toSlug } from '../lib/slug.ts'
import { type ArticleContent, ArticleInput, ArticlePatch } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { changedContent, newContent, type UnnamedContent } from './content.ts'
import { lockedDraft } from './drafts.ts'
import { factsOf } from './facts.ts'
import { loadReferences } from './references.ts'
import { nextStatus } from './status.ts'

/** The state of a story that was just made. */
const newDraft = {
  ...({ status: 'DRAFT', version: 1, liveVersion: null, approvedVersion: null, firstPublishedAt: null } as const),
  ...{ embargo: null, kill: null, lock: null },
}

/** A new story, as a draft with its first revision. @throws invalid_input, missing_reference, slug_taken. */
export async function createArticle(ctx: Ctx, input: unknown): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'create')
  const given = parse(ArticleInput, input)
  const unnamed = newContent(given, ctx.site.defaultLocale)
  const id = ctx.newId()
  return ctx.tx(async (tx) => {
    const content = await finished(tx, id, unnamed, given.slug ?? null)
    const { slug } = content
    const owned = { createdBy: actorOf(ctx.caller), ownerId: principalOf(ctx.caller) }
    const created = { id, createdAt: ctx.now, ...owned }
    await tx.article.create({
      data: { ...created, headNumber: 1, ...copiesOf(ctx, content), slugs: { create: { slug } } },
    })
    await addRevision(ctx, tx, id, 1, content, given.note)
    await recordEvent(ctx, tx, { type: 'article.created', subjectId: id, version: 1, data: factsOf(content) })
    return { ...newDraft, ...created, changedAt: ctx.now, content }
  })
}

/** A new revision of a story; readers see nothing of it. @throws not_found, stale_version, and as `createArticle`. */
export async function reviseArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'revise')
  const patch = parse(ArticlePatch, input)
  return ctx.tx(async (tx) => {
    const before = await lockedDraft(ctx, tx, id)
    allowOn(ctx.caller, 'article', 'revise', before.ownerId)
    await requireVersion(tx, 'article', before, expectedVersion)
    nextStatus(before, 'revise')
    const content = await finished(
      tx,
      before.id,
      changedContent(before.content, patch),
      patch.slug ?? before.content.slug,
    )
    const number = before.version + 1
    await claimSlug(tx, before, content.slug)
    await addRevision(ctx, tx, before.id, number, content, patch.note)
    await tx.article.update({ where: { id: before.id }, data: { headNumber: number, ...copiesOf(ctx, content) } })
    await recordEvent(ctx, tx, {
      type: 'article.revised',
      subjectId: before.id,
      version: number,
      data: factsOf(content),
    })
    return { ...before, version: number, changedAt: ctx.now, content }
  })
}

/** Content with its slug chosen, its references checked, and a translation pointing at the original of its original. */
async function finished(
  tx: Transaction,
  id: string,
  content: UnnamedContent,
  slug: string | null,
): Promise<ArticleContent> {
  requireOthers(id, content)
  const { articles } = await loadReferences(tx, content)
  const original = content.translationOf ? articles.get(content.translationOf) : null
  const translationOf = original ? (original.originalId ?? original.id) : null
  if (translationOf) await requireTranslatable(tx, id, translationOf)
  const made = toSlug(content.headline, content.locale) || 'story'
  return { ...content, translationOf, slug: await chooseSlug(slug, made, (choice) => isFree(tx, id, choice)) }
}

/** A story is not its own next read. */
function requireOthers(id: string, { related }: UnnamedContent): void {
  const own = related.findIndex(({ articleId }) => articleId === id)
  if (own >= 0)
    throw invalidInput([{ path: `related[${own}].articleId`, message: 'is the story itself; name another' }])
}

async function requireTranslatable(tx: Transaction, id: string, originalId: string): Promise<void> {
  const path = 'translationOf'
  if (originalId === id)
    throw new Refusal('conflict', 'translationOf: a story cannot be a translation of itself', {
      faults: [{ path, message: 'is the story itself' }],
    })
  const translation = await tx.article.findFirst({ where: { originalId: id }, select: { id: true } })
  if (translation)
    throw new Refusal(
      'conflict',
      `translationOf: article ${translation.id} is a translation of this story, which must stay an original`,
      {
        faults: [{ path, message: 'cannot be set on a story that has translations' }],
      },
    )
}

async function isFree(tx: Transaction, id: string, slug: string): Promise<boolean> {
  const owner = await slugOwner(tx, slug)
  return !owner || owner === id
}

/** Whose slug it is. One that is nobody's stays so until this transaction ends: stories that want the same wait for each other. */
async function slugOwner(tx: Transaction, slug: string): Promise<string | null> {
  const find = async () =>
    (await tx.articleSlug.findUnique({ where: { slug }, select: { articleId: true } }))?.articleId ?? null
  const owner = await find()
  if (owner) return owner
  await holdLock(tx, `article-slug:${slug}`)
  return find()
}

/** Reserves the slug of the newest revision and lets go of the one before, unless readers ever saw it. */
async function claimSlug(tx: Transaction, before: ArticleDraft, slug: string): Promise<void> {
  if (slug === before.content.slug) return
  await tx.articleSlug.deleteMany({ where: { slug: before.content.slug, articleId: before.id, liveSince: null } })
  await tx.articleSlug.upsert({ where: { slug }, create: { slug, articleId: before.id }, update: {} })
}

async function addRevision(
  ctx: Ctx,
  tx: Transaction,
  articleId: string,
  number: number,
  content: ArticleContent,
  note: string | undefined,
) {
  const made = {
    createdAt: ctx.now,
    createdBy: actorOf(ctx.caller),
    createdById: principalOf(ctx.caller),
    note: note ?? null,
  }
  await tx.revision.create({
    data: { id: ctx.newId(), articleId, number, content: content as unknown as Prisma.InputJsonObject, ...made },
    select: { id: true },
  })
}

/** Columns of the story's row that repeat its newest content, for lists. */
function copiesOf(ctx: Ctx, { slug, headline, locale, sectionId, translationOf }: ArticleContent) {
  return { slug, headline, locale, sectionId, originalId: translationOf, changedAt: ctx.now }
}

import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { chooseSlug, holdLock } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import { toSlug } from '../lib/slug.ts'
import type { ArticleContent } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import type { UnnamedContent } from './content.ts'
import { recordReferences } from './record-references.ts'
import { loadReferences } from './references.ts'

/** What a save has besides the content: the slug to take, and why and by what it was made. */
interface Saving {
  /** Null: made from the headline. */
  slug: string | null
  note?: string | null | undefined
  isAutosave?: boolean | undefined
}

/**
 * A story that is not there yet, with its first revision. The caller records the event.
 * @throws missing_reference, slug_taken, conflict
 */
export async function saveFirst(
  ctx: Ctx,
  tx: Transaction,
  story: { id: string; createdAt: Date; createdBy: string; ownerId: string | null },
  unnamed: UnnamedContent,
  saving: Saving,
): Promise<ArticleContent> {
  const content = await finished(tx, story.id, unnamed, saving.slug)
  const slugs = { create: { slug: content.slug } }
  await tx.article.create({ data: { ...story, headNumber: 1, ...copiesOf(ctx, content), slugs }, select: { id: true } })
  await addRevision(ctx, tx, { articleId: story.id, number: 1, content, ...saving })
  await recordReferences(tx, story.id, content)
  return content
}

/**
 * The next revision of a story that `lockedDraft` gave: references checked, slug claimed, row written. Who may, the version
 * that is expected and the event are the caller's business. Gives the story with its new content.
 * @throws missing_reference, slug_taken, conflict
 */
export async function saveRevision(
  ctx: Ctx,
  tx: Transaction,
  before: ArticleDraft,
  unnamed: UnnamedContent,
  saving: Saving,
): Promise<ArticleDraft> {
  const { id } = before
  const content = await finished(tx, id, unnamed, saving.slug)
  const number = before.version + 1
  await claimSlug(tx, before, content.slug)
  await addRevision(ctx, tx, { articleId: id, number, content, ...saving })
  await recordReferences(tx, id, content)
  await tx.article.update({
    where: { id },
    data: { headNumber: number, ...copiesOf(ctx, content) },
    select: { id: true },
  })
  return { ...before, version: number, changedAt: ctx.now, content }
}

/** Whether a story can have a slug: it is nobody's, or the story's own. Nobody takes it before this transaction ends. */
export async function isSlugFree(tx: Transaction, id: string, slug: string): Promise<boolean> {
  const owner = await slugOwner(tx, slug)
  return !owner || owner === id
}

/** Holds the slug of an older revision that is to come out; it may have been let go. @throws slug_taken */
export async function requireSlug(tx: Transaction, articleId: string, slug: string): Promise<void> {
  await chooseSlug(slug, '', (choice) => isSlugFree(tx, articleId, choice))
  await tx.articleSlug.upsert({ where: { slug }, create: { slug, articleId }, update: {} })
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
  if (content.replacesId) await requireReplaceable(tx, id, content.replacesId)
  const made = toSlug(content.headline, content.locale) || 'story'
  return { ...content, translationOf, slug: await chooseSlug(slug, made, (choice) => isSlugFree(tx, id, choice)) }
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

/** One change of which story replaces which at a time. */
const replacementsLock = 'article-replacements'

/** A story replaces an older one, which replaces an older one: no way leads back. */
async function requireReplaceable(tx: Transaction, id: string, replacesId: string): Promise<void> {
  await holdLock(tx, replacementsLock)
  const [found] = await tx.$queryRaw<{ isAbove: boolean }[]>`
    WITH RECURSIVE older AS (
      SELECT id, "replacesId" FROM article WHERE id = ${replacesId}::uuid
      UNION SELECT a.id, a."replacesId" FROM article a JOIN older ON a.id = older."replacesId"
    )
    SELECT EXISTS (SELECT FROM older WHERE id = ${id}::uuid) AS "isAbove"`
  if (!found?.isAbove) return
  const isItself = id === replacesId
  const why = isItself ? 'a story cannot replace itself' : `article ${replacesId} itself replaces this story`
  throw new Refusal('conflict', `replacesId: ${why}; name an older story, or take it out there`, {
    faults: [{ path: 'replacesId', message: isItself ? 'is the story itself' : 'would lead back to the story' }],
  })
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

/**
 * Reserves the slug of the newest revision and lets go of the one before, unless readers ever saw it, or a revision has it that
 * was approved or is planned to come out.
 */
async function claimSlug(tx: Transaction, before: ArticleDraft, slug: string): Promise<void> {
  if (slug === before.content.slug) return
  await tx.$executeRaw`
    DELETE FROM article_slug WHERE slug = ${before.content.slug} AND "articleId" = ${before.id}::uuid AND "liveSince" IS NULL
      AND NOT EXISTS (SELECT FROM revision WHERE revision."articleId" = article_slug."articleId"
        AND content ->> 'slug' = article_slug.slug AND (number = ${before.approvedVersion}::int OR number IN (
          SELECT "revisionNumber" FROM schedule WHERE schedule."articleId" = revision."articleId" AND status = 'PENDING')))`
  await tx.articleSlug.upsert({ where: { slug }, create: { slug, articleId: before.id }, update: {} })
}

interface NewRevision extends Omit<Saving, 'slug'> {
  articleId: string
  number: number
  content: ArticleContent
}

async function addRevision(ctx: Ctx, tx: Transaction, revision: NewRevision): Promise<void> {
  const { articleId, number, content, note = null, isAutosave = false } = revision
  const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), createdById: principalOf(ctx.caller) }
  await tx.revision.create({
    data: {
      ...{ id: ctx.newId(), articleId, number, note, isAutosave, ...made },
      content: content as unknown as Prisma.InputJsonObject,
    },
    select: { id: true },
  })
}

/** Columns of the story's row that repeat its newest content, for lists. */
function copiesOf(ctx: Ctx, { slug, headline, locale, sectionId, translationOf, replacesId = null }: ArticleContent) {
  return { slug, headline, locale, sectionId, originalId: translationOf, replacesId, changedAt: ctx.now }
}

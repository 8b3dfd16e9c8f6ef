import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { requireVersion, shareLock } from '../core/writes.ts'
import { mediaLock } from '../media/lock.ts'
import { tagTreeLock } from '../tags/lock.ts'
import { type ArticleContent, PublishInput, WithdrawInput } from './article.ts'
import type { ArticleDraft } from './article-draft.ts'
import { lockedDraft, revisionOr404 } from './drafts.ts'
import { factsOf } from './facts.ts'
import { type Projection, project, requirePublishable } from './projection.ts'
import { loadReferences, type References } from './references.ts'
import { nextStatus } from './status.ts'

/**
 * Shows a revision to readers: the only door between the two halves of the data, in one transaction.
 * @throws not_found, stale_version, not_publishable, slug_taken, missing_reference, conflict for a second live story of the
 * same language among translations.
 */
export async function publishArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'publish')
  const { revision: number, significant } = parse(PublishInput, input ?? {})
  return ctx.tx(async (tx) => {
    const article = await lockedDraft(ctx, tx, id)
    await holdStill(tx)
    await requireVersion(tx, 'article', article, expectedVersion)
    const status = nextStatus(article, 'publish')
    const revision = await revisionOr404(tx, article.id, number ?? article.version)
    const content = revision.content as unknown as ArticleContent
    requirePublishable(content)
    const references = await loadReferences(tx, content)
    const significantAt = significant ? ctx.now : await lastSignificantUpdate(tx, article.id)
    const times = timesOf(ctx.now, article, content, significantAt)
    const projection = project({ id: article.id, revision, content, references }, times, ctx.site)
    await takePlace(ctx, tx, article.id, projection)
    await showProjection(tx, article, projection)
    await makePublic(ctx, tx, references)
    const { firstPublishedAt } = times
    await tx.article.update({
      where: { id: article.id },
      data: { status, liveNumber: revision.number, firstPublishedAt, significantAt, changedAt: ctx.now },
    })
    await recordEvent(ctx, tx, {
      ...{ type: 'article.published', subjectId: article.id, version: revision.number },
      ...{ data: factsOf(content), isPublic: true },
    })
    return { ...article, status, liveVersion: revision.number, firstPublishedAt, changedAt: ctx.now }
  })
}

/** Takes a story from readers; publishing it again restores it whole. @throws not_found, stale_version, conflict when it is not live. */
export async function withdrawArticle(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'withdraw')
  parse(WithdrawInput, input ?? {})
  return ctx.tx(async (tx) => {
    const article = await lockedDraft(ctx, tx, id)
    await holdStill(tx)
    await requireVersion(tx, 'article', article, expectedVersion)
    const status = nextStatus(article, 'withdraw')
    await tx.publishedArticle.delete({ where: { id: article.id }, select: { id: true } })
    await tx.article.update({ where: { id: article.id }, data: { status, liveNumber: null, changedAt: ctx.now } })
    await recordEvent(ctx, tx, {
      type: 'article.withdrawn',
      subjectId: article.id,
      version: article.liveVersion ?? article.version,
      data: factsOf(article.content),
      isPublic: true,
    })
    return { ...article, status, liveVersion: null, changedAt: ctx.now }
  })
}

/** Merges of tags and changes of media reach live stories: neither happens while the set of live stories changes. */
async function holdStill(tx: Transaction): Promise<void> {
  await shareLock(tx, tagTreeLock)
  await shareLock(tx, mediaLock)
}

/** When readers were last told of an update, also when the story was withdrawn since; null when never. */
async function lastSignificantUpdate(tx: Transaction, id: string): Promise<Date | null> {
  return (await tx.article.findUniqueOrThrow({ where: { id }, select: { significantAt: true } })).significantAt
}

/**
 * The four times of a story that goes live now. The displayed date is the editor's or that of the first publication; a
 * story older than this newsroom's copy of it keeps its date as the first. Nothing is updated before it is published.
 */
function timesOf(now: Date, article: ArticleDraft, { publishedAt: given }: ArticleContent, significantAt: Date | null) {
  const displayed = given ? new Date(given) : null
  const firstPublishedAt = article.firstPublishedAt ?? (displayed && displayed < now ? displayed : now)
  const publishedAt = displayed ?? firstPublishedAt
  const updatedAt = significantAt && significantAt > publishedAt ? significantAt : publishedAt
  return { publishedAt, firstPublishedAt, updatedAt, modifiedAt: now }
}

/** Claims slug and path for ever, and refuses a language that another live translation has. */
async function takePlace(ctx: Ctx, tx: Transaction, id: string, { article }: Projection): Promise<void> {
  await claimForEver(ctx, tx, id, article.slug)
  if (article.path === `/${article.slug}`) await requireNoSection(tx, article.slug)
  await tx.articlePath.createMany({
    data: { path: article.path, articleId: id, liveSince: ctx.now },
    skipDuplicates: true,
  })
  const { originalId, locale } = article
  const twins = { originalId, locale, id: { not: id } }
  const twin = await tx.publishedArticle.findFirst({ where: twins, select: { id: true } })
  if (twin)
    throw new Refusal(
      'conflict',
      `article ${twin.id} is already live as the '${locale}' version of this story; withdraw it or change the locale`,
      { faults: [{ path: 'locale', message: 'is that of another live translation' }] },
    )
}

/** A story without a section stands at the top of the site, beside the sections. */
async function requireNoSection(tx: Transaction, slug: string): Promise<void> {
  const section = await tx.tagSlug.findFirst({ where: { slug, tag: { type: 'SECTION' } }, select: { slug: true } })
  if (section)
    throw new Refusal(
      'slug_taken',
      `slug '${slug}' is that of a section, whose page stands there; choose another or set sectionId`,
      {
        faults: [{ path: 'slug', message: 'is that of a section' }],
      },
    )
}

/** Makes the slug this story's for ever. An older revision may have one that was let go and taken by another story. */
async function claimForEver(ctx: Ctx, tx: Transaction, articleId: string, slug: string): Promise<void> {
  const claimed = await tx.$executeRaw`
    INSERT INTO article_slug (slug, "articleId", "liveSince") VALUES (${slug}, ${articleId}::uuid, ${ctx.now})
    ON CONFLICT (slug) DO UPDATE SET "liveSince" = coalesce(article_slug."liveSince", excluded."liveSince")
    WHERE article_slug."articleId" = excluded."articleId"`
  if (claimed === 0)
    throw new Refusal(
      'slug_taken',
      `slug '${slug}' of this revision now belongs to another story; revise with another`,
      {
        faults: [{ path: 'slug', message: 'is taken' }],
      },
    )
}

async function showProjection(tx: Transaction, before: ArticleDraft, projection: Projection): Promise<void> {
  const { id } = before
  const { article, bylines, tags, links, media, related } = projection
  const own = <R extends object>(rows: R[]) => ({ data: rows.map((row) => ({ ...row, articleId: id })) })
  if (before.status === 'LIVE') await clearProjection(tx, id)
  await tx.publishedArticle.upsert({ where: { id }, create: { id, ...article }, update: article, select: { id: true } })
  if (bylines.length > 0) await tx.publishedByline.createMany(own(bylines))
  if (tags.length > 0) await tx.publishedTag.createMany(own(tags))
  if (links.length > 0) await tx.publishedLink.createMany(own(links))
  if (media.length > 0) await tx.publishedMedia.createMany(own(media))
  if (related.length > 0) await tx.relatedStory.createMany(own(related))
}

/** Removes what publishing writes anew; suggestions of the engine stay. */
async function clearProjection(tx: Transaction, articleId: string): Promise<void> {
  await tx.publishedByline.deleteMany({ where: { articleId } })
  await tx.publishedTag.deleteMany({ where: { articleId } })
  await tx.publishedLink.deleteMany({ where: { articleId } })
  await tx.publishedMedia.deleteMany({ where: { articleId } })
  await tx.relatedStory.deleteMany({ where: { articleId, kind: 'CURATED' } })
}

/** Lets readers see the authors and tags that this story is the first to carry, and the tags above them. */
async function makePublic(ctx: Ctx, tx: Transaction, { authors, tags }: References): Promise<void> {
  const hiddenAuthors = [...authors.values()].filter((author) => !author.publicAt).map(({ id }) => id)
  const hiddenTags = [...tags.values()].filter((tag) => !tag.publicAt).map(({ id }) => id)
  if (hiddenAuthors.length > 0)
    await tx.author.updateMany({ where: { id: { in: hiddenAuthors }, publicAt: null }, data: { publicAt: ctx.now } })
  if (hiddenTags.length > 0)
    await tx.$executeRaw`
      WITH RECURSIVE above AS (
        SELECT id, "parentId" FROM tag WHERE id = ANY(${hiddenTags}::uuid[])
        UNION SELECT tag.id, tag."parentId" FROM tag JOIN above ON tag.id = above."parentId"
      )
      UPDATE tag SET "publicAt" = ${ctx.now} WHERE "publicAt" IS NULL AND id IN (SELECT id FROM above)`
}

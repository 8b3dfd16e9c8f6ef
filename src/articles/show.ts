import { authorsLock } from '../authors/lock.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { shareLocks } from '../core/writes.ts'
import { mediaLock } from '../media/lock.ts'
import { tagTreeLock } from '../tags/lock.ts'
import type { ArticleDraft } from './article-draft.ts'
import type { Projection } from './projection.ts'
import type { References } from './references.ts'

/**
 * Merges of tags, media and authors and changes of media reach live stories: none happens while the set of live stories
 * changes. Comes after the lock of the story and before that of a slug.
 */
export async function holdStill(tx: Transaction): Promise<void> {
  await shareLocks(tx, [tagTreeLock, mediaLock, authorsLock])
}

/** Writes the rows that readers see in the place of those before. */
export async function showProjection(tx: Transaction, before: ArticleDraft, projection: Projection): Promise<void> {
  const { id } = before
  const { article, bylines, tags, links, media, related } = projection
  const own = <R extends object>(rows: R[]) => ({ data: rows.map((row) => ({ ...row, articleId: id })) })
  if (before.liveVersion !== null) await clearProjection(tx, id)
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

/** Removes every row of the story that readers see. */
export async function hideStory(tx: Transaction, id: string): Promise<void> {
  await tx.publishedArticle.deleteMany({ where: { id } })
}

/** Lets readers see the authors and tags that this story is the first to carry, and the tags above them. */
export async function makePublic(ctx: Ctx, tx: Transaction, { authors, tags }: References): Promise<void> {
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

import { authorsLock } from '../authors/lock.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { shareLocks } from '../core/writes.ts'
import { Prisma } from '../db/generated/client.ts'
import { mediaLock } from '../media/lock.ts'
import { indexStory } from '../search/editorial.ts'
import { tagTreeLock } from '../tags/lock.ts'
import type { ArticleDraft } from './article-draft.ts'
import { factsOf, type StoryFacts } from './facts.ts'
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
  const { article, ...lists } = projection
  if (before.liveVersion !== null) await clearProjection(tx, id, article.liveBlog !== Prisma.DbNull)
  await tx.publishedArticle.upsert({ where: { id }, create: { id, ...article }, update: article, select: { id: true } })
  await addLists(tx, id, lists)
  await indexStory(tx, id)
}

/** The lists of a story, in one statement: Prisma would need one for each, on every publish. */
async function addLists(tx: Transaction, id: string, lists: Omit<Projection, 'article'>): Promise<void> {
  if (Object.values(lists).every((rows) => rows.length === 0)) return
  await tx.$executeRaw`
    WITH given AS (SELECT ${JSON.stringify(lists)}::jsonb AS lists),
    bylines AS (
      INSERT INTO published_byline ("articleId", position, "authorId", role, "displayName", "publishedAt", "firstPublishedAt",
        "updatedAt", "modifiedAt")
      SELECT ${id}::uuid, it.* FROM given, jsonb_to_recordset(lists -> 'bylines')
        AS it (position int, "authorId" uuid, role text, "displayName" text, "publishedAt" timestamptz,
          "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)
    ), tags AS (
      INSERT INTO published_tag ("articleId", "tagId", position, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
      SELECT ${id}::uuid, it.* FROM given, jsonb_to_recordset(lists -> 'tags')
        AS it ("tagId" uuid, position int, "publishedAt" timestamptz, "firstPublishedAt" timestamptz, "updatedAt" timestamptz,
          "modifiedAt" timestamptz)
    ), links AS (
      INSERT INTO published_link ("articleId", "targetId")
      SELECT ${id}::uuid, it.* FROM given, jsonb_to_recordset(lists -> 'links') AS it ("targetId" uuid)
    ), media AS (
      INSERT INTO published_media ("articleId", "mediaId")
      SELECT ${id}::uuid, it.* FROM given, jsonb_to_recordset(lists -> 'media') AS it ("mediaId" uuid)
    )
    INSERT INTO related_story ("articleId", position, kind, "targetId", url, headline)
    SELECT ${id}::uuid, it.* FROM given, jsonb_to_recordset(lists -> 'related')
      AS it (position int, kind "RelatedKind", "targetId" uuid, url text, headline text)`
}

/** Removes what publishing writes anew; suggestions of the engine stay, and posts while it is a live blog. One statement, for every publish has it. */
async function clearProjection(tx: Transaction, articleId: string, isLiveBlog: boolean): Promise<void> {
  await tx.$executeRaw`
    WITH posts AS (DELETE FROM published_post WHERE "articleId" = ${articleId}::uuid AND NOT ${isLiveBlog}::boolean),
      bylines AS (DELETE FROM published_byline WHERE "articleId" = ${articleId}::uuid),
      tags AS (DELETE FROM published_tag WHERE "articleId" = ${articleId}::uuid),
      links AS (DELETE FROM published_link WHERE "articleId" = ${articleId}::uuid),
      media AS (DELETE FROM published_media WHERE "articleId" = ${articleId}::uuid)
    DELETE FROM related_story WHERE "articleId" = ${articleId}::uuid AND kind = 'CURATED'`
}

/** Removes every row of the story that readers see. */
export async function hideStory(tx: Transaction, id: string): Promise<void> {
  await tx.publishedArticle.deleteMany({ where: { id } })
}

/**
 * Tags, section, authors and language of a story as readers last had it, for events that take it away: those of the draft are
 * nobody's business yet, and who heard of it by its old tags has to hear of its end.
 */
export async function factsShown(tx: Transaction, { id, content }: ArticleDraft): Promise<Partial<StoryFacts>> {
  const told = await tx.journalEntry.findFirst({
    where: { subjectId: id, isPublic: true },
    orderBy: { sequence: 'desc' },
    select: { data: true },
  })
  const { tagIds, sectionId = null, authorIds, locale } = (told?.data ?? {}) as Partial<StoryFacts>
  return tagIds ? { tagIds, sectionId, ...(authorIds && { authorIds }), ...(locale && { locale }) } : factsOf(content)
}

/**
 * Lets readers see the authors and tags that this story is the first to carry, and the tags above them. Gives what answers
 * depend on that this changes.
 */
export async function makePublic(ctx: Ctx, tx: Transaction, { authors, tags }: References): Promise<string[]> {
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
  return [...(hiddenAuthors.length > 0 ? ['list:authors'] : []), ...(hiddenTags.length > 0 ? ['list:tags'] : [])]
}

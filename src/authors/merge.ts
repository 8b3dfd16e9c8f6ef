import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { listOf } from '../core/sources.ts'
import { holdLock, nextVersion } from '../core/writes.ts'
import type { Author } from '../db/generated/client.ts'
import { standFor } from '../search/editorial.ts'
import { AuthorMerge, type AuthorRecord, toAuthorRecord } from './author.ts'
import { unmergedAuthor } from './editorial.ts'
import { authorsLock } from './lock.ts'

/**
 * Moves every byline of author `id` over a live story to another, and the slugs, which redirect. Drafts need no change:
 * they are read through the merge. Returns the author that stays.
 * @throws not_found, conflict for itself or a merged one.
 */
export async function mergeAuthors(ctx: Ctx, id: string, input: unknown): Promise<AuthorRecord> {
  allow(ctx.caller, 'author', 'merge')
  const { intoId } = parse(AuthorMerge, input)
  return ctx.tx(async (tx) => {
    await holdLock(tx, authorsLock)
    const [from, into] = [await unmergedAuthor(tx, id), await unmergedAuthor(tx, intoId)]
    if (from.id === into.id) throw new Refusal('conflict', `author ${from.id} cannot be merged into itself`)
    await moveBylines(tx, from, into)
    await standFor(tx, from.id, into.id)
    await tx.author.updateMany({ where: { mergedIntoId: from.id }, data: { mergedIntoId: into.id } })
    await tx.authorSlug.updateMany({ where: { authorId: from.id }, data: { authorId: into.id } })
    const gone = { mergedIntoId: into.id, avatarId: null, ...nextVersion(ctx, from) }
    await tx.author.update({ where: { id: from.id }, data: gone, select: { id: true } })
    const publicAt = earlier(from.publicAt, into.publicAt)
    const row = await tx.author.update({ where: { id: into.id }, data: { publicAt, ...nextVersion(ctx, into) } })
    await recordEvent(ctx, tx, {
      ...{ type: 'author.merged', subjectId: from.id, version: from.version + 1 },
      ...{ data: { into: into.id }, isPublic: publicAt !== null },
      keys: [into.id, listOf(from.id), listOf(into.id), 'list:authors', 'list:articles'],
    })
    return toAuthorRecord(row)
  })
}

/** Nobody stands twice over a story: where both do, the first place stays, with both roles, as in a story published later. */
async function moveBylines(tx: Transaction, from: Author, into: Author): Promise<void> {
  const [f, i] = [from.id, into.id]
  await tx.$executeRaw`
    UPDATE published_byline first SET
      role = CASE WHEN first.role = second.role THEN first.role ELSE first.role || ', ' || second.role END,
      "displayName" = coalesce(first."displayName", second."displayName")
    FROM published_byline second
    WHERE first."articleId" = second."articleId" AND first.position < second.position
      AND (first."authorId", second."authorId") IN ((${f}::uuid, ${i}::uuid), (${i}::uuid, ${f}::uuid))`
  await tx.$executeRaw`
    DELETE FROM published_byline second USING published_byline first
    WHERE first."articleId" = second."articleId" AND first.position < second.position
      AND (first."authorId", second."authorId") IN ((${f}::uuid, ${i}::uuid), (${i}::uuid, ${f}::uuid))`
  await tx.publishedByline.updateMany({ where: { authorId: f }, data: { authorId: i } })
  await movePostBylines(tx, f, i)
}

/** The same for posts of live blogs. */
async function movePostBylines(tx: Transaction, f: string, i: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE published_post_byline first SET
      role = CASE WHEN first.role = second.role THEN first.role ELSE first.role || ', ' || second.role END,
      "displayName" = coalesce(first."displayName", second."displayName")
    FROM published_post_byline second
    WHERE first."postId" = second."postId" AND first.position < second.position
      AND (first."authorId", second."authorId") IN ((${f}::uuid, ${i}::uuid), (${i}::uuid, ${f}::uuid))`
  await tx.$executeRaw`
    DELETE FROM published_post_byline second USING published_post_byline first
    WHERE first."postId" = second."postId" AND first.position < second.position
      AND (first."authorId", second."authorId") IN ((${f}::uuid, ${i}::uuid), (${i}::uuid, ${f}::uuid))`
  await tx.publishedPostByline.updateMany({ where: { authorId: f }, data: { authorId: i } })
}

function earlier(a: Date | null, b: Date | null): Date | null {
  return a && b ? (a < b ? a : b) : (a ?? b)
}

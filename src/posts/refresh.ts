import { mediaIdsIn } from '../articles/body/references.ts'
import { storiesKeys } from '../articles/keys.ts'
import { loadMedia } from '../articles/references.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { PostContent } from './post.ts'
import { withPostMedia } from './projection.ts'

/**
 * Makes the live posts anew that hold a copy of this asset, in the transaction that changes it. Gives what answers depend on
 * that this changes.
 */
export async function refreshPostMedia(ctx: Ctx, tx: Transaction, mediaId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string; articleId: string; content: unknown }[]>`
    SELECT p.id::text, p."articleId"::text, r.content
    FROM published_post_media m JOIN published_post p ON p.id = m."postId"
    JOIN post_revision r ON r."postId" = p.id AND r.number = p.version
    WHERE m."mediaId" = ${mediaId}::uuid ORDER BY p.id`
  for (const { id, content } of rows) {
    const { body } = content as PostContent
    const forms = withPostMedia({ body }, { media: await loadMedia(tx, mediaIdsIn(body)) })
    const data = { ...forms, body: forms.body as unknown as Prisma.InputJsonArray, modifiedAt: ctx.now }
    await tx.publishedPost.update({ where: { id }, data, select: { id: true } })
  }
  const storyIds = [...new Set(rows.map(({ articleId }) => articleId))]
  await tx.publishedArticle.updateMany({ where: { id: { in: storyIds } }, data: { modifiedAt: ctx.now } })
  return storiesKeys(tx, storyIds)
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { refreshPostMedia } from '../posts/refresh.ts'
import type { ArticleContent } from './article.ts'
import { storiesKeys } from './keys.ts'
import { withMedia } from './projection.ts'
import { loadMedia, mediaIdsOf } from './references.ts'

/** Stories made anew at a time, so that an asset of a thousand stories does not fill the memory. */
const batchSize = 100

/**
 * Makes the live stories anew that hold a copy of this asset, in the transaction that changes it. Gives what answers depend on
 * that this changes.
 */
export async function refreshMedia(ctx: Ctx, tx: Transaction, mediaId: string): Promise<string[]> {
  const keys = new Set<string>()
  for (let after = ''; ; ) {
    const rows = await tx.publishedMedia.findMany({
      where: { mediaId, ...(after && { articleId: { gt: after } }) },
      select: { articleId: true, article: { select: { revision: { select: { content: true } } } } },
      orderBy: { articleId: 'asc' },
      take: batchSize,
      relationLoadStrategy: 'join',
    })
    for (const { articleId, article } of rows)
      await refreshStory(ctx, tx, articleId, article.revision.content as unknown as ArticleContent)
    for (const key of await storiesKeys(
      tx,
      rows.map((row) => row.articleId),
    ))
      keys.add(key)
    if (rows.length < batchSize) return [...keys, ...(await refreshPostMedia(ctx, tx, mediaId))]
    after = rows.at(-1)?.articleId ?? ''
  }
}

async function refreshStory(ctx: Ctx, tx: Transaction, id: string, content: ArticleContent): Promise<void> {
  const media = await loadMedia(tx, mediaIdsOf(content))
  const data = { ...withMedia(content, { media }), modifiedAt: ctx.now }
  await tx.publishedArticle.update({ where: { id }, data, select: { id: true } })
}

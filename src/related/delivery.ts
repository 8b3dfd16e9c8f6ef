import { articleByKey } from '../articles/delivery.ts'
import { type ArticleNode, type NodeRow, nodeColumns, toArticleNode } from '../articles/published.ts'
import type { Ctx } from '../core/ctx.ts'
import type { Prisma } from '../db/generated/client.ts'
import {
  type RelatedStory,
  type RelatedStoryOf,
  relatedColumns,
  relatedOrder,
  toRelatedStories,
} from './related-story.ts'

/** What to read after a live story, hand-picked first. @throws not_found, gone */
export async function relatedOf(ctx: Ctx, key: string): Promise<{ slug: string; id: string; related: RelatedStory[] }> {
  const { id, slug, related } = await articleByKey(ctx, key)
  return { id, slug, related }
}

/** A related story in GraphQL. */
export type RelatedNode = RelatedStoryOf<ArticleNode>

const nodeTarget = { target: { select: { live: { select: nodeColumns } } } } satisfies Prisma.RelatedStorySelect

/** The same for many stories at once, by the story's id. */
export async function relatedOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, RelatedNode[]>> {
  const rows = await ctx.db.relatedStory.findMany({
    where: { articleId: { in: ids } },
    select: { articleId: true, ...relatedColumns, ...nodeTarget },
    orderBy: relatedOrder,
    relationLoadStrategy: 'join',
  })
  const view = (row: NodeRow) => toArticleNode(row, ctx.site)
  return new Map(
    ids.map((id) => [
      id,
      toRelatedStories(
        rows.filter((row) => row.articleId === id),
        view,
      ),
    ]),
  )
}

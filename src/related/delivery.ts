import { articleByKey } from '../articles/delivery.ts'
import { type ArticleNode, toArticleNode } from '../articles/published.ts'
import { anyOf, readRows, relatedColumns } from '../articles/reading.ts'
import type { NodeRow, RelatedRow } from '../articles/rows.ts'
import type { Ctx } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { type RelatedStory, type RelatedStoryOf, toRelatedStories } from './related-story.ts'

/** What to read after a live story, hand-picked first. @throws not_found, gone */
export async function relatedOf(ctx: Ctx, key: string): Promise<RelatedStory[]> {
  return (await articleByKey(ctx, key)).related
}

/** A related story in GraphQL. */
export type RelatedNode = RelatedStoryOf<ArticleNode>

/** The same for many stories at once, by the story's id. */
export async function relatedOfArticles(ctx: Ctx, ids: string[]): Promise<Map<string, RelatedNode[]>> {
  const source = Prisma.sql`FROM related_story r WHERE r."articleId" = ${anyOf(ids)} ORDER BY r.kind, r.position`
  const rows = await readRows<RelatedRow<NodeRow> & { articleId: string }>(ctx, relatedColumns, source)
  const rowsOf = (id: string) => rows.filter((row) => row.articleId === id)
  return new Map(ids.map((id) => [id, toRelatedStories(rowsOf(id), (live) => toArticleNode(live, ctx.site))]))
}

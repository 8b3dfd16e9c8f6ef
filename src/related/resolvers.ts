import type { ArticleNode } from '../articles/published.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { type RelatedNode, relatedOfArticles } from './delivery.ts'
import { readRelatedSize } from './related-story.ts'

type RelatedQuery = { obj: ArticleNode; params: { first?: number | null } }

export const relatedLoaders = {
  Article: {
    async related(queries: RelatedQuery[], { ctx }: GraphqlContext): Promise<RelatedNode[][]> {
      const sizes = queries.map(({ params }) => readRelatedSize(params.first))
      const found = await relatedOfArticles(ctx, [...new Set(queries.map(({ obj }) => obj.id))])
      return queries.map(({ obj }, index) => (found.get(obj.id) ?? []).slice(0, sizes[index]))
    },
  },
}

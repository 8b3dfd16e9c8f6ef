import type { WholeNode } from '../articles/delivery.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { type RelatedNode, relatedOfArticles } from './delivery.ts'
import { readRelatedSize } from './related-story.ts'

type RelatedQuery = { obj: WholeNode; params: { first?: number | null } }

export const relatedLoaders = {
  Article: {
    async related(queries: RelatedQuery[], { ctx }: GraphqlContext): Promise<RelatedNode[][]> {
      const sizes = queries.map(({ params }) => readRelatedSize(params.first))
      const ids = [...new Set(queries.flatMap(({ obj }) => (obj.lists ? [] : obj.id)))]
      const found = ids.length > 0 ? await relatedOfArticles(ctx, ids) : null
      return queries.map(({ obj }, index) => (obj.lists?.related ?? found?.get(obj.id) ?? []).slice(0, sizes[index]))
    },
  },
}

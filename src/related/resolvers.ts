import type { WholeNode } from '../articles/published.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { type RelatedNode, relatedOfArticles } from './delivery.ts'
import { inStory, readRelatedRequest } from './related-story.ts'

type RelatedQuery = { obj: WholeNode; params: { first?: number | null; mode?: string | null; kinds?: string[] | null } }

export const relatedLoaders = {
  Article: {
    async related(queries: RelatedQuery[], { ctx }: GraphqlContext): Promise<RelatedNode[][]> {
      const asked = queries.map(({ obj, params }) => ({
        obj,
        request: readRelatedRequest(params, inStory),
        name: JSON.stringify(params),
      }))
      const found = new Map<string, Map<string, RelatedNode[]>>()
      for (const { name, request } of asked) {
        if (found.has(name)) continue
        const ids = asked.filter((each) => each.name === name).map(({ obj }) => obj.id)
        found.set(name, await relatedOfArticles(ctx, [...new Set(ids)], request))
      }
      return asked.map(({ obj, name }) => found.get(name)?.get(obj.id) ?? [])
    },
  },
}

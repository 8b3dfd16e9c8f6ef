import type { WholeNode } from '../articles/published.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { type RelatedNode, relatedOfArticles } from './delivery.ts'
import { acceptSuggestions, suggestionsOfDraft } from './editorial.ts'
import { excludeSuggestion, includeSuggestion, suggestionExclusions } from './exclude.ts'
import { inStory, readRelatedRequest } from './related-story.ts'

type RelatedQuery = {
  obj: WholeNode
  params: { first?: number | null; mode?: string | null; languages?: string | null; kinds?: string[] | null }
}

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

export const relatedResolvers = {
  Query: {
    articleSuggestions: (_, { id, ...input }, { ctx }) => suggestionsOfDraft(ctx, id, input),
    suggestionExclusions: (_, { id }, { ctx }) => suggestionExclusions(ctx, id),
  },
  Mutation: {
    acceptSuggestions: (_, { id, expectedVersion, ...input }, { ctx }) =>
      acceptSuggestions(ctx, id, input, expectedVersion),
    excludeSuggestion: (_, { id, ...input }, { ctx }) => excludeSuggestion(ctx, id, input),
    includeSuggestion: (_, { id, ...input }, { ctx }) => includeSuggestion(ctx, id, input),
  },
} satisfies Resolvers

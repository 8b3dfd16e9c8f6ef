import type { ArticleDraft } from '../articles/article-draft.ts'
import { rankOf } from '../core/popularity.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { mostPopularNodes, recordView, trendingNodes } from './delivery.ts'
import { viewsOfArticles } from './editorial.ts'

export const popularResolvers = {
  Query: {
    mostPopular: (_, args, { ctx }) => mostPopularNodes(ctx, args),
    trending: (_, args, { ctx }) => trendingNodes(ctx, args),
  },
  Mutation: {
    recordView: (_, { id, ...input }, { ctx }) => {
      recordView(ctx, id, input)
      return true
    },
  },
  Article: {
    mostPopularRank: ({ id }, _, { ctx }) => rankOf(ctx, id),
  },
} satisfies Resolvers

interface Loading {
  obj: Pick<ArticleDraft, 'id'>
}

export const popularLoaders = {
  ArticleDraft: {
    views: async (queries: Loading[], { ctx }: GraphqlContext) => {
      const found = await viewsOfArticles(ctx, [...new Set(queries.map(({ obj }) => obj.id))])
      return queries.map(({ obj }) => found.get(obj.id))
    },
  },
}

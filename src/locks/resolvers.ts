import type { Resolvers } from '../graphql/generated.ts'
import { lockArticle, unlockArticle } from './editorial.ts'

export const lockResolvers = {
  Mutation: {
    lockArticle: (_, { id, expectedVersion, ...input }, { ctx }) => lockArticle(ctx, id, input, expectedVersion),
    unlockArticle: async (_, { id }, { ctx }) => {
      await unlockArticle(ctx, id)
      return true
    },
  },
} satisfies Resolvers

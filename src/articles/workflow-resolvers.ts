import type { Resolvers } from '../graphql/generated.ts'
import { correctArticle } from './correct.ts'
import { embargoArticle, liftEmbargo } from './embargo.ts'
import { killArticle, restoreArticle } from './kill.ts'
import { publishArticle, withdrawArticle } from './publish.ts'
import { approveArticle, rejectArticle, submitArticle } from './workflow.ts'

export const workflowResolvers = {
  Mutation: {
    submitArticle: (_, { id, expectedVersion, ...input }, { ctx }) => submitArticle(ctx, id, input, expectedVersion),
    approveArticle: (_, { id, expectedVersion, ...input }, { ctx }) => approveArticle(ctx, id, input, expectedVersion),
    rejectArticle: (_, { id, expectedVersion, ...input }, { ctx }) => rejectArticle(ctx, id, input, expectedVersion),
    publishArticle: (_, { id, expectedVersion, ...input }, { ctx }) => publishArticle(ctx, id, input, expectedVersion),
    correctArticle: (_, { id, expectedVersion, ...input }, { ctx }) => correctArticle(ctx, id, input, expectedVersion),
    withdrawArticle: (_, { id, expectedVersion, ...input }, { ctx }) =>
      withdrawArticle(ctx, id, input, expectedVersion),
    killArticle: (_, { id, expectedVersion, ...input }, { ctx }) => killArticle(ctx, id, input, expectedVersion),
    restoreArticle: (_, { id, expectedVersion, ...input }, { ctx }) => restoreArticle(ctx, id, input, expectedVersion),
    embargoArticle: (_, { id, expectedVersion, ...input }, { ctx }) => embargoArticle(ctx, id, input, expectedVersion),
    liftEmbargo: (_, { id, expectedVersion }, { ctx }) => liftEmbargo(ctx, id, expectedVersion),
  },
} satisfies Resolvers

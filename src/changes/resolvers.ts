import { connection } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { listChanges } from './delivery.ts'

export const changeResolvers = {
  Query: { changes: (_, args, { ctx }) => listChanges(ctx, args) },
  ChangeConnection: {
    ...connection,
    pageInfo: ({ next, hasMore }) => ({ hasNextPage: hasMore, endCursor: next }),
  },
} satisfies Resolvers

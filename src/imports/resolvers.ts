import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { importById, listImports, listOutcomes, resumeImport, stopImport } from './editorial.ts'

export const importResolvers = {
  Query: {
    import: (_, { id }, { ctx }) => orNull(importById(ctx, id)),
    imports: (_, args, { ctx }) => listImports(ctx, args),
  },
  Mutation: {
    stopImport: (_, { id, expectedVersion }, { ctx }) => stopImport(ctx, id, expectedVersion),
    resumeImport: (_, { id, expectedVersion }, { ctx }) => resumeImport(ctx, id, expectedVersion),
  },
  Import: {
    outcomes: ({ id }, args, { ctx }) => listOutcomes(ctx, id, args),
  },
  ImportConnection: connection,
  ImportOutcomeConnection: connection,
} satisfies Resolvers

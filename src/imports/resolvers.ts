import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { importById, listImports, listOutcomes } from './editorial.ts'
import { createImport } from './receive.ts'
import { resumeImport, stopImport } from './stop.ts'

export const importResolvers = {
  Query: {
    import: (_, { id }, { ctx }) => orNull(importById(ctx, id)),
    imports: (_, args, { ctx }) => listImports(ctx, args),
  },
  Mutation: {
    createImport: (_, { input }, { ctx }) => createImport(ctx, input),
    stopImport: (_, { id, expectedVersion }, { ctx }) => stopImport(ctx, id, expectedVersion),
    resumeImport: (_, { id, expectedVersion }, { ctx }) => resumeImport(ctx, id, expectedVersion),
  },
  Import: {
    outcomes: ({ id }, args, { ctx }) => listOutcomes(ctx, id, args),
  },
  ImportConnection: connection,
  ImportOutcomeConnection: connection,
} satisfies Resolvers

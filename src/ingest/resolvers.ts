import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import {
  createIngestSource,
  deleteIngestSource,
  ingestSourceById,
  listIngestSources,
  pollIngestSource,
  updateIngestSource,
} from './editorial.ts'

export const ingestResolvers = {
  Query: {
    ingestSource: (_, { id }, { ctx }) => orNull(ingestSourceById(ctx, id)),
    ingestSources: (_, args, { ctx }) => listIngestSources(ctx, args),
  },
  Mutation: {
    createIngestSource: (_, { input }, { ctx }) => createIngestSource(ctx, input),
    updateIngestSource: (_, { id, input, expectedVersion }, { ctx }) =>
      updateIngestSource(ctx, id, input, expectedVersion),
    deleteIngestSource: (_, { id, expectedVersion }, { ctx }) => deleteIngestSource(ctx, id, expectedVersion),
    pollIngestSource: (_, { id }, { ctx }) => pollIngestSource(ctx, id),
  },
  IngestSourceConnection: connection,
} satisfies Resolvers

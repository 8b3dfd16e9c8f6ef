import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { createMedia, listMediaRecords, mediaRecord, updateMedia } from './editorial.ts'

export const mediaResolvers = {
  Query: {
    mediaRecord: (_, { id }, { ctx }) => orNull(mediaRecord(ctx, id)),
    mediaRecords: (_, args, { ctx }) => listMediaRecords(ctx, args),
  },
  Mutation: {
    createMedia: (_, { input }, { ctx }) => createMedia(ctx, input),
    updateMedia: (_, { id, input, expectedVersion }, { ctx }) => updateMedia(ctx, id, input, expectedVersion),
  },
  MediaRecordConnection: connection,
} satisfies Resolvers

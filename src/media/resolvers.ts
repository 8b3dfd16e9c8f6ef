import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { usesLoader } from '../uses/resolvers.ts'
import { deleteMedia } from './delete.ts'
import { createMedia, listMediaRecords, mediaRecord, updateMedia } from './editorial.ts'
import { fetchMedia } from './fetch-media.ts'
import { freeSize } from './free-size.ts'
import { mergeMedia } from './merge.ts'
import { storeUploaded } from './store-media.ts'

export const mediaResolvers = {
  Query: {
    mediaRecord: (_, { id }, { ctx }) => orNull(mediaRecord(ctx, id)),
    mediaRendition: (_, { id, ...size }, { ctx }) => freeSize(ctx, id, size),
    mediaRecords: (_, args, { ctx }) => listMediaRecords(ctx, args),
  },
  Mutation: {
    createMedia: (_, { input }, { ctx }) => createMedia(ctx, input),
    uploadMedia: async (_, { file, input }, { ctx }) => (await storeUploaded(ctx, file, input)).media,
    fetchMedia: async (_, { input }, { ctx }) => (await fetchMedia(ctx, input)).media,
    updateMedia: (_, { id, input, expectedVersion }, { ctx }) => updateMedia(ctx, id, input, expectedVersion),
    mergeMedia: (_, { id, into }, { ctx }) => mergeMedia(ctx, id, { intoId: into }),
    deleteMedia: (_, { id, expectedVersion }, { ctx }) => deleteMedia(ctx, id, expectedVersion),
  },
  MediaRecordConnection: connection,
} satisfies Resolvers

export const mediaLoaders = {
  MediaRecord: { uses: usesLoader('media') },
}

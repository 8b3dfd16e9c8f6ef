import { byOneKey, connection, countedConnection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { usesLoader } from '../uses/resolvers.ts'
import { deleteAuthor } from './delete.ts'
import { authorByKey, listAuthors } from './delivery.ts'
import { authorRecord, createAuthor, listAuthorRecords, updateAuthor } from './editorial.ts'
import { mergeAuthors } from './merge.ts'

export const authorResolvers = {
  Query: {
    author: (_, { id, slug }, { ctx }) => byOneKey({ id, slug }, (key) => authorByKey(ctx, key)),
    authors: (_, args, { ctx }) => listAuthors(ctx, args),
    authorRecord: (_, { id }, { ctx }) => orNull(authorRecord(ctx, id)),
    authorRecords: (_, args, { ctx }) => listAuthorRecords(ctx, args),
  },
  Mutation: {
    createAuthor: (_, { input }, { ctx }) => createAuthor(ctx, input),
    updateAuthor: (_, { id, input, expectedVersion }, { ctx }) => updateAuthor(ctx, id, input, expectedVersion),
    mergeAuthors: (_, { id, into }, { ctx }) => mergeAuthors(ctx, id, { intoId: into }),
    deleteAuthor: (_, { id, expectedVersion }, { ctx }) => deleteAuthor(ctx, id, expectedVersion),
  },
  AuthorConnection: countedConnection,
  AuthorRecordConnection: connection,
} satisfies Resolvers

export const authorLoaders = {
  AuthorRecord: { uses: usesLoader('author') },
}

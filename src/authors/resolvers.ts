import { byOneKey, connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import { authorByKey, listAuthors } from './delivery.ts'
import { authorRecord, createAuthor, listAuthorRecords, updateAuthor } from './editorial.ts'

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
  },
  AuthorConnection: connection,
  AuthorRecordConnection: connection,
} satisfies Resolvers

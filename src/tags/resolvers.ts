import { byOneKey, connection, countedConnection, loadBy, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { usesLoader } from '../uses/resolvers.ts'
import { deleteTag } from './delete.ts'
import { childrenOfTags, listTags, tagByKey, tagsById } from './delivery.ts'
import { createTag, listTagRecords, tagRecord, updateTag } from './editorial.ts'
import { mergeTags } from './merge.ts'
import type { TagNode } from './tag.ts'

export const tagResolvers = {
  Query: {
    tag: (_, { id, slug }, { ctx }) => byOneKey({ id, slug }, (key) => tagByKey(ctx, key)),
    tags: (_, args, { ctx }) => listTags(ctx, args),
    tagRecord: (_, { id }, { ctx }) => orNull(tagRecord(ctx, id)),
    tagRecords: (_, args, { ctx }) => listTagRecords(ctx, args),
  },
  Mutation: {
    createTag: (_, { input }, { ctx }) => createTag(ctx, input),
    updateTag: (_, { id, input, expectedVersion }, { ctx }) => updateTag(ctx, id, input, expectedVersion),
    mergeTags: (_, { id, into }, { ctx }) => mergeTags(ctx, id, { intoId: into }),
    deleteTag: (_, { id, expectedVersion }, { ctx }) => deleteTag(ctx, id, expectedVersion),
  },
  TagConnection: countedConnection,
  TagRecordConnection: connection,
} satisfies Resolvers

export const tagLoaders = {
  TagRecord: { uses: usesLoader('tag') },
  Tag: {
    parent: loadBy<GraphqlContext, TagNode, TagNode | null>(tagsById, (tag) => tag.parentId, null),
    children: loadBy<GraphqlContext, TagNode, TagNode[]>(childrenOfTags, (tag) => tag.id, []),
  },
}

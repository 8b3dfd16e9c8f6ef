import { byOneKey, connection, loadPages, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { type FrontNode, frontNodeByKey, listFronts, slotsOfFronts } from './delivery.ts'
import {
  createFront,
  deleteFront,
  frontRecord,
  listFrontRecords,
  previewFrontNode,
  revisionsOfFronts,
  updateFront,
} from './editorial.ts'
import { publishFront, restoreFront, undoFront } from './publish.ts'

export const frontResolvers = {
  Query: {
    front: (_, { id, slug }, { ctx }) => byOneKey({ id, slug }, (key) => frontNodeByKey(ctx, key)),
    fronts: (_, args, { ctx }) => listFronts(ctx, args),
    frontRecord: (_, { id }, { ctx }) => orNull(frontRecord(ctx, id)),
    frontRecords: (_, args, { ctx }) => listFrontRecords(ctx, args),
    frontPreview: (_, { id }, { ctx }) => orNull(previewFrontNode(ctx, id)),
  },
  Mutation: {
    createFront: (_, { input }, { ctx }) => createFront(ctx, input),
    updateFront: (_, { id, input, expectedVersion }, { ctx }) => updateFront(ctx, id, input, expectedVersion),
    publishFront: (_, { id, expectedVersion, ...input }, { ctx }) => publishFront(ctx, id, input, expectedVersion),
    undoFront: (_, { id, expectedVersion, ...input }, { ctx }) => undoFront(ctx, id, input, expectedVersion),
    restoreFront: (_, { id, number, expectedVersion, ...input }, { ctx }) =>
      restoreFront(ctx, id, number, input, expectedVersion),
    deleteFront: (_, { id, expectedVersion }, { ctx }) => deleteFront(ctx, id, expectedVersion),
  },
  FrontSlotRecord: {
    until: ({ until }) => (until ? new Date(until) : null),
  },
  FrontConnection: connection,
  FrontRecordConnection: connection,
  FrontRevisionConnection: connection,
} satisfies Resolvers

type FrontQuery = { obj: FrontNode }

export const frontLoaders = {
  Front: {
    /** At hand for a front that was asked for alone, looked up at once for those of a list. */
    async slots(queries: FrontQuery[], { ctx }: GraphqlContext): Promise<NonNullable<FrontNode['slots']>[]> {
      const ids = queries.flatMap(({ obj }) => (obj.slots ? [] : obj.id))
      const found = ids.length > 0 ? await slotsOfFronts(ctx, [...new Set(ids)]) : null
      return queries.map(({ obj }) => obj.slots ?? found?.get(obj.id) ?? [])
    },
  },
  FrontRecord: { revisions: loadPages(revisionsOfFronts) },
}

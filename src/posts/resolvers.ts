import { connection, orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { totalsOf, windowsOf } from './delivery.ts'
import { createPost, deletePost, listPostRecords, postRecord, revisePost } from './editorial.ts'
import type { ListArguments, LiveBlogNode, PostWindow, WindowRequest } from './live-blog.ts'
import { publishPost, withdrawPost } from './publish.ts'

export const postResolvers = {
  Query: {
    postRecord: (_, { id }, { ctx }) => orNull(postRecord(ctx, id)),
    postRecords: (_, { id, ...query }, { ctx }) => listPostRecords(ctx, id, query),
  },
  Mutation: {
    createPost: (_, { id, input }, { ctx }) => createPost(ctx, id, input),
    revisePost: (_, { id, input, expectedVersion }, { ctx }) => revisePost(ctx, id, input, expectedVersion),
    publishPost: (_, { id, expectedVersion, ...input }, { ctx }) => publishPost(ctx, id, input, expectedVersion),
    withdrawPost: (_, { id, expectedVersion, ...input }, { ctx }) => withdrawPost(ctx, id, input, expectedVersion),
    deletePost: (_, { id, expectedVersion }, { ctx }) => deletePost(ctx, id, expectedVersion),
  },
  PostContent: {
    at: ({ at }) => (at ? new Date(at) : null),
  },
  PostRecordConnection: connection,
} satisfies Resolvers

interface Loading<A> {
  obj: LiveBlogNode
  params: A
}

/** A window of many live blogs: one statement for each set of arguments. A preview has its posts with it. */
function windowLoader<A>(requestOf: (args: A) => WindowRequest) {
  return async (queries: Loading<A>[], { ctx }: GraphqlContext): Promise<(PostWindow | null)[]> => {
    const asked = new Map<string, { request: WindowRequest; ids: Set<string> }>()
    for (const { obj, params } of queries) {
      if (obj.ready) continue
      const known = asked.get(JSON.stringify(params)) ?? { request: requestOf(params), ids: new Set() }
      asked.set(JSON.stringify(params), { ...known, ids: known.ids.add(obj.articleId) })
    }
    const found = new Map<string, Map<string, PostWindow>>()
    for (const [name, { request, ids }] of asked) found.set(name, await windowsOf(ctx, [...ids], request))
    return queries.map(({ obj, params }) => {
      if (obj.ready) return obj.ready.windowOf(requestOf(params))
      return found.get(JSON.stringify(params))?.get(obj.articleId) ?? null
    })
  }
}

async function totalLoader(queries: Loading<unknown>[], { ctx }: GraphqlContext): Promise<number[]> {
  const ids = [...new Set(queries.flatMap(({ obj }) => (obj.ready ? [] : obj.articleId)))]
  const found = ids.length > 0 ? await totalsOf(ctx, ids) : new Map<string, number>()
  return queries.map(({ obj }) => obj.ready?.totalPosts ?? found.get(obj.articleId) ?? 0)
}

export const postLoaders = {
  LiveBlog: {
    totalPosts: totalLoader,
    latest: windowLoader((args: ListArguments) => ({ window: 'latest', ...args })),
    keyEvents: windowLoader((args: ListArguments) => ({ window: 'keyEvents', ...args })),
    pinned: windowLoader((args: ListArguments) => ({ window: 'pinned', ...args })),
    around: windowLoader((args: { post: string; first?: number | null }) => ({ window: 'around', ...args })),
    since: windowLoader((args: { post?: string; since?: string; first?: number | null }) => ({
      window: 'since',
      ...args,
    })),
  },
}

import type { ArticleDraft } from '../articles/article-draft.ts'
import { connection, loadPages } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import type { DiffQuery } from './article-diff.ts'
import { diffsOfArticles } from './compare.ts'
import { restoreRevision, revisionKey, revisionsByNumber, revisionsOfArticles } from './editorial.ts'

export const revisionResolvers = {
  Mutation: {
    restoreRevision: (_, { id, number, expectedVersion, ...input }, { ctx }) =>
      restoreRevision(ctx, id, number, input, expectedVersion),
  },
  RevisionConnection: connection,
} satisfies Resolvers

interface Loading<A> {
  obj: ArticleDraft
  params: A
}

async function revisionLoader(queries: Loading<{ number: number }>[], { ctx }: GraphqlContext) {
  const wanted = queries.map(({ obj, params }) => ({ articleId: obj.id, number: params.number }))
  const found = await revisionsByNumber(ctx, wanted)
  return wanted.map((each) => found.get(revisionKey(each)) ?? null)
}

async function diffLoader(queries: Loading<DiffQuery>[], { ctx }: GraphqlContext) {
  return diffsOfArticles(
    ctx,
    queries.map(({ obj: article, params }) => ({ article, ...params })),
  )
}

export const revisionLoaders = {
  ArticleDraft: { revisions: loadPages(revisionsOfArticles), revision: revisionLoader, diff: diffLoader },
}

import type { FastifyReply } from 'fastify'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { neverShared } from '../core/sources.ts'
import { orNull } from '../graphql/connection.ts'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { createPreview, previewsOfArticles, revokePreview } from './editorial.ts'
import { privateHeaders } from './headers.ts'
import type { Preview } from './preview.ts'
import { previewNodeByToken } from './reading.ts'

export const previewResolvers = {
  Query: {
    preview: (_, { token }, context) => {
      // Mercurius gives every resolver the reply of its request.
      const { reply } = context as GraphqlContext & { reply: FastifyReply }
      reply.headers(privateHeaders)
      neverShared(context.ctx)
      return orNull(previewNodeByToken(context.ctx, token))
    },
  },
  Mutation: {
    createPreview: (_, { id, ...input }, { ctx }) => createPreview(ctx, id, input),
    revokePreview: (_, { id }, { ctx }) => revokePreview(ctx, id),
  },
} satisfies Resolvers

type DraftQuery = { obj: ArticleDraft }

export const previewLoaders = {
  ArticleDraft: {
    async previews(queries: DraftQuery[], { ctx }: GraphqlContext): Promise<(Preview[] | null)[]> {
      const drafts = queries.map(({ obj }) => obj)
      const found = await previewsOfArticles(ctx, drafts)
      return drafts.map(({ id }) => found.get(id) ?? null)
    },
  },
}

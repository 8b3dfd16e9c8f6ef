import type { FastifyReply } from 'fastify'
import type { Resolvers } from '../graphql/generated.ts'
import type { GraphqlContext } from '../graphql/plugin.ts'
import { bulkArticles } from './editorial.ts'

export const bulkResolvers = {
  Mutation: {
    bulkArticles: (_, { input }, context) => {
      const { log } = (context as GraphqlContext & { reply: FastifyReply }).reply
      return bulkArticles(context.ctx, input, (id, error) =>
        log.error({ err: error, id }, 'a story of a bulk request failed'),
      )
    },
  },
} satisfies Resolvers

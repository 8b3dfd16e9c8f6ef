import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { type ExecutionResult, type GraphQLError, GraphQLScalarType } from 'graphql'
import { type IResolvers, type MercuriusContext, type MercuriusLoaders, mercurius } from 'mercurius'
import type { Ctx } from '../core/ctx.ts'
import { maxDepth, writeError } from './errors.ts'
import { addGraphqlRoutes } from './http.ts'
import { inParts } from './mutations.ts'

/** What every resolver and loader receives as its context. */
export interface GraphqlContext {
  ctx: Ctx
}

export interface GraphqlOptions {
  /** The contract, as SDL. */
  sdl: string
  /** By type and field. Compiled queries never call functions on parent objects: what is computed has its resolver here. */
  resolvers: object
  /** Batched fields by type and field; each gets all `{ obj, params }` of a level and the context. */
  loaders: object
  /** Makes the context of one request; may throw a Refusal. */
  contextOf(request: FastifyRequest): GraphqlContext
}

/** Adds GraphQL at `/graphql`. Register it, for a scope of its own: other routes see neither its body parser nor its errors. */
export const graphqlPlugin: FastifyPluginAsync<GraphqlOptions> = async (app, options) => {
  await app.register(mercurius, {
    schema: options.sdl,
    resolvers: toMercurius(options.resolvers),
    loaders: options.loaders as MercuriusLoaders,
    routes: false,
    graphiql: false,
    // From the third call on. Compiling only while the process is idle would never happen under load, when it counts.
    jit: 3,
    queryDepth: maxDepth,
    graphql: { validateOptions: { maxErrors: 20 } },
    errorFormatter: formatResult,
  })
  addGraphqlRoutes(app, options.contextOf)
}

/** The generated types say `__resolveType`, as all tools do; Mercurius reads only `resolveType`. Copies, for it changes what it is given. */
function toMercurius(resolvers: object): IResolvers {
  const entries = Object.entries(resolvers).map(([type, fields]: [string, Record<string, unknown>]) => {
    if (type === 'Mutation') return [type, inParts(fields)]
    const { __resolveType: resolveType, ...rest } = fields
    return [type, resolveType ? { ...rest, resolveType } : fields instanceof GraphQLScalarType ? fields : rest]
  })
  return Object.fromEntries(entries) as IResolvers
}

function formatResult(result: ExecutionResult, context: object) {
  const { reply, document } = context as MercuriusContext & { document?: string }
  const errors = (result.errors ?? []).map((error) => writeError(error, { request: reply.request, document }))
  // Mercurius types formatted errors as GraphQLError, and only ever serialises them.
  return { statusCode: 200, response: { data: result.data, errors: errors as unknown as GraphQLError[] } }
}

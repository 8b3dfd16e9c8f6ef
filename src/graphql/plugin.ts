import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import {
  buildASTSchema,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  GraphQLScalarType,
  type GraphQLSchema,
  parse,
} from 'graphql'
import { type IResolvers, type MercuriusContext, type MercuriusLoaders, mercurius } from 'mercurius'
import type { KeptRoutes } from '../cache/rest.ts'
import type { Ctx } from '../core/ctx.ts'
import { type AdmissionRules, defaultRules, makeAdmission } from './admission.ts'
import { preferAtHand } from './at-hand.ts'
import { writeError } from './errors.ts'
import { addGraphqlRoutes, type Charge } from './http.ts'
import { inParts } from './mutations.ts'
import { addSockets } from './sockets.ts'
import type { Subscriptions } from './subscriptions.ts'
import { acceptUploads } from './uploads.ts'

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
  /** What is taken of clients; `defaultRules` when left out. */
  rules?: AdmissionRules
  /** Told what each operation costs before it runs; nobody when left out. */
  charge?: Charge
  /** Where answers are kept. */
  kept: KeptRoutes
  /** How each subscription begins; there are no sockets when left out. */
  subscriptions?: Subscriptions
}

/** Documents that the executor keeps; it keeps up to twice as many, at half a megabyte for the worst that the limits allow. */
const maxExecutorDocuments = 150

/** Adds GraphQL at `/graphql`. Register it, for a scope of its own: other routes see neither its body parser nor its errors. */
export const graphqlPlugin: FastifyPluginAsync<GraphqlOptions> = async (app, options) => {
  await app.register(mercurius, {
    schema: schemaOf(options.sdl),
    resolvers: toMercurius(options.resolvers),
    loaders: options.loaders as MercuriusLoaders,
    routes: false,
    graphiql: false,
    // From the third call on. Compiling only while the process is idle would never happen under load, when it counts.
    jit: 3,
    cache: maxExecutorDocuments,
    errorFormatter: formatResult,
  })
  preferAtHand(app.graphql.schema, options.loaders)
  const { contextOf, rules = defaultRules, charge = () => {} } = options
  const served = { admission: makeAdmission(app.graphql.schema, rules), contextOf, charge, kept: options.kept }
  addGraphqlRoutes(app, served)
  await acceptUploads(app)
  if (options.subscriptions) addSockets(app, { served, subscriptions: options.subscriptions })
}

/** Contracts that were read and found in order: to do so takes longer than to make a schema of one. */
const contracts = new Map<string, DocumentNode>()

/** A schema of its own for each service, for resolvers are put into it; the contract is read and checked once a process. */
function schemaOf(sdl: string): GraphQLSchema {
  const known = contracts.get(sdl)
  if (known) return buildASTSchema(known, { assumeValidSDL: true })
  const contract = parse(sdl)
  const schema = buildASTSchema(contract)
  contracts.set(sdl, contract)
  return schema
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

import type { FastifyReply } from 'fastify'
import { createSourceEventStream, type ExecutionResult, type GraphQLSchema, parse } from 'graphql'
import type { ArticleNode } from '../articles/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import type { Telling } from '../streams/stream.ts'
import type { Subscription } from '../streams/subscriptions.ts'
import type { AdmittedOperation } from './admission.ts'
import type { GraphqlContext } from './plugin.ts'

/** How subscriptions begin, by the name of their field. May throw a Refusal. */
export type Subscriptions = Record<
  string,
  (args: Record<string, unknown>, context: GraphqlContext) => Promise<Subscription>
>

/** The context in which a subscription is told something. */
export interface ToldContext extends GraphqlContext {
  article: ArticleNode | null
}

/**
 * Begins the subscription that an operation asks for. GraphQL itself finds its field and reads the arguments.
 * @throws graphql_invalid when a directive leaves it without a field; what the subscription throws comes as a GraphQLError.
 */
export async function beginSubscription(
  schema: GraphQLSchema,
  { operation, text, variables }: AdmittedOperation,
  { ctx, subscriptions }: { ctx: Ctx; subscriptions: Subscriptions },
): Promise<Subscription | Pick<ExecutionResult, 'errors'>> {
  let begun: Subscription | null = null
  const found = await createSourceEventStream({
    schema,
    document: parse(text),
    operationName: operation.node.name?.value,
    variableValues: variables,
    subscribeFieldResolver: async (_source, args, _context, { fieldName }) => {
      begun = (await subscriptions[fieldName]?.(args, { ctx })) ?? null
      return { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }
    },
  }).catch((cause) => {
    throw new Refusal('graphql_invalid', 'the subscription has no field that is to be told of', { cause })
  })
  return begun ?? (found as ExecutionResult)
}

const written = new WeakMap<Telling, Map<string, Promise<string>>>()

/**
 * What subscribers of an operation are told of a change, as the JSON of an execution result. Made once for all that ask the same,
 * for nothing of it depends on who asks.
 */
export function toldOf(telling: Telling, admitted: AdmittedOperation, told: Told): Promise<string> {
  const ofAll = written.get(telling) ?? new Map<string, Promise<string>>()
  written.set(telling, ofAll)
  const key = JSON.stringify([admitted.operation.source, admitted.variables])
  const known = ofAll.get(key) ?? write(telling, admitted, told)
  ofAll.set(key, known)
  return known
}

interface Told {
  /** Without a caller. */
  ctx: Ctx
  article: ArticleNode | null
  reply: FastifyReply
}

async function write({ cursor, change }: Telling, admitted: AdmittedOperation, told: Told): Promise<string> {
  const { operation, text, variables, cost } = admitted
  const { ctx, article, reply } = told
  const context = { ctx, article, document: text }
  const own = ownReply(reply)
  const { data, errors } = await own.graphql(operation.source, context, variables, operation.node.name?.value)
  const extensions = { cursor, change, cost }
  return JSON.stringify(errors ? { errors, data, extensions } : { data, extensions })
}

/** Loaders are kept on a reply: each execution needs its own. `ws` tells Mercurius that this GET came over a socket. */
function ownReply(reply: FastifyReply): FastifyReply {
  const request = Object.create(reply.request, { ws: { value: true } })
  return Object.create(reply, { request: { value: request } })
}

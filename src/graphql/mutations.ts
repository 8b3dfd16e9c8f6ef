import { nextPart } from '../core/idempotency.ts'
import type { GraphqlContext } from './plugin.ts'

type Resolve = (parent: unknown, args: unknown, context: GraphqlContext, info: unknown) => unknown

/** Resolvers of mutations, each with a part of the request to itself: see `nextPart`. Fields of a mutation run one by one. */
export function inParts(resolvers: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(resolvers as Record<string, Resolve>).map(([name, resolve]) => [
    name,
    ((parent, args, context, info) =>
      resolve(parent, args, { ...context, ctx: nextPart(context.ctx) }, info)) satisfies Resolve,
  ])
  return Object.fromEntries(entries)
}

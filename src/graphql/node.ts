import { articleNodesById } from '../articles/loaders.ts'
import { authorsById } from '../authors/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { uuidPattern } from '../core/page.ts'
import { frontsById } from '../fronts/delivery.ts'
import { tagsById } from '../tags/delivery.ts'
import type { GraphqlContext } from './plugin.ts'

/** Where `node` looks, in the order of what is asked for most. */
const kinds = [
  ['Article', articleNodesById],
  ['Tag', tagsById],
  ['Author', authorsById],
  ['Front', frontsById],
] as const

/** Anything public by its id, with the name of its GraphQL type; null when there is none. */
async function nodeById(ctx: Ctx, id: string): Promise<{ id: string; __typename: string } | null> {
  if (!uuidPattern.test(id)) return null
  for (const [type, find] of kinds) {
    const found = (await find(ctx, [id.toLowerCase()])).get(id.toLowerCase())
    if (found) return { ...found, __typename: type }
  }
  return null
}

export const nodeResolvers = {
  Query: { node: (_: unknown, { id }: { id: string }, { ctx }: GraphqlContext) => nodeById(ctx, id) },
  Node: { resolveType: ({ __typename }: { __typename: string }) => __typename },
}

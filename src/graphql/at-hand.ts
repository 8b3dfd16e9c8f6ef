import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql'
import { isObjectType } from 'graphql'

/**
 * What a parent was read with, by the names of its fields, so that no loader is asked for it; of a field with arguments, a function of
 * them, which gives undefined where the loader has to be asked. Parents of which the query asks different things have it each for itself, while loaders remember what they gave by the id.
 */
export type AtHand = Record<string, unknown>

type Parent = { atHand?: AtHand } | null | undefined
type Resolve = GraphQLFieldResolver<Parent, unknown>

/** Makes the fields of loaders answer with what their parent has at hand; loaders are asked for the rest. */
export function preferAtHand(schema: GraphQLSchema, loaders: object): void {
  for (const [type, names] of Object.entries(loaders)) {
    const known = schema.getType(type)
    if (!isObjectType(known)) continue
    for (const name of Object.keys(names)) {
      const field = known.getFields()[name]
      if (field?.resolve) field.resolve = atHandOr(name, field.resolve as Resolve)
    }
  }
}

function atHandOr(name: string, load: Resolve): Resolve {
  return (parent, args, context, info) => {
    const atHand = parent?.atHand
    if (!atHand || !(name in atHand)) return load(parent, args, context, info)
    const value = atHand[name]
    if (typeof value !== 'function') return value
    const given: unknown = value(args)
    return given === undefined ? load(parent, args, context, info) : given
  }
}

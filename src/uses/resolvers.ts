import type { GraphqlContext } from '../graphql/plugin.ts'
import { type Used, usesOfMany } from './editorial.ts'
import type { Uses } from './use.ts'

/** The users of all records of a list at once. */
export function usesLoader(noun: Used) {
  return async (queries: { obj: { id: string } }[], { ctx }: GraphqlContext): Promise<Uses[]> => {
    const found = await usesOfMany(ctx, noun, [...new Set(queries.map(({ obj }) => obj.id))])
    return queries.map(({ obj }) => found.get(obj.id) ?? { count: 0, items: [] })
  }
}

import type { Role } from '../../../src/core/caller.ts'
import type { Facts } from '../ask.ts'
import type { Scenario } from '../scenario.ts'

/** What the editorial side has of a noun. */
export interface EditorialNoun {
  asks: Asks
  /** A valid input; its first text is what the rules spoil. */
  input: Facts
  /** Fields with values that no face takes, and the path of the fault where it is not the field's name. */
  wrong: [field: string, value: unknown, path?: string][]
  least: { create: Role; update: Role }
  make: () => Promise<{ id: string; version: number }>
  /** Rows that a creation adds to. */
  count: () => Promise<number>
}

export type Asks = ReturnType<typeof asksOf>

/** The same request for both faces; `type` is `Tag` for `createTag`, `TagInput`, `tagRecords`. */
export function asksOf(type: string, path: string) {
  const record = `${type.charAt(0).toLowerCase()}${type.slice(1)}Record`
  const documents = {
    create: `mutation ($input: ${type}Input!) { create${type}(input: $input) { id } }`,
    update: `mutation ($id: ID!, $input: ${type}Patch!, $version: Int) { update${type}(id: $id, input: $input, expectedVersion: $version) { id } }`,
    read: `query ($id: ID!) { ${record}(id: $id) { id } }`,
    list: `query ($first: Int, $after: String) { ${record}s(first: $first, after: $after) { nodes { id } } }`,
  }
  return {
    path,
    documents,
    creating: (input: Facts) => ({ post: path, body: input, query: documents.create, variables: { input } }),
    changing: (id: string, input: Facts, version?: number): Scenario => ({
      ...{ patch: `${path}/${id}`, body: input, query: documents.update, variables: { id, input, version } },
      ...(version && { headers: { 'if-match': `"${version}"` } }),
    }),
    reading: (id: string) => ({ get: `${path}/${id}`, query: documents.read, variables: { id } }),
    listing: (page: { first?: number; after?: string } = {}) => ({
      ...{
        get: `${path}?${new URLSearchParams(page as Record<string, string>)}`,
        query: documents.list,
        variables: page,
      },
    }),
  }
}

import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Asked, Facts } from '../helpers/ask.ts'

/** Makes a tag on one of the faces, with an `Idempotency-Key`. */
export interface KeyedFace {
  create(key: string, input: Facts, asked?: Asked): Promise<Answer>
  rename(key: string, id: string, name: string, version?: number): Promise<Answer>
}

const path = '/v1/editorial/tags'
const createTag =
  'mutation ($input: TagInput!) { createTag(input: $input) { id slug name version createdAt changedAt publicAt externalIds } }'
const updateTag =
  'mutation ($id: ID!, $input: TagPatch!, $version: Int) { updateTag(id: $id, input: $input, expectedVersion: $version) { id name version } }'

export function keyedFaces({ rest, graphql }: Newsroom): { REST: KeyedFace; GraphQL: KeyedFace } {
  const keyed = (key: string, more: Record<string, string> = {}) => ({ 'idempotency-key': key, ...more })
  return {
    REST: {
      create: (key, body, { as = 'editor' } = {}) => rest('POST', path, { as, body, headers: keyed(key) }),
      rename: (key, id, name, version) =>
        rest('PATCH', `${path}/${id}`, {
          as: 'editor',
          body: { name },
          headers: keyed(key, version === undefined ? {} : { 'if-match': `"${version}"` }),
        }),
    },
    GraphQL: {
      create: (key, input, { as = 'editor' } = {}) => graphql(createTag, { input }, { as, headers: keyed(key) }),
      rename: (key, id, name, version) =>
        graphql(updateTag, { id, input: { name }, version }, { as: 'editor', headers: keyed(key) }),
    },
  }
}

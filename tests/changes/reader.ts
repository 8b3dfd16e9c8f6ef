import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface Change extends Facts {
  id: string
  type: string
  kind: string
  subjectId: string
  sequence: number
  isGone: boolean
  slug: string | null
  path: string | null
  paths: string[]
  reason: string | null
  intoId: string | null
}

export interface Feed extends Answer {
  changes: Change[]
  next: string
  hasMore: boolean
  cursors: string[]
}

const document = `query ($since: String, $first: Int) { changes(since: $since, first: $first) {
  nodes { id type kind subjectId sequence version at isGone slug path paths reason intoId } edges { cursor }
  pageInfo { hasNextPage endCursor } } }`

interface Connection {
  nodes: Change[]
  edges: { cursor: string }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

/** One page of the feed, on either face. */
export function feedsOf({ rest, graphql }: Newsroom) {
  return {
    REST: async (asked: { since?: string; first?: number | string } = {}): Promise<Feed> => {
      const query = new URLSearchParams(
        Object.entries(asked).map(([name, value]): [string, string] => [name, String(value)]),
      )
      const answer = await rest<{ data: Change[]; page: { next: string; hasMore: boolean } }>(
        'GET',
        `/v1/changes?${query}`,
      )
      const { data, page } = answer.data
      return {
        ...answer,
        data: answer.data as unknown as Facts,
        changes: data,
        ...(page ?? { next: '', hasMore: false }),
        cursors: [],
      }
    },
    GraphQL: async (asked: { since?: string; first?: number | string } = {}): Promise<Feed> => {
      const answer = await graphql<Connection | null>(document, asked)
      const { nodes = [], edges = [], pageInfo } = answer.data ?? {}
      return {
        ...{
          ...answer,
          data: answer.data as unknown as Facts,
          changes: nodes,
          cursors: edges.map(({ cursor }) => cursor),
        },
        ...{ next: pageInfo?.endCursor ?? '', hasMore: pageInfo?.hasNextPage ?? false },
      }
    },
  }
}

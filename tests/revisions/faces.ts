import type { Role } from '../../src/core/caller.ts'
import type { Draft } from '../articles/stories.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface RevisionFacts {
  number: number
  note: string | null
  isAutosave: boolean
  createdBy: string
  createdById: string | null
  content: { headline: string; slug: string }
}

export interface DiffFacts {
  from: number
  to: number
  fields: { field: string; before: unknown; after: unknown }[]
  blocks: Facts[]
}

interface Asking {
  as?: Role
  version?: number
}

/** What staff do with revisions, told alike on either face. Where there is nothing, GraphQL shows null and REST 404: both are null here. */
export interface RevisionFace {
  revise(id: string, patch: Facts, asking?: Asking): Promise<Answer<Draft>>
  list(id: string, query?: { autosaves?: boolean; first?: number; after?: string }): Promise<RevisionFacts[]>
  read(id: string, number: number): Promise<RevisionFacts | null>
  restore(id: string, number: number, input?: Facts, asking?: Asking): Promise<Answer<Draft>>
  diff(id: string, query?: { from?: number; to?: number }, asking?: Asking): Promise<Answer<DiffFacts | null>>
}

const story = 'id status version liveVersion content { headline slug standfirst }'
const revision = 'number note isAutosave createdBy createdById content { headline slug }'
const documents = {
  revise: `mutation ($id: ID!, $input: ArticlePatch!, $version: Int) { reviseArticle(id: $id, input: $input, expectedVersion: $version) { ${story} } }`,
  restore: `mutation ($id: ID!, $number: Int!, $note: String, $version: Int) { restoreRevision(id: $id, number: $number, note: $note, expectedVersion: $version) { ${story} } }`,
  list: `query ($id: ID!, $first: Int, $after: String, $autosaves: Boolean) { articleDraft(id: $id) { revisions(first: $first, after: $after, autosaves: $autosaves) { nodes { ${revision} } } } }`,
  read: `query ($id: ID!, $number: Int!) { articleDraft(id: $id) { revision(number: $number) { ${revision} } } }`,
  diff: `query ($id: ID!, $from: Int, $to: Int) { articleDraft(id: $id) { diff(from: $from, to: $to) {
    from to fields { field before after } blocks { change key isMoved fromIndex toIndex before after text { op text } } } } }`,
}

const editor = 'editor' as const
const matching = (version: number | undefined): Record<string, string> =>
  version === undefined ? {} : { 'if-match': `"${version}"` }

export function revisionFaces({ rest, graphql }: Newsroom): { rest: RevisionFace; graphql: RevisionFace } {
  const at = (id: string) => `/v1/editorial/articles/${id}`
  const search = (query: object) => new URLSearchParams(query as Record<string, string>)
  return {
    rest: {
      revise: (id, body, { as = editor, version } = {}) =>
        rest('PATCH', at(id), { as, body, headers: matching(version) }),
      list: async (id, query = {}) =>
        (await rest<{ data: RevisionFacts[] }>('GET', `${at(id)}/revisions?${search(query)}`, { as: editor })).data
          .data,
      read: async (id, number) => {
        const answer = await rest<RevisionFacts>('GET', `${at(id)}/revisions/${number}`, { as: editor })
        return answer.code === 'not_found' ? null : answer.data
      },
      restore: (id, number, body = {}, { as = editor, version } = {}) =>
        rest('POST', `${at(id)}/revisions/${number}/restore`, { as, body, headers: matching(version) }),
      diff: async (id, query = {}, { as = editor } = {}) => {
        const answer = await rest<DiffFacts>('GET', `${at(id)}/diff?${search(query)}`, { as })
        return answer.code === 'not_found' ? { ...answer, data: null } : answer
      },
    },
    graphql: {
      revise: (id, input, { as = editor, version } = {}) => graphql(documents.revise, { id, input, version }, { as }),
      list: async (id, query = {}) => {
        const { data } = await graphql<{ revisions: { nodes: RevisionFacts[] } }>(
          ...([documents.list, { id, ...query }, { as: editor }] as const),
        )
        return data.revisions.nodes
      },
      read: async (id, number) =>
        (await graphql<{ revision: RevisionFacts | null }>(documents.read, { id, number }, { as: editor })).data
          .revision,
      restore: (id, number, input = {}, { as = editor, version } = {}) =>
        graphql(documents.restore, { id, number, ...input, version }, { as }),
      diff: async (id, query = {}, { as = editor } = {}) => {
        const answer = await graphql<{ diff: DiffFacts | null } | null>(documents.diff, { id, ...query }, { as })
        return { ...answer, data: answer.data?.diff ?? null }
      },
    },
  }
}

import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Asked, Facts } from '../helpers/ask.ts'
import type { Draft } from './stories.ts'

export type VerbName =
  | 'submit'
  | 'approve'
  | 'reject'
  | 'publish'
  | 'correct'
  | 'withdraw'
  | 'embargo'
  | 'lift'
  | 'kill'
  | 'restore'

/** What the workflow adds to what staff see. */
export interface WorkflowDraft extends Draft {
  approvedVersion: number | null
  review: { verdict: string; by: string; at: string; note: string | null } | null
  embargo: { since: string; until: string | null; note: string | null } | null
  kill: { at: string; reason: string } | null
  withdrawReason: string | null
  lock: Facts | null
}

export interface Saying extends Pick<Asked, 'as'> {
  version?: number
}

/** Says a verb to one face. */
export type Say = (verb: VerbName, id: string, input?: Facts, saying?: Saying) => Promise<Answer<WorkflowDraft>>

const fields = `id status version liveVersion approvedVersion firstPublishedAt withdrawReason kill { at reason }
  review { verdict by at note } embargo { since until note } lock { holder } content { headline slug standfirst translationOf tagIds }`

const variableTypes: Record<string, string> = {
  ...{ note: 'String', reason: 'String', text: 'String', type: 'CorrectionType', until: 'DateTime' },
  ...{ patch: 'ArticlePatch', revision: 'Int', significant: 'Boolean', expectedVersion: 'Int' },
}

/** The same verbs on either face; an editor says them unless somebody else is named. */
export function verbsOf({ rest, graphql }: Pick<Newsroom, 'rest' | 'graphql'>): { rest: Say; graphql: Say } {
  return {
    rest: (verb, id, input = {}, { as = 'editor', version } = {}) => {
      const headers = version === undefined ? {} : { headers: { 'if-match': `"${version}"` } }
      const path = `/v1/editorial/articles/${id}/${verb === 'lift' ? 'embargo' : verb}`
      return verb === 'lift'
        ? rest('DELETE', path, { as, ...headers })
        : rest('POST', path, { as, body: input, ...headers })
    },
    graphql: (verb, id, input = {}, { as = 'editor', version } = {}) => {
      const given = { ...input, ...(version !== undefined && { expectedVersion: version }) }
      const declared = Object.entries(given).map(
        ([name, value]) => `, $${name}: ${variableTypes[name]}${value === null ? '' : '!'}`,
      )
      const passed = Object.keys(given).map((name) => `, ${name}: $${name}`)
      const field = verb === 'lift' ? 'liftEmbargo' : `${verb}Article`
      const document = `mutation ($id: ID!${declared.join('')}) { ${field}(id: $id${passed.join('')}) { ${fields} } }`
      return graphql(document, { id, ...given }, { as })
    },
  }
}

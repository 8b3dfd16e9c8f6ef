import { schedulesJob } from '../../src/schedules/jobs.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Answer, Facts } from '../helpers/ask.ts'

export interface Plan {
  id: string
  articleId: string
  action: string
  revision: number | null
  at: string
  localTime: string | null
  zone: string | null
  significant: boolean | null
  status: string
  firedAt: string | null
  failure: { code: string; message: string } | null
  createdBy: string
  version: number
}

/** One face of the house: what staff do with schedules. */
export interface ScheduleFace {
  schedule(articleId: string, input: Facts, version?: number): Promise<Answer<Plan>>
  change(id: string, input: Facts, version?: number): Promise<Answer<Plan>>
  cancel(id: string, version?: number): Promise<Answer<Plan>>
  read(id: string): Promise<Plan | null>
  list(query?: Record<string, string>): Promise<Plan[]>
  /** The pending ones of a story. */
  pending(articleId: string): Promise<Plan[]>
}

const as = 'editor' as const
const fields =
  'id articleId action revision at localTime zone significant status firedAt failure { code message } createdAt createdBy changedAt version'
const times = '$at: DateTime, $localTime: String, $zone: String, $revision: Int, $significant: Boolean, $note: String'
const given = 'at: $at, localTime: $localTime, zone: $zone, revision: $revision, significant: $significant, note: $note'
const documents = {
  schedule: `mutation ($id: ID!, $action: ScheduleAction!, ${times}, $version: Int) {
    scheduleArticle(id: $id, action: $action, ${given}, expectedVersion: $version) { ${fields} } }`,
  change: `mutation ($id: ID!, ${times}, $version: Int) {
    changeSchedule(id: $id, ${given}, expectedVersion: $version) { ${fields} } }`,
  cancel: `mutation ($id: ID!, $version: Int) { cancelSchedule(id: $id, expectedVersion: $version) { ${fields} } }`,
  read: `query ($id: ID!) { schedule(id: $id) { ${fields} } }`,
  list: `query ($first: Int, $after: String, $article: ID, $status: ScheduleStatus, $from: DateTime, $to: DateTime) {
    schedules(first: $first, after: $after, article: $article, status: $status, from: $from, to: $to) { nodes { ${fields} } } }`,
  pending: `query ($id: ID!) { articleDraft(id: $id) { schedules { ${fields} } } }`,
}

/** The same on either face. */
export function scheduleFacesOf({ rest, graphql }: Pick<Newsroom, 'rest' | 'graphql'>) {
  const path = '/v1/editorial/schedules'
  const headers = (version: number | undefined): Record<string, string> =>
    version === undefined ? {} : { 'if-match': `"${version}"` }
  const faces: { rest: ScheduleFace; graphql: ScheduleFace } = {
    rest: {
      schedule: (id, body, version) =>
        rest<Plan>('POST', `/v1/editorial/articles/${id}/schedule`, { as, body, headers: headers(version) }),
      change: (id, body, version) => rest<Plan>('PATCH', `${path}/${id}`, { as, body, headers: headers(version) }),
      cancel: (id, version) => rest<Plan>('DELETE', `${path}/${id}`, { as, headers: headers(version) }),
      read: async (id) => {
        const { status, data } = await rest<Plan>('GET', `${path}/${id}`, { as })
        return status === 200 ? data : null
      },
      list: async (query = {}) => {
        const asked = new URLSearchParams(query)
        return (await rest<{ data: Plan[] }>('GET', `${path}?${asked}`, { as })).data.data
      },
      pending: async (id) => {
        const url = `/v1/editorial/articles/${id}/schedules?status=PENDING`
        return (await rest<{ data: Plan[] }>('GET', url, { as })).data.data
      },
    },
    graphql: {
      schedule: (id, input, version) => graphql<Plan>(documents.schedule, { id, ...input, version }, { as }),
      change: (id, input, version) => graphql<Plan>(documents.change, { id, ...input, version }, { as }),
      cancel: (id, version) => graphql<Plan>(documents.cancel, { id, version }, { as }),
      read: async (id) => (await graphql<Plan | null>(documents.read, { id }, { as })).data,
      list: async (query = {}) => (await graphql<{ nodes: Plan[] }>(documents.list, query, { as })).data.nodes,
      pending: async (id) => (await graphql<{ schedules: Plan[] }>(documents.pending, { id }, { as })).data.schedules,
    },
  }
  return faces
}

/** Schedules over REST, fails loudly when refused; and fires what is due, as one worker would. */
export function plannersOf(news: Newsroom) {
  const { rest: face } = scheduleFacesOf(news)
  const job = schedulesJob()
  const errors: unknown[] = []
  const schedule = async (articleId: string, input: Facts): Promise<Plan> => {
    const { status, data, text } = await face.schedule(articleId, input)
    if (status !== 201) throw new Error(`refused: ${text}`)
    return data
  }
  return {
    schedule,
    publishAt: (articleId: string, at: string, more: Facts = {}) =>
      schedule(articleId, { action: 'PUBLISH', at, ...more }),
    withdrawAt: (articleId: string, at: string) => schedule(articleId, { action: 'WITHDRAW', at }),
    plan: async (id: string): Promise<Plan> => {
      const plan = await face.read(id)
      if (!plan) throw new Error(`there is no schedule ${id}`)
      return plan
    },
    /** Runs until nothing more is due; errors are those that were told. */
    fire: async (worker = job): Promise<unknown[]> => {
      errors.length = 0
      const signal = new AbortController().signal
      while (await worker.run(news.ctx(), signal, (error) => errors.push(error)));
      return errors
    },
  }
}

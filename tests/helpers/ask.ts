import type { FastifyInstance } from 'fastify'
import type { Role } from '../../src/core/caller.ts'
import { catalogue, type ErrorCode } from '../../src/core/errors.ts'

export type Facts = Record<string, unknown>
export type Keys = Record<Role, string>
export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'

/** What either face answered, told alike. */
export interface Answer<T = Facts> {
  /** Of REST the HTTP status, of GraphQL the one that the catalogue has for the code of the first error, or 200. */
  status: number
  code: ErrorCode | null
  /** Paths of the faults, within the input. */
  paths: string[]
  /** The body of a REST answer; the value of the first field of a GraphQL one. */
  data: T
  text: string
  headers: Record<string, unknown>
}

export interface Asked {
  /** The role of the key to send; none when missing. */
  as?: Role | undefined
  /** Sent as JSON; a string as it is. */
  body?: unknown
  headers?: Record<string, string> | undefined
}

interface Fault {
  path: string
}

/** Asks the REST face of an app. */
export function restOf(app: FastifyInstance, keys: Keys) {
  return async <T = Facts>(method: Method, url: string, { as, body, headers }: Asked = {}): Promise<Answer<T>> => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }
    const answer = await app.inject({ method, url, headers: { ...bearer(keys, as), ...json, ...headers }, ...payload })
    const data = /json/.test(String(answer.headers['content-type'])) ? answer.json() : answer.body
    const paths = (data.errors ?? []).map(({ path }: Fault) => path)
    return {
      status: answer.statusCode,
      code: data.code ?? null,
      paths,
      data,
      text: answer.body,
      headers: answer.headers,
    }
  }
}

/** Asks the GraphQL face of an app. */
export function graphqlOf(app: FastifyInstance, keys: Keys) {
  return async <T = Facts>(query: string, variables: Facts = {}, { as, headers }: Asked = {}): Promise<Answer<T>> => {
    const json = { 'content-type': 'application/json' }
    const payload = JSON.stringify({ query, variables })
    const answer = await app.inject({
      method: 'POST',
      url: '/graphql',
      headers: { ...bearer(keys, as), ...json, ...headers },
      payload,
    })
    const { data, errors = [] } = answer.json()
    const { code = null, faults = [] }: { code?: ErrorCode | null; faults?: Fault[] } = errors[0]?.extensions ?? {}
    const paths = faults.map(({ path }) => path.replace(/^input\.?/, ''))
    const value = data && (Object.values(data)[0] as T)
    return {
      status: code ? catalogue[code].status : 200,
      code,
      paths,
      data: value,
      text: answer.body,
      headers: answer.headers,
    }
  }
}

function bearer(keys: Keys, as: Role | undefined): Record<string, string> {
  return as ? { authorization: `Bearer ${keys[as]}` } : {}
}

import { expect, it } from 'vitest'
import type { Role } from '../../src/core/caller.ts'
import type { ErrorCode } from '../../src/core/errors.ts'
import type { Answer, Facts, graphqlOf, restOf } from './ask.ts'

/** What is asked of one face or of both, and what must come of it on each. */
export interface Scenario {
  as?: Role
  /** The REST address to ask. */
  get?: string
  post?: string
  patch?: string
  body?: unknown
  headers?: Record<string, string>
  /** The same for GraphQL. */
  query?: string
  variables?: Facts

  /** The HTTP status of REST; of GraphQL only that of a refusal. */
  status?: number
  /** The code of the refusal; without it there must be none. */
  refused?: ErrorCode
  paths?: string[]
  /** What the thing that is answered has among its fields. */
  shows?: object
  inBody?: string[]
  notInBody?: string[]
  /** How many events of each type are written by each face: `{}` for none. */
  events?: Record<string, number>
}

interface Faces {
  rest: ReturnType<typeof restOf>
  graphql: ReturnType<typeof graphqlOf>
  events(): Promise<Record<string, number>>
}

/**
 * `scenario(title, spec)`: a test that asks and compares; `spec` may be a function that first makes what it needs.
 * A refusal tells REST and GraphQL the same code, status and paths.
 */
export function scenariosOf(faces: Faces) {
  return (title: string, spec: Scenario | (() => Promise<Scenario>)): void => {
    it(title, async () => {
      const asked = typeof spec === 'function' ? await spec() : spec
      await faces.events()
      const answers = [await askRest(faces, asked), await askGraphql(faces, asked)].filter((answer) => answer !== null)
      expect(answers, 'a scenario asks at least one face').not.toEqual([])
    })
  }
}

async function askRest(faces: Faces, asked: Scenario): Promise<Answer | null> {
  const { get, post, patch, as, body, headers, status } = asked
  const [method, url] = get ? (['GET', get] as const) : post ? (['POST', post] as const) : (['PATCH', patch] as const)
  if (!url) return null
  const answer = await faces.rest(method, url, { as, body, headers })
  if (status) expect(answer.status, answer.text).toBe(status)
  return compare(faces, answer, asked)
}

async function askGraphql(faces: Faces, asked: Scenario): Promise<Answer | null> {
  const { query, variables, as, refused, status } = asked
  if (!query) return null
  const answer = await faces.graphql(query, variables, { as })
  if (status && refused) expect(answer.status, answer.text).toBe(status)
  return compare(faces, answer, asked)
}

async function compare(faces: Faces, answer: Answer, expected: Scenario): Promise<Answer> {
  const { refused = null, paths, shows, inBody = [], notInBody = [], events } = expected
  expect(answer.code, answer.text).toBe(refused)
  if (paths) expect(answer.paths, answer.text).toEqual(paths)
  if (shows) expect(answer.data).toMatchObject(shows)
  for (const words of inBody) expect(answer.text).toContain(words)
  for (const words of notInBody) expect(answer.text).not.toContain(words)
  if (events) expect(await faces.events()).toEqual(events)
  return answer
}

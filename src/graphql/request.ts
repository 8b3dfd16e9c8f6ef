import type { FastifyRequest } from 'fastify'
import { checkBoundary } from '../core/boundary.ts'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'

/** What a client asks to be run. Members that were missing, null or (in an address) empty are undefined. */
export interface GraphqlRequest {
  query: string
  operationName: string | undefined
  variables: Record<string, unknown> | undefined
  extensions: Record<string, unknown> | undefined
}

type Members = Record<string, unknown>

/**
 * The request in the body of a POST. Members with other names are ignored, as the specification asks.
 * @throws unsupported_media_type without a Content-Type, invalid_input when a member has the wrong type.
 */
export function readBody(request: FastifyRequest): GraphqlRequest {
  if (request.headers['content-type'] === undefined)
    throw new Refusal('unsupported_media_type', "send 'Content-Type: application/json'")
  const { body } = request
  if (Array.isArray(body)) throw fault('', 'is a list: batches are not taken; send one request at a time, as an object')
  if (typeof body !== 'object' || body === null)
    throw fault('', 'must be a JSON object such as { "query": "{ __typename }" }')
  return toRequest(body as Members)
}

/**
 * The request in the query string of a GET; `variables` and `extensions` are JSON there.
 * @throws malformed_json when they are not, invalid_input when a member has the wrong type or is given twice.
 */
export function readAddress(request: FastifyRequest): GraphqlRequest {
  const { query, operationName, variables, extensions } = request.query as Members
  return toRequest({
    query,
    operationName,
    variables: readJson('variables', variables),
    extensions: readJson('extensions', extensions),
  })
}

function readJson(name: string, text: unknown): unknown {
  if (text === undefined || text === '') return undefined
  if (typeof text !== 'string') throw fault(name, 'is given twice; give it once')
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Refusal('malformed_json', `${name}: is not JSON; check its quotes, commas and brackets`, { cause })
  }
}

function toRequest({ query, operationName, variables, extensions }: Members): GraphqlRequest {
  if (query === undefined || query === null)
    throw fault('query', "is required: the text of a GraphQL document, such as '{ __typename }'")
  if (typeof query !== 'string') throw fault('query', 'must be a string: the text of a GraphQL document')
  if (operationName != null && typeof operationName !== 'string') throw fault('operationName', 'must be a string')
  checkMap('variables', variables)
  checkMap('extensions', extensions)
  if (variables != null) checkBoundary(variables)
  return {
    query,
    operationName: operationName || undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  }
}

function checkMap(name: string, value: unknown): asserts value is Record<string, unknown> | null | undefined {
  if (value != null && (typeof value !== 'object' || Array.isArray(value))) throw fault(name, 'must be an object')
}

function fault(path: string, message: string): Refusal {
  const found: Fault = { path, message }
  return invalidInput([found])
}

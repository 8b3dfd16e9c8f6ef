import type { FastifyRequest } from 'fastify'
import { checkBoundary } from '../core/boundary.ts'
import { type Fault, invalidInput, Refusal } from '../core/errors.ts'
import type { AskedOperation } from './admission.ts'

/** What a client asks to be run. Members that were missing, null or (in an address) empty are undefined. */
export interface GraphqlRequest extends AskedOperation {
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
  const { query, documentId, operationName, variables, extensions } = request.query as Members
  return toRequest({
    query,
    documentId: documentId === '' ? undefined : documentId,
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

/**
 * The text of a message of graphql-transport-ws. A subscription by hash or id, without a text, gets an empty one, for the library wants
 * some; any other comes out as it is.
 */
export function completeMessage(text: string): string {
  // Most messages need not be read twice.
  if (!/"(persistedQuery|documentId)"/.test(text)) return text
  const message = parseMessage(text)
  const payload = isMap(message?.payload) ? message.payload : {}
  const extensions = isMap(payload.extensions) ? payload.extensions : {}
  const isNamed = payload.documentId != null || extensions.persistedQuery != null
  if (message?.type !== 'subscribe' || payload.query != null || !isNamed) return text
  return JSON.stringify({ ...message, payload: { ...payload, query: '' } })
}

function parseMessage(text: string): Members | null {
  try {
    const message: unknown = JSON.parse(text)
    return isMap(message) ? message : null
  } catch {
    return null
  }
}

/** The same of a message on a socket. An empty query beside a hash or an id is none. @throws invalid_input when a member has the wrong type. */
export function toRequest({ query: given, documentId, operationName, variables, extensions }: Members): GraphqlRequest {
  checkMap('extensions', extensions)
  const id = readDocumentId(documentId) ?? readPersistedQuery(extensions?.persistedQuery)
  const query = given === '' && id !== undefined ? undefined : given
  if (query == null && id === undefined)
    throw fault('query', "is required: the text of a GraphQL document, such as '{ __typename }'")
  if (query != null && typeof query !== 'string')
    throw fault('query', 'must be a string: the text of a GraphQL document')
  if (operationName != null && typeof operationName !== 'string') throw fault('operationName', 'must be a string')
  checkMap('variables', variables)
  if (variables != null) checkVariables(variables)
  return {
    query: query ?? undefined,
    documentId: id,
    operationName: operationName || undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  }
}

/**
 * The id of a document: a hash, with or without `sha256:` before it, or a name that a manifest has.
 * Source: GraphQL over HTTP, appendix Persisted Documents.
 */
function readDocumentId(id: unknown): string | undefined {
  if (id == null) return undefined
  if (typeof id !== 'string' || id === '' || id.length > 200)
    throw fault('documentId', "must be a string such as 'sha256:<64 hex digits>'")
  return id.replace(/^sha256:/, '')
}

/** The hash in Apollo's extension. Source: https://www.apollographql.com/docs/apollo-server/performance/apq */
function readPersistedQuery(given: unknown): string | undefined {
  if (given == null) return undefined
  const path = 'extensions.persistedQuery'
  checkMap(path, given)
  if (given.version !== 1) throw fault(`${path}.version`, 'must be 1')
  const { sha256Hash } = given
  if (typeof sha256Hash !== 'string' || sha256Hash === '' || sha256Hash.length > 200)
    throw fault(`${path}.sha256Hash`, 'must be the SHA-256 of the query, in hex')
  return sha256Hash
}

/** Definitions of variables that fit into one document. */
const maxVariables = 250

function checkVariables(variables: Record<string, unknown>): void {
  const count = Object.keys(variables).length
  if (count > maxVariables) throw fault('variables', `has ${count} members; the most is ${maxVariables}`)
  if (hasMoreThan(maxValues, variables))
    throw fault('variables', `has more than ${maxValues} values; send less at once`)
  checkBoundary(variables)
}

/** Values in the variables of one request: a story of a thousand paragraphs. More would hold up everybody while they are looked at. */
const maxValues = 25_000

/** Long lists are not gone into: their length tells. */
function hasMoreThan(most: number, input: unknown): boolean {
  const queue = [input]
  for (let count = 0; queue.length > 0; count += 1) {
    const value = queue.pop()
    if (typeof value !== 'object' || value === null) continue
    const inside = Array.isArray(value) ? value : Object.values(value)
    if (count + queue.length + inside.length > most) return true
    for (const each of inside) queue.push(each)
  }
  return false
}

function checkMap(name: string, value: unknown): asserts value is Members | null | undefined {
  if (value != null && !isMap(value)) throw fault(name, 'must be an object')
}

function isMap(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fault(path: string, message: string): Refusal {
  const found: Fault = { path, message }
  return invalidInput([found])
}

import type { FastifyRequest } from 'fastify'
import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { catalogue, Refusal, shorten } from '../core/errors.ts'
import { asRefusal } from '../core/translate.ts'

/** Where an error was met: the request, and the text of the document when there was one. */
export interface ErrorScene {
  request: FastifyRequest
  document?: string | undefined
}

/**
 * The only writer of GraphQL errors: what a client reads of anything that was thrown before or during an execution.
 * A refusal shows its message, code, faults and details; everything else is logged whole and shown as `internal`.
 */
export function writeError(error: unknown, scene: ErrorScene): GraphQLFormattedError {
  const refusal = refusalOf(error, scene.document)
  logError(error, refusal, scene.request)
  const shown = refusal ? showRefusal(refusal, scene.request) : showInternal(scene.request)
  return { ...shown, ...placeOf(error) }
}

/** The HTTP status, from the catalogue, of an error that ended a request before its document was looked at. */
export function statusOf(error: unknown): number {
  return (refusalOf(error, undefined) ?? catalogue.internal).status
}

function refusalOf(error: unknown, document: string | undefined): Refusal | null {
  const root = rootOf(error)
  if (!(root instanceof GraphQLError)) return asRefusal(root)
  if (!hasPath(error)) return new Refusal('graphql_invalid', shorten(root.message, 500))
  return pointsAtValue(error, document) ? new Refusal('invalid_input', shorten(root.message, 500)) : null
}

/** What a resolver threw, under the wrappers that say where; an error that GraphQL made is its own root. */
function rootOf(error: unknown): unknown {
  let root = error
  while (root instanceof GraphQLError && root.originalError) root = root.originalError
  return root
}

/** GraphQL's own errors have a path only when they were met during the execution. */
function hasPath(error: unknown): error is GraphQLError {
  return error instanceof GraphQLError && error.path !== undefined
}

/**
 * During an execution GraphQL refuses two kinds of values: of variables, where the error points at a value in the
 * document, which is the client's; and of resolvers, where it points at the name of a field, which is a bug of ours.
 * Only the place tells them apart: compiled queries keep no nodes.
 */
function pointsAtValue(error: GraphQLError, document: string | undefined): boolean {
  const place = error.locations?.[0]
  const line = place && document?.split(/\r\n|[\n\r]/)[place.line - 1]
  const sign = line?.[place ? place.column - 1 : 0]
  return sign === '$' || sign === '{' || sign === '['
}

function showRefusal(refusal: Refusal, request: FastifyRequest): GraphQLFormattedError {
  const { code, faults, details, message } = refusal
  if (code === 'internal') return showInternal(request)
  return { message, extensions: { ...details, ...(faults.length > 0 && { faults }), code } }
}

function showInternal(request: FastifyRequest): GraphQLFormattedError {
  return { message: 'internal error', extensions: { code: 'internal', requestId: request.id } }
}

/** Where it happened: in the document, and in the answer. */
function placeOf(error: unknown): Pick<GraphQLFormattedError, 'locations' | 'path'> {
  if (!(error instanceof GraphQLError)) return {}
  const { locations, path } = error
  return { ...(locations && { locations }), ...(path && { path }) }
}

function logError(error: unknown, refusal: Refusal | null, { log }: FastifyRequest): void {
  const { path } = placeOf(error)
  if (!refusal || refusal.status >= 500) log.error({ err: rootOf(error), path }, 'a GraphQL request failed')
  // Without its words: they repeat what was sent, which may be a secret in the wrong place.
  else log.info({ code: refusal.code, path }, 'refused')
}

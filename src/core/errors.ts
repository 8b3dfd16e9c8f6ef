/** One fault of an input: where it is (`body[3].href`; empty for the whole input) and what to do about it. */
export interface Fault {
  path: string
  message: string
}

/**
 * Every refusal that a client can meet, on every face: its HTTP status and the title that never changes.
 * The code is the contract; the message of a thrown error names the thing and the way out. See docs/errors.md.
 */
export const catalogue = {
  malformed_json: { status: 400, title: 'The request body is not JSON' },
  invalid_input: { status: 400, title: 'The input has faults' },
  unknown_parameter: { status: 400, title: 'A query parameter is not known here' },
  limit_exceeded: { status: 400, title: 'More was asked for than one answer gives' },
  invalid_cursor: { status: 400, title: 'The cursor does not belong to this list' },
  graphql_invalid: { status: 400, title: 'The GraphQL document is not valid' },
  graphql_too_costly: { status: 400, title: 'The GraphQL operation costs too much' },
  graphql_not_trusted: { status: 400, title: 'Only registered GraphQL documents run here' },
  // In capitals: clients of the protocol look for it so.
  PERSISTED_QUERY_NOT_FOUND: { status: 400, title: 'No GraphQL document is known by this hash' },
  unauthenticated: { status: 401, title: 'A valid key is needed' },
  forbidden: { status: 403, title: 'This key may not do that' },
  not_found: { status: 404, title: 'There is no such thing' },
  method_not_allowed: { status: 405, title: 'This method is not allowed here' },
  not_acceptable: { status: 406, title: 'No representation that you accept' },
  slug_taken: { status: 409, title: 'The slug belongs to something else' },
  tag_cycle: { status: 409, title: 'A tag cannot be its own ancestor' },
  conflict: { status: 409, title: 'That does not fit the present state' },
  embargoed: { status: 409, title: 'The story is under embargo' },
  in_use: { status: 409, title: 'Something else uses it' },
  locked: { status: 409, title: 'Somebody else is working on it' },
  gone: { status: 410, title: 'It was taken down' },
  stale_version: { status: 412, title: 'Somebody changed it meanwhile' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The content type is not supported' },
  missing_reference: { status: 422, title: 'The input refers to something that does not exist' },
  not_publishable: { status: 422, title: 'The story lacks what publishing needs' },
  idempotency_mismatch: { status: 422, title: 'The Idempotency-Key was used for another request' },
  too_many_requests: { status: 429, title: 'Too many requests; wait' },
  too_many_attempts: { status: 429, title: 'Too many attempts; wait' },
  unavailable: { status: 503, title: 'The service cannot answer now' },
  internal: { status: 500, title: 'An internal error' },
} as const satisfies Record<string, { status: number; title: string }>

export type ErrorCode = keyof typeof catalogue

/** An expected refusal. Everything thrown that is not one of these is a bug and is shown as `internal`. */
export class Refusal extends Error {
  readonly code: ErrorCode
  readonly faults: Fault[]
  /** Extra public members of the answer, such as `currentVersion`. */
  readonly details: Record<string, unknown>

  constructor(code: ErrorCode, message: string, options: RefusalOptions = {}) {
    super(message, options.cause ? { cause: options.cause } : undefined)
    this.name = 'Refusal'
    this.code = code
    this.faults = options.faults ?? []
    this.details = options.details ?? {}
  }

  get status(): number {
    return catalogue[this.code].status
  }
}

export interface RefusalOptions {
  faults?: Fault[]
  details?: Record<string, unknown>
  cause?: unknown
}

/** `noun` with this key does not exist, or is not there for this caller: the two are not told apart. */
export function notFound(noun: string, key: string): Refusal {
  return new Refusal('not_found', `there is no ${noun} '${shorten(key)}'`)
}

/** The input has faults, all listed; the message repeats the first. */
export function invalidInput(faults: Fault[]): Refusal {
  const [first] = faults
  const more = faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''
  const message = first ? `${first.path ? `${first.path}: ` : ''}${first.message}${more}` : 'the input has faults'
  return new Refusal('invalid_input', message, { faults })
}

/** Who made the newest version of a thing, and when. */
export interface Change {
  by: string
  at: Date
}

/** The writer's copy is not the newest: says which is and who made it, so that it can be read and merged. */
export function staleVersion(
  noun: string,
  id: string,
  expected: number,
  current: number,
  last: Change | null,
): Refusal {
  const who = last ? ` (${last.by}, ${last.at.toISOString()})` : ''
  return new Refusal(
    'stale_version',
    `${noun} ${id} is at version ${current}${who}, not ${expected}: read it again, merge and retry with version ${current}`,
    { details: { currentVersion: current, ...(last && { changedBy: last.by, changedAt: last.at.toISOString() }) } },
  )
}

/** A value quoted in a message, cut so that a hostile one cannot fill a log line. */
export function shorten(value: string, most = 80): string {
  return value.length > most ? `${value.slice(0, most)}…` : value
}

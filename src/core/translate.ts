import { adapterCauseOf, sqlStateOf } from '../lib/sql-state.ts'
import { type ErrorCode, Refusal } from './errors.ts'

/**
 * The refusal that an error of a library stands for, or null when it is a bug: a Refusal itself, what Fastify refuses
 * before a route runs, what Prisma and PostgreSQL report. Judged by codes alone, never by message text; the message is
 * ours and the original is kept as `cause`, for the log. Shared by the writers of both faces.
 */
export function asRefusal(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error
  if (!(error instanceof Error)) return null
  return fromFastify(error) ?? fromSqlState(error) ?? fromPrisma(error) ?? fromPool(error)
}

type Known = Readonly<Record<string, readonly [ErrorCode, string]>>

/** Source: lib/errors.js of Fastify 5. */
const fastifyCodes: Known = {
  FST_ERR_CTP_BODY_TOO_LARGE: ['too_large', 'the request body is larger than this address takes; send less at once'],
  FST_ERR_CTP_INVALID_JSON_BODY: ['malformed_json', 'the body is not JSON; check its quotes, commas and brackets'],
  FST_ERR_CTP_EMPTY_JSON_BODY: ['malformed_json', 'the body is empty; send a JSON object'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [
    'malformed_json',
    'the body is not as long as Content-Length says; send it whole',
  ],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ['unsupported_media_type', "send 'Content-Type: application/json'"],
  FST_ERR_BAD_URL: ['invalid_input', 'the address has an invalid percent-encoding; encode it again'],
  FST_ERR_MAX_PARAM_LENGTH: ['not_found', 'nothing has an address that long'],
  FST_ERR_NOT_FOUND: ['not_found', 'there is nothing at this address'],
  FST_ERR_VALIDATION: ['invalid_input', 'the input has faults'],
}

function fromFastify(error: Error): Refusal | null {
  return refusalFor(fastifyCodes, codeOf(error), error)
}

const tooLong = [
  'unavailable',
  'the database did not finish within its time; ask for less at once: fewer lists in lists, a filter that more things meet, fewer things to change',
] as const
const busy = ['unavailable', 'the database cannot answer now; try again in a few seconds'] as const

/**
 * Codes of Prisma 7, by what a client can do about them. Source: the error reference of Prisma, and `rethrow` of its
 * client runtime, which gives them to what the driver adapter reports.
 */
const prismaCodes: Known = {
  P1000: busy,
  P1001: busy,
  P1002: busy,
  P1008: busy,
  P1011: busy,
  P1017: busy,
  P1018: busy,
  P2000: ['invalid_input', 'a value is too long to be stored; shorten it'],
  P2003: ['missing_reference', 'the input refers to something that does not exist'],
  P2007: ['invalid_input', 'a value does not have the form that its field needs'],
  P2020: ['invalid_input', 'a number is out of the range of its field'],
  P2024: busy,
  P2025: ['not_found', 'there is no such thing, or it was removed meanwhile'],
  P2028: busy,
  P2034: busy,
  P2037: busy,
}

function fromPrisma(error: Error): Refusal | null {
  const code = prismaCodeOf(error)
  return code === 'P2002' ? uniqueConflict(error) : refusalFor(prismaCodes, code, error)
}

function prismaCodeOf(error: Error): string | undefined {
  if (!error.name.startsWith('PrismaClient')) return undefined
  const { errorCode } = error as { errorCode?: unknown }
  return codeOf(error) ?? (typeof errorCode === 'string' ? errorCode : undefined)
}

/**
 * SQLSTATE by its class, the first two digits, or whole. Source: appendix A of the PostgreSQL manual.
 * 08 connection, 53 resources, 57 operator (shut down; 57014: the statement timeout), 40 rolled back, 55P03 lock not
 * available, 25P03/25P04 session timeouts: all pass by themselves. 22 is bad data. 23 are broken constraints.
 */
const sqlStates: Known = {
  '08': busy,
  '53': busy,
  '57': busy,
  '57014': tooLong,
  '40': busy,
  '55P03': busy,
  '25P03': busy,
  '25P04': busy,
  '22': ['invalid_input', 'a value has a form, length or range that cannot be stored'],
  '23001': ['conflict', 'something still refers to it; change that first'],
  '23503': ['missing_reference', 'the input refers to something that does not exist'],
}

function fromSqlState(error: Error): Refusal | null {
  const state = sqlStateOf(error)
  if (state === '23505') return uniqueConflict(error)
  if (state) return refusalFor(sqlStates, state, error) ?? refusalFor(sqlStates, state.slice(0, 2), error)
  return unreachable.has(String(adapterCauseOf(error).kind)) ? refusal(busy, error) : null
}

/** What the driver adapter says of a database that it cannot talk to; such errors have no SQLSTATE. */
const unreachable = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'TransactionAlreadyClosed',
])

/**
 * The one place where words decide: the pool's errors about connections have no class and no code. Matched whole.
 * Source: pg-pool 3, index.js, and pg 8, lib/client.js.
 */
const poolWords = new Set([
  'timeout exceeded when trying to connect',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Client has encountered a connection error and is not queryable',
])

function fromPool(error: Error): Refusal | null {
  const isBusy = codeOf(error) === undefined ? poolWords.has(error.message) : isOfSocket(error)
  return isBusy ? refusal(busy, error) : null
}

/** What Node reports of a connection that cannot be made or broke. Errors of files come from other calls, or with other codes. */
function isOfSocket(error: Error): boolean {
  // A name with several addresses: each was tried.
  if (error instanceof AggregateError) return error.errors.some(isOfSocket)
  const { syscall } = error as { syscall?: unknown }
  if (syscall === 'read' || syscall === 'write') return brokenOff.has(codeOf(error) ?? '')
  return syscall === 'connect' || syscall === 'getaddrinfo'
}

const brokenOff = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

function uniqueConflict(error: Error): Refusal {
  const { constraint, table } = adapterCauseOf(error)
  const fields = Array.isArray(constraint?.fields)
    ? constraint.fields.map(String)
    : fieldsOfIndex(constraint?.index, table)
  if (fields.length === 0)
    return refusal(['conflict', 'a value that must be the only one of its kind is taken; choose another'], error)
  return new Refusal('conflict', `${fields.join(' and ')}: already taken; choose another`, {
    faults: fields.map((path) => ({ path, message: 'is already taken; choose another' })),
    cause: error,
  })
}

/** Prisma names the index of a unique field `Table_field_key`; an index named by hand tells nothing. */
function fieldsOfIndex(index: unknown, table: unknown): string[] {
  if (typeof index !== 'string' || typeof table !== 'string') return []
  if (!index.startsWith(`${table}_`) || !index.endsWith('_key')) return []
  return index.slice(table.length + 1, -'_key'.length).split('_')
}

function refusalFor(known: Known, code: string | undefined, cause: Error): Refusal | null {
  const entry = code !== undefined && Object.hasOwn(known, code) ? known[code] : undefined
  return entry ? refusal(entry, cause) : null
}

function refusal([code, message]: readonly [ErrorCode, string], cause: Error): Refusal {
  return new Refusal(code, message, { cause })
}

function codeOf(error: Error): string | undefined {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : undefined
}

import { GraphQLError, GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped, visit } from 'graphql'

const shape = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$/
const example = "an instant such as '2026-01-08T09:30:00Z'"

/**
 * The instant that an RFC 3339 text names; what is finer than a millisecond is cut off.
 * Source: RFC 3339, section 5.6, without leap seconds, which PostgreSQL and JavaScript do not have.
 * @throws GraphQLError for other text, days that no calendar has and years outside 1000 to 9999.
 */
function readInstant(value: unknown): Date {
  const parts = typeof value === 'string' && value.length <= 40 ? shape.exec(value) : null
  if (!parts) throw new GraphQLError(`a DateTime must be ${example}, with a time zone`)
  const [year, month, day, hour, minute, second] = parts.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const instant = new Date(String(value).toUpperCase())
  const isReal =
    day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60 && !Number.isNaN(instant.getTime())
  if (!isReal) throw new GraphQLError(`a DateTime must be ${example}; this day or time does not exist`)
  return checkYear(instant)
}

function daysIn(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0
}

/** Four digits are all that RFC 3339 has, and years before 1000 are typing mistakes in a newsroom. */
function checkYear(instant: Date): Date {
  const year = instant.getUTCFullYear()
  if (year < 1000 || year > 9999) throw new GraphQLError('a DateTime must be in the years 1000 to 9999, in UTC')
  return instant
}

function writeInstant(value: unknown): string {
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    throw new TypeError('a DateTime resolver must give a valid Date')
  return value.toISOString()
}

function readLiteral(node: ValueNode): Date {
  if (node.kind !== Kind.STRING) throw new GraphQLError(`a DateTime must be ${example}`, { nodes: node })
  return readInstant(node.value)
}

/** Compiled queries would drop a variable inside a literal without a word, so it is refused before anything runs. */
function readJsonLiteral(node: ValueNode): unknown {
  visit(node, {
    Variable(variable) {
      throw new GraphQLError('a JSON literal cannot hold a variable; pass the whole value as one variable', {
        nodes: variable,
      })
    },
  })
  return valueFromASTUntyped(node)
}

/** What `acceptUploads` has put in the place of the file. */
function readUpload(value: unknown): string {
  if (typeof value === 'string') return value
  throw new GraphQLError('an Upload must be null in the variables of a form whose map leads there')
}

/** Resolvers of the scalars in the contract. A DateTime goes out as a `Date` and comes in as its RFC 3339 text in UTC, as over REST. */
export const scalars = {
  DateTime: new GraphQLScalarType<string, string>({
    name: 'DateTime',
    description: 'An instant, RFC 3339, such as 2026-01-08T09:30:00.000Z. Answers are in UTC.',
    serialize: writeInstant,
    parseValue: (value) => readInstant(value).toISOString(),
    parseLiteral: (node) => readLiteral(node).toISOString(),
  }),
  Upload: new GraphQLScalarType<string, never>({
    name: 'Upload',
    description: 'A file of the same request, which is a form: see docs/media.md.',
    parseValue: readUpload,
    parseLiteral: (node) => readUpload(node.kind === Kind.STRING ? node.value : null),
  }),
  JSON: new GraphQLScalarType<unknown, unknown>({
    name: 'JSON',
    description: 'Any JSON value.',
    serialize: (value) => value,
    parseValue: (value) => value,
    parseLiteral: readJsonLiteral,
  }),
}

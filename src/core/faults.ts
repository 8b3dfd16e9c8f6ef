import type { TSchema } from 'typebox'
import { type Fault, shorten } from './errors.ts'
import { InstantInput, Locale, line, Slug, WebUrl } from './shapes.ts'

interface SchemaError {
  keyword: string
  schemaPath: string
  instancePath: string
  params: Record<string, unknown>
  message: string
}

/** Faults shown of one input at most. */
const maxFaults = 50

/** What the schema checker found, in words that name the field and the way out; one fault a path. */
export function toFaults(errors: SchemaError[], shape: TSchema, input: unknown): Fault[] {
  const faults = new Map<string, Fault>()
  for (const error of errors) {
    for (const fault of wordsFor(error, shape, input)) {
      if (!faults.has(fault.path)) faults.set(fault.path, fault)
    }
  }
  return [...faults.values()].slice(0, maxFaults)
}

function wordsFor(error: SchemaError, shape: TSchema, input: unknown): Fault[] {
  const path = toPath(error.instancePath)
  const { params } = error
  if (isToldElsewhere(error, shape, valueAt(input, error.instancePath))) return []
  switch (error.keyword) {
    // Each unknown field makes a 'boolean' error before all of them make one of 'additionalProperties', which a long list never reaches.
    case 'boolean':
      return [
        {
          path: shorten(path, 200),
          message: unknownField(knownFields(shape, error.schemaPath.replace(/\/additionalProperties$/, ''))),
        },
      ]
    case 'additionalProperties':
      return []
    case 'required':
      return (params.requiredProperties as string[]).map((name) => ({ path: join(path, name), message: 'is required' }))
    default:
      return [{ path, message: messageOf(error, shape, valueAt(input, error.instancePath)) }]
  }
}

/**
 * A value that may be this or that is wrong in one of two ways: it is neither, which only `anyOf` tells whole; or it is
 * this and has a fault of its own, which `anyOf` does not tell.
 */
function isToldElsewhere({ keyword, schemaPath }: SchemaError, shape: TSchema, value: unknown): boolean {
  if (keyword === 'anyOf') return alternativesAt(shape, schemaPath).some((alternative) => isMeant(alternative, value))
  return (keyword === 'type' || keyword === 'const') && /\/anyOf\/\d+$/.test(schemaPath)
}

/** Whether this alternative says itself what is wrong with the value. One without a type lists its values. */
function isMeant({ type, const: only }: Alternative, value: unknown): boolean {
  if (only !== undefined) return false
  if (type === undefined) return value !== null
  if (type === 'array') return Array.isArray(value)
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value)
  return type === 'integer' ? Number.isInteger(value) : typeof value === type
}

function messageOf({ keyword, params, message, schemaPath }: SchemaError, shape: TSchema, value: unknown): string {
  switch (keyword) {
    case 'type':
      return `must be ${[params.type].flat().map(plainType).join(' or ')}, not ${kindOf(value)}`
    case 'anyOf':
      return `must be ${alternatives(shape, schemaPath)}, not ${kindOf(value)}`
    case 'enum':
      return `must be one of ${(params.allowedValues as unknown[]).join(', ')}`
    case 'format':
      return formats[params.format as string] ?? message
    case 'pattern':
      return wrongForm(schemaAt(shape, schemaPath), value) ?? message
    case 'minLength':
      return params.limit === 1 ? 'must not be empty' : `must have ${params.limit} characters or more`
    case 'maxLength':
      return `must have ${params.limit} characters or fewer`
    case 'minItems':
      return `must have ${params.limit} items or more`
    case 'maxItems':
      return `must have ${params.limit} items or fewer`
    case 'minimum':
      return `must be ${params.limit} or more`
    case 'maximum':
      return `must be ${params.limit} or less`
    default:
      return message
  }
}

const formats: Record<string, string> = {
  uuid: 'must be an id (a UUID)',
  'date-time': "must be an instant such as '2026-01-08T09:30:00Z'",
  uri: "must be an absolute URL such as 'https://example.org/page'",
  email: 'must be an e-mail address',
}

/** Types in the words of those who write no schemas. */
const plainTypes: Record<string, string> = {
  string: 'text',
  integer: 'a whole number',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
}

/** What is of no one type is one of several values. */
function plainType(type: unknown): string {
  return typeof type === 'string' ? (plainTypes[type] ?? type) : 'something else'
}

/** What is said of the forms that many fields have: a field that has one describes itself, in words that do not tell what is wrong. */
const common: Record<string, unknown>[] = [InstantInput, Locale, Slug, WebUrl, line(1)].map((shape) => ({ ...shape }))
const forms = new Map(common.map(({ pattern, description }) => [pattern, description]))

/** A description that begins with `must`, or has `; must be …` in it, says what form a value must have. */
function wrongForm({ pattern, description }: Record<string, unknown>, value: unknown): string | undefined {
  if (typeof description !== 'string') return undefined
  const own = /(?:^|; )(must .*?)\.?$/s.exec(description)?.[1]
  const form = own ?? forms.get(pattern)
  if (typeof form !== 'string') return `${given(value)} does not have the form that is asked for: ${description}`
  return form.startsWith('must be ') ? `${form}, not ${given(value)}` : form
}

/** What may have a password in it is not repeated. */
function given(value: unknown): string {
  return typeof value === 'string' && value.includes('@') ? 'what was given' : kindOf(value)
}

/** `/body/3/href` to `body[3].href`. */
function toPath(pointer: string): string {
  return segments(pointer).reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), '')
}

function segments(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
}

function join(path: string, name: string): string {
  return path ? `${path}.${name}` : name
}

function valueAt(input: unknown, pointer: string): unknown {
  return segments(pointer).reduce<unknown>(
    (value, part) => (value as Record<string, unknown> | null | undefined)?.[part],
    input,
  )
}

function kindOf(value: unknown): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'string') return `'${shorten(value, 40)}'`
  return typeof value === 'object' ? 'an object' : String(value)
}

function schemaAt(shape: TSchema, schemaPath: string): Record<string, unknown> {
  return (valueAt(shape, schemaPath.slice(1)) ?? {}) as Record<string, unknown>
}

function knownFields(shape: TSchema, schemaPath: string): string[] {
  return Object.keys((schemaAt(shape, schemaPath).properties ?? {}) as object)
}

/** A map has no fields of its own, only names of a certain form. */
function unknownField(known: string[]): string {
  return known.length > 0 ? `is not a field here; known are ${known.join(', ')}` : 'is not a name that can be used here'
}

interface Alternative {
  const?: unknown
  type?: string
}

function alternativesAt(shape: TSchema, schemaPath: string): Alternative[] {
  return (schemaAt(shape, schemaPath).anyOf ?? []) as Alternative[]
}

function alternatives(shape: TSchema, schemaPath: string): string {
  return alternativesAt(shape, schemaPath)
    .map(({ const: only, type }) => (only === undefined ? plainType(type) : String(only)))
    .join(' or ')
}

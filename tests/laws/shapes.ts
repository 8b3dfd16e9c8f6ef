import type {
  GraphQLArgument,
  GraphQLField,
  GraphQLInputField,
  GraphQLInputType,
  GraphQLOutputType,
  GraphQLSchema,
} from 'graphql'
import { isEnumType, isInputObjectType, isListType, isNonNullType, isObjectType, isScalarType } from 'graphql'

/** The part of JSON Schema that the shapes of the house use. */
export interface JsonSchema {
  $id?: string
  $ref?: string
  type?: string
  enum?: unknown[]
  anyOf?: JsonSchema[]
  items?: JsonSchema
  properties?: Record<string, JsonSchema>
  required?: string[]
  additionalProperties?: unknown
  patternProperties?: unknown
  examples?: unknown[]
}

/** What a field holds, said alike for both faces. `any`: any JSON, which fits everything. */
export type Kind =
  | { is: 'any' | 'string' | 'integer' | 'number' | 'boolean' }
  | { is: 'words'; words: string[] }
  | { is: 'list'; of: Field }
  | { is: 'shape'; name: string | null; schema: JsonSchema }
  | { is: 'type'; name: string }

export interface Field {
  kind: Kind
  /** Whether it can be null on the way out. */
  nullable: boolean
}

/** A field of a REST shape. */
export function fieldOfSchema(schema: JsonSchema): Field {
  const kinds = schema.anyOf?.filter(({ type }) => type !== 'null') ?? []
  if (!schema.anyOf) return { kind: kindOfSchema(schema), nullable: false }
  const [only] = kinds
  return {
    kind: only && kinds.length === 1 ? kindOfSchema(only) : { is: 'any' },
    nullable: kinds.length < schema.anyOf.length,
  }
}

function kindOfSchema(schema: JsonSchema): Kind {
  if (schema.$ref) return { is: 'shape', name: schema.$ref.replace(/^.*\/|#$/g, ''), schema }
  if (schema.enum) return { is: 'words', words: schema.enum.map(String).sort() }
  if (schema.type === 'array') return { is: 'list', of: fieldOfSchema(schema.items ?? {}) }
  if (schema.type === 'object' && schema.properties) return { is: 'shape', name: schema.$id ?? null, schema }
  const plain = (['string', 'integer', 'number', 'boolean'] as const).find((each) => each === schema.type)
  return { is: plain ?? 'any' }
}

const scalars = {
  ID: 'string',
  String: 'string',
  DateTime: 'string',
  Int: 'integer',
  Float: 'number',
  Boolean: 'boolean',
  JSON: 'any',
} as const

/** A field of a GraphQL type, or an argument. */
export function fieldOfType(type: GraphQLOutputType | GraphQLInputType): Field {
  if (isNonNullType(type)) return { kind: kindOfType(type.ofType), nullable: false }
  return { kind: kindOfType(type), nullable: true }
}

function kindOfType(type: GraphQLOutputType | GraphQLInputType): Kind {
  if (isListType(type)) return { is: 'list', of: fieldOfType(type.ofType) }
  if (isEnumType(type))
    return {
      is: 'words',
      words: type
        .getValues()
        .map(({ name }) => name)
        .sort(),
    }
  const name = 'name' in type ? type.name : ''
  return isScalarType(type) ? { is: scalars[name as keyof typeof scalars] ?? 'any' } : { is: 'type', name }
}

/** A kind in words, for a message. */
export function saidKind(kind: Kind): string {
  if (kind.is === 'words') return kind.words.join('|')
  if (kind.is === 'list') return `list of ${saidKind(kind.of.kind)}`
  if (kind.is === 'shape') return kind.name ?? 'an object'
  return kind.is === 'type' ? kind.name : kind.is
}

/** A field of an object or an input, or an argument. */
export type AnyField = Pick<GraphQLField<unknown, unknown> | GraphQLInputField | GraphQLArgument, 'name' | 'type'> & {
  defaultValue?: unknown
}

/** Fields of a type, or arguments of a field with a `filter` spread out. */
export function fieldsOf(schema: GraphQLSchema, name: string): AnyField[] | null {
  return (
    rawFieldsOf(schema, name)?.flatMap((field) =>
      name.includes('.') && field.name === 'filter' ? (fieldsOf(schema, String(field.type)) ?? []) : [field],
    ) ?? null
  )
}

/** The same, with the `filter` as one argument. */
export function rawFieldsOf(schema: GraphQLSchema, name: string): AnyField[] | null {
  const [typeName = '', fieldName] = name.split('.')
  const type = schema.getType(typeName)
  if (!isObjectType(type) && !isInputObjectType(type)) return null
  if (fieldName === undefined) return Object.values(type.getFields())
  return isObjectType(type) ? [...(type.getFields()[fieldName]?.args ?? [])] : null
}

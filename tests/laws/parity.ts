import { buildSchema, type GraphQLSchema, isInputObjectType, isObjectType, isUnionType } from 'graphql'
import {
  type AnyField,
  type Field,
  fieldOfSchema,
  fieldOfType,
  fieldsOf,
  type JsonSchema,
  rawFieldsOf,
  saidKind,
} from './shapes.ts'

/** A REST shape and what it must agree with; each exception is a field with its reason. */
export interface Pair {
  /** The `$id` of the shape. */
  shape: string
  /** An object or input type, or the arguments of a field: `Query.tags`. */
  type: string
  /** The shape may lack fields: it is a summary or a link. */
  isPart?: boolean
  onlyRest?: Record<string, string>
  onlyGraphql?: Record<string, string>
}

/** Both faces: REST shapes by `$id`, the SDL, and what goes with what. */
export interface Faces {
  shapes: ReadonlyMap<string, JsonSchema>
  sdl: string
  pairs: Pair[]
  /** GraphQL types that no shape has to agree with, with the reason. */
  alone: Record<string, string>
}

/** Paging of lists: the same data in Relay's form. */
const machinery = /(Connection|Edge)$|^(PageInfo|Query|Mutation|Subscription)$/

/** Fields, nullability and words that one face has and the other has not. */
export function parityFaults({ shapes, sdl, pairs, alone }: Faces): string[] {
  const schema = buildSchema(sdl)
  const compared = new Set<string>()
  const compare = { schema, shapes, pairs, compared }
  const faults = pairs.flatMap((pair) => {
    const shape = shapes.get(pair.shape)
    return shape
      ? comparePair(compare, pair, shape)
      : [`parity: there is no REST shape ${pair.shape}; take its row out of tests/laws/pairs.ts`]
  })
  return [...faults, ...unpairedShapes(shapes, pairs), ...unpairedTypes(schema, compared, alone)]
}

interface Compare {
  schema: GraphQLSchema
  shapes: ReadonlyMap<string, JsonSchema>
  pairs: Pair[]
  compared: Set<string>
}

function comparePair(compare: Compare, pair: Pair, shape: JsonSchema): string[] {
  const fields = fieldsOf(compare.schema, pair.type)
  if (!fields) return [`parity: there is no GraphQL type ${pair.type}, which tests/laws/pairs.ts names`]
  compared(compare, pair.type)
  return [
    ...compareFields(compare, { ...pair, where: `${pair.shape}/${pair.type}` }, shape, fields),
    ...staleExceptions(pair, shape, fields),
  ]
}

function compared(compare: Compare, type: string): void {
  compare.compared.add(type)
  // The arguments of a list take their filter as an object, which REST has as single parameters.
  if (type.includes('.'))
    for (const { type: input } of rawFieldsOf(compare.schema, type) ?? [])
      compare.compared.add(String(input).replace(/[!\]]/g, ''))
}

type Place = Pick<Pair, 'type' | 'isPart' | 'onlyRest' | 'onlyGraphql'> & { where: string }

function compareFields(compare: Compare, place: Place, shape: JsonSchema, fields: AnyField[]): string[] {
  const { where, isPart = false, onlyRest = {}, onlyGraphql = {} } = place
  const properties = shape.properties ?? {}
  const byName = new Map(fields.map((field) => [field.name, field]))
  const missing = Object.keys(properties).filter((name) => !byName.has(name) && !Object.hasOwn(onlyRest, name))
  const extra = isPart
    ? []
    : fields.filter(({ name }) => !Object.hasOwn(properties, name) && !Object.hasOwn(onlyGraphql, name))
  return [
    ...missing.map((name) => `${where}: REST has ${name}, GraphQL has not`),
    ...extra.map(({ name }) => `${where}: GraphQL has ${name}, REST has not`),
    ...Object.entries(properties).flatMap(([name, property]) => {
      const field = byName.get(name)
      return field
        ? compareField(
            compare,
            { ...place, where: `${where}.${name}` },
            { property, isRequired: shape.required?.includes(name) ?? false },
            field,
          )
        : []
    }),
  ]
}

function compareField(
  compare: Compare,
  { where, type }: Place,
  { property, isRequired }: { property: JsonSchema; isRequired: boolean },
  field: AnyField,
): string[] {
  const rest = fieldOfSchema(property)
  const graphql = fieldOfType(field.type)
  const kinds = compareKinds(compare, where, rest, graphql)
  if (isInputOf(compare.schema, type)) {
    const isDemanded = !graphql.nullable && field.defaultValue === undefined
    return isDemanded === isRequired
      ? kinds
      : [
          ...kinds,
          `${where}: ${isRequired ? 'required' : 'optional'} over REST, ${isDemanded ? 'required' : 'optional'} in GraphQL`,
        ]
  }
  return [...kinds, ...compareNull(where, { ...rest, nullable: rest.nullable || !isRequired }, graphql)]
}

function isInputOf(schema: GraphQLSchema, type: string): boolean {
  return type.includes('.') || isInputObjectType(schema.getType(type))
}

function compareNull(where: string, rest: Field, graphql: Field): string[] {
  if (rest.nullable === graphql.nullable) return []
  return [
    `${where}: ${rest.nullable ? 'may' : 'must not'} be null over REST, ${graphql.nullable ? 'may' : 'must not'} in GraphQL`,
  ]
}

function compareKinds(compare: Compare, where: string, { kind: rest }: Field, { kind: graphql }: Field): string[] {
  if (rest.is === 'any' || graphql.is === 'any') return []
  if (rest.is === 'list' && graphql.is === 'list') return compareKinds(compare, `${where}[]`, rest.of, graphql.of)
  if (rest.is === 'shape' && graphql.is === 'type') return compareShape(compare, where, rest, graphql.name)
  if (saidKind(rest) === saidKind(graphql)) return []
  return [`${where}: ${saidKind(rest)} over REST, ${saidKind(graphql)} in GraphQL`]
}

/** A named shape is compared by its own row; one without a name right here. */
function compareShape(
  compare: Compare,
  where: string,
  { name, schema }: { name: string | null; schema: JsonSchema },
  type: string,
): string[] {
  if (name !== null)
    return compare.pairs.some((pair) => pair.shape === name && pair.type === type)
      ? []
      : [`${where}: shows ${name} over REST and ${type} in GraphQL; add the pair to tests/laws/pairs.ts`]
  compare.compared.add(type)
  return compareFields(compare, { where, type }, schema, fieldsOf(compare.schema, type) ?? [])
}

function staleExceptions(
  { shape, type, onlyRest = {}, onlyGraphql = {} }: Pair,
  { properties = {} }: JsonSchema,
  fields: AnyField[],
): string[] {
  const names = new Set(fields.map(({ name }) => name))
  const stale = [
    ...Object.keys(onlyRest).filter((name) => names.has(name) || !Object.hasOwn(properties, name)),
    ...Object.keys(onlyGraphql).filter((name) => !names.has(name) || Object.hasOwn(properties, name)),
  ]
  return stale.map((name) => `${shape}/${type}.${name} needs no exception any more; take it out of tests/laws/pairs.ts`)
}

function unpairedShapes(shapes: Faces['shapes'], pairs: Pair[]): string[] {
  const known = new Set(pairs.map(({ shape }) => shape))
  return [...shapes.keys()]
    .filter((name) => !known.has(name))
    .map((name) => `REST shape ${name} has no GraphQL type beside it in tests/laws/pairs.ts`)
}

function unpairedTypes(schema: GraphQLSchema, compared: Set<string>, alone: Record<string, string>): string[] {
  return Object.values(schema.getTypeMap())
    .filter(
      (type) => (isObjectType(type) || isInputObjectType(type) || isUnionType(type)) && !type.name.startsWith('__'),
    )
    .filter(({ name }) => !machinery.test(name) && !compared.has(name) && !Object.hasOwn(alone, name))
    .map(({ name }) => `GraphQL type ${name} has no REST shape beside it in tests/laws/pairs.ts`)
}

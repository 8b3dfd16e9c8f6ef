import { createHash } from 'node:crypto'
import {
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql'
import type { Random } from '../../bench/archive/random.ts'
import type { Bait } from './bait.ts'
import type { Read } from './doors.ts'

/** Levels of fields that a random query has at most. */
const deepest = 6

interface Writing {
  schema: GraphQLSchema
  random: Random
  bait: Bait
  /** Arguments that are given as variables: declarations and values. */
  declared: string[]
  variables: Record<string, unknown>
  aliases: number
}

/** A generator of GraphQL requests: queries by chance over the whole schema, over every transport of HTTP. */
export function graphqlDoors(random: Random, bait: Bait, schema: GraphQLSchema): () => Read {
  const query = schema.getQueryType()?.getFields() ?? {}
  const delivery = Object.values(query).filter(({ description }) => !description?.startsWith('Editorial'))
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) => name !== 'signIn')
  return () => {
    const writing: Writing = { schema, random, bait, declared: [], variables: {}, aliases: 0 }
    const isMutation = random.chance(0.04)
    const count = 1 + random.below(3)
    const roots = Array.from({ length: count }, (_, n) => {
      const field = random.pick(isMutation ? mutations : random.chance(0.9) ? delivery : Object.values(query))
      return `r${n}: ${fieldText(writing, field, 1)}`
    })
    if (random.chance(0.02)) roots.push('__schema { types { name fields { name args { name } } } }')
    const text = `${isMutation ? 'mutation' : 'query'} ${writing.declared.length ? `(${writing.declared.join(', ')}) ` : ''}{ ${roots.join(' ')} }`
    return send(random, random.chance(0.02) ? damaged(text, random) : text, writing.variables)
  }
}

/** A request that carries a document: POST or GET, also by its hash alone, and in forms that are none. */
function send(random: Random, query: string, variables: object): Read {
  const door = 'graphql'
  const headers: Record<string, string> = random.chance(0.5) ? { accept: 'application/graphql-response+json' } : {}
  const extensions = { persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') } }
  if (random.chance(0.3)) {
    const by = {
      query,
      variables: JSON.stringify(variables),
      ...(random.chance(0.3) && { extensions: JSON.stringify(extensions) }),
    }
    return { door, method: 'GET', url: `/graphql?${new URLSearchParams(by)}`, headers }
  }
  const body = { query, variables, ...(random.chance(0.1) && { extensions }) }
  const payload = random.chance(0.01) ? JSON.stringify([body, body]) : JSON.stringify(body)
  const type = random.chance(0.02)
    ? random.pick(['text/plain', 'application/graphql', 'multipart/form-data; boundary=x'])
    : 'application/json'
  return { door, method: 'POST', url: '/graphql', headers: { ...headers, 'content-type': type }, payload }
}

function damaged(text: string, random: Random): string {
  const at = random.below(text.length)
  return (
    text.slice(0, at) +
    random.pick(['', '{', '}', '"', '\0', '@include(if:$x)', '...on Tag{id}', '#']) +
    text.slice(at + 1)
  )
}

type Field = ReturnType<GraphQLObjectType['getFields']>[string]

function fieldText(writing: Writing, { name, args, type }: Field, depth: number): string {
  const inside = getNamedType(type)
  return `${name}${argumentsText(writing, args)}${isCompositeType(inside) ? ` ${selectionText(writing, inside, depth)}` : ''}`
}

function selectionText(writing: Writing, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) {
    const types = writing.schema.getPossibleTypes(type).filter(() => writing.random.chance(0.5))
    return `{ __typename ${types.map((each) => `... on ${each.name} { ${fieldsText(writing, each, depth, true)} }`).join(' ')} }`
  }
  return isObjectType(type) ? `{ ${fieldsText(writing, type, depth, false)} }` : ''
}

/** Some fields of a type; `aliased` where those of other types stand beside them. */
function fieldsText(writing: Writing, type: GraphQLObjectType, depth: number, aliased: boolean): string {
  const { random } = writing
  const fields = Object.values(type.getFields()).filter(
    ({ type: inside }) => depth < deepest || !isCompositeType(getNamedType(inside)),
  )
  const share = Math.min(1, (depth > 3 ? 2.5 : 5) / fields.length)
  const chosen = fields.filter((field) =>
    random.chance(isCompositeType(getNamedType(field.type)) ? share * 0.7 : Math.max(share, 0.4)),
  )
  const texts = chosen.map((field) => {
    const alias = aliased && writing.aliases < 40 ? `a${writing.aliases++}: ` : ''
    return `${alias}${fieldText(writing, field, depth + 1)}`
  })
  return ['__typename', ...texts].join(' ')
}

function argumentsText(writing: Writing, args: readonly GraphQLArgument[]): string {
  const { random } = writing
  const isChoice = args.some(({ name }) => name === 'slug') && args.some(({ name }) => name === 'id')
  const one = isChoice ? random.pick(args.map(({ name }) => name)) : null
  const given = args.filter(({ name, type }) =>
    one ? name === one : isNonNullType(type) || name === 'first' || random.chance(0.25),
  )
  const texts = given.map(({ name, type }) => {
    const value = valueFor(writing, name, type, 0)
    if (!random.chance(0.2)) return `${name}: ${literal(type, value)}`
    const variable = `v${writing.declared.length}`
    writing.declared.push(`$${variable}: ${type}`)
    writing.variables[variable] = value
    return `${name}: $${variable}`
  })
  return texts.length > 0 ? `(${texts.join(', ')})` : ''
}

function valueFor(writing: Writing, name: string, given: GraphQLInputType, depth: number): unknown {
  const { random, bait } = writing
  const type = getNullableType(given)
  if (isListType(type))
    return Array.from({ length: 1 + random.below(2) }, () => valueFor(writing, name, type.ofType, depth))
  if (isEnumType(type)) return random.pick(type.getValues()).name
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isNonNullType(field.type) || random.chance(depth ? 0.3 : 0.2),
    )
    return Object.fromEntries(fields.map((field) => [field.name, valueFor(writing, field.name, field.type, depth + 1)]))
  }
  if (type.name === 'Int')
    return name === 'first' ? random.pick([1, 2, 3, 5, 5, 10, 101, 0, -1]) : random.pick([1, 2, 99])
  if (type.name === 'Boolean') return random.chance(0.5)
  if (type.name === 'Float') return random.fraction()
  if (type.name === 'DateTime') return bait.instant()
  if (type.name === 'JSON') return { [bait.slug()]: bait.garbage() }
  return textFor(name, type.name, bait)
}

function textFor(name: string, type: string, bait: Bait): string {
  if (name === 'query' || name === 'search') return bait.words()
  if (name === 'path') return bait.path()
  if (name === 'token') return bait.token()
  if (['after', 'before', 'since'].includes(name)) return bait.cursor()
  if (name === 'slug') return bait.slug()
  return type === 'ID' ? bait.id() : bait.key()
}

function literal(given: GraphQLInputType, value: unknown): string {
  const type = getNullableType(given)
  if (isListType(type)) return `[${(value as unknown[]).map((each) => literal(type.ofType, each)).join(', ')}]`
  if (isEnumType(type)) return String(value)
  if (isInputObjectType(type)) {
    const fields = type.getFields()
    const texts = Object.entries(value as object).flatMap(([name, each]) => {
      const field = fields[name]
      return field ? [`${name}: ${literal(field.type, each)}`] : []
    })
    return `{ ${texts.join(', ')} }`
  }
  return typeof value === 'object' ? '{}' : JSON.stringify(value)
}

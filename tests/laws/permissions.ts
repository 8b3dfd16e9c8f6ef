import type { FastifyInstance } from 'fastify'
import {
  buildSchema,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isUnionType,
} from 'graphql'
import { type OpenApi, operationsOf } from './openapi.ts'

/** What a caller without a key was told. */
interface Told {
  name: string
  status: number
  code: string | undefined
}

const someId = '0192a1b0-0000-7000-8000-00000000ffff'

/**
 * Asks for everything that staff use over REST without a key: all but what is documented as public. An operation of
 * `/v1/editorial` is never public, whatever its documentation says.
 */
export async function askRestAnonymously(app: FastifyInstance, document: OpenApi): Promise<Told[]> {
  const editorial = operationsOf(document).filter(
    ({ path, operation }) => path.startsWith('/v1/editorial/') || operation.security?.length !== 0,
  )
  return Promise.all(
    editorial.map(async ({ path, method, name, operation }) => {
      const body = operation.requestBody ? { payload: {} } : {}
      const answer = await app.inject({
        method: method.toUpperCase() as 'GET',
        url: path.replace(/\{[^}]+\}/g, someId),
        ...body,
      })
      return { name, status: answer.statusCode, code: codeIn(answer.body, (it) => it.code) }
    }),
  )
}

/** Asks for every mutation and every query but the public ones over GraphQL, without a key. */
export async function askGraphqlAnonymously(
  app: FastifyInstance,
  sdl: string,
  isPublic: readonly string[],
): Promise<Told[]> {
  const schema = buildSchema(sdl)
  const queries = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(({ name }) => !isPublic.includes(name))
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
    ({ name }) => !isPublic.includes(name),
  )
  const asked = [
    ...queries.map((field) => ({ kind: 'query', field })),
    ...mutations.map((field) => ({ kind: 'mutation', field })),
  ]
  return Promise.all(
    asked.map(async ({ kind, field }) => {
      const answer = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: `${kind} { ${written(field)} }` },
      })
      return {
        name: `${kind} ${field.name}`,
        status: answer.statusCode,
        code: codeIn(answer.body, (it) => it.errors?.[0]?.extensions?.code),
      }
    }),
  )
}

interface Refused {
  code?: string
  errors?: { extensions?: { code?: string } }[]
}

function codeIn(body: string, read: (it: Refused) => string | undefined): string | undefined {
  try {
    return read(JSON.parse(body) as Refused)
  } catch {
    return undefined
  }
}

/** A field with the least arguments and selection that are valid. */
function written({ name, args, type }: GraphQLField<unknown, unknown>): string {
  const demanded = args.filter((arg) => isNonNullType(arg.type))
  const list = demanded.map((arg) => `${arg.name}: ${literal(arg.type)}`).join(', ')
  const named = getNamedType(type)
  const selection =
    isCompositeType(named) && !isUnionType(named) ? ' { __typename }' : isUnionType(named) ? ' { __typename }' : ''
  return `${name}${list ? `(${list})` : ''}${selection}`
}

function literal(type: GraphQLInputType): string {
  if (isNonNullType(type)) return literal(type.ofType)
  if (isListType(type)) return '[]'
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null'
  if (!isInputObjectType(type)) return scalarLiterals[type.name] ?? '"x"'
  const demanded = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
  return `{ ${demanded.map((field) => `${field.name}: ${literal(field.type)}`).join(', ')} }`
}

const scalarLiterals: Record<string, string> = {
  ID: `"${someId}"`,
  Int: '1',
  Float: '1',
  Boolean: 'true',
  DateTime: '"2026-01-08T09:30:00Z"',
  JSON: '{}',
}

/** Operations that did not refuse a caller without a key. */
export function refusalFaults(told: Told[], face: 'REST' | 'GraphQL'): string[] {
  return told
    .filter(({ status, code }) => code !== 'unauthenticated' || (face === 'REST' && status !== 401))
    .map(
      ({ name, status, code }) =>
        `${name} answers ${status} ${code ?? 'without a code'} without a key: call allow() before anything else`,
    )
}

/** Operations under the wrong sign: staff's that call themselves public, and public ones that change something. */
export function signFaults(document: OpenApi, publicWrites: readonly string[]): string[] {
  return operationsOf(document).flatMap(({ path, method, name, operation }) => {
    const isPublic = operation.security?.length === 0
    if (path.startsWith('/v1/editorial/')) return isPublic ? [`${name} is documented as public`] : []
    if (!isPublic)
      return path.startsWith('/v1/auth/') || path === '/metrics'
        ? []
        : [`${name} needs a key but is not under /v1/editorial`]
    return method === 'get' || publicWrites.includes(name)
      ? []
      : [`${name} is public and no GET; name it in publicWrites if that is meant`]
  })
}

/** Routes of `/v1` that the document does not have, where the other laws would not see them. In: `app.printRoutes({ commonPrefix: false })`. */
export function hiddenRouteFaults(printed: string, document: OpenApi): string[] {
  const told = new Set(operationsOf(document).map(({ name }) => name))
  return routesIn(printed)
    .filter((route) => / \/v1(\/|$)/.test(route) && !route.startsWith('HEAD '))
    .flatMap((route) => (namingsOf(route).some((naming) => told.has(naming)) ? [] : (namingsOf(route).at(-1) ?? route)))
    .map((route) => `${route} is not in the OpenAPI document: describe it with delivery() or editorial()`)
}

/** A part of an address that routes call differently is printed with all names: `/articles/{idOrSlug}|{id}/views`. */
function namingsOf(route: string): string[] {
  const names = /\{\w+\}(?:\|\{\w+\})+/.exec(route)?.[0]
  return names ? names.split('|').flatMap((name) => namingsOf(route.replace(names, name))) : [route]
}

/** `GET /v1/tags/{id}` for each route of a printed tree, in which every level stands four places further in. */
function routesIn(printed: string): string[] {
  const above: string[] = []
  return printed.split('\n').flatMap((line) => {
    const [, indent = '', part = '', methods = ''] = /^([│├└─ ]+)(\S+)(?: \(([A-Z, ]+)\))?/.exec(line) ?? []
    const level = indent.length / 4 - 1
    if (!part) return []
    above.splice(level, above.length, part)
    const path = above.join('').replace(/:(\w+)/g, '{$1}')
    return methods.split(', ').map((method) => `${method} ${path}`)
  })
}

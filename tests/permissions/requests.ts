import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import {
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { catalogue, type ErrorCode } from '../../src/core/errors.ts'
import { password } from '../accounts/people.ts'
import type { Facts } from '../helpers/ask.ts'
import { type OpenApi, type Operation, operationsOf } from '../laws/openapi.ts'

/** What came back, told alike by both faces. */
export interface Told {
  status: number
  code: string | null
}

/** How to ask for one operation: about the thing with this id, which belongs to this user, with this header. */
export interface Request {
  face: 'REST' | 'GraphQL'
  name: string
  ask(id: string, ownerId: string | null, authorization: string | null): Promise<Told>
}

const someId = '0192a1b0-0000-7000-8000-00000000ffff'

/** Input that the example of the shape is not fit for: what is asked has to pass for well-formed, whoever asks. */
const inputs: Record<string, (id: string, ownerId: string | null) => Facts> = {
  reviseArticle: () => ({ note: 'a note' }),
  updateUser: () => ({ name: 'Another name' }),
  createApiKey: (_id, ownerId) => ({ name: 'new', role: 'contributor', ownerId }),
  signIn: () => ({ email: 'stranger@news.example', password }),
  bulkArticles: (id) => ({ ids: [id], action: { removeTags: [someId] } }),
}

/** One request for every operation that the OpenAPI document has. */
export function restRequests(app: FastifyInstance, document: OpenApi): Request[] {
  return operationsOf(document).map(({ path, method, operation }) => {
    const name = operation.operationId ?? path
    const ref = operation.requestBody?.content?.['application/json']?.schema?.$ref
    const example = exampleOf(document, ref?.split('/').at(-1))
    return {
      face: 'REST',
      name,
      ask: async (id, ownerId, authorization) => {
        const payload = inputs[name]?.(id, ownerId) ?? example
        const answer = await app.inject({
          method: method.toUpperCase() as 'POST',
          url: path
            .replace('{id}', id)
            .replace('{number}', '1')
            .replace(/\{\w+\}/g, someId),
          headers: authorization ? { authorization } : {},
          ...(payload && { payload }),
          // A stream has no end to wait for.
          payloadAsStream: isEndless(operation),
        })
        if (isEndless(operation)) return toldByHead(answer)
        const isProblem = /problem\+json/.test(String(answer.headers['content-type']))
        return { status: answer.statusCode, code: isProblem ? answer.json().code : null }
      },
    }
  })
}

function isEndless({ responses }: Operation): boolean {
  return responses?.['200']?.content?.['text/event-stream'] !== undefined
}

/** A stream is let in as soon as it begins. */
async function toldByHead(answer: LightMyRequestResponse): Promise<Told> {
  const body = answer.stream()
  if (answer.statusCode === 200) {
    body.destroy()
    return { status: 200, code: null }
  }
  let text = ''
  for await (const chunk of body) text += chunk
  return { status: answer.statusCode, code: JSON.parse(text).code }
}

/** One request for every query and mutation. */
export function graphqlRequests(app: FastifyInstance, schema: GraphQLSchema, document: OpenApi): Request[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const
  return roots.flatMap(([kind, root]) =>
    Object.values(root?.getFields() ?? {}).map((field): Request => {
      const query = documentOf(kind, field)
      return {
        face: 'GraphQL',
        name: field.name,
        ask: async (id, ownerId, authorization) => {
          const answer = await app.inject({
            method: 'POST',
            url: '/graphql',
            headers: authorization ? { authorization } : {},
            payload: { query, variables: variablesOf(document, field, id, ownerId) },
          })
          const code: ErrorCode | null = answer.json().errors?.[0]?.extensions?.code ?? null
          return { status: code ? catalogue[code].status : 200, code }
        },
      }
    }),
  )
}

type Field = GraphQLField<unknown, unknown>

/** Arguments that have to be there, and `id` wherever there is one. */
const given = ({ args }: Field) => args.filter(({ name, type }) => isNonNullType(type) || name === 'id')

function documentOf(kind: string, field: Field): string {
  const args = given(field)
  const head = args.map(({ name, type }) => `$${name}: ${type}`).join(', ')
  const call = args.map(({ name }) => `${name}: $${name}`).join(', ')
  const selection = isCompositeType(getNamedType(field.type)) ? '{ __typename }' : ''
  return `${kind}${head && `(${head})`} { ${field.name}${call && `(${call})`} ${selection} }`
}

function variablesOf(document: OpenApi, field: Field, id: string, ownerId: string | null): Facts {
  const input = inputs[field.name]?.(id, ownerId)
  return Object.fromEntries(
    given(field).map(({ name, type }) => {
      if (name === 'id') return [name, id]
      if (name === 'input' && input) return [name, input]
      return [name, input?.[name] ?? sampleOf(document, type)]
    }),
  )
}

function sampleOf(document: OpenApi, given: GraphQLInputType): unknown {
  const type = getNullableType(given)
  if (isListType(type)) return []
  if (isEnumType(type)) return type.getValues()[0]?.name
  if (isInputObjectType(type)) return exampleOf(document, type.name) ?? {}
  return (
    { ID: someId, Int: 1, Float: 1, Boolean: true, DateTime: '2027-01-08T09:30:00Z', JSON: {} }[type.name] ??
    'some words'
  )
}

function exampleOf({ components }: OpenApi, shape: string | undefined): Facts | undefined {
  return shape ? (components.schemas[shape]?.examples?.[0] as Facts | undefined) : undefined
}

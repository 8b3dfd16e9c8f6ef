import type { FastifySchema } from 'fastify'
import { type TObject, type TSchema, Type } from 'typebox'
import { named } from '../core/shapes.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /**
     * A request of which pages send thousands a second and wait for no answer: it has a budget of its own, no line in the log, and is
     * not remembered for retries.
     */
    isBeacon?: boolean
  }
}

interface Operation {
  /** Unique, for generated clients: `listTags`. */
  id: string
  /** Heading in the API reference: the noun. */
  group: string
  summary: string
  params?: TObject
  query?: TObject
  /** A named shape. */
  body?: TSchema
  /** Null with status 204. */
  answer: TSchema | null
  status?: 200 | 201 | 202 | 204
  /** Whether it takes `If-Match`; when left out, an operation with a body on one thing does. */
  isVersioned?: boolean
  /** Whether the answer is the same for everybody and may be kept (see src/cache); those of GET are, when left out. */
  isKept?: boolean
  /** Whether pages tell by it and wait for no answer: see `FastifyContextConfig`. */
  isBeacon?: boolean
  /** Catalogue statuses that this operation can answer with, besides 400, 404, 429, 500 and 503. */
  refusals?: number[]
}

/** Documents an operation that readers use. Input is checked on the side, not here: the schema tells clients and shapes the answer. */
export function delivery({ isKept = true, isBeacon = false, ...operation }: Operation) {
  // A wrong key is refused everywhere, so that a mistyped one does not pass for a reader's.
  const refusals = [401, ...(operation.refusals ?? [])]
  return { schema: { ...describe({ ...operation, refusals }), security: [] }, config: { isKept, isBeacon } }
}

/** Documents an operation that staff use, with a bearer key. */
export function editorial(operation: Operation): { schema: FastifySchema } {
  const refusals = [401, 403, ...(operation.refusals ?? [])]
  const isVersioned = operation.isVersioned ?? (operation.body && operation.params)
  const ifMatch = isVersioned ? { headers: IfMatch } : {}
  return { schema: { ...describe({ ...operation, refusals }), ...ifMatch, security: [{ bearer: [] }] } }
}

const IfMatch = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      description: 'The version that you changed, in quotes, as the ETag gave it; 412 when it is not the newest.',
    }),
  ),
})

export const IdParams = Type.Object({ id: Type.String({ description: 'The id.' }) })
export const KeyParams = Type.Object({ idOrSlug: Type.String({ description: 'The id or the slug.' }) })

function describe({
  id,
  group,
  summary,
  params,
  query,
  body,
  answer,
  status = 200,
  refusals = [],
}: Operation): FastifySchema {
  const codes = [...new Set([400, ...(params ? [404] : []), ...refusals, 429, 500, 503])].sort()
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(params && { params }),
    ...(query && { querystring: query }),
    ...(body && { body: named(body) }),
    response: {
      [status]: answer ? ('$id' in answer ? named(answer) : answer) : { type: 'null', description: 'Done.' },
      ...Object.fromEntries(
        codes.map((code) => [
          code,
          { description: 'Refused', content: { 'application/problem+json': { schema: named(Problem) } } },
        ]),
      ),
    },
  }
}

/** The body of every error: RFC 9457 with a stable code. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String({ description: 'Stable; see docs/errors.md.' }),
    detail: Type.String({ description: 'What is wrong and the way out.' }),
    instance: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
  },
  {
    $id: 'Problem',
    examples: [
      {
        type: 'urn:dateline:error:not_found',
        title: 'There is no such thing',
        status: 404,
        code: 'not_found',
        detail: "there is no article 'gas-prices'",
        instance: 'urn:dateline:request:req-1',
      },
    ],
  },
)

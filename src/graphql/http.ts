import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { GraphQLError } from 'graphql'
import { answerQuery } from '../cache/graphql.ts'
import type { KeptRoutes } from '../cache/rest.ts'
import { sendAnswer, sendPosted } from '../cache/send.ts'
import type { KeptAnswer } from '../cache/store.ts'
import type { Ctx } from '../core/ctx.ts'
import { type ErrorCode, Refusal } from '../core/errors.ts'
import { dependsOn, freshFor } from '../core/sources.ts'
import { jsonBody } from '../rest/json-body.ts'
import type { Admission, AdmittedOperation, CostReport } from './admission.ts'
import { type Answer, sendError, sendResult, serialise } from './answers.ts'
import { InvalidDocument } from './documents.ts'
import { writeError } from './errors.ts'
import { nameOfAsked } from './names.ts'
import { isUtf8, negotiateType, type ResponseType } from './negotiate.ts'
import type { GraphqlContext } from './plugin.ts'
import { type GraphqlRequest, readAddress, readBody } from './request.ts'
import { InvalidVariables } from './variables.ts'

/** Bytes of one request body. */
const maxBodyBytes = 1_048_576

type ContextOf = (request: FastifyRequest) => GraphqlContext

/** The OpenAPI document is of REST only. */
const hidden = { hide: true }

/**
 * Serves `/graphql` by the GraphQL over HTTP specification, GET and POST.
 * Source: https://graphql.github.io/graphql-over-http/draft/, as its audit suite (npm graphql-http 1.22) reads it.
 */
export function addGraphqlRoutes(app: FastifyInstance, served: Served): void {
  const answer = async (asked: GraphqlRequest, request: FastifyRequest, reply: FastifyReply) => {
    const type = negotiateType(request.headers.accept)
    const result = await runRequest({ ...served, asked, type, request, reply })
    return isKept(result) ? sendKept(request, reply, result) : sendResult(reply, type, result)
  }
  acceptJsonOnly(app)
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply))
  app.get('/graphql', { schema: hidden }, (request, reply) => answer(readAddress(request), request, reply))
  app.post('/graphql', { schema: hidden, bodyLimit: maxBodyBytes }, (request, reply) =>
    answer(readBody(request), request, reply),
  )
  app.route({
    method: ['PUT', 'PATCH', 'DELETE'],
    url: '/graphql',
    schema: hidden,
    handler: refuseMethod,
    onRequest: refuseMethod,
  })
}

/** Forms and plain text are what a browser sends to other sites without asking first, so only JSON is read. */
function acceptJsonOnly(app: FastifyInstance): void {
  const parseJson = jsonBody(app)
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, bytes, done) => {
    const charset = /;\s*charset=([^;\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1]
    if (charset && !isUtf8(charset)) return done(new Refusal('unsupported_media_type', 'send the body in UTF-8'))
    request.bytes = bytes as Buffer
    return parseJson(request, bytes as Buffer, done)
  })
}

async function refuseMethod(request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('allow', 'GET, POST')
  throw new Refusal('method_not_allowed', `${request.method} is not for this address; send a POST`)
}

/** What the routes are made of. */
export interface Served {
  admission: Admission
  contextOf: ContextOf
  charge: Charge
  kept: KeptRoutes
}

/** Told what each operation costs before it runs; may throw a Refusal. */
export type Charge = (request: FastifyRequest, cost: CostReport) => void

interface Run extends Served {
  asked: GraphqlRequest
  type: ResponseType
  request: FastifyRequest
  reply: FastifyReply
}

/** The result of an execution; or, without `data`, what is wrong with the document or its variables. */
async function runRequest(run: Run): Promise<Answer | KeptAnswer> {
  const { admission, asked, charge, request } = run
  try {
    const admitted = admission.admit(asked)
    checkKind(admitted, request, run.reply)
    charge(request, admitted.cost)
    const runIt = async () => withCost(await execute(admitted, run), admitted.cost)
    const name = mayBeKept(admitted, request) ? nameOfAsked(request, run.type, asked) : null
    return name === null ? await runIt() : await keptResult(name, run, runIt)
  } catch (error) {
    const errors = documentErrors(error)
    if (!errors) throw error
    const scene = { request, document: asked.query }
    return withCost({ errors: errors.map((found) => writeError(found, scene)) }, costIn(error))
  }
}

/** Without a key nothing but what is public can be in an answer. */
function mayBeKept({ operation }: AdmittedOperation, { headers }: FastifyRequest): boolean {
  return operation.kind === 'query' && headers.authorization === undefined
}

async function keptResult(
  name: string,
  { kept, contextOf, request, type }: Run,
  runIt: () => Promise<Answer>,
): Promise<KeptAnswer | Answer> {
  return answerQuery({ ...kept, name, ctx: contextOf(request).ctx, contentType: type, run: runIt, write: serialise })
}

function isKept(result: Answer | KeptAnswer): result is KeptAnswer {
  return 'keys' in result
}

function sendKept(request: FastifyRequest, reply: FastifyReply, answer: KeptAnswer): FastifyReply {
  return request.method === 'GET' ? sendAnswer(request, reply, answer) : sendPosted(request, reply, answer)
}

function withCost<T extends Answer>(answer: T, cost: CostReport | undefined): T {
  return cost ? { ...answer, extensions: { ...answer.extensions, cost } } : answer
}

const costIn = (error: unknown) =>
  error instanceof Refusal && error.code === 'graphql_too_costly' ? (error.details.cost as CostReport) : undefined

function checkKind({ operation: { kind } }: AdmittedOperation, request: FastifyRequest, reply: FastifyReply): void {
  if (kind === 'query') return
  if (kind === 'subscription')
    throw new Refusal(
      'graphql_invalid',
      'a subscription is served over a WebSocket at this address, not over HTTP: see docs/live.md',
    )
  if (request.method === 'POST') return
  reply.header('allow', 'POST')
  throw new Refusal('method_not_allowed', `${request.method} is for queries; send a mutation with POST`)
}

function execute(
  { operation, text, variables }: AdmittedOperation,
  { contextOf, request, reply }: Run,
): Promise<Answer> {
  const { ctx } = contextOf(request)
  if (operation.isIntrospection) keepSchema(ctx)
  // A literal: the executor adds its own properties, to which a spread copy reacts with a slow object.
  const context = { ctx, document: text }
  return reply.graphql(operation.source, context, variables, operation.node.name?.value)
}

/** An answer of the schema is kept, though it depends on nothing that changes; for a minute, for the next release may have another. */
function keepSchema(ctx: Ctx): void {
  dependsOn(ctx, 'schema')
  freshFor(ctx, 60)
}

/** Codes of documents that cannot be run: the request itself was well formed. */
const documentCodes: readonly ErrorCode[] = [
  ...(['graphql_invalid', 'graphql_too_costly', 'graphql_not_trusted', 'PERSISTED_QUERY_NOT_FOUND'] as const),
]

/** The errors of a document that cannot be run: it does not parse, validate, name its operation or fit its variables. */
function documentErrors(error: unknown): readonly unknown[] | null {
  if (error instanceof GraphQLError) return [error]
  if (error instanceof InvalidDocument) return error.errors
  if (error instanceof InvalidVariables) return [error]
  return error instanceof Refusal && documentCodes.includes(error.code) ? [error] : null
}

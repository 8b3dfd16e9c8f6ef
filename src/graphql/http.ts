import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ExecutionResult, type FormattedExecutionResult, GraphQLError } from 'graphql'
import { Refusal } from '../core/errors.ts'
import { jsonBody } from '../rest/json-body.ts'
import { type Operation, rememberDocuments } from './documents.ts'
import { statusOf, writeError } from './errors.ts'
import { isUtf8, negotiateType, type ResponseType } from './negotiate.ts'
import type { GraphqlContext } from './plugin.ts'
import { type GraphqlRequest, readAddress, readBody } from './request.ts'
import { variablesRefusal } from './variables.ts'

/** Bytes of one request body. */
const maxBodyBytes = 1_048_576

type ContextOf = (request: FastifyRequest) => GraphqlContext
type Answer = ExecutionResult | FormattedExecutionResult

/** The OpenAPI document is of REST only. */
const hidden = { hide: true }

/**
 * Serves `/graphql` by the GraphQL over HTTP specification, GET and POST.
 * Source: https://graphql.github.io/graphql-over-http/draft/, as its audit suite (npm graphql-http 1.22) reads it.
 */
export function addGraphqlRoutes(app: FastifyInstance, contextOf: ContextOf): void {
  const documents = rememberDocuments()
  const answer = async (asked: GraphqlRequest, request: FastifyRequest, reply: FastifyReply) => {
    const type = negotiateType(request.headers.accept)
    const result = await runRequest(app, documents, { asked, contextOf, request, reply })
    return sendResult(reply, type, result)
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
    return parseJson(request, bytes as Buffer, done)
  })
}

async function refuseMethod(request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('allow', 'GET, POST')
  throw new Refusal(
    'method_not_allowed',
    `${request.method} is not for this address; send a POST, or a GET for queries`,
  )
}

interface Run {
  asked: GraphqlRequest
  contextOf: ContextOf
  request: FastifyRequest
  reply: FastifyReply
}

/** The result of an execution; or, without `data`, what is wrong with the document or its variables. */
async function runRequest(
  app: FastifyInstance,
  documents: ReturnType<typeof rememberDocuments>,
  run: Run,
): Promise<Answer> {
  const { asked, request } = run
  const scene = { request, document: asked.query }
  try {
    const operation = documents.operation(asked.query, asked.operationName)
    checkKind(operation, request, run.reply)
    const refusal = variablesRefusal(app.graphql.schema, operation, asked.variables ?? {})
    return refusal ? { errors: [writeError(refusal, scene)] } : await execute(operation, run)
  } catch (error) {
    const errors = documentErrors(error)
    if (!errors) throw error
    return { errors: errors.map((found) => writeError(found, scene)) }
  }
}

function checkKind({ kind }: Operation, request: FastifyRequest, reply: FastifyReply): void {
  if (kind === 'query') return
  if (kind === 'subscription')
    throw new Refusal('graphql_invalid', 'subscriptions are not served over HTTP; ask with a query')
  if (request.method === 'POST') return
  reply.header('allow', 'POST')
  throw new Refusal('method_not_allowed', `${request.method} is for queries; send a mutation with POST`)
}

function execute({ node, source }: Operation, { asked, contextOf, request, reply }: Run): Promise<Answer> {
  const { ctx } = contextOf(request)
  // A literal: the executor adds its own properties, to which a spread copy reacts with a slow object.
  const context = { ctx, document: asked.query }
  const variables = node.variableDefinitions?.length ? (asked.variables ?? {}) : undefined
  return reply.graphql(source, context, variables, node.name?.value)
}

/** The errors of a document that cannot be run: it does not parse, validate, name its operation or fit its variables. */
function documentErrors(error: unknown): unknown[] | null {
  if (error instanceof GraphQLError) return [error]
  if (error instanceof Refusal) return error.code === 'graphql_invalid' ? [error] : null
  const { code, errors } = error as { code?: unknown; errors?: unknown }
  return code === 'MER_ERR_GQL_VALIDATION' && Array.isArray(errors) ? errors : null
}

/** A client that knows only JSON reads the body alone, so a document that was looked at is a 200 for it. */
function sendResult(reply: FastifyReply, type: ResponseType, result: Answer): FastifyReply {
  const isRefused = result.data === undefined
  return send(reply, type, isRefused && type !== 'application/json' ? 400 : 200, result)
}

function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const status = statusOf(error)
  if (status === 401) reply.header('www-authenticate', 'Bearer')
  if (status === 503) reply.header('retry-after', '1')
  return send(reply, typeForError(request), status, { errors: [writeError(error, { request })] })
}

function typeForError(request: FastifyRequest): ResponseType {
  try {
    return negotiateType(request.headers.accept)
  } catch {
    return 'application/json'
  }
}

function send(reply: FastifyReply, type: ResponseType, status: number, body: Answer): FastifyReply {
  addVary(reply)
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  return reply.code(status).type(`${type}; charset=utf-8`).send(serialise(body))
}

/** Errors first, as the specification of GraphQL asks, and the same whether the query is compiled or not. */
function serialise({ data, errors, extensions }: Answer): string {
  return JSON.stringify(errors ? { errors, data, extensions } : { data, extensions })
}

/** The answer depends on these; what others said before, such as Origin, stays. */
function addVary(reply: FastifyReply): void {
  const known = reply.getHeader('vary')
  reply.header('vary', known ? `${String(known)}, Accept, Authorization` : 'Accept, Authorization')
}

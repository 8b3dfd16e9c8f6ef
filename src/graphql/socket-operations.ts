import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type ExecutionArgs, GraphQLError, parse } from 'graphql'
import { CloseCode, type ServerOptions, type SubscribePayload } from 'graphql-ws'
import { Refusal } from '../core/errors.ts'
import { followFrom } from '../streams/delivery.ts'
import type { Telling } from '../streams/stream.ts'
import { type Subscription, storyOf } from '../streams/subscriptions.ts'
import type { AdmittedOperation } from './admission.ts'
import { InvalidDocument } from './documents.ts'
import { writeError } from './errors.ts'
import type { Served } from './http.ts'
import { toRequest } from './request.ts'
import { beginSubscription, type Subscriptions, toldOf } from './subscriptions.ts'

/** What one socket may do. */
export interface SocketLimits {
  /** Ms for the first message. */
  initMs: number
  /** Ms between two pings; who does not answer one until the next is gone. */
  pingMs: number
  /** Bytes of one message. */
  messageBytes: number
  /** Messages of one second. */
  messagesPerSecond: number
  /** Subscriptions at once. */
  subscriptions: number
}

/** The client at the other end of a socket. */
export interface SocketReader {
  app: FastifyInstance
  served: Served
  subscriptions: Subscriptions
  limits: SocketLimits
  request: FastifyRequest
  reply: FastifyReply
  /** The header of the upgrade, or what came with the first message. */
  authorization: string | undefined
  send(text: string): void
  close(code: number, reason: string): void
  isOpen(): boolean
  room(): Promise<void>
  /** What is to be done when the socket is closed. */
  ends: (() => void)[]
}

/** Asked for and admitted, under its id on the socket. */
interface Begun {
  id: string
  admitted: AdmittedOperation
  subscription: Subscription
}

/** How the messages of one socket are answered. */
export function answerSocket(reader: SocketReader): ServerOptions {
  return {
    connectionInitWaitTimeout: reader.limits.initMs,
    onConnect: ({ connectionParams }) => signIn(reader, connectionParams ?? {}),
    onSubscribe: async ({ subscriptions }, id, payload) => {
      try {
        if (Object.keys(subscriptions).length > reader.limits.subscriptions) throw tooManySubscriptions(reader)
        return await begin(reader, id, payload)
      } catch (error) {
        return errorsOf(error)
      }
    },
    subscribe: ({ rootValue }) => follow(reader, rootValue as Begun),
    onError: (_ctx, _id, { query }, errors) =>
      errors.map((error) => writeError(error, { request: reader.request, document: query })),
  }
}

/** False closes the socket with 4403. */
async function signIn(reader: SocketReader, params: Record<string, unknown>): Promise<boolean> {
  const given = params.Authorization ?? params.authorization
  if (given === undefined || given === null) return true
  if (typeof given !== 'string') return false
  try {
    await reader.app.standing.check(given)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'unavailable') reader.close(1013, 'Try again later')
    else if (!(error instanceof Refusal)) throw error
    return false
  }
  // What is watched for one who left meanwhile would be watched for ever.
  if (!reader.isOpen()) return false
  reader.authorization = given
  watch(reader, given)
  return true
}

/** Closes the socket when what it was opened with is good no more. */
export function watch({ app, ends, close }: SocketReader, authorization: string): void {
  ends.push(app.standing.watch(authorization, () => close(CloseCode.Forbidden, 'Forbidden')))
}

async function begin(
  reader: SocketReader,
  id: string,
  payload: SubscribePayload,
): Promise<ExecutionArgs | readonly GraphQLError[]> {
  const { app, served, request, subscriptions } = reader
  const refusal = app.limits.admitAddress(request.ip)
  if (refusal) throw refusal
  if (reader.authorization) await app.standing.check(reader.authorization)
  const asked = toRequest({ ...payload })
  const admitted = served.admission.admit(asked)
  if (admitted.operation.kind !== 'subscription')
    throw new Refusal(
      'graphql_invalid',
      `a socket is for subscriptions; send a ${admitted.operation.kind} over HTTP, with POST /graphql`,
    )
  served.charge(request, admitted.cost)
  const { schema } = app.graphql
  const begun = await beginSubscription(schema, admitted, { ctx: app.readerCtx(), subscriptions })
  if (!('place' in begun)) return begun.errors ?? []
  return {
    ...{ schema, document: parse(admitted.text), operationName: admitted.operation.node.name?.value },
    rootValue: { id, admitted, subscription: begun } satisfies Begun,
  }
}

/** The library takes GraphQL's errors only; `onError` finds what is inside. */
function errorsOf(error: unknown): readonly GraphQLError[] {
  if (error instanceof InvalidDocument) return error.errors
  if (error instanceof GraphQLError) return [error]
  return [new GraphQLError('refused', { originalError: error instanceof Error ? error : new Error(String(error)) })]
}

function tooManySubscriptions({ limits }: SocketReader): Refusal {
  return new Refusal(
    'limit_exceeded',
    `a socket takes ${limits.subscriptions} subscriptions at once; complete one, or open another`,
  )
}

/** Tellings that may wait to be written for one subscription; then the socket is given up. */
const maxPending = 1_000

/**
 * Tells a subscriber, past the library: what is written for all of them is put into each one's message as it is. What it gives back
 * yields nothing and is there to be ended.
 */
function follow(reader: SocketReader, { id, admitted, subscription }: Begun): AsyncGenerator<never, void, void> {
  const { app, request, send } = reader
  const [begin, end] = [`{"id":${JSON.stringify(id)},"type":"next","payload":`, '}']
  let written: Promise<void> = Promise.resolve()
  let pending = 0
  let isEnded = false
  const write = async (telling: Telling) => {
    const ctx = app.readerCtx()
    const article = await storyOf(ctx, telling)
    if (!subscription.isFor(article)) return
    const text = await toldOf(telling, admitted, { ctx, article, reply: reader.reply })
    if (!isEnded) send(begin + text + end)
  }
  const giveUp = (err: unknown) => {
    if (err) request.log.error({ err }, 'a subscription could not be told')
    reader.close(1013, 'Try again later')
  }
  const unfollow = followFrom(app.readerCtx(), app.wire, subscription.place, {
    tell: (telling) => {
      if (!subscription.concerns(telling)) return
      pending += 1
      if (pending > maxPending) return giveUp(null)
      written = written.then(() => (isEnded ? undefined : write(telling))).catch(giveUp)
      written = written.finally(() => {
        pending -= 1
      })
    },
    room: () => written.then(reader.room),
    lost: giveUp,
  })
  return endless(() => {
    isEnded = true
    unfollow()
  })
}

/** Yields nothing until it is returned. */
function endless(onReturn: () => void): AsyncGenerator<never, void, void> {
  let finish = (_: IteratorReturnResult<void>) => {}
  const finished = new Promise<IteratorReturnResult<void>>((resolve) => {
    finish = resolve
  })
  const end = async () => {
    onReturn()
    const done = { done: true as const, value: undefined }
    finish(done)
    return done
  }
  const iterator = {
    ...{ next: () => finished, return: end, throw: end },
    [Symbol.asyncIterator]: () => iterator,
    [Symbol.asyncDispose]: async () => void (await end()),
  }
  return iterator as AsyncGenerator<never, void, void>
}

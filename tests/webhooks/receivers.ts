import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { seenByAll } from '../../src/cache/leases.ts'
import type { DeliveryLimits } from '../../src/webhooks/deliver.ts'
import { dispatchEvents } from '../../src/webhooks/dispatch.ts'
import { deliverJob } from '../../src/webhooks/jobs.ts'
import type { Newsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

export interface Received {
  headers: IncomingHttpHeaders
  body: string
  type: string
  data: Facts & { id: string; number: number; sequence: number; version: number }
}

export interface Endpoint {
  id: string
  secret: string
  version: number
  status: string
  failingSince: string | null
  disabledReason: string | null
}

export interface DeliveryFacts {
  id: string
  eventId: string
  type: string
  status: string
  body: string
  attempts: { status: number | null; answer: string | null; error: string | null; durationMs: number; at: string }[]
  nextAttemptAt: string | null
  finishedAt: string | null
}

const path = '/v1/editorial/webhooks'

/** Receivers on this machine and the endpoints for them; `close` ends them all. */
export function receiversOf({ rest, ctx }: Pick<Newsroom, 'rest' | 'ctx'>) {
  const closers: (() => void)[] = []

  /** Events are sent when no process gives readers what was before them. */
  const everybodySaw = async () => {
    const { db } = ctx()
    const { number } = await db.journalHead.findUniqueOrThrow({ where: { id: 1 } })
    await seenByAll(db, number)
  }

  /** A receiver that writes down what it gets and answers 204, or as it is told. */
  const receiver = async (
    answer: (reply: ServerResponse, received: Received) => void = (reply) => reply.writeHead(204).end(),
  ) => {
    const got: Received[] = []
    const sockets = new Set<Socket>()
    const server = createServer(async (request, reply) => {
      let body = ''
      for await (const chunk of request) body += chunk
      const received = { headers: request.headers, body, ...JSON.parse(body) } as Received
      got.push(received)
      answer(reply, received)
    })
    server.on('connection', (socket) => sockets.add(socket))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const close = () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    }
    closers.push(close)
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, got, close }
  }

  const endpoint = async (url: string, input: Facts = {}) => {
    const { status, data, text } = await rest<Endpoint>('POST', path, {
      as: 'admin',
      body: { name: 'Test', url, ...input },
    })
    if (status !== 201) throw new Error(text)
    return data
  }

  return {
    receiver,
    endpoint,
    /** A receiver with its endpoint. */
    hook: async (input: Facts = {}, answer?: Parameters<typeof receiver>[0]) => {
      const made = await receiver(answer)
      return { ...made, ...(await endpoint(made.url, input)) }
    },
    read: async (id: string) => (await rest<Endpoint>('GET', `${path}/${id}`, { as: 'admin' })).data,
    deliveries: async (id: string, query = '') =>
      (await rest<{ data: DeliveryFacts[] }>('GET', `${path}/${id}/deliveries?first=100${query}`, { as: 'admin' })).data
        .data,
    dispatch: async () => {
      await everybodySaw()
      while (await dispatchEvents(ctx()));
    },
    /** Makes deliveries of what happened, and sends what is due until all is done. */
    work: async (limits: Partial<DeliveryLimits> = {}, signal = new AbortController().signal) => {
      await everybodySaw()
      while (await dispatchEvents(ctx()));
      await deliverJob({ timeoutMs: 300, lookEveryMs: 20, ...limits }).run(ctx(), signal)
    },
    close: () => {
      for (const close of closers) close()
    },
  }
}

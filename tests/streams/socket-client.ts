import { type Client, createClient } from 'graphql-ws'
import { WebSocket } from 'ws'
import type { Facts } from '../helpers/ask.ts'

/** What a subscription was told. */
export interface Message {
  data: Record<string, Facts | null> | null
  errors?: { message: string; extensions: { code: string; faults?: { path: string }[] } }[]
  extensions: {
    cursor: string
    change: Facts & { type: string; isGone: boolean }
    cost: { requested: number; maximum: number }
  }
}

export interface Subscribed {
  messages: Message[]
  errors: { message: string; extensions: { code: string } }[]
  until(count: number): Promise<Message[]>
  stop(): void
}

/** The real client of graphql-ws. */
export function clientOf(url: string, connectionParams: Facts = {}): Client & { closes: number[] } {
  const closes: number[] = []
  const client = createClient({
    ...{ url, webSocketImpl: WebSocket, connectionParams, retryAttempts: 0, lazy: true },
    on: { closed: (event) => closes.push((event as { code: number }).code) },
  })
  return Object.assign(client, { closes })
}

export function subscribe(client: Client, query: string, variables: Facts = {}): Subscribed {
  const subscribed: Subscribed = {
    ...{ messages: [], errors: [], stop: () => undefined },
    until: async (count) => {
      const late = Date.now() + 15_000
      while (subscribed.messages.length < count) {
        if (subscribed.errors.length > 0) throw new Error(JSON.stringify(subscribed.errors))
        if (Date.now() > late) throw new Error(`${subscribed.messages.length} of ${count} messages came`)
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      return subscribed.messages
    },
  }
  subscribed.stop = client.subscribe(
    { query, variables },
    {
      next: (message) => void subscribed.messages.push(message as unknown as Message),
      error: (error) => void subscribed.errors.push(...((Array.isArray(error) ? error : [error]) as never[])),
      complete: () => undefined,
    },
  )
  return subscribed
}

/** A bare socket, for what no client would do. */
export interface Raw {
  socket: WebSocket
  received: Facts[]
  closed: Promise<{ code: number; reason: string }>
  say(message: unknown): void
  /** Waits for a message of this type. */
  hear(type: string): Promise<Facts>
}

export function rawSocket(
  url: string,
  protocol: string | string[] = 'graphql-transport-ws',
  headers: Record<string, string> = {},
): Raw {
  const socket = new WebSocket(url, protocol, { headers })
  const received: Facts[] = []
  const waiting: (() => void)[] = []
  const opened = new Promise<void>((resolve) => socket.once('open', () => resolve()))
  socket.on('message', (data) => {
    received.push(JSON.parse(String(data)))
    for (const wake of waiting.splice(0)) wake()
  })
  socket.on('error', () => undefined)
  return {
    socket,
    received,
    closed: new Promise((resolve) => socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }))),
    say: (message) =>
      void opened.then(() => socket.send(typeof message === 'string' ? message : JSON.stringify(message))),
    hear: async (type) => {
      for (;;) {
        const found = received.find((message) => message.type === type)
        if (found) return found
        await new Promise<void>((resolve) => waiting.push(resolve))
      }
    },
  }
}

/** A bare socket that was acknowledged. */
export async function openRaw(url: string, params?: Facts): Promise<Raw> {
  const raw = rawSocket(url)
  raw.say({ type: 'connection_init', ...(params && { payload: params }) })
  await raw.hear('connection_ack')
  return raw
}

import { Agent, request } from 'undici'
import type { Newsroom } from './newsroom.ts'

/** What was answered. */
export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

/** Asks the service over TCP. `path` begins with a slash; a body is sent as JSON. */
export type Ask = (method: 'GET' | 'POST' | 'PATCH', path: string, more?: More) => Promise<Answer>
interface More {
  body?: unknown
  headers?: Record<string, string>
  /** Cuts the connection. */
  signal?: AbortSignal
}

/** Does something with a newsroom that listens on a port of this machine. */
export async function withPort<T>({ app, key }: Newsroom, work: (ask: Ask, origin: string) => Promise<T>): Promise<T> {
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const dispatcher = new Agent({ connections: 64 })
  const ask: Ask = async (method, path, { body, headers, signal } = {}) => {
    const json = body === undefined ? {} : { 'content-type': 'application/json' }
    const answer = await request(`${origin}${path}`, {
      ...{ method, dispatcher, headers: { authorization: `Bearer ${key}`, ...json, ...headers } },
      ...(signal && { signal }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() }
  }
  return work(ask, origin).finally(() => dispatcher.destroy())
}

/** Runs something for each of a list, so many at a time. */
export async function eachAtOnce<T>(list: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = list.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const item of waiting) await work(item)
    }),
  )
}

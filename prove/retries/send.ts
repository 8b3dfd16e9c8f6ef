import { setTimeout as wait } from 'node:timers/promises'
import type { Random } from '../../bench/archive/random.ts'
import type { Answer, Ask } from '../http.ts'
import type { Post } from './posts.ts'

const mostTimes = 5
/** A connection is cut within so many ms of sending: a little more than a request takes. */
const cutMs = 15

/** An answer, or nothing because the connection was cut. */
export type Sent = Answer | { isCut: true }

export function isCut(sent: Sent): sent is { isCut: true } {
  return 'isCut' in sent
}

/** Sends a post one to five times: one after the other, all at once, or after connections that are cut. */
export async function sendAll(ask: Ask, post: Post, random: Random): Promise<Sent[]> {
  const times = 1 + random.below(mostTimes)
  const send = () => ask('POST', post.path, { body: post.body, headers: { 'idempotency-key': post.key } })
  const way = random.pick(['one by one', 'at once', 'cut'] as const)
  if (way === 'at once') return Promise.all(Array.from({ length: times }, send))
  const sent: Sent[] = []
  for (let n = 1; n < times; n++) sent.push(way === 'cut' ? await cut(ask, post, random) : await send())
  return [...sent, await send()]
}

async function cut(ask: Ask, post: Post, random: Random): Promise<Sent> {
  const ending = new AbortController()
  const headers = { 'idempotency-key': post.key }
  const sent = ask('POST', post.path, { body: post.body, headers, signal: ending.signal })
  void wait(random.fraction() * cutMs).then(() => ending.abort())
  return sent.catch(() => ({ isCut: true as const }))
}

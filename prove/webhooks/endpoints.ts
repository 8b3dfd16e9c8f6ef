import type { Newsroom } from '../newsroom.ts'
import { newReceiver, type Poison, poisons, type Receiver } from './receivers.ts'

/** A receiver, and what the house knows of it. */
export interface Endpoint {
  id: string
  poison: Poison | null
  receiver: Receiver
  /** The tags whose events it gets; all when empty. */
  tagIds: string[]
}

const goodOnes = 16

/**
 * Twenty endpoints: one good one and the four poisoned ones get every event, each of the other good ones those of so many tags.
 * The tags are made before the endpoints, so that nothing is sent of that.
 */
export async function makeEndpoints(
  newsroom: Newsroom,
  tagsOfEach: number,
): Promise<{ endpoints: Endpoint[]; tagIds: string[] }> {
  const tagIds: string[] = []
  for (let n = 1; n <= (goodOnes - 1) * tagsOfEach; n++) {
    tagIds.push((await post(newsroom, 'tags', { type: 'TOPIC', name: `Subject ${n}` })).id)
  }
  const endpoints: Endpoint[] = []
  for (const poison of [...poisons, null]) endpoints.push(await makeEndpoint(newsroom, poison, []))
  for (let n = 0; n < goodOnes - 1; n++) {
    endpoints.push(await makeEndpoint(newsroom, null, tagIds.slice(n * tagsOfEach, (n + 1) * tagsOfEach)))
  }
  return { endpoints, tagIds }
}

async function makeEndpoint(newsroom: Newsroom, poison: Poison | null, tagIds: string[]): Promise<Endpoint> {
  const receiver = await newReceiver(poison)
  const input = { name: poison ?? 'good', url: receiver.url, events: ['tag.updated'], tagIds }
  const { id, secret = '' } = await post(newsroom, 'webhooks', input)
  receiver.secret = secret
  return { id, poison, receiver, tagIds }
}

async function post({ app, key }: Newsroom, path: string, payload: object): Promise<{ id: string; secret?: string }> {
  const headers = { authorization: `Bearer ${key}` }
  const answer = await app.inject({ method: 'POST', url: `/v1/editorial/${path}`, headers, payload })
  if (answer.statusCode !== 201) throw new Error(`POST ${path} answered ${answer.statusCode}: ${answer.body}`)
  return answer.json()
}

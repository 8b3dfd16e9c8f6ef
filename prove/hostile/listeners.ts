import { connect } from 'node:net'
import { WebSocket } from 'ws'
import type { Random } from '../../bench/archive/random.ts'
import type { Bait } from './bait.ts'
import type { Canaries } from './canaries.ts'
import type { PublicHalf } from './public-half.ts'

const streams = 10
const sockets = 10

/** Who listens while editors work. */
export interface Listeners {
  /** Things told so far. */
  count(): number
  /** Hangs up; gives what was told that readers never saw, in words. */
  stop(): string[]
}

const story = `id slug path headline kicker standfirst bodyHtml jsonLd version canonicalUrl corrections { text } bylines { displayName role author { name email } }
  section { name } tags { name aliases description parent { name } } leadMedia { alt caption credit } related { headline url article { slug headline } }
  translations { headline } replaces { slug } replacedBy { slug } source { name } liveBlog { totalPosts latest { posts { title bodyText bylines { displayName } } } }`

/** Opens streams and sockets with all kinds of wishes, hidden tags and ids among them. `url` is that of the service. */
export function listen(
  url: string,
  random: Random,
  bait: Bait,
  canaries: Canaries,
  { liveBlog }: PublicHalf,
): Listeners {
  const faults: string[] = []
  let heard = 0
  const hear = (door: string) => (text: string) => {
    heard += 1
    faults.push(...canaries.neverShownIn(text).map((where) => `${door} tells ${where}\n    ${text.slice(0, 300)}`))
  }
  const closes = [
    ...Array.from({ length: streams }, (_, n) => openStream(url, n ? streamQuery(random, bait) : '', hear('a stream'))),
    ...Array.from({ length: sockets }, (_, n) => {
      const documents = n
        ? [
            `subscription { articlePublished${filterOf(random, bait)} { ${story} } }`,
            `subscription { articleUpdated(id: ${JSON.stringify(bait.id())}) { ${story} } }`,
          ]
        : [
            `subscription { articlePublished { ${story} } }`,
            `subscription { articleUpdated(id: "${liveBlog.id}") { ${story} } }`,
          ]
      const odd = [
        `{ preview(token: ${JSON.stringify(bait.token())}) { ${story} } }`,
        `{ article(id: ${JSON.stringify(bait.id())}) { ${story} } }`,
      ]
      return openSocket(url, [...documents, ...odd], hear('a socket'))
    }),
  ]
  return {
    count: () => heard,
    stop: () => {
      for (const close of closes) close()
      return faults
    },
  }
}

function streamQuery(random: Random, bait: Bait): string {
  const pairs: Record<string, string> = {
    [random.pick(['tag', 'section', 'author', 'locale'])]: random.pick([`-${bait.slug()}`, bait.slug(), 'en']),
  }
  return `?${new URLSearchParams({ ...pairs, ...(random.chance(0.3) && { since: bait.cursor() }) })}`
}

function filterOf(random: Random, bait: Bait): string {
  return random.chance(0.5)
    ? `(filter: { ${random.pick(['tag', 'section', 'author'])}: ${JSON.stringify(`-${bait.slug()}`)} })`
    : ''
}

function openStream(url: string, query: string, hear: (text: string) => void): () => void {
  const { hostname, port, host } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  socket.on('error', () => undefined)
  socket.write(`GET /v1/stream${query} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  let rest = ''
  socket.on('data', (chunk) => {
    rest += chunk
    // Whole events only: a word may be cut in two by the way that it came.
    const end = rest.lastIndexOf('\n\n')
    if (end < 0) return
    for (const event of rest.slice(0, end).split('\n\n')) hear(event)
    rest = rest.slice(end)
  })
  return () => socket.destroy()
}

function openSocket(url: string, documents: string[], hear: (text: string) => void): () => void {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws')
  socket.on('error', () => undefined)
  socket.once('open', () => socket.send('{"type":"connection_init"}'))
  socket.on('message', (data) => {
    const text = String(data)
    hear(text)
    if (!text.includes('"connection_ack"')) return
    for (const [n, query] of documents.entries())
      socket.send(JSON.stringify({ id: `${n}`, type: 'subscribe', payload: { query } }))
  })
  return () => socket.terminate()
}

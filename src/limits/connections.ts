import type { FastifyInstance, FastifyRequest } from 'fastify'

type IncomingMessage = FastifyRequest['raw']

/** How long clients may take, in ms. */
export interface Patience {
  /** For the head of a request. */
  headersMs: number
  /** For the body of a request; of one that may take long, for any part of it. */
  requestMs: number
  /** Between two looks at who is over; Node's own default is 30 s. */
  checkMs: number
  /** For taking anything of what was sent to them. */
  unreadMs: number
}

/**
 * A story with its markup is 200 kB and takes 15 s at 13 kB/s; a client that needs longer holds a connection that others
 * could have. Numbers: ours; a stock server waits 60 s for a head and for ever for a body.
 */
export const patience: Patience = { headersMs: 10_000, requestMs: 15_000, checkMs: 1_000, unreadMs: 12_000 }

/** Ms that a connection may wait for its next request: longer than the 60 s of the usual proxies, which then never meet a closed one. */
const keepAliveMs = 72_000

/** Connections of this process at most: what a thousand front-end servers with twenty each make; further ones are closed at once. */
const mostConnections = 20_000

/** Fastify's settings for these. Node knows one limit for all requests: that for bodies is ours (`closeSlow`), since a film takes longer than a story. */
export function timeoutSettings({ headersMs, checkMs }: Patience) {
  return {
    requestTimeout: 0,
    keepAliveTimeout: keepAliveMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkMs },
  }
}

interface Connection {
  readonly writableLength: number
  readonly bytesWritten: number
  readonly _handle?: { readonly writeQueueSize: number } | null
  readonly bytesRead: number
  destroy(): void
  once(event: 'close', listener: () => void): void
}

/**
 * How far a client has come with what it was sent: changes when it takes more. Of the chunk that is on its way only the handle knows;
 * Node's own timeouts ask it too (`_onTimeout` in lib/net.js).
 */
function progressOf({ bytesWritten, writableLength, _handle }: Connection): string {
  return `${bytesWritten - writableLength} ${_handle?.writeQueueSize}`
}

/** Since when a client has taken nothing, by the clock of the process, and how far it had come then. */
interface Stall {
  since: number
  progress: string
}

/**
 * Closes connections whose client takes nothing of what it was sent: Node waits for it for ever. A look at all of them every second
 * costs less than a timer for each answer.
 */
export function closeUnread(app: FastifyInstance, { checkMs, unreadMs }: Patience): void {
  /** Each connection; null when there is nothing for it to take. */
  const since = new Map<Connection, Stall | null>()
  app.server.maxConnections = mostConnections
  app.server.on('connection', (connection: Connection) => {
    // One that was given back to HTTP comes again.
    if (since.has(connection)) return
    since.set(connection, null)
    connection.once('close', () => since.delete(connection))
  })
  const look = () => {
    const now = performance.now()
    for (const [connection, stall] of since) {
      const progress = connection.writableLength === 0 ? null : progressOf(connection)
      if (progress === null) since.set(connection, null)
      else if (progress !== stall?.progress) since.set(connection, { since: now, progress })
      else if (now - stall.since >= unreadMs) connection.destroy()
    }
  }
  const timer = setInterval(look, checkMs).unref()
  // Browsers and load balancers open connections that they may never use: nothing is cut off by ending these.
  app.addHook('preClose', async () => {
    for (const connection of since.keys()) if (connection.bytesRead === 0) connection.destroy()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

/** Ms for a whole body that may take long: a file of 200 MB at 2 Mbit/s. */
const longMs = 900_000

/** A body that has not come to its end. */
interface Coming {
  /** By the clock of the process. */
  until: number
  /** Of one that may take long: what had come, and when. */
  progress: { bytes: number; at: number } | null
}

/** Requests whose body is on its way. */
const coming = new WeakMap<IncomingMessage, Coming>()

/** Closes connections whose client takes too long with a body, with 408 when nothing was answered yet. Register it before what reads bodies. */
export function closeSlow(app: FastifyInstance, { checkMs, requestMs }: Patience): void {
  const open = new Set<IncomingMessage>()
  app.server.on('request', (raw: IncomingMessage) => {
    if (!hasBody(raw)) return
    open.add(raw)
    coming.set(raw, { until: performance.now() + requestMs, progress: null })
  })
  const look = () => {
    const now = performance.now()
    for (const raw of open) {
      const state = coming.get(raw)
      if (raw.complete || raw.destroyed || !state) open.delete(raw)
      else if (isTooSlow(raw, state, now, requestMs)) cutOff(raw)
    }
  }
  const timer = setInterval(look, checkMs).unref()
  app.addHook('onClose', async () => clearInterval(timer))
}

/** Added to a route that takes files, it lets those with a key go on for longer, as long as something comes. */
export async function mayTakeLong({ raw, ctx }: FastifyRequest): Promise<void> {
  const state = coming.get(raw)
  if (!state || ctx.caller.kind === 'anonymous') return
  const now = performance.now()
  Object.assign(state, { until: now + longMs, progress: { bytes: raw.socket.bytesRead, at: now } } satisfies Coming)
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0'
}

function isTooSlow({ socket }: IncomingMessage, state: Coming, now: number, stallMs: number): boolean {
  const { progress, until } = state
  if (progress && socket.bytesRead !== progress.bytes) state.progress = { bytes: socket.bytesRead, at: now }
  else if (progress && now - progress.at >= stallMs) return true
  return now >= until
}

/** The head is what Node itself says of a request that took too long. Nothing is said on a connection whose answer has begun. */
function cutOff({ socket }: IncomingMessage): void {
  if (socket.bytesWritten === 0)
    socket.write('HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  socket.destroySoon()
}

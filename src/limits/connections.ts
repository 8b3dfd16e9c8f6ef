import type { FastifyInstance } from 'fastify'

/** How long clients may take, in ms. */
export interface Patience {
  /** For the head of a request. */
  headersMs: number
  /** For a whole request. */
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

/** Fastify's settings for these. */
export function timeoutSettings({ headersMs, requestMs, checkMs }: Patience) {
  return {
    requestTimeout: requestMs,
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

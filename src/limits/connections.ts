import type { FastifyInstance } from 'fastify'

/** How long clients may take, in ms. */
export interface Patience {
  /** For the head of a request. */
  headersMs: number
  /** For a whole request. */
  requestMs: number
  /** Between two looks at who is over; Node's own default is 30 s. */
  checkMs: number
  /** For taking what was sent to them. */
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
  readonly bytesRead: number
  destroy(): void
  once(event: 'close', listener: () => void): void
}

/**
 * Closes connections whose client does not take what it was sent: Node waits for it for ever. A look at all of them every second
 * costs less than a timer for each answer.
 */
export function closeUnread(app: FastifyInstance, { checkMs, unreadMs }: Patience): void {
  /** Since when each connection has had something to take, by the clock of the process; 0 for none. */
  const since = new Map<Connection, number>()
  app.server.maxConnections = mostConnections
  app.server.on('connection', (connection: Connection) => {
    since.set(connection, 0)
    connection.once('close', () => since.delete(connection))
  })
  const look = () => {
    const now = performance.now()
    for (const [connection, began] of since) {
      if (connection.writableLength === 0) since.set(connection, 0)
      else if (began === 0) since.set(connection, now)
      else if (now - began >= unreadMs) connection.destroy()
    }
  }
  const timer = setInterval(look, checkMs).unref()
  // Browsers and load balancers open connections that they may never use: nothing is cut off by ending these.
  app.addHook('preClose', async () => {
    for (const connection of since.keys()) if (connection.bytesRead === 0) connection.destroy()
  })
  app.addHook('onClose', async () => clearInterval(timer))
}

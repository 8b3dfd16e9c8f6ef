import { type IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** A connection that a client wants to make into a socket, with what it already sent. */
interface Wanted {
  socket: Duplex
  head: Buffer
}

const wanted = new WeakMap<IncomingMessage, Wanted>()

/**
 * Sends requests for a WebSocket through the same hooks as any other request, to a route of its own: one with the constraint
 * `upgrade: 'websocket'`. Elsewhere they answer 404.
 */
export function takeUpgrades(app: FastifyInstance): void {
  app.addConstraintStrategy({
    name: 'upgrade',
    mustMatchWhenDerived: true,
    storage: () => {
      const handlers = new Map<unknown, never>()
      return {
        get: (key) => handlers.get(key) ?? null,
        set: (key, handler) => void handlers.set(key, handler as never),
      }
    },
    deriveConstraint: (request) => (wanted.has(request as IncomingMessage) ? 'websocket' : undefined),
    validate: () => true,
  })
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket') return readAsRequest(app, request, socket, head)
    // Until it is a socket, its errors are nobody's.
    socket.on('error', () => socket.destroy())
    wanted.set(request, { socket, head })
    const response = new ServerResponse(request)
    response.shouldKeepAlive = false
    response.assignSocket(socket as never)
    response.on('finish', () => socket.end())
    app.routing(request, response)
  })
}

/**
 * Takes the connection of such a request, which must be open, from HTTP. What waits for the end of the answer learns of that of the
 * connection.
 */
export function takeConnection(request: FastifyRequest, reply: FastifyReply): Wanted {
  const found = wanted.get(request.raw)
  if (!found) throw new Error('the request is not for a socket')
  reply.hijack()
  reply.raw.detachSocket(found.socket as never)
  found.socket.once('close', () => reply.raw.emit('close'))
  return found
}

/**
 * Clients such as that of Java offer HTTP/2 with every request. A server may pass over that (RFC 9110, section 7.8), but Node hands
 * the connection over, body unread: it is given back without the offer.
 */
function readAsRequest(app: FastifyInstance, request: IncomingMessage, socket: Duplex, head: Buffer): void {
  const { method, url, httpVersion, rawHeaders } = request
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (!/^(upgrade|connection|http2-settings)$/i.test(rawHeaders[i] ?? ''))
      lines.push(`${rawHeaders[i]}: ${rawHeaders[i + 1]}`)
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]))
  app.server.emit('connection', socket)
}

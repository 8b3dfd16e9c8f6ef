import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Connection } from '../streams/readers.ts'
import type { Served } from './http.ts'
import { completeMessage } from './request.ts'
import { answerSocket, type SocketLimits, type SocketReader, watch } from './socket-operations.ts'
import type { Subscriptions } from './subscriptions.ts'
import { takeConnection, takeUpgrades } from './upgrades.ts'

/** A page follows a handful of things; the document limits of HTTP hold besides. */
export const socketLimits: SocketLimits = {
  ...{ initMs: 3_000, pingMs: 15_000 },
  ...{ messageBytes: 65_536, messagesPerSecond: 50, subscriptions: 20 },
}

interface SocketOptions {
  served: Served
  subscriptions: Subscriptions
  limits?: Partial<SocketLimits>
}

/**
 * Serves subscriptions at `/graphql` over the protocol graphql-transport-ws.
 * Source: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
 */
export function addSockets(app: FastifyInstance, { served, subscriptions, limits: given }: SocketOptions): void {
  const limits = { ...socketLimits, ...given }
  const server = new WebSocketServer({
    ...{ noServer: true, clientTracking: false, maxPayload: limits.messageBytes },
    handleProtocols: (protocols) => handleProtocols(protocols),
  })
  takeUpgrades(app)
  app.route({
    method: 'GET',
    url: '/graphql',
    schema: { hide: true },
    exposeHeadRoute: false,
    constraints: { upgrade: 'websocket' },
    handler: (request, reply) => {
      // One who left meanwhile would never be taken out.
      if (request.raw.socket.destroyed) return reply.hijack()
      // Refused like any request when there is no place; the connection is its own from here on.
      let socket: WebSocket | null = null
      const connection: Connection = {
        address: request.ip,
        waiting: () => socket?.bufferedAmount ?? 0,
        end: () => endSocket(socket),
        drop: () => socket?.terminate(),
      }
      const leave = app.readers.join(connection)
      const taken = takeConnection(request, reply)
      taken.socket.once('close', leave)
      server.handleUpgrade(request.raw, taken.socket, taken.head, (opened) => {
        socket = opened
        reply.raw.statusCode = 101
        openSocket(opened, { app, served, subscriptions, limits, request, reply, connection })
      })
      return reply
    },
  })
}

function endSocket(socket: WebSocket | null): void {
  if (!socket) return
  socket.close(1012, 'Service restart')
  // A client that does not answer would keep the service from stopping.
  setTimeout(() => socket.terminate(), 500).unref()
}

interface Scene extends SocketOptions {
  app: FastifyInstance
  limits: SocketLimits
  request: FastifyRequest
  reply: FastifyReply
  connection: Connection
}

/** Everything between the opening of a socket and its end. */
function openSocket(socket: WebSocket, scene: Scene): void {
  const { app, limits, request, connection } = scene
  const reader: SocketReader = {
    ...scene,
    authorization: request.headers.authorization,
    send: (text) => {
      if (socket.readyState !== socket.OPEN) return
      socket.send(text)
      app.readers.check(connection, text.length)
    },
    close: (code, reason) => socket.close(code, reason),
    isOpen: () => socket.readyState === socket.OPEN,
    room: () => whenRead(socket),
    ends: [],
  }
  if (reader.authorization) watch(reader, reader.authorization)
  const ping = keepAlive(socket, limits.pingMs)
  const isTooFast = countMessages(limits.messagesPerSecond)
  const closed = makeServer(answerSocket(reader)).opened(
    {
      protocol: socket.protocol,
      send: async (text) => reader.send(text),
      close: (code, reason) => socket.close(code, reason),
      onMessage: (take) => {
        socket.on('message', (data, isBinary) => {
          if (isTooFast()) return socket.close(1008, `At most ${limits.messagesPerSecond} messages a second`)
          if (isBinary) return socket.close(CloseCode.BadRequest, 'Invalid message received')
          take(completeMessage(String(data))).catch((err) => {
            request.log.error({ err }, 'a socket failed')
            socket.close(CloseCode.InternalServerError, 'Internal server error')
          })
        })
      },
    },
    {},
  )
  socket.on('error', (err) => request.log.info({ err: err.message }, 'a socket broke'))
  socket.once('close', (code, reason) => {
    clearInterval(ping)
    for (const end of reader.ends.splice(0)) end()
    void closed(code, String(reason))
  })
}

function keepAlive(socket: WebSocket, everyMs: number): NodeJS.Timeout {
  let isThere = true
  socket.on('pong', () => {
    isThere = true
  })
  return setInterval(() => {
    if (!isThere) return socket.terminate()
    isThere = false
    socket.ping()
  }, everyMs).unref()
}

/** Tells with each message whether there were too many within this second. */
function countMessages(most: number): () => boolean {
  let [second, count] = [0, 0]
  return () => {
    const now = Math.floor(performance.now() / 1_000)
    count = now === second ? count + 1 : 1
    second = now
    return count > most
  }
}

/** Bytes for one client above which the past waits for it. */
const highWater = 65_536

/** Waits until most of what was sent has been taken, or the socket is closed. */
async function whenRead(socket: WebSocket): Promise<void> {
  while (socket.bufferedAmount > highWater && socket.readyState === socket.OPEN)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

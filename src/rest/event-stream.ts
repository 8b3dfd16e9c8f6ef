import type { FastifyReply } from 'fastify'

/** An answer that goes on: server-sent events. */
export interface EventStream {
  write(chunk: Buffer | string): void
  /** Bytes that the client has not taken. */
  waiting(): number
  /** Waits until the client has taken enough to be sent more, or is gone. */
  room(): Promise<void>
  end(): void
  drop(): void
}

/** Bytes for one client above which the past waits for it. */
const highWater = 65_536

/** Whether the client went away before its answer began: what begins then learns of no end. */
export function isGone({ raw, request }: FastifyReply): boolean {
  return raw.destroyed || request.raw.socket.destroyed
}

/**
 * Begins an answer of server-sent events, for one who is not gone. `onClose` is called once, however it ends. Source: WHATWG HTML,
 * section 9.2.
 */
export function beginEvents(reply: FastifyReply, onClose: () => void): EventStream {
  const { raw } = reply
  reply.hijack()
  // The connection ends with the answer. An answer that waits behind another on the same connection tells nothing of its end.
  reply.request.raw.socket.once('close', onClose)
  // A write to a connection that is just being cut is nobody's error.
  raw.on('error', () => raw.destroy())
  raw.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    // Proxies such as nginx collect answers otherwise.
    'x-accel-buffering': 'no',
    // Nothing else will be asked on this connection, and a stop need not wait for it.
    connection: 'close',
  })
  raw.flushHeaders()
  return {
    write: (chunk) => void raw.write(chunk),
    waiting: () => raw.writableLength,
    room: async () => {
      while (raw.writableLength > highWater && !raw.destroyed) await drained(reply)
    },
    end: () => {
      if (raw.writableLength === 0) raw.end()
      else raw.destroy()
    },
    drop: () => raw.destroy(),
  }
}

function drained({ raw }: FastifyReply): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      raw.off('drain', done)
      raw.off('close', done)
      resolve()
    }
    raw.once('drain', done)
    raw.once('close', done)
  })
}

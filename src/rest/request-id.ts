import type { FastifyRequest } from 'fastify'
import type { Senders } from './proxies.ts'

/** What an id may look like, so that it can stand in a log, a header and a URN as it is. */
const sane = /^[A-Za-z0-9._:-]{8,128}$/

/** The id of a request: that which a trusted proxy gave it in `X-Request-Id`, or a new one. */
export function requestIds({ trustProxy }: Senders, newId: () => string): (raw: FastifyRequest['raw']) => string {
  if (!trustProxy) return newId
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    const isKept = typeof given === 'string' && sane.test(given) && trustProxy(socket.remoteAddress ?? '')
    return isKept ? given : newId()
  }
}

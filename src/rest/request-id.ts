import { inNetworks } from '../limits/networks.ts'

/** What an id may look like, so that it can stand in a log, a header and a URN as it is. */
const sane = /^[A-Za-z0-9._:-]{8,128}$/

interface RawRequest {
  headers: Record<string, string | string[] | undefined>
  socket: { remoteAddress?: string | undefined }
}

/** The id of a request: that which a trusted proxy gave it in `X-Request-Id`, or a new one. */
export function requestIds(trustProxy: readonly string[], newId: () => string): (raw: RawRequest) => string {
  if (trustProxy.length === 0) return newId
  const isTrusted = inNetworks(trustProxy)
  return ({ headers, socket }) => {
    const given = headers['x-request-id']
    const isKept = typeof given === 'string' && sane.test(given) && isTrusted(socket.remoteAddress ?? '')
    return isKept ? given : newId()
  }
}

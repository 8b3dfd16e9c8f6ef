import proxyAddr from '@fastify/proxy-addr'
import type { FastifyRequest } from 'fastify'
import { inNetworks, remembering } from '../limits/networks.ts'

type Raw = FastifyRequest['raw']

/** Who sends a request, as far as proxies are believed that it came through. */
export interface Senders {
  /** Whether this is the address of a proxy that is believed: Fastify's setting of this name. */
  trustProxy: false | ((address: string) => boolean)
  /** Fastify's `request.ip`; empty when the client has gone already. */
  addressOf(raw: Raw): string
  /** Whether Fastify's `request.protocol` is https. */
  isHttps(raw: Raw): boolean
}

/** Addresses of which is remembered whether they are of proxies: a request asks for it several times. */
const mostRemembered = 10_000

/** `trusted`: addresses, or networks such as `10.0.0.0/8`. */
export function sendersBehind(trusted: readonly string[]): Senders {
  if (trusted.length === 0)
    return { trustProxy: false, addressOf: ({ socket }) => socket.remoteAddress ?? '', isHttps: () => false }
  const trustProxy = remembering(inNetworks(trusted), mostRemembered)
  return {
    trustProxy,
    addressOf: (raw) => (raw.socket.remoteAddress === undefined ? '' : (proxyAddr.all(raw, trustProxy).at(-1) ?? '')),
    isHttps: ({ headers, socket }) => {
      const told = headers['x-forwarded-proto']
      if (told === undefined || !trustProxy(socket.remoteAddress ?? '')) return false
      return String(told).split(',').at(-1)?.trim() === 'https'
    },
  }
}

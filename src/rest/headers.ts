import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Senders } from './proxies.ts'

/**
 * Headers of every answer, by the id of its request. Data needs few: nothing of it is shown as a page, so that rules for pages would be bytes for nobody.
 * `nosniff` keeps a browser from taking it for one, and pages of any site may load what is public.
 */
export function commonHeaders(id: string, isHttps: boolean): Record<string, string> {
  const headers: Record<string, string> = {
    'x-request-id': id,
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'cross-origin',
  }
  // A browser heeds it over https only, and then it holds for this host: whoever serves it so wants it.
  if (isHttps) headers['strict-transport-security'] = 'max-age=31536000'
  return headers
}

/** Sets these for every answer. */
export function addHeaders(app: FastifyInstance, { isHttps }: Senders): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(commonHeaders(request.id, isHttps(request.raw)))
    done()
  })
}

/** Headers of the pages of this scope. `contentSecurityPolicy`: their own rule by directives, or false when they send it themselves. */
export async function addPageHeaders(
  scope: FastifyInstance,
  contentSecurityPolicy: false | Record<string, string[]>,
): Promise<void> {
  await scope.register(helmet, {
    contentSecurityPolicy: contentSecurityPolicy && { useDefaults: false, directives: contentSecurityPolicy },
    // Set above, by the protocol of the request.
    strictTransportSecurity: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
  })
}

import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

/**
 * Headers of every answer. Data needs few: nothing of it is shown as a page, so that rules for pages would be bytes for nobody.
 * `nosniff` keeps a browser from taking it for one, and pages of any site may load what is public.
 */
export function addHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id)
    reply.header('x-content-type-options', 'nosniff')
    reply.header('cross-origin-resource-policy', 'cross-origin')
    // A browser heeds it over https only, and then it holds for this host: whoever serves it so wants it.
    if (request.protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
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

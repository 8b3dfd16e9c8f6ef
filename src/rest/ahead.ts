import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Answers a request before Fastify sees it; false when it does not, and has done nothing. */
export type Ahead = (raw: FastifyRequest['raw'], response: FastifyReply['raw']) => boolean

/**
 * Puts this in front of Fastify, for requests of which so many come that its path is most of what they cost. It is asked for those that
 * come in by the network and, when the service closes, no more. Register it before whatever listens to requests.
 * @throws when it is not the first.
 */
export function answerAhead(app: FastifyInstance, answer: Ahead): void {
  const [handle, ...others] = app.server.listeners('request') as ((...of: Parameters<Ahead>) => void)[]
  if (!handle || others.length > 0) throw new Error('somebody listens to requests already, beside Fastify')
  let isClosing = false
  app.server.removeAllListeners('request')
  app.server.on('request', (raw, response) => {
    if (isClosing || !answer(raw, response)) handle(raw, response)
  })
  app.addHook('preClose', async () => {
    isClosing = true
  })
}

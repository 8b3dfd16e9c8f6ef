import type { FastifyInstance } from 'fastify'

/** Work that may wait while others are answered. */
export type Aside = (work: () => void) => void

/**
 * Ms of such work after which it is looked for what came in meanwhile: what a reader waits for at most, where all that is ready was
 * done before who came last.
 */
const mostMs = 1

/** Does work aside, in its order, between the rounds in which requests are read; all of it before the service closes. */
export function workAside(app: FastifyInstance): Aside {
  const waiting: (() => void)[] = []
  const workUntil = (end: number) => {
    let done = 0
    try {
      while (done < waiting.length && performance.now() < end) waiting[done++]?.()
    } finally {
      waiting.splice(0, done)
    }
  }
  const round = () => {
    workUntil(performance.now() + mostMs)
    if (waiting.length > 0) setImmediate(round)
  }
  app.addHook('preClose', async () => workUntil(Number.POSITIVE_INFINITY))
  return (work) => {
    if (waiting.push(work) === 1) setImmediate(round)
  }
}

import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { Keeping } from '../cache/keeping.ts'
import type { PoolCounts } from '../limits/watch.ts'
import { editorial } from '../rest/operation.ts'
import { newsroomFacts } from './editorial.ts'
import { type AppMetrics, makeAppMetrics, measureApp, metricsType, writeMetrics } from './registry.ts'

const documented = editorial({
  id: 'getMetrics',
  group: 'Health',
  summary: 'Numbers of this process and of the work of the newsroom, in the text format of Prometheus',
  answer: null,
})

/** What the OpenAPI document says of it. */
const getMetrics = {
  schema: {
    ...documented.schema,
    response: {
      ...(documented.schema.response as object),
      200: { description: 'One line for each number.', content: { 'text/plain': { schema: Type.String() } } },
    },
  },
}

/** Measures what this app does. Register it before any other hook. */
export function addMetrics(
  app: FastifyInstance,
  { pool = null, keeping }: { pool?: PoolCounts | null; keeping: Keeping },
): void {
  const metrics = makeAppMetrics()
  app.decorate('metrics', metrics)
  app.decorate('measure', (measure) => void metrics.measures.push(measure))
  timeAnswers(app, metrics)
  measureCache(app, keeping)
  app.addHook('onReady', async () => measureApp(app, pool))
}

export function metricsRoutes(app: FastifyInstance): void {
  app.get('/metrics', getMetrics, async (request, reply) => {
    const facts = await newsroomFacts(request.ctx)
    reply.header('cache-control', 'no-store').type(metricsType).serializer(String)
    return writeMetrics(app.metrics, facts)
  })
}

/** Of a client that went away before its answer there is no time, and it is no longer in flight. */
function timeAnswers(app: FastifyInstance, metrics: AppMetrics): void {
  const ended = () => {
    metrics.inFlight -= 1
  }
  app.addHook('onRequest', (_request, reply, done) => {
    metrics.inFlight += 1
    reply.raw.once('close', ended)
    done()
  })
  app.addHook('onResponse', ({ method, routeOptions }, reply, done) => {
    // A stream is open for as long as its reader likes.
    if (!String(reply.getHeader('content-type')).startsWith('text/event-stream'))
      metrics.timings.add(method, routeOptions.url ?? 'none', reply.raw.statusCode, reply.elapsedTime / 1_000)
    done()
  })
}

function measureCache(app: FastifyInstance, keeping: Keeping): void {
  const add = (
    name: string,
    type: 'counter' | 'gauge',
    help: string,
    of: 'hits' | 'misses' | 'drops' | 'answers' | 'bytes',
  ) => app.measure({ name: `dateline_cache_${name}`, help, type, read: () => keeping.stats()?.[of] ?? 0 })
  add('hits_total', 'counter', 'Answers from memory.', 'hits')
  add('misses_total', 'counter', 'Answers that were not in memory.', 'misses')
  add('drops_total', 'counter', 'Answers dropped because something changed.', 'drops')
  add('answers', 'gauge', 'Answers in memory.', 'answers')
  add('bytes', 'gauge', 'Memory that they take.', 'bytes')
}

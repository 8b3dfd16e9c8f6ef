import type { FastifyInstance } from 'fastify'
import { collectDefaultMetrics, type Metric, Registry } from 'prom-client'
import type { NewsroomFacts } from './editorial.ts'
import { limits, makeTimings, type Timings } from './timings.ts'

/** A number to be read when somebody asks. */
export interface Measure {
  /** In the words of Prometheus: `dateline_cache_hits_total`. */
  name: string
  help: string
  /** `counter`: only ever grows. */
  type: 'gauge' | 'counter'
  /** One number, or one for each value of a label. */
  read(): number | { label: string; values: Record<string, number> }
}

declare module 'fastify' {
  interface FastifyInstance {
    metrics: AppMetrics
    /** Adds a number to `/metrics`. */
    measure(measure: Measure): void
  }
}

/** What one app measures of itself. */
export interface AppMetrics {
  timings: Timings
  inFlight: number
  measures: Measure[]
}

export function makeAppMetrics(): AppMetrics {
  return { timings: makeTimings(), inFlight: 0, measures: [] }
}

let shared: Registry | null = null

/** Memory, CPU, garbage and event loop are the process's, however many apps are in it: what watches them cannot be ended. */
function processRegistry(): Registry {
  if (!shared) {
    shared = new Registry()
    collectDefaultMetrics({ register: shared })
  }
  return shared
}

/** All of it in the text format of Prometheus. `facts`: null when the database does not answer. */
export async function writeMetrics({ timings, inFlight, measures }: AppMetrics, facts: NewsroomFacts | null) {
  const own = new Registry()
  add(own, histogramOf(timings))
  for (const measure of [...ofRequests(inFlight), ...measures, ...ofNewsroom(facts)]) add(own, metricOf(measure))
  return `${await own.metrics()}\n${await processRegistry().metrics()}`
}

/** Content type of that text. */
export const metricsType = Registry.PROMETHEUS_CONTENT_TYPE

interface Collected {
  name: string
  help: string
  type: string
  aggregator: string
  values: { metricName?: string; labels: Record<string, string | number>; value: number }[]
}

/** A registry asks its metrics for their values by `get`, and for nothing else. */
function add(registry: Registry, collected: Collected): void {
  registry.registerMetric({ name: collected.name, get: async () => collected } as unknown as Metric)
}

function histogramOf(timings: Timings): Collected {
  const name = 'dateline_http_request_duration_seconds'
  const values = [...timings.all()].flatMap(({ method, route, status, buckets, sumSeconds }) => {
    const labels = { method, route, status }
    let count = 0
    const counted = buckets.map((each, i) => {
      count += each
      return { metricName: `${name}_bucket`, labels: { ...labels, le: limits[i] ?? '+Inf' }, value: count }
    })
    return [
      ...counted,
      { metricName: `${name}_sum`, labels, value: sumSeconds },
      { metricName: `${name}_count`, labels, value: count },
    ]
  })
  return { name, help: 'How long answers took, by route.', type: 'histogram', aggregator: 'sum', values }
}

function metricOf({ name, help, type, read }: Measure): Collected {
  const told = read()
  const values =
    typeof told === 'number'
      ? [{ labels: {}, value: told }]
      : Object.entries(told.values).map(([word, value]) => ({ labels: { [told.label]: word }, value }))
  return { name, help, type, aggregator: 'sum', values }
}

function ofRequests(inFlight: number): Measure[] {
  const help = 'Requests that are being answered.'
  return [{ name: 'dateline_http_requests_in_flight', help, type: 'gauge', read: () => inFlight }]
}

function ofNewsroom(facts: NewsroomFacts | null): Measure[] {
  const gauge = (name: string, help: string, value: number): Measure => ({
    ...{ name: `dateline_${name}`, help, type: 'gauge' },
    read: () => value,
  })
  return [
    gauge('database_up', 'Whether the database answers.', facts ? 1 : 0),
    ...(facts
      ? [
          gauge('journal_number', 'Number of the newest entry of the journal.', facts.journalNumber),
          gauge('webhook_deliveries_due', 'Deliveries that are due, 10000 at most.', facts.deliveriesDue),
          gauge('webhook_oldest_due_seconds', 'How long the oldest of them has waited.', facts.oldestDeliverySeconds),
          gauge('schedules_overdue', 'Schedules that are due, 10000 at most.', facts.schedulesOverdue),
          gauge('schedule_lag_seconds', 'How long the oldest of them has waited.', facts.oldestScheduleSeconds),
        ]
      : []),
  ]
}

/** What the app as a whole knows of its parts. */
export function measureApp(app: FastifyInstance, pool: PoolCounts | null): void {
  app.measure({
    ...{ name: 'dateline_refused_total', help: 'Requests over a limit, or turned away when behind.', type: 'counter' },
    read: () => ({ label: 'reason', values: { ...app.limits.refused() } }),
  })
  if (!pool) return
  app.measure({
    ...{ name: 'dateline_database_connections', help: 'Connections of this process.', type: 'gauge' },
    read: () => ({
      label: 'state',
      values: { idle: pool.idleCount, busy: pool.totalCount - pool.idleCount },
    }),
  })
  app.measure({
    ...{ name: 'dateline_database_waiting', help: 'Statements that wait for a connection.', type: 'gauge' },
    read: () => pool.waitingCount,
  })
}

interface PoolCounts {
  readonly totalCount: number
  readonly idleCount: number
  readonly waitingCount: number
}

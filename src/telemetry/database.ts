import type { Span } from '@opentelemetry/api'
import { bound, endFailed, type Tracing } from './tracing.ts'

type Callback = (error: unknown, ...rest: unknown[]) => void
type Query = (...args: unknown[]) => unknown

interface Client {
  query: Query
}

/** What is touched of a pool of node-postgres. */
export interface TracedPool {
  on(event: 'acquire', listener: (client: Client) => void): unknown
  connect: (...args: never[]) => unknown
}

/**
 * A span for every statement within a request (one that Prisma makes of several requests' lookups is of the first of them): its SQL, whose values are never in it. Each connection is changed once, when
 * somebody first has it.
 */
export function traceDatabase(pool: TracedPool, tracing: Tracing): void {
  const connect = pool.connect.bind(pool) as (callback?: Callback) => unknown
  // A connection that was waited for is handed over in the midst of what somebody else does.
  pool.connect = ((callback?: Callback) => (callback ? connect(bound(callback)) : connect())) as TracedPool['connect']
  const known = new WeakSet<Client>()
  pool.on('acquire', (client) => {
    if (known.has(client)) return
    known.add(client)
    const query = client.query.bind(client) as Query
    client.query = (...args) => (tracing.isUnderWay() ? tracedQuery(tracing, query, args) : query(...args))
  })
}

function tracedQuery(tracing: Tracing, query: Query, args: unknown[]): unknown {
  const sql = sqlOf(args[0])
  const attributes = { 'db.system.name': 'postgresql', 'db.query.text': sql }
  const span = tracing.begin(/^\s*(\w+)/.exec(sql)?.[1]?.toUpperCase() ?? 'SQL', 'CLIENT', attributes)
  const callback = args.at(-1)
  if (typeof callback === 'function') return query(...args.slice(0, -1), endBefore(span, callback as Callback))
  const answer = query(...args)
  if (answer instanceof Promise) answer.then(() => span.end()).catch((error: unknown) => endFailed(span, error))
  else span.end()
  return answer
}

function endBefore(span: Span, callback: Callback): Callback {
  return bound((error: unknown, ...rest: unknown[]) => {
    if (error) endFailed(span, error)
    else span.end()
    callback(error, ...rest)
  })
}

function sqlOf(asked: unknown): string {
  if (typeof asked === 'string') return asked
  return String((asked as { text?: unknown } | null)?.text ?? '')
}

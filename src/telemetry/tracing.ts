import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks'
import type { Attributes, Span } from '@opentelemetry/api'

/** Spans of what this process does, sent to a collector of OpenTelemetry. */
export interface Tracing {
  /** A span within the one that is under way here, or within `parent`, the `traceparent` that came with a request. */
  begin(name: string, kind: SpanKindName, attributes: Attributes, parent?: string): Span
  /** Runs this within a span, so that what begins in it belongs to it. */
  within<T>(span: Span, work: () => T): T
  /** Whether a span is under way here. */
  isUnderWay(): boolean
  /** Sends what is left. */
  stop(): Promise<void>
}

export type SpanKindName = 'SERVER' | 'CLIENT' | 'INTERNAL'

interface TracingOptions {
  /** Where the collector listens, such as `http://localhost:4318`. */
  endpoint: string
  service: string
  version: string
}

/** Source: https://www.w3.org/TR/trace-context-2/#traceparent-header, version 00. */
const traceparent = /^00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})$/

/** Ms for which the end of the process waits for the collector. */
const mostStopMs = 3_000

/**
 * Begins to send spans. The packages are loaded only now, for a service that has no collector does not need them. The operator names
 * the collector, so it is not asked by the guarded client, which is for addresses that others name.
 */
export async function startTracing({ endpoint, service, version }: TracingOptions): Promise<Tracing> {
  const { ROOT_CONTEXT, SpanKind, trace } = await import('@opentelemetry/api')
  const { BasicTracerProvider, BatchSpanProcessor } = await import('@opentelemetry/sdk-trace-base')
  const { OTLPTraceExporter } = await import('@opentelemetry/exporter-trace-otlp-http')
  const { resourceFromAttributes } = await import('@opentelemetry/resources')
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, timeoutMillis: mostStopMs })
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': service, 'service.version': version }),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  })
  const tracer = provider.getTracer('dateline', version)
  const here = new AsyncLocalStorage<Span>()
  const contextOf = (parent: string | undefined) => {
    const [, traceId, spanId, flags] = (parent && traceparent.exec(parent)) || []
    if (traceId && spanId && flags)
      return trace.setSpanContext(ROOT_CONTEXT, {
        traceId,
        spanId,
        traceFlags: Number.parseInt(flags, 16),
        isRemote: true,
      })
    const span = here.getStore()
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT
  }
  return {
    begin: (name, kind, attributes, parent) =>
      tracer.startSpan(name, { kind: SpanKind[kind], attributes }, contextOf(parent)),
    within: (span, work) => here.run(span, work),
    isUnderWay: () => here.getStore() !== undefined,
    stop: () => provider.shutdown().catch(() => undefined),
  }
}

/** What another service needs to go on with a span: the `traceparent` to send. */
export function traceparentOf(span: Span): string {
  const { traceId, spanId, traceFlags } = span.spanContext()
  return `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`
}

/** Ends a span that failed. 2 is ERROR in the protocol; its words may hold what was sent, so only the kind of the error is told. */
export function endFailed(span: Span, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error)
  span.setStatus({ code: 2 })
  span.end()
}

/** Keeps the place of a callback, also when it is called by somebody else's work. */
export const bound = <F extends (...args: never[]) => unknown>(callback: F): F =>
  AsyncResource.bind(callback as unknown as (...args: unknown[]) => unknown) as unknown as F

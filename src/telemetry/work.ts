import type { Outbound, OutboundRequest } from '../core/outbound.ts'
import type { Job } from '../jobs/worker.ts'
import { parseUrl } from '../lib/url.ts'
import { endFailed, type Tracing, traceparentOf } from './tracing.ts'

/** Ms from which a run of a job is worth a span, though it found nothing more to do: they run four times a second. */
const notableMs = 100

/** The same jobs, with a span for each run that did something, took its time or failed. */
export function tracedJobs(jobs: Job[], tracing: Tracing): Job[] {
  return jobs.map((job) => ({
    ...job,
    run: async (ctx, signal, tell) => {
      const began = performance.now()
      const span = tracing.begin(job.name, 'INTERNAL', {})
      try {
        const isMore = await job.run(ctx, signal, tell)
        // A span that is not ended is not sent.
        if (isMore || performance.now() - began > notableMs) span.end()
        return isMore
      } catch (error) {
        endFailed(span, error)
        throw error
      }
    },
  }))
}

/** The same client, with a span for each request, which the other side is told of by `traceparent`. Of the address only the host is told. */
export function tracedOutbound(outbound: Outbound, tracing: Tracing): Outbound {
  const traced =
    <T extends { status: number }>(ask: (url: string, options?: OutboundRequest) => Promise<T>) =>
    async (url: string, options: OutboundRequest = {}): Promise<T> => {
      const method = options.method ?? 'GET'
      const attributes = { 'http.request.method': method, 'server.address': hostOf(url) }
      const span = tracing.begin(method, 'CLIENT', attributes)
      try {
        const headers = { ...options.headers, traceparent: traceparentOf(span) }
        const answer = await ask(url, { ...options, headers })
        span.setAttribute('http.response.status_code', answer.status)
        span.end()
        return answer
      } catch (error) {
        endFailed(span, error)
        throw error
      }
    }
  return { ...outbound, request: traced(outbound.request), open: traced(outbound.open) }
}

function hostOf(url: string): string {
  return parseUrl(url)?.host ?? ''
}

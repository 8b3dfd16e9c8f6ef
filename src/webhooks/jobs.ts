import type { Job } from '../jobs/worker.ts'
import { type DeliveryLimits, deliverDue } from './deliver.ts'
import { dispatchEvents } from './dispatch.ts'
import { pruneDeliveries } from './prune.ts'

/** Standard Webhooks 1.0.0 asks for 15 to 30 s; failing endpoints together have a quarter of the places. */
const limits: DeliveryLimits = { timeoutMs: 15_000, atOnce: { all: 64, failing: 16 }, lookEveryMs: 200 }

/** Sends what is due; tests shorten the limits. */
export function deliverJob(own: Partial<DeliveryLimits> = {}): Job {
  return {
    name: 'webhooks-deliver',
    everyMs: 250,
    run: async (ctx, signal) => {
      await deliverDue(ctx, signal, { ...limits, ...own })
      return false
    },
  }
}

export const webhookJobs: Job[] = [
  { name: 'webhooks-dispatch', everyMs: 250, run: dispatchEvents },
  deliverJob(),
  { name: 'webhooks-prune', everyMs: 3_600_000, run: pruneDeliveries },
]

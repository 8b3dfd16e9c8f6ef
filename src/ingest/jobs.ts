import type { Job } from '../jobs/worker.ts'
import { claimSource, pollSource } from './poll.ts'

/** Polls the sources that are due, one after the other. */
export const ingestJob: Job = {
  name: 'ingest',
  everyMs: 1_000,
  run: async (ctx, signal, tell) => {
    const source = await claimSource(ctx)
    if (!source) return false
    await pollSource(ctx, source, signal, tell)
    return true
  },
}

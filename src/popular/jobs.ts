import type { Job } from '../jobs/worker.ts'
import { rollViews } from './buckets.ts'
import { rankWhenDue } from './ranking.ts'

/** Ranks stories. */
const rankJob: Job = {
  name: 'rank-stories',
  everyMs: 5_000,
  run: async (ctx) => {
    await rankWhenDue(ctx)
    return false
  },
}

/** Rolls up what was counted, and forgets what is old. Several processes may do so: one finds what the other left. */
const rollJob: Job = {
  name: 'roll-views',
  everyMs: 60_000,
  run: async (ctx) => {
    await rollViews(ctx)
    return false
  },
}

export const popularJobs = [rankJob, rollJob]

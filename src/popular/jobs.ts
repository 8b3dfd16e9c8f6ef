import type { Job } from '../jobs/worker.ts'
import { rollViews } from './buckets.ts'
import { type RankingGroup, rankingGroups, rankWhenDue } from './ranking.ts'

/** Ranks stories in some windows. */
const rankJob = (name: string, group: RankingGroup): Job => ({
  name,
  everyMs: 5_000,
  run: async (ctx) => {
    await rankWhenDue(ctx, group)
    return false
  },
})

/** Rolls up what was counted, and forgets what is old. Several processes may do so: one finds what the other left. */
const rollJob: Job = {
  name: 'roll-views',
  everyMs: 60_000,
  run: async (ctx) => {
    await rollViews(ctx)
    return false
  },
}

export const popularJobs = [
  rankJob('rank-stories', rankingGroups.short),
  rankJob('rank-stories-long', rankingGroups.long),
  rollJob,
]

import type { Job } from '../jobs/worker.ts'
import { pingHub } from './hub-pings.ts'
import { noteChangedFeeds } from './hub-topics.ts'

/** Tells the WebSub hub which feeds have news; nothing without a hub. */
export const hubJobs: Job[] = [
  {
    name: 'websub-note',
    everyMs: 1_000,
    run: async (ctx) => (ctx.site.hubUrl ? noteChangedFeeds(ctx) : false),
  },
  {
    name: 'websub-ping',
    everyMs: 1_000,
    run: async (ctx, signal) => (ctx.site.hubUrl ? pingHub(ctx, ctx.site.hubUrl, signal) : false),
  },
]

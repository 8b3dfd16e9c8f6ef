import type { Job } from '../jobs/worker.ts'

/** Links that ended this long ago are forgotten, so that the table does not grow for ever; what happened stays in the journal. */
const keptMs = 30 * 24 * 60 * 60 * 1_000

/** Removes links that nobody can use any more. */
export const forgetPreviews: Job = {
  name: 'forget-previews',
  everyMs: 60 * 60 * 1_000,
  run: async (ctx) => {
    const before = new Date((await ctx.databaseNow(ctx.db)).getTime() - keptMs)
    await ctx.db.previewToken.deleteMany({ where: { expiresAt: { lt: before } } })
    return false
  },
}

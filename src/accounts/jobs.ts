import type { Job } from '../jobs/worker.ts'

const day = 86_400_000

/** Days after its end for which a session stays listed; its address counts as the owner's for as long. */
const keptSessionDays = 30

/** Forgets tries to sign in after a day, and sessions a month after they expired. Several processes may run it at once. */
export const forgetLoginAttempts: Job = {
  name: 'forget-login-attempts',
  everyMs: 3_600_000,
  run: async (ctx) => {
    const now = await ctx.databaseNow(ctx.db)
    const before = (days: number) => new Date(now.getTime() - days * day)
    await ctx.db.loginAttempt.deleteMany({ where: { at: { lt: before(1) } } })
    await ctx.db.session.deleteMany({ where: { expiresAt: { lt: before(keptSessionDays) } } })
    return false
  },
}

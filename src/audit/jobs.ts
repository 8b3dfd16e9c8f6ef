import { answerKeptMs } from '../core/idempotency.ts'
import type { Job } from '../jobs/worker.ts'

/** Answers deleted at a time. */
const batchSize = 1_000

/** Forgets the answers of requests with an `Idempotency-Key` when their day is over. Until it comes to them they count as gone too. */
export const forgetAnswers: Job = {
  name: 'forget-answers',
  everyMs: 10 * 60_000,
  run: async ({ db, databaseNow }) => {
    const expiredAt = new Date((await databaseNow(db)).getTime() - answerKeptMs)
    const deleted = await db.$executeRaw`
      DELETE FROM idempotency_record WHERE (hash, step) IN (
        SELECT hash, step FROM idempotency_record WHERE "createdAt" <= ${expiredAt} ORDER BY "createdAt" LIMIT ${batchSize}
        FOR UPDATE SKIP LOCKED)`
    return deleted === batchSize
  },
}

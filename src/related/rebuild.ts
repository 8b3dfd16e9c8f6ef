import { setTimeout as wait } from 'node:timers/promises'
import type { Ctx } from '../core/ctx.ts'
import { archivePriority } from './due.ts'
import { doDue } from './jobs.ts'

/** How far a rebuild has come. Each story has three steps: counted, weighed, given its list. */
export interface Rebuilding {
  steps: number
  done: number
}

const stages = 3

/** How much is left is counted after each batch when it is no more than this, and else once in so many ms. */
const quicklyCounted = 2_000
const countedEveryMs = 1_000

/** Ms to wait where other workers have all that is left. */
const othersAtWorkMs = 200

/**
 * Makes the suggestions of all live stories anew, in batches, beside whatever else happens. What is still to be done is in the database: after
 * a kill the next rebuild goes on with it, unless it `isAnew`. Workers of the service help. `tell` is told after each batch, of a large archive once a second. Gives how many
 * stories failed, and were set aside.
 */
export async function rebuildRelated(
  ctx: Ctx,
  isAnew: boolean,
  tell: (progress: Rebuilding) => void,
  onError: (error: unknown) => void,
): Promise<{ stories: number; isContinued: boolean; failed: number }> {
  const before = await leftOf(ctx)
  const isContinued = before.stories > 0 && !isAnew
  if (!isContinued) await makeAllDue(ctx)
  const begun = isContinued ? before : await leftOf(ctx)
  let failed = 0
  let countAgainAt = 0
  for (;;) {
    if (performance.now() >= countAgainAt) {
      const left = await leftOf(ctx)
      tell({ steps: begun.steps, done: Math.max(begun.steps - left.steps, 0) })
      if (left.stories === 0) return { stories: begun.stories, isContinued, failed }
      countAgainAt = left.stories > quicklyCounted ? performance.now() + countedEveryMs : 0
    }
    const did = await doDue(ctx, (error) => {
      failed++
      onError(error)
    })
    if (did > 0) continue
    countAgainAt = 0
    await wait(othersAtWorkMs)
  }
}

async function makeAllDue({ db }: Ctx): Promise<void> {
  await db.$executeRaw`
    INSERT INTO related_due ("articleId", priority, stage)
    SELECT id, ${archivePriority}::smallint, 0 FROM published_article ORDER BY id
    ON CONFLICT ("articleId") DO UPDATE SET priority = least(related_due.priority, excluded.priority), stage = 0`
}

/** Steps that are left of what is made anew. */
async function leftOf({ db }: Ctx): Promise<{ stories: number; steps: number }> {
  const [row] = await db.$queryRaw<{ stories: number; steps: number }[]>`
    SELECT count(*)::int AS stories, coalesce(sum(${stages}::int - stage), 0)::int AS steps FROM related_due
    WHERE priority = ${archivePriority}::smallint`
  return row ?? { stories: 0, steps: 0 }
}

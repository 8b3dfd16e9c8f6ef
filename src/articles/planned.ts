import type { Ctx, Transaction } from '../core/ctx.ts'

// What schedules still have to do with a story, seen by verbs on it. All under the lock of the story.

/**
 * What was planned to show this revision or an older one is done with, unless a withdrawal is planned before it: then it is
 * the way back.
 */
export async function endSchedulesOf(ctx: Ctx, tx: Transaction, articleId: string, number: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE schedule SET status = 'CANCELLED', "changedAt" = ${ctx.now}, version = version + 1
    WHERE "articleId" = ${articleId}::uuid AND status = 'PENDING' AND action = 'PUBLISH' AND "revisionNumber" <= ${number}::int
      AND NOT EXISTS (SELECT 1 FROM schedule down WHERE down."articleId" = schedule."articleId"
        AND down.status = 'PENDING' AND down.action = 'WITHDRAW' AND down.at <= schedule.at)`
}

/** Calls off everything that is planned. Gives how many schedules that were. */
export async function cancelSchedules(ctx: Ctx, tx: Transaction, articleId: string): Promise<number> {
  const { count } = await tx.schedule.updateMany({
    where: { articleId, status: 'PENDING' },
    data: { status: 'CANCELLED', changedAt: ctx.now, version: { increment: 1 } },
  })
  return count
}

/** Publications that are planned before an instant (null: at any time), the first one first. */
export async function publicationsBefore(tx: Transaction, articleId: string, end: Date | null) {
  return tx.schedule.findMany({
    where: { articleId, status: 'PENDING', action: 'PUBLISH', ...(end && { at: { lt: end } }) },
    select: { id: true, at: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
}

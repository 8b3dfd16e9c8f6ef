import { actorOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'

/** Plans the publication of new stories, which were saved as SCHEDULED: the rows and events that `scheduleArticle` makes. */
export async function scheduleStories(ctx: Ctx, tx: Transaction, stories: { id: string; at: Date }[]): Promise<void> {
  if (stories.length === 0) return
  const rows = stories.map(({ id: articleId, at }) => ({ id: ctx.newId(), articleId, at }))
  const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), changedAt: ctx.now }
  await tx.schedule.createMany({ data: rows.map((row) => ({ ...row, action: 'PUBLISH', revisionNumber: 1, ...made })) })
  for (const { id: scheduleId, articleId, at } of rows)
    await recordEvent(ctx, tx, {
      ...{ type: 'article.scheduled', subjectId: articleId, version: 1 },
      data: { scheduleId, action: 'PUBLISH', at: at.getTime(), revision: 1 },
    })
}

import type { ArticleDraft } from '../articles/article-draft.ts'
import { principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'

/** Autosaves of one editor that follow each other within this time are one revision. */
const foldSeconds = 300

/**
 * Takes away the revision that was the newest one before an autosave, when that was an autosave too: by the same user or key,
 * at most 5 minutes ago by the database's clock, with nothing done to the story since, and named by no schedule and no
 * preview. What was approved, submitted or ever shown to readers therefore stays. Its number is not given again.
 * Gives whether there was one to take away.
 */
export async function foldAutosave(ctx: Ctx, tx: Transaction, before: ArticleDraft): Promise<boolean> {
  const { id, version, liveVersion, approvedVersion } = before
  const savedById = principalOf(ctx.caller)
  if (savedById === null || version === liveVersion || version === approvedVersion) return false
  const since = new Date((await ctx.databaseNow(tx)).getTime() - foldSeconds * 1_000)
  const deleted = await tx.$executeRaw`
    DELETE FROM revision
    WHERE "articleId" = ${id}::uuid AND number = ${version} AND "isAutosave"
      AND "createdById" = ${savedById}::uuid AND "createdAt" >= ${since}::timestamptz
      AND (SELECT type FROM journal_entry WHERE "subjectId" = ${id}::uuid ORDER BY sequence DESC LIMIT 1) = 'article.revised'
      AND NOT EXISTS (SELECT FROM schedule WHERE "articleId" = ${id}::uuid AND "revisionNumber" = ${version})
      AND NOT EXISTS (SELECT FROM preview_token WHERE "articleId" = ${id}::uuid AND "revisionNumber" = ${version})`
  return deleted > 0
}

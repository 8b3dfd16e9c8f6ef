import type { Ctx } from '../core/ctx.ts'
import { holdLock } from '../core/writes.ts'
import { dropFromLists } from './counting.ts'
import { listsLock, tellOfLists } from './giving.ts'

/** Stories that are taken from lists in one transaction. */
const atOnce = 200

/**
 * Takes stories with an excluded tag from the lists on which they are still: the setting is new, or a tag was merged into an excluded one.
 * True when there may be more.
 */
export async function dropExcludedTags(ctx: Ctx): Promise<boolean> {
  const slugs = ctx.site.relatedExcludedTags ?? []
  if (slugs.length === 0) return false
  const rows = await ctx.db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT p."articleId"::text AS id FROM tag_slug s JOIN published_tag p USING ("tagId")
    JOIN related_story r ON r."targetId" = p."articleId" AND r.kind = 'SUGGESTED'
    WHERE s.slug = ANY(${slugs}::text[]) LIMIT ${atOnce}`
  if (rows.length === 0) return false
  await ctx.tx(async (tx) => {
    await holdLock(tx, listsLock)
    const ids = rows.map(({ id }) => id)
    await tellOfLists(ctx, tx, await dropFromLists(tx, ids))
  })
  return rows.length === atOnce
}

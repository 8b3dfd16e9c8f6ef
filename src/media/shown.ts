import type { Transaction } from '../core/ctx.ts'

/** Whether readers see it: in a live story, on a front, or beside a public author. */
export async function isShown(tx: Transaction, id: string): Promise<boolean> {
  const [shown] = await tx.$queryRaw<{ isShown: boolean }[]>`
    SELECT EXISTS (SELECT FROM published_media WHERE "mediaId" = ${id}::uuid)
      OR EXISTS (SELECT FROM published_post_media WHERE "mediaId" = ${id}::uuid)
      OR EXISTS (SELECT FROM author WHERE "avatarId" = ${id}::uuid AND "publicAt" IS NOT NULL) AS "isShown"`
  return (shown?.isShown ?? false) || (await frontsWith(tx, id)).isLive
}

/** Whether a front shows it, by its own id or by one that was merged into it: to anybody, and to readers. */
export async function frontsWith(tx: Transaction, id: string): Promise<{ isUsed: boolean; isLive: boolean }> {
  const [found] = await tx.$queryRaw<{ isUsed: boolean; isLive: boolean }[]>`
    SELECT count(*) > 0 AS "isUsed", count(*) FILTER (WHERE shown."isLive") > 0 AS "isLive" FROM (
      SELECT each #>> '{}' AS key, false AS "isLive" FROM front f, jsonb_path_query(f.content, '$.slots[*].image.mediaId') each
      UNION ALL
      SELECT each #>> '{}', true FROM front f JOIN front_revision r ON r."frontId" = f.id AND r.number = f."liveNumber",
        jsonb_path_query(r.content, '$.slots[*].image.mediaId') each
    ) shown JOIN media_asset m ON m.id = shown.key::uuid WHERE coalesce(m."mergedIntoId", m.id) = ${id}::uuid`
  return found ?? { isUsed: false, isLive: false }
}

import type { Ctx, Transaction } from '../core/ctx.ts'

// Stories that wait for the engine: who is put on the list of what is due, and who takes from it.

/** 0: what happens now. 1: an archive made anew. 9: failed alone, until it is published again. */
export const nowPriority = 0
export const archivePriority = 1
const failedPriority = 9

/** What is done to a story, in this order: its words are counted, then weighed by the counts, then it gets its list. */
export type Stage = 0 | 1 | 2

/** What an editor said of suggestions: a story, or a pair. */
const said = ['related.excluded', 'related.included']

const cursor = 'related'

/** Entries of the journal that are read in one transaction at most. */
const atOnce = 1_000n

/** What changes the words of a live story, or takes it away. */
const telling = [
  ...['article.published', 'article.corrected', 'article.withdrawn', 'article.killed'],
  ...['post.published', 'post.withdrawn', 'post.deleted'],
]

/**
 * Puts every story on the list that went live, changed or left since it was last asked. The journal is numbered in the order of commits
 * without gaps, and the cursor moves in the same transaction, so that none is missed. True when there is more.
 */
export async function noteChangedStories({ db, tx }: Ctx): Promise<boolean> {
  const [head] = await db.$queryRaw<{ number: bigint }[]>`SELECT number FROM journal_head`
  const known = await db.journalCursor.findUnique({ where: { name: cursor } })
  if (!head || (known && known.number >= head.number)) return false
  return tx(async (tx) => {
    await tx.$executeRaw`INSERT INTO journal_cursor (name, number) VALUES (${cursor}, 0) ON CONFLICT DO NOTHING`
    const [held] = await tx.$queryRaw<{ number: bigint }[]>`
      SELECT number FROM journal_cursor WHERE name = ${cursor} FOR UPDATE`
    const from = held?.number ?? 0n
    const to = from + atOnce < head.number ? from + atOnce : head.number
    if (from >= to) return false
    await tx.$executeRaw`
      INSERT INTO related_due ("articleId", priority)
      SELECT DISTINCT told.id, ${nowPriority}::smallint FROM journal_entry
      CROSS JOIN LATERAL (VALUES ("subjectId"), ((data ->> 'besideId')::uuid)) AS told (id)
      WHERE number > ${from} AND number <= ${to} AND told.id IS NOT NULL
        AND (("isPublic" AND type = ANY(${telling}::text[])) OR type = ANY(${said}::text[])) ORDER BY 1
      ON CONFLICT ("articleId") DO UPDATE SET priority = excluded.priority, stage = 0`
    await tx.journalCursor.update({ where: { name: cursor }, data: { number: to } })
    return to < head.number
  })
}

export interface Claimed {
  ids: string[]
  stage: Stage
  priority: number
}

/** Takes stories that wait at the same stage, until the transaction ends: no other worker gets them. Null: none waits. */
export async function claimDue(tx: Transaction, most: Record<Stage, number>): Promise<Claimed | null> {
  const rows = await tx.$queryRaw<{ id: string; stage: Stage; priority: number }[]>`
    WITH next AS (
      SELECT priority, stage FROM related_due WHERE priority < ${failedPriority} ORDER BY priority, stage, "articleId"
      FOR UPDATE SKIP LOCKED LIMIT 1
    )
    SELECT d."articleId"::text AS id, d.stage, d.priority FROM related_due d, next
    WHERE d.priority = next.priority AND d.stage = next.stage ORDER BY d.priority, d.stage, d."articleId"
    LIMIT ${Math.max(...Object.values(most))} FOR UPDATE OF d SKIP LOCKED`
  const [first] = rows
  if (!first) return null
  const { stage, priority } = first
  return { stage, priority, ids: rows.slice(0, most[stage]).map(({ id }) => id) }
}

/** The story is done with this stage. */
export async function moveOn(tx: Transaction, ids: string[], stage: Stage | 'done'): Promise<void> {
  if (ids.length === 0) return
  if (stage === 'done') await tx.$executeRaw`DELETE FROM related_due WHERE "articleId" = ANY(${ids}::uuid[])`
  else await tx.$executeRaw`UPDATE related_due SET stage = ${stage}::smallint WHERE "articleId" = ANY(${ids}::uuid[])`
}

/** Puts live stories on the list, at a stage; who waits already stays where they are. */
export async function makeDue(
  tx: Transaction | Ctx['db'],
  ids: string[],
  priority: number,
  stage: Stage,
): Promise<void> {
  if (ids.length === 0) return
  await tx.$executeRaw`
    INSERT INTO related_due ("articleId", priority, stage)
    SELECT id, ${priority}::smallint, ${stage}::smallint FROM published_article WHERE id = ANY(${ids}::uuid[]) ORDER BY id
    ON CONFLICT DO NOTHING`
}

/** Sets a story aside that could not be done, so that others go on. */
export async function setAside(db: Ctx['db'], id: string): Promise<void> {
  await db.$executeRaw`UPDATE related_due SET priority = ${failedPriority}::smallint WHERE "articleId" = ${id}::uuid`
}

/** Stories of one run at most that are weighed anew. */
const weighedAtOnce = 500

/**
 * When an archive has twice the stories that it had when a story was weighed, that story is weighed anew: what was rare may be common
 * now. Each is so once for every doubling. True when there were any.
 */
export async function noteOldWeights({ db }: Ctx): Promise<boolean> {
  const added = await db.$executeRaw`
    INSERT INTO related_due ("articleId", priority, stage)
    SELECT old.id, ${archivePriority}::smallint, 1 FROM related_term t CROSS JOIN LATERAL (
      SELECT f."articleId" AS id FROM related_features f
      WHERE f.language = t.language AND f."weighedAt" > 0 AND f."weighedAt" * 2 <= t.stories LIMIT ${weighedAtOnce}
    ) old
    WHERE t.term = 0 AND t.stories >= 2000
    ON CONFLICT DO NOTHING`
  return added > 0
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { recordEvent } from '../core/events.ts'
import { holdLock } from '../core/writes.ts'
import { dropFromLists } from './counting.ts'
import { archivePriority, makeDue, moveOn, nowPriority } from './due.ts'
import { toldByHolders } from './holders.ts'
import { isSameList, type Listed, withNewcomer } from './list.ts'
import { readStories } from './stories.ts'
import { type Found, suggestionsFor } from './suggesting.ts'

// The last of three stages: lists of suggestions, of the stories that are due and of those that they are like.

/** Held by whoever writes lists, so that two who push to the same list follow each other. */
export const listsLock = 'related-lists'

/**
 * Gives each of these stories its list, and puts it on those of the stories that it is like; in an archive that is made anew all get
 * their own turn, and nothing is put on others. Gives whose lists changed.
 */
export async function giveLists(ctx: Ctx, tx: Transaction, ids: string[], priority: number): Promise<string[]> {
  const found: Found[] = []
  for (const story of await readStories(tx, ids)) found.push(await suggestionsFor(ctx, tx, story))
  await holdLock(tx, listsLock)
  const replaced = await replacedBy(tx, ids)
  const unwanted = found.filter(({ surroundings }) => !surroundings.isSuggested).map(({ story }) => story.id)
  const dropped = await dropFromLists(tx, [...replaced, ...unwanted])
  const pushed = priority === nowPriority ? found.filter(({ surroundings }) => surroundings.isSuggested) : []
  const before = await listsOf(tx, [...ids, ...pushed.flatMap(({ neighbours }) => neighbours.map(({ id }) => id))])
  const after = new Map(before)
  for (const { story, list } of found)
    after.set(
      story.id,
      list.map(({ copies: _, ...listed }) => listed),
    )
  for (const each of pushed) pushTo(after, each, await unwilling(tx, each))
  const changed = [...after].filter(([id, list]) => !isSameList(before.get(id) ?? [], list))
  await writeLists(tx, new Map(changed))
  const retold: string[] = []
  for (const each of pushed) retold.push(...(await tellHolders(tx, each)))
  await moveOn(tx, ids, 'done')
  // On their lists may be what took their place; it was not put there, for it has nothing older beside it.
  if (priority === nowPriority) await makeDue(tx, replaced, archivePriority, 2)
  return [...new Set([...changed.map(([id]) => id), ...dropped, ...retold])]
}

/** Says anew what a story that was changed has in common with those on whose lists it still is, and leaves the lists where it is nothing. */
async function tellHolders(tx: Transaction, found: Found): Promise<string[]> {
  const told = [...(await toldByHolders(tx, found))]
  const left = told.filter(([, now]) => now === null).map(([id]) => id)
  const stayed = told.flatMap(([id, now]) => (now ? [{ id, ...now }] : []))
  const own = found.story.id
  await tx.$executeRaw`
    DELETE FROM related_story WHERE "targetId" = ${own}::uuid AND kind = 'SUGGESTED' AND "articleId" = ANY(${left}::uuid[])`
  await makeDue(tx, left, archivePriority, 2)
  const changed = await tx.$queryRaw<{ id: string }[]>`
    UPDATE related_story r SET score = n.score, match = n.match, grounds = n.grounds
    FROM jsonb_to_recordset(${JSON.stringify(stayed)}::jsonb) AS n (id uuid, score float8, match float8, grounds jsonb)
    WHERE r."articleId" = n.id AND r."targetId" = ${own}::uuid AND r.kind = 'SUGGESTED' AND (r.score <> n.score OR r.grounds <> n.grounds)
    RETURNING r."articleId"::text AS id`
  return [...left, ...changed.map(({ id }) => id)]
}

/** Puts a story on the lists of those that it is like. */
function pushTo(lists: Map<string, Listed[]>, { story, neighbours, copies }: Found, unwilling: Set<string>): void {
  const { id: ownId, originalId, publishedAt } = story
  for (const { id, isForeign, score, match, grounds } of neighbours) {
    if (unwilling.has(id)) continue
    const newcomer = { id: ownId, originalId, publishedAt, isForeign, score, match, grounds }
    lists.set(id, withNewcomer(lists.get(id) ?? [], newcomer, copies))
  }
}

/** Neighbours whose editors picked the story by hand: it is on their lists already. */
async function unwilling(tx: Transaction, { story }: Found): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT "articleId"::text AS id FROM related_story WHERE "targetId" = ${story.id}::uuid AND kind = 'CURATED'`
  return new Set(rows.map(({ id }) => id))
}

/** What these stories took the place of, and what that did: older takes are suggested to nobody. */
async function replacedBy(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    WITH RECURSIVE older AS (
      SELECT "replacesId" AS id FROM published_article WHERE id = ANY(${ids}::uuid[]) AND "replacesId" IS NOT NULL
      UNION SELECT a."replacesId" FROM published_article a JOIN older ON a.id = older.id WHERE a."replacesId" IS NOT NULL
    )
    SELECT id::text FROM older`
  return rows.map(({ id }) => id)
}

async function listsOf(tx: Transaction, ids: string[]): Promise<Map<string, Listed[]>> {
  const rows = await tx.$queryRaw<(Listed & { articleId: string })[]>`
    SELECT r."articleId"::text AS "articleId", r."targetId"::text AS id, r.score, coalesce(r.match, r.score, 0) AS match, r.grounds,
      r."isForeign", a."originalId", a."publishedAt" FROM related_story r JOIN published_article a ON a.id = r."targetId"
    WHERE r."articleId" = ANY(${ids}::uuid[]) AND r.kind = 'SUGGESTED' ORDER BY r."articleId", r.position`
  const lists = new Map<string, Listed[]>(ids.map((id) => [id, []]))
  for (const { articleId, ...listed } of rows) lists.get(articleId)?.push(listed)
  return lists
}

/** Writes lists in the place of those before. Stories that were taken down meanwhile neither get one nor are on one, nor is what was excluded meanwhile. */
async function writeLists(tx: Transaction, lists: Map<string, Listed[]>): Promise<void> {
  if (lists.size === 0) return
  const rows = [...lists].flatMap(([articleId, list]) =>
    list.map(({ id, score, match, isForeign, grounds }, position) => {
      return { articleId, position, targetId: id, score, match, isForeign, grounds }
    }),
  )
  const named = [...new Set([...lists.keys(), ...rows.map(({ targetId }) => targetId)])].sort()
  await tx.$executeRaw`SELECT FROM published_article WHERE id = ANY(${named}::uuid[]) ORDER BY id FOR KEY SHARE`
  await tx.$executeRaw`DELETE FROM related_story WHERE "articleId" = ANY(${[...lists.keys()]}::uuid[]) AND kind = 'SUGGESTED'`
  await tx.$executeRaw`
    INSERT INTO related_story ("articleId", position, kind, "targetId", score, match, "isForeign", grounds)
    SELECT r."articleId", r.position, 'SUGGESTED', r."targetId", r.score, r.match, r."isForeign", r.grounds
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r ("articleId" uuid, position int, "targetId" uuid, score float8,
      match float8, "isForeign" boolean, grounds jsonb)
    JOIN published_article a ON a.id = r."articleId" JOIN published_article t ON t.id = r."targetId"
    WHERE NOT EXISTS (
      SELECT FROM related_exclusion x WHERE x."articleId" = r."targetId" AND x."besideId" IN (r."targetId", r."articleId"))`
}

/** Makes every process drop the answers that show these lists: one event, however many there are. The last thing in a transaction. */
export async function tellOfLists(ctx: Ctx, tx: Transaction, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const data = { articles: ids.length }
  await recordEvent(ctx, tx, {
    type: 'related.updated',
    subjectId: ctx.newId(),
    version: 1,
    data,
    keys: ids,
    isSilent: true,
  })
}

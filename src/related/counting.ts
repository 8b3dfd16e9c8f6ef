import type { Transaction } from '../core/ctx.ts'
import { archivePriority, makeDue, moveOn, nowPriority } from './due.ts'
import { featuresOf } from './features.ts'
import { pack } from './packing.ts'
import { readStories } from './stories.ts'

// The first of three stages: what a story consists of, and in how many stories each of its words stands.

interface Known {
  id: string
  language: string
  terms: number[]
}

/** A list with fewer suggestions is found anew when one of them leaves: before, what is left fills the place. */
const fewSuggestions = 12

/**
 * Counts the words of these stories, in place of what was counted of them before; of those that are not live any more it takes away all
 * that is known. Gives the stories whose lists have lost one.
 */
export async function countStories(tx: Transaction, ids: string[]): Promise<string[]> {
  const stories = await readStories(tx, ids)
  const before = await tx.$queryRaw<Known[]>`
    SELECT "articleId"::text AS id, language, terms FROM related_features WHERE "articleId" = ANY(${ids}::uuid[])`
  const counted = stories.map((story) => ({ ...story, features: featuresOf(story) }))
  const now = counted.map(({ id, language, features }) => {
    const terms = [...new Set([...features.words, ...features.names].map(({ term }) => term))]
    return { id, language, terms, packed: pack({ ...features, wordsNorm: 0, namesNorm: 0 }) }
  })
  await addCounts(tx, before, now)
  for (const { id, language, terms, packed } of now)
    await tx.$executeRaw`
      INSERT INTO related_features ("articleId", language, packed, terms) VALUES (${id}::uuid, ${language}, ${packed}, ${terms}::int[])
      ON CONFLICT ("articleId") DO UPDATE SET language = excluded.language, packed = excluded.packed, terms = excluded.terms, "weighedAt" = 0`
  const live = now.map(({ id }) => id)
  await moveOn(tx, live, 1)
  return forget(
    tx,
    ids.filter((id) => !live.includes(id)),
  )
}

/** Adds what is new and takes away what was: in the order of the key, so that no two workers wait for each other. */
async function addCounts(tx: Transaction, before: Known[], now: Known[]): Promise<void> {
  const changes = new Map<string, Map<number, number>>()
  const add = ({ language, terms }: Known, by: number) => {
    const counts = changes.get(language) ?? new Map<number, number>()
    changes.set(language, counts)
    for (const term of [0, ...terms]) counts.set(term, (counts.get(term) ?? 0) + by)
  }
  for (const known of before) add(known, -1)
  for (const known of now) add(known, 1)
  for (const [language, counts] of [...changes].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const changed = [...counts].filter(([, by]) => by !== 0)
    await tx.$executeRaw`
      INSERT INTO related_term (language, term, stories)
      SELECT ${language}, c.term, c.by FROM unnest(${changed.map(([term]) => term)}::int[], ${changed.map(([, by]) => by)}::int[]) AS c (term, by)
      ORDER BY c.term
      ON CONFLICT (language, term) DO UPDATE SET stories = greatest(related_term.stories + excluded.stories, 0)`
  }
}

/** Takes stories that are not live from all lists, and lets what they had replaced be suggested again. */
async function forget(tx: Transaction, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  await tx.$executeRaw`DELETE FROM related_posting WHERE "articleId" = ANY(${ids}::uuid[])`
  await tx.$executeRaw`DELETE FROM related_features WHERE "articleId" = ANY(${ids}::uuid[])`
  await moveOn(tx, ids, 'done')
  const replaced = await tx.$queryRaw<{ id: string }[]>`
    SELECT "replacesId"::text AS id FROM article WHERE id = ANY(${ids}::uuid[]) AND "replacesId" IS NOT NULL`
  await makeDue(
    tx,
    replaced.map(({ id }) => id),
    nowPriority,
    2,
  )
  return dropFromLists(tx, ids)
}

/** Takes these stories from all lists of suggestions. Gives whose lists those are; lists that got short are found anew. */
export async function dropFromLists(tx: Transaction, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    DELETE FROM related_story WHERE "targetId" = ANY(${ids}::uuid[]) AND kind = 'SUGGESTED' RETURNING "articleId"::text AS id`
  const touched = [...new Set(rows.map(({ id }) => id))]
  if (touched.length === 0) return []
  const short = await tx.$queryRaw<{ id: string }[]>`
    SELECT t.id::text FROM unnest(${touched}::uuid[]) AS t (id) WHERE
      (SELECT count(*) FROM related_story r WHERE r."articleId" = t.id AND r.kind = 'SUGGESTED') < ${fewSuggestions}`
  await makeDue(
    tx,
    short.map(({ id }) => id),
    archivePriority,
    2,
  )
  return touched
}

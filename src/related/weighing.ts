import type { Transaction } from '../core/ctx.ts'
import { maxPostings } from './candidates.ts'
import { moveOn } from './due.ts'
import { type Packed, setNorms, unpack } from './packing.ts'
import { rarityOf } from './rarity.ts'
import { countsOf } from './stories.ts'
import type { Weights } from './weights.ts'

// The second of three stages: what the words of a story are worth in the archive of today, and under which of them it is found.

interface Row {
  id: string
  language: string
  packed: string
}

/** Weighs what was counted of these stories. From here on they are found by others. */
export async function weighStories(tx: Transaction, ids: string[]): Promise<void> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT "articleId"::text AS id, language, encode(packed, 'base64') AS packed FROM related_features
    WHERE "articleId" = ANY(${ids}::uuid[])`
  for (const language of new Set(rows.map((row) => row.language)))
    await weighLanguage(
      tx,
      language,
      rows.filter((row) => row.language === language),
    )
  await moveOn(tx, ids, 2)
}

async function weighLanguage(tx: Transaction, language: string, rows: Row[]): Promise<void> {
  const stories = rows.flatMap(({ id, packed }) => {
    const bytes = Uint8Array.from(Buffer.from(packed, 'base64'))
    const story = unpack(bytes)
    return story ? [{ id, bytes, story }] : []
  })
  const terms = new Set(stories.flatMap(({ story }) => [...story.words.terms, ...story.names.terms]))
  const { storiesWith, all } = await countsOf(tx, [language], [...terms])
  const rarity = (term: number) => rarityOf(storiesWith(term), all)
  const postings = stories.flatMap(({ id, story }) => strongest(story, rarity).map((posting) => ({ id, ...posting })))
  for (const { id, bytes, story } of stories) {
    setNorms(bytes, normOf(story.words, rarity), normOf(story.names, rarity))
    await tx.$executeRaw`UPDATE related_features SET packed = ${bytes}, "weighedAt" = ${Math.max(all, 1)}::int WHERE "articleId" = ${id}::uuid`
  }
  await tx.$executeRaw`DELETE FROM related_posting WHERE "articleId" = ANY(${stories.map(({ id }) => id)}::uuid[])`
  await tx.$executeRaw`
    INSERT INTO related_posting (language, term, "articleId", weight)
    SELECT ${language}, p.* FROM unnest(${postings.map(({ term }) => term)}::int[], ${postings.map(({ id }) => id)}::uuid[],
      ${postings.map(({ worth }) => worth)}::real[]) AS p
    ON CONFLICT DO NOTHING`
}

function normOf({ terms, values }: Weights, rarity: (term: number) => number): number {
  return Math.sqrt(terms.reduce((sum, term, at) => sum + ((values[at] ?? 0) * rarity(term)) ** 2, 0))
}

function strongest({ words, names }: Packed, rarity: (term: number) => number): { term: number; worth: number }[] {
  return [words, names]
    .flatMap(({ terms, values }) => [...terms].map((term, at) => ({ term, worth: (values[at] ?? 0) * rarity(term) })))
    .sort((one, other) => other.worth - one.worth)
    .slice(0, maxPostings)
}

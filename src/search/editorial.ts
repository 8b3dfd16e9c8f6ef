import type { Transaction } from '../core/ctx.ts'

/**
 * Makes a live story anew for search, out of its published rows, in the transaction that changes them: after them, and before
 * the event. What is taken down leaves search with its row. Names need nothing: see `searchable_story` in the migrations.
 */
export async function indexStory(tx: Transaction, id: string): Promise<void> {
  await indexStories(tx, [id])
}

/** The same for many stories, in one statement. */
export async function indexStories(tx: Transaction, ids: string[]): Promise<void> {
  // Words in their order, so that two stories with the same new words wait for each other and never in a circle.
  await tx.$executeRaw`
    WITH story AS MATERIALIZED (
      SELECT * FROM searchable_story WHERE "articleId" = ANY(${ids}::uuid[])
    ), found AS (
      INSERT INTO published_search ("articleId", "publishedAt", words) SELECT "articleId", "publishedAt", words FROM story
      ON CONFLICT ("articleId") DO UPDATE SET "publishedAt" = excluded."publishedAt", words = excluded.words
    ), ranked AS (
      INSERT INTO published_heads ("articleId", heads) SELECT "articleId", heads FROM story
      ON CONFLICT ("articleId") DO UPDATE SET heads = excluded.heads
    )
    INSERT INTO search_word (word)
    SELECT DISTINCT word FROM searchable_word WHERE "articleId" = ANY(${ids}::uuid[]) ORDER BY word
    ON CONFLICT DO NOTHING`
}

/**
 * Lets stories that were found by a tag or author be found by another, in the transaction that merges it: their marks stay what
 * they are, however many there are.
 */
export async function standFor(tx: Transaction, from: string, into: string): Promise<void> {
  await tx.searchAlias.updateMany({ where: { standsFor: from }, data: { standsFor: into } })
  await tx.searchAlias.upsert({
    where: { id: from },
    create: { id: from, standsFor: into },
    update: { standsFor: into },
    select: { id: true },
  })
}

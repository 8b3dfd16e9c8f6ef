import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { chooseSlugs, type SlugWish } from '../core/writes.ts'
import type { ArticleContent } from './article.ts'
import type { ArticleStatus } from './article-draft.ts'
import { allTagIdsOf, authorIdsOf } from './references.ts'

/** A story that is not there yet, as it is to stand after its first save. */
export interface NewStory {
  id: string
  revisionId: string
  content: Omit<ArticleContent, 'body'>
  /** Its body as JSON, and the assets that it shows there and elsewhere, each once. */
  body: { json: string; mediaIds: string[] }
  status: Extract<ArticleStatus, 'DRAFT' | 'SCHEDULED' | 'LIVE'>
  /** Of one that goes live with its first save; else null. */
  firstPublishedAt: Date | null
  /** When readers were last told something new of it, as far as that was before its first save. */
  significantAt?: Date | null
  /** When its embargo ends; null: it is under none. */
  embargoUntil: Date | null
}

/** Whose the stories are and why they were made. */
interface Making {
  ownerId: string | null
  note: string
}

/**
 * Many new stories with their first revisions, all at once, as `saveFirst` writes one. Their slugs are free (`freeSlugs`) and
 * their references checked, in this transaction. The caller shows those that are LIVE, and records the events.
 */
export async function saveStories(ctx: Ctx, tx: Transaction, stories: NewStory[], making: Making) {
  if (stories.length === 0) return
  await addStories(ctx, tx, stories, making)
  await addRevisions(ctx, tx, stories, making)
  await keepReferences(ctx, tx, stories)
}

async function addStories(ctx: Ctx, tx: Transaction, stories: NewStory[], { ownerId }: Making): Promise<void> {
  const [actor, now] = [actorOf(ctx.caller), ctx.now]
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (
      SELECT * FROM json_to_recordset(${JSON.stringify(stories.map(storyRow))}::json) AS it (id uuid, status "ArticleStatus",
        slug text, headline text, locale text, "sectionId" uuid, "originalId" uuid, "firstPublishedAt" timestamptz, "significantAt" timestamptz, "embargoUntil" timestamptz)
    ), story AS (
      INSERT INTO article (id, status, "headNumber", "liveNumber", slug, headline, locale, "sectionId", "originalId", "firstPublishedAt",
        "significantAt", "embargoedAt", "embargoUntil", "createdAt", "createdBy", "ownerId", "changedAt")
      SELECT id, status, 1, CASE WHEN status = 'LIVE' THEN 1 END, slug, headline, locale, "sectionId", "originalId", "firstPublishedAt",
        "significantAt", CASE WHEN "embargoUntil" IS NOT NULL THEN ${now}::timestamptz END, "embargoUntil", ${now}::timestamptz, ${actor},
        ${ownerId}::uuid, ${now}::timestamptz FROM given
    )
    INSERT INTO article_slug (slug, "articleId", "liveSince")
    SELECT slug, id, CASE WHEN status = 'LIVE' THEN ${now}::timestamptz END FROM given`
}

function storyRow({ id, content, status, firstPublishedAt, significantAt, embargoUntil }: NewStory) {
  const { slug, headline, locale, sectionId, translationOf: originalId } = content
  return { id, status, slug, headline, locale, sectionId, originalId, firstPublishedAt, significantAt, embargoUntil }
}

/** By COPY: contents are most of what is written. */
async function addRevisions(ctx: Ctx, tx: Transaction, stories: NewStory[], { note }: Making): Promise<void> {
  const [actor, actorId] = [actorOf(ctx.caller), principalOf(ctx.caller)]
  await ctx.copyRows(tx, {
    table: 'revision',
    columns: ['id', 'articleId', 'number', 'content', 'note', 'createdAt', 'createdBy', 'createdById'],
    rows: stories.map((story) => [story.revisionId, story.id, 1, contentOf(story), note, ctx.now, actor, actorId]),
  })
}

function contentOf({ content, body }: NewStory): string {
  return `${JSON.stringify(content).slice(0, -1)},"body":${body.json}}`
}

/** What they refer to, held until the transaction ends: see `recordReferences`. */
async function keepReferences(ctx: Ctx, tx: Transaction, stories: NewStory[]): Promise<void> {
  const rows = stories.flatMap(({ id, content, body }) => [
    ...authorIdsOf(content).map((targetId) => [id, 'AUTHOR', targetId]),
    ...allTagIdsOf(content).map((targetId) => [id, 'TAG', targetId]),
    ...body.mediaIds.map((targetId) => [id, 'MEDIA', targetId]),
  ])
  if (rows.length > 0)
    await ctx.copyRows(tx, { table: 'article_reference', columns: ['articleId', 'noun', 'targetId'], rows })
}

/** The slug that a story would like to have (`made`), and where it would stand with it: `/world/`, or `/` beside the sections. */
export interface Wish extends SlugWish {
  folder: string
}

/**
 * A free slug for each wish, in their order. None of them is taken by anybody else before this transaction ends.
 * @throws slug_taken when a thousand are taken
 */
export async function freeSlugs(tx: Transaction, wishes: Wish[]): Promise<string[]> {
  return chooseSlugs(wishes, async (tried) => {
    const places = [...tried].flatMap(([{ folder }, slugs]) => slugs.map((slug) => ({ slug, path: folder + slug })))
    const taken = await takenPlaces(tx, places)
    return (slug, { folder }) => taken.has(slug) || taken.has(folder + slug)
  })
}

/** Which of these slugs and paths are a story's or a section's. Slugs that are nobody's stay so until the transaction ends. */
async function takenPlaces(tx: Transaction, places: { slug: string; path: string }[]): Promise<Set<string>> {
  const [slugs, paths] = [places.map(({ slug }) => slug), places.map(({ path }) => path)]
  const find = async () =>
    new Set(
      (
        await tx.$queryRaw<{ place: string }[]>`
          SELECT slug AS place FROM article_slug WHERE slug = ANY(${slugs}::text[])
          UNION ALL SELECT path FROM article_path WHERE path = ANY(${paths}::text[])
          UNION ALL SELECT '/' || s.slug FROM tag_slug s JOIN tag t ON t.id = s."tagId" WHERE s.slug = ANY(${slugs}::text[]) AND t.type = 'SECTION'`
      ).map(({ place }) => place),
    )
  const taken = await find()
  const free = [...new Set(slugs)].filter((slug) => !taken.has(slug)).map((slug) => `article-slug:${slug}`)
  if (free.length === 0) return taken
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM (SELECT unnest(${free.sort()}::text[]) AS name) wanted`
  return find()
}

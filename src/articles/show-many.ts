import type { Ctx, Transaction } from '../core/ctx.ts'
import { Prisma } from '../db/generated/client.ts'
import { indexStories } from '../search/editorial.ts'
import type { Projection } from './projection.ts'

/** A story that was just saved and is not live yet, and its rows for readers. */
export interface NewlyLive {
  id: string
  projection: Projection
  /** Where it stood before it came here, its own path aside; nobody else's. */
  formerPaths: string[]
}

/**
 * Shows many new stories, as `showProjection` and `takePlace` show one, in two statements and the one of search. The slugs are
 * those that `saveStories` wrote as live; the caller shares the locks of `holdStill`.
 */
export async function showStories(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  if (stories.length === 0) return
  await addArticles(tx, stories)
  await addLists(ctx, tx, stories)
  await indexStories(
    tx,
    stories.map(({ id }) => id),
  )
}

async function addArticles(tx: Transaction, stories: NewlyLive[]): Promise<void> {
  const rows = stories.map(({ id, projection: { article } }) => ({ id, ...withoutDbNull(article) }))
  await tx.$executeRaw`
    INSERT INTO published_article (id, "revisionId", version, "originalId", "replacesId", locale, slug, path, kicker, headline,
      standfirst, "sectionId", body, "bodyHtml", "bodyText", "wordCount", "readingMinutes", "leadMedia", "recommendedVideo", source,
      "liveBlog", corrections, "canonicalUrl", "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
    SELECT it.* FROM json_to_recordset(${JSON.stringify(rows)}::json) AS it (id uuid, "revisionId" uuid, version int, "originalId" uuid,
      "replacesId" uuid, locale text, slug text, path text, kicker text, headline text, standfirst text, "sectionId" uuid, body jsonb,
      "bodyHtml" text, "bodyText" text, "wordCount" int, "readingMinutes" int, "leadMedia" jsonb, "recommendedVideo" jsonb,
      source jsonb, "liveBlog" jsonb, corrections jsonb, "canonicalUrl" text, "publishedAt" timestamptz,
      "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)`
}

/** Prisma tells an empty column from a JSON null by a word of its own; in SQL it is NULL. */
function withoutDbNull(article: Projection['article']): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(article).map(([name, value]) => [name, value === Prisma.DbNull ? null : value]),
  )
}

async function addLists(ctx: Ctx, tx: Transaction, stories: NewlyLive[]): Promise<void> {
  const listed = <N extends 'bylines' | 'tags' | 'links' | 'media' | 'related'>(name: N) =>
    stories.flatMap(({ id, projection }) => projection[name].map((row) => ({ articleId: id, ...row })))
  const lists = {
    bylines: listed('bylines'),
    tags: listed('tags'),
    links: listed('links'),
    media: listed('media'),
    related: listed('related'),
    paths: stories.flatMap(({ id, projection, formerPaths }) =>
      [...new Set([projection.article.path, ...formerPaths])].map((path) => ({ articleId: id, path })),
    ),
  }
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (SELECT ${JSON.stringify(lists)}::json AS lists),
    paths AS (
      INSERT INTO article_path (path, "articleId", "liveSince")
      SELECT it.path, it."articleId", ${ctx.now}::timestamptz FROM given, json_to_recordset(lists -> 'paths')
        AS it (path text, "articleId" uuid)
      ON CONFLICT DO NOTHING
    ), bylines AS (
      INSERT INTO published_byline ("articleId", position, "authorId", role, "displayName", "publishedAt", "firstPublishedAt",
        "updatedAt", "modifiedAt")
      SELECT it.* FROM given, json_to_recordset(lists -> 'bylines')
        AS it ("articleId" uuid, position int, "authorId" uuid, role text, "displayName" text, "publishedAt" timestamptz,
          "firstPublishedAt" timestamptz, "updatedAt" timestamptz, "modifiedAt" timestamptz)
    ), tags AS (
      INSERT INTO published_tag ("articleId", "tagId", position, "publishedAt", "firstPublishedAt", "updatedAt", "modifiedAt")
      SELECT it.* FROM given, json_to_recordset(lists -> 'tags')
        AS it ("articleId" uuid, "tagId" uuid, position int, "publishedAt" timestamptz, "firstPublishedAt" timestamptz,
          "updatedAt" timestamptz, "modifiedAt" timestamptz)
    ), links AS (
      INSERT INTO published_link ("articleId", "targetId")
      SELECT it.* FROM given, json_to_recordset(lists -> 'links') AS it ("articleId" uuid, "targetId" uuid)
    ), media AS (
      INSERT INTO published_media ("articleId", "mediaId")
      SELECT it.* FROM given, json_to_recordset(lists -> 'media') AS it ("articleId" uuid, "mediaId" uuid)
    )
    INSERT INTO related_story ("articleId", position, kind, "targetId", url, headline)
    SELECT it.* FROM given, json_to_recordset(lists -> 'related')
      AS it ("articleId" uuid, position int, kind "RelatedKind", "targetId" uuid, url text, headline text)`
}

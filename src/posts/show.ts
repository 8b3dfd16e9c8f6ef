import { makePublic } from '../articles/show.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { indexStory } from '../search/editorial.ts'
import type { PostContent } from './post.ts'
import { type PostProjection, projectPost, type ShownPost } from './projection.ts'
import { loadPostReferences } from './references.ts'

/** Posts made anew at a time, so that a live blog of thousands does not fill the memory. */
const batchSize = 500

/**
 * Shows the posts that are to be shown with their story, in the transaction that shows the story as a live blog; posts that
 * readers see already stay as they are. Gives what answers depend on that this changes, besides the story.
 */
export async function showPostsOf(ctx: Ctx, tx: Transaction, articleId: string): Promise<string[]> {
  const keys = new Set<string>()
  const ids = await unshownPosts(tx, articleId)
  for (let from = 0; from < ids.length; from += batchSize) {
    const posts = await postsToShow(tx, ids.slice(from, from + batchSize))
    for (const key of await showPosts(ctx, tx, posts)) keys.add(key)
  }
  await countPosts(tx, articleId)
  // The story was made anew for search before its posts stood there.
  if (ids.length > 0) await indexStory(tx, articleId)
  return [...keys]
}

/**
 * Writes the rows of these posts in the place of those before, with all that they refer to as it is today. Gives what answers
 * depend on that this changes, besides the stories.
 */
export async function showPosts(ctx: Ctx, tx: Transaction, posts: ShownPost[]): Promise<string[]> {
  if (posts.length === 0) return []
  const bylines = posts.flatMap(({ content }) => content.bylines)
  const references = await loadPostReferences(tx, { body: posts.flatMap(({ content }) => content.body), bylines })
  await writePosts(
    tx,
    posts.map((post) => projectPost(post, references)),
  )
  return makePublic(ctx, tx, references)
}

/** Takes a post from readers. */
export async function hidePost(tx: Transaction, id: string): Promise<void> {
  await tx.publishedPost.deleteMany({ where: { id } })
}

/** Counts the live posts of a story for its readers, after the last that is shown or hidden in a transaction. */
export async function countPosts(tx: Transaction, articleId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE published_article SET "postCount" = (SELECT count(*) FROM published_post p WHERE p."articleId" = ${articleId}::uuid)
    WHERE id = ${articleId}::uuid`
}

/** Posts that are for readers and that they do not have, since their story was hidden or is new. */
async function unshownPosts(tx: Transaction, articleId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id::text FROM post p WHERE p."articleId" = ${articleId}::uuid AND p.status = 'LIVE'
      AND NOT EXISTS (SELECT FROM published_post shown WHERE shown.id = p.id)`
  return rows.map(({ id }) => id)
}

async function postsToShow(tx: Transaction, ids: string[]): Promise<ShownPost[]> {
  const rows = await tx.$queryRaw<(Omit<ShownPost, 'content'> & { content: unknown })[]>`
    SELECT p.id::text, p."articleId"::text, r.number AS version, r.content, p."firstPublishedAt",
      greatest(p."firstPublishedAt", r."createdAt") AS "modifiedAt"
    FROM post p JOIN post_revision r ON r."postId" = p.id AND r.number = p."liveNumber"
    WHERE p.id = ANY(${ids}::uuid[])`
  return rows.map((row) => ({ ...row, content: row.content as PostContent }))
}

/** One statement for all rows of all posts; those before go first, with their lists. */
async function writePosts(tx: Transaction, posts: PostProjection[]): Promise<void> {
  await tx.publishedPost.deleteMany({ where: { id: { in: posts.map(({ id }) => id) } } })
  const lists = {
    bylines: posts.flatMap(({ bylines }) => bylines),
    links: posts.flatMap(({ links }) => links),
    media: posts.flatMap(({ media }) => media),
  }
  const given = { ...lists, posts: posts.map(({ bylines: _, links: __, media: ___, ...row }) => row) }
  await tx.$executeRaw`
    WITH given AS (SELECT ${JSON.stringify(given)}::jsonb AS it),
    bylines AS (
      INSERT INTO published_post_byline ("postId", position, "authorId", role, "displayName")
      SELECT row.* FROM given, jsonb_to_recordset(it -> 'bylines')
        AS row ("postId" uuid, position int, "authorId" uuid, role text, "displayName" text)
    ), links AS (
      INSERT INTO published_post_link ("postId", "targetId")
      SELECT row.* FROM given, jsonb_to_recordset(it -> 'links') AS row ("postId" uuid, "targetId" uuid)
    ), media AS (
      INSERT INTO published_post_media ("postId", "mediaId")
      SELECT row.* FROM given, jsonb_to_recordset(it -> 'media') AS row ("postId" uuid, "mediaId" uuid)
    )
    INSERT INTO published_post (id, "articleId", version, at, title, body, "bodyHtml", "bodyText", "isKeyEvent", "isPinned",
      "publishedAt", "modifiedAt")
    SELECT row.* FROM given, jsonb_to_recordset(it -> 'posts')
      AS row (id uuid, "articleId" uuid, version int, at timestamptz, title text, body jsonb, "bodyHtml" text, "bodyText" text,
        "isKeyEvent" boolean, "isPinned" boolean, "publishedAt" timestamptz, "modifiedAt" timestamptz)`
}

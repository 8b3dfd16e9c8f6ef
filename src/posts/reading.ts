import { author } from '../articles/reading.ts'
import type { Position } from '../core/page.ts'
import { Prisma } from '../db/generated/client.ts'
import { type PostList, shownPosts } from './published.ts'

// What delivery reads of live posts, as SQL: lists of posts as JSON, made inside the row of their story `a`. Each takes as many
// rows from an index as it shows, however many posts there are.

const { sql } = Prisma

/** `PostRow`; `p` is the live post. */
const postColumns = sql`p.id, p.at, p.title, p.body, p."bodyHtml", p."bodyText", p."isKeyEvent", p."isPinned", p."publishedAt",
  p."modifiedAt", p.version,
  (SELECT coalesce(json_agg(json_build_object('role', b.role, 'displayName', b."displayName",
      'author', (SELECT ${author} FROM author w WHERE w.id = b."authorId")) ORDER BY b.position), '[]')
    FROM published_post_byline b WHERE b."postId" = p.id) AS bylines,
  (SELECT coalesce(json_agg(json_build_object('id', l.id, 'path', l.path, 'headline', l.headline, 'canonicalUrl', l."canonicalUrl")), '[]')
    FROM published_post_link k JOIN published_article l ON l.id = k."targetId" WHERE k."postId" = p.id) AS links`

const conditions = { all: sql`TRUE`, keyEvents: sql`p."isKeyEvent"`, pinned: sql`p."isPinned"` }

/** Posts as a JSON list, newest first; `source` gives rows of `published_post`. */
function asList(source: Prisma.Sql): Prisma.Sql {
  return sql`(SELECT coalesce(json_agg(shown ORDER BY shown.at DESC, shown.id DESC), '[]')
    FROM (SELECT ${postColumns} FROM (${source}) p) shown)`
}

/** Where posts of a story `a` are read from; lists are newest first. */
export interface PostReader<T> {
  /** The newest posts of a list, at most `most`; of those that are older than a place, when one is given. */
  newestPosts(list: PostList, most: number, after: Position | null): T
  /** The posts right above a place, at most `most`. */
  postsAbove(list: PostList, most: number, place: Position): T
  /** The posts after an instant that are nearest to it, at most `most`. */
  postsSince(most: number, instant: Date): T
  /** The posts right above a live post of the story, at most `most`. */
  postsAbovePost(most: number, postId: string): T
  /** A live post of the story and the posts right below it, at most `most` in all; none when there is no such post. */
  postsFromPost(most: number, postId: string): T
}

/** Reads them out of the table, as parts of a statement. */
export const inDatabase: PostReader<Prisma.Sql> = { newestPosts, postsAbove, postsSince, postsAbovePost, postsFromPost }

function newestPosts(list: PostList, most: number, after: Position | null = null): Prisma.Sql {
  const isBehind = after ? sql`AND (p.at, p.id) < (${after.key}::timestamptz, ${after.id}::uuid)` : sql``
  return asList(sql`SELECT p.* FROM published_post p WHERE p."articleId" = a.id AND ${conditions[list]} ${isBehind}
    ORDER BY p.at DESC, p.id DESC LIMIT ${most}`)
}

function postsAbove(list: PostList, most: number, { key, id }: Position): Prisma.Sql {
  return asList(sql`SELECT p.* FROM published_post p WHERE p."articleId" = a.id AND ${conditions[list]}
    AND (p.at, p.id) > (${key}::timestamptz, ${id}::uuid) ORDER BY p.at, p.id LIMIT ${most}`)
}

function postsSince(most: number, instant: Date): Prisma.Sql {
  return asList(sql`SELECT p.* FROM published_post p WHERE p."articleId" = a.id AND p.at > ${instant}::timestamptz
    ORDER BY p.at, p.id LIMIT ${most}`)
}

function postsAbovePost(most: number, postId: string): Prisma.Sql {
  return asList(sql`SELECT near.* FROM published_post pivot CROSS JOIN LATERAL (
      SELECT p.* FROM published_post p WHERE p."articleId" = pivot."articleId" AND (p.at, p.id) > (pivot.at, pivot.id)
      ORDER BY p.at, p.id LIMIT ${most}
    ) near WHERE pivot.id = ${postId}::uuid AND pivot."articleId" = a.id`)
}

function postsFromPost(most: number, postId: string): Prisma.Sql {
  return asList(sql`SELECT near.* FROM published_post pivot CROSS JOIN LATERAL (
      SELECT p.* FROM published_post p WHERE p."articleId" = pivot."articleId" AND (p.at, p.id) <= (pivot.at, pivot.id)
      ORDER BY p.at DESC, p.id DESC LIMIT ${most}
    ) near WHERE pivot.id = ${postId}::uuid AND pivot."articleId" = a.id`)
}

/** What a whole story shows of its live blog: `LiveBlogRow`; null for other stories. */
export const liveBlogColumn = sql`
  CASE WHEN a."liveBlog" IS NOT NULL THEN json_build_object('coverage', a."liveBlog", 'totalPosts', a."postCount",
    'latest', ${newestPosts('all', shownPosts.latest + 1)}, 'keyEvents', ${newestPosts('keyEvents', shownPosts.keyEvents + 1)},
    'pinned', ${newestPosts('pinned', shownPosts.pinned + 1)}) END AS "liveBlog"`

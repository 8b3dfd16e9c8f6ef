import { toForms } from '../articles/body/forms.ts'
import type { LinkTargets } from '../articles/body/links.ts'
import type { PublicBody } from '../articles/body/public-types.ts'
import { toBylines } from '../articles/byline.ts'
import { urlOf } from '../articles/paths.ts'
import type { BylineRow, TextRow } from '../articles/rows.ts'
import { type PublicAuthorRow, toPublicAuthor } from '../authors/published.ts'
import type { Site } from '../core/ctx.ts'
import { type Position, writeCursor } from '../core/page.ts'
import type { LiveBlog, LiveBlogNode, Post, PostWindow } from './live-blog.ts'

// The views of live posts, out of their rows. Pure. Rows come as JSON, so times are texts.

/** Posts that a whole story shows of its live blog. Short, so that the answer stays small however many posts there are. */
export const shownPosts = { latest: 10, keyEvents: 10, pinned: 5 } as const

/** What the column of a story says of its coverage. */
export interface CoverageRow {
  startsAt: string
  endsAt: string | null
}

type Time = string | Date

export interface PostRow {
  id: string
  at: Time
  title: string | null
  body: PublicBody
  bodyHtml: string
  bodyText: string
  isKeyEvent: boolean
  isPinned: boolean
  publishedAt: Time
  modifiedAt: Time
  version: number
  bylines: BylineRow<PublicAuthorRow>[]
  links: TextRow['links']
}

/** A live blog in the row of its story: of each window one post more than is shown, when there is one. */
export interface LiveBlogRow {
  coverage: CoverageRow
  totalPosts: number
  latest: PostRow[]
  keyEvents: PostRow[]
  pinned: PostRow[]
}

/** The posts of a list that follow each other by time: all, or those of one kind. */
export type PostList = 'all' | 'keyEvents' | 'pinned'

/** The name under which cursors of the posts of a story are made. */
export function postListName(articleId: string, list: PostList): string {
  return JSON.stringify(['posts', articleId, list])
}

/** The view of a live blog inside its story. `canonicalUrl` is that of the story. */
export function toLiveBlog(row: LiveBlogRow, story: { id: string; canonicalUrl: string }, site: Site): LiveBlog {
  const { coverage, totalPosts } = row
  const windowOf = (name: 'latest' | 'keyEvents' | 'pinned') => {
    const list = name === 'latest' ? 'all' : name
    const posts = row[name].map((post) => toPost(post, story.canonicalUrl, site))
    return toWindow({ older: posts, size: shownPosts[name], totalPosts }, postListName(story.id, list))
  }
  return {
    ...toCoverage(coverage),
    totalPosts,
    latest: windowOf('latest'),
    keyEvents: windowOf('keyEvents'),
    pinned: windowOf('pinned'),
  }
}

/** A live blog in GraphQL before its windows are looked up. */
export function toLiveBlogNode(articleId: string, coverage: CoverageRow): LiveBlogNode {
  return { articleId, ...toCoverage(coverage) }
}

function toCoverage({ startsAt, endsAt }: CoverageRow) {
  return { startsAt: new Date(startsAt), endsAt: endsAt ? new Date(endsAt) : null }
}

/** The view of a post, with links that lead to where the stories are today. */
export function toPost({ links, body, bodyHtml, bylines, ...row }: PostRow, canonicalUrl: string, site: Site): Post {
  const targets: LinkTargets = new Map(
    links.map((live) => [live.id, { ...live, url: live.canonicalUrl ?? urlOf(live.path, site) }]),
  )
  return {
    ...row,
    at: new Date(row.at),
    publishedAt: new Date(row.publishedAt),
    modifiedAt: new Date(row.modifiedAt),
    ...toForms({ body, bodyHtml }, targets, site),
    bylines: toBylines(bylines.map((byline) => ({ ...byline, author: toPublicAuthor(byline.author, site) }))),
    url: `${canonicalUrl}#post-${row.id}`,
  }
}

interface Found {
  /** Posts on either side of a place, newest first; each has one more than asked for when there are more. */
  newer?: Post[]
  older?: Post[]
  /** Posts that each side may have; `hasPivot`: older ones begin with the post in the middle, which comes on top. */
  size: number
  hasPivot?: boolean
  totalPosts: number
  /** Whether there are posts beyond a side that was not looked at. */
  isBehind?: 'newer' | 'older' | null
}

/** The window out of what was found around a place. */
export function toWindow(
  { newer = [], older = [], size, hasPivot = false, totalPosts, isBehind = null }: Found,
  list: string,
): PostWindow {
  const olderSize = hasPivot ? size + 1 : size
  const hasNewer = newer.length > size || isBehind === 'newer'
  const hasOlder = older.length > olderSize || isBehind === 'older'
  const posts = [...newer.slice(-size), ...older.slice(0, olderSize)]
  const [first, last] = [posts[0], posts.at(-1)]
  return {
    posts,
    newer: hasNewer && first ? writeCursor(positionOf(first), list) : null,
    older: hasOlder && last ? writeCursor(positionOf(last), list) : null,
    totalPosts,
  }
}

function positionOf({ at, id }: Post): Position {
  return { key: at.toISOString(), id }
}

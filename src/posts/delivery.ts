import { liveRow } from '../articles/delivery.ts'
import { urlOf } from '../articles/paths.ts'
import { anyOf, readRows } from '../articles/reading.ts'
import type { Ctx, Site } from '../core/ctx.ts'
import { invalidInput, notFound } from '../core/errors.ts'
import { type PageRequest, readPage, uuidPattern } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { dependsOn } from '../core/sources.ts'
import { Prisma } from '../db/generated/client.ts'
import { inHand } from './in-hand.ts'
import {
  type ListArguments,
  type LiveBlogNode,
  type PostWindow,
  PostWindowQuery,
  type WindowRequest,
} from './live-blog.ts'
import { type PostList, type PostRow, postListName, toPost, toWindow } from './published.ts'
import { inDatabase, type PostReader } from './reading.ts'

const { sql } = Prisma

/**
 * A window of the posts of one live blog, by the id or a slug of its story, present or former, as REST asks for it.
 * @throws not_found, also for a story that is no live blog and a post that is not live in it, gone, invalid_input,
 * limit_exceeded, invalid_cursor
 */
export async function postsByKey(ctx: Ctx, key: string, input: unknown): Promise<PostWindow> {
  const request = readRequest(parse(PostWindowQuery, input))
  const columns = sql`a.id, a."liveBlog" IS NOT NULL AS "isLiveBlog"`
  const story = await liveRow<{ id: string; isLiveBlog: boolean }>(ctx, key, columns)
  if (!story.isLiveBlog) throw notFound('live blog', key)
  const window = (await windowsOf(ctx, [story.id], request)).get(story.id)
  if (window) return window
  throw notFound('live post', 'post' in request ? (request.post ?? '') : key)
}

type Asked = Parameters<typeof readRequest>[0]

/** The request out of flat parameters. @throws invalid_input for some that do not go together. */
function readRequest(asked: {
  window?: string | null
  post?: string | null
  since?: string | null
  first?: number | null
  after?: string | null
  before?: string | null
}): WindowRequest {
  const { window = null, post, since, first, after, before } = asked
  const name = window ?? (post ? 'around' : since ? 'since' : 'latest')
  const allowed = { around: ['post'], since: ['post', 'since'] }[name] ?? ['after', 'before']
  const others = (['post', 'since', 'after', 'before'] as const).filter(
    (each) => asked[each] && !allowed.includes(each),
  )
  if (others.length > 0)
    throw invalidInput(others.map((path) => ({ path, message: `does not go with the window '${name}'` })))
  if (name === 'around') return { window: name, post: post ?? missing('post', name), first: first ?? null }
  if (name === 'since') return { window: name, post: post ?? null, since: since ?? null, first: first ?? null }
  return { window: name as 'latest', first: first ?? null, after: after ?? null, before: before ?? null }
}

function missing(path: keyof Asked, window: string): never {
  throw invalidInput([{ path, message: `is required for the window '${window}'` }])
}

/**
 * The same window of many live blogs, in one statement, by the id of the story. A story is missing that is no live blog, or
 * has no such live post.
 * @throws as `postsByKey`
 */
export async function windowsOf(ctx: Ctx, ids: string[], request: WindowRequest): Promise<Map<string, PostWindow>> {
  const plan = planOf(request, ids, inDatabase)
  const columns = sql`a.id, a.path, a."canonicalUrl", a."postCount" AS "totalPosts", ${plan.newer ?? sql`NULL`} AS newer,
    ${plan.older ?? sql`NULL`} AS older`
  const source = sql`FROM published_article a WHERE a.id = ${anyOf(ids)} AND a."liveBlog" IS NOT NULL`
  const rows = await readRows<WindowRow>(ctx, columns, source)
  if (plan.pivot) dependsOn(ctx, plan.pivot)
  const found = rows.flatMap((row): [string, PostWindow][] => {
    const window = windowIn(row, plan, ctx.site)
    return window ? [[row.id, window]] : []
  })
  return new Map(found)
}

/** The windows of posts that are here already, newest first: those of a preview. A window is null as it is missing in `windowsOf`. */
export function windowsInHand(
  story: { id: string; path: string; canonicalUrl: string | null },
  { posts, totalPosts }: { posts: PostRow[]; totalPosts: number },
  site: Site,
): NonNullable<LiveBlogNode['ready']> {
  return {
    totalPosts,
    windowOf: (request) => {
      const plan = planOf(request, [story.id], inHand(posts))
      return windowIn({ ...story, totalPosts, newer: plan.newer ?? null, older: plan.older ?? null }, plan, site)
    },
  }
}

/** How many live posts each of these live blogs has. */
export async function totalsOf(ctx: Ctx, ids: string[]): Promise<Map<string, number>> {
  const columns = sql`a.id, a."postCount" AS "totalPosts"`
  const source = sql`FROM published_article a WHERE a.id = ${anyOf(ids)}`
  const rows = await readRows<{ id: string; totalPosts: number }>(ctx, columns, source)
  return new Map(rows.map((row) => [row.id, row.totalPosts]))
}

interface WindowRow {
  id: string
  path: string
  canonicalUrl: string | null
  totalPosts: number
  newer: PostRow[] | null
  older: PostRow[] | null
}

/** What to read on either side of a place, and what follows for the view. */
interface Plan<T> {
  list: PostList
  size: number
  newer?: T
  older?: T
  /** The post in the middle; without it there is no window. */
  pivot?: string
  /** The side that was not looked at and has posts. */
  isBehind?: 'newer' | 'older' | null
}

function planOf<T>(request: WindowRequest, ids: string[], posts: PostReader<T>): Plan<T> {
  const { first = null } = request
  if (request.window === 'around') {
    const { size } = readPage({ first }, 'posts')
    const pivot = requireId(request.post)
    const [newer, older] = [posts.postsAbovePost(size + 1, pivot), posts.postsFromPost(size + 2, pivot)]
    return { list: 'all', size, pivot, newer, older }
  }
  if (request.window === 'since') return planSince(request, readPage({ first }, 'posts').size, posts)
  return planList(request, ids, posts)
}

function planSince<T>(
  { post, since }: Extract<WindowRequest, { window: 'since' }>,
  size: number,
  posts: PostReader<T>,
): Plan<T> {
  if (!post === !since) throw invalidInput([{ path: 'since', message: 'give exactly one of post and since' }])
  if (since) return { list: 'all', size, newer: posts.postsSince(size + 1, instantOf(since)), isBehind: 'older' }
  const pivot = requireId(post ?? '')
  const below = { older: posts.postsFromPost(1, pivot), newer: posts.postsAbovePost(size + 1, pivot) }
  return { list: 'all', size, pivot, ...below, isBehind: 'older' }
}

function planList<T>(
  { window, ...args }: Extract<WindowRequest, { window: 'latest' | 'keyEvents' | 'pinned' }>,
  ids: string[],
  posts: PostReader<T>,
): Plan<T> {
  const list = window === 'latest' ? 'all' : window
  if (args.before && args.after) throw invalidInput([{ path: 'before', message: 'cannot stand beside after' }])
  const [request] = ids.map((id) => readFor(id, list, args))
  const { size, after } = request ?? readPage({ first: args.first }, 'posts')
  if (args.before && after) return { list, size, newer: posts.postsAbove(list, size + 1, after), isBehind: 'older' }
  return { list, size, older: posts.newestPosts(list, size + 1, after), isBehind: after ? 'newer' : null }
}

/** A cursor belongs to one story, so that with one there can be no other. @throws invalid_cursor */
function readFor(id: string, list: PostList, { first, after, before }: ListArguments): PageRequest {
  return readPage({ first, after: after ?? before }, postListName(id, list), 'instant')
}

function requireId(id: string): string {
  if (uuidPattern.test(id)) return id.toLowerCase()
  throw invalidInput([{ path: 'post', message: 'must be the id of a post' }])
}

function instantOf(text: string): Date {
  const instant = new Date(text)
  if (!Number.isNaN(instant.getTime())) return instant
  throw invalidInput([{ path: 'since', message: "must be an instant such as '2026-01-08T09:30:00Z'" }])
}

/** Null when the post in the middle is not live in this story. */
function windowIn(
  row: WindowRow,
  { list, size, pivot, older, isBehind }: Plan<unknown>,
  site: Site,
): PostWindow | null {
  if (pivot && row.older?.length === 0) return null
  const canonicalUrl = row.canonicalUrl ?? urlOf(row.path, site)
  const views = (posts: PostRow[] | null) => (posts ?? []).map((post) => toPost(post, canonicalUrl, site))
  const isSince = pivot !== undefined && isBehind === 'older'
  const sides = { newer: views(row.newer), older: older && !isSince ? views(row.older) : [] }
  const shape = { size, totalPosts: row.totalPosts, hasPivot: pivot !== undefined && !isSince }
  return toWindow({ ...sides, ...shape, isBehind: isBehind ?? null }, postListName(row.id, list))
}

import type { PublicBody } from '../articles/body/public-types.ts'
import { articleNodesById } from '../articles/loaders.ts'
import { type PublicAuthorRow, publicAuthorColumns } from '../authors/published.ts'
import type { Ctx } from '../core/ctx.ts'
import type { PostContent } from './post.ts'
import { type PostProjection, projectPost } from './projection.ts'
import { type CoverageRow, type LiveBlogRow, type PostRow, shownPosts } from './published.ts'
import { loadPostReferences } from './references.ts'

/** Posts that a preview looks at. */
const mostPosts = 100

/** A live blog with the posts that its windows are of, newest first. */
export interface LiveBlogInSight extends LiveBlogRow {
  posts: PostRow[]
}

/**
 * What readers would see of a live blog if its story were published now: of its newest 100 posts that are for readers, as many as
 * a whole story shows. Drafts stay out: a link to a story is no link to them.
 */
export async function liveBlogInSight(ctx: Ctx, articleId: string, coverage: CoverageRow): Promise<LiveBlogInSight> {
  const posts = await postsInSight(ctx, articleId)
  return {
    coverage,
    posts,
    totalPosts: await ctx.db.post.count({ where: { articleId, status: 'LIVE' } }),
    latest: posts.slice(0, shownPosts.latest + 1),
    keyEvents: posts.filter(({ isKeyEvent }) => isKeyEvent).slice(0, shownPosts.keyEvents + 1),
    pinned: posts.filter(({ isPinned }) => isPinned).slice(0, shownPosts.pinned + 1),
  }
}

async function postsInSight(ctx: Ctx, articleId: string): Promise<PostRow[]> {
  const projections = await projectionsOf(ctx, articleId)
  const targets = [...new Set(projections.flatMap(({ links }) => links.map(({ targetId }) => targetId)))]
  const authorIds = [...new Set(projections.flatMap(({ bylines }) => bylines.map(({ authorId }) => authorId)))]
  const [live, authors] = await Promise.all([
    targets.length > 0 ? articleNodesById(ctx, targets) : new Map<string, PostRow['links'][number]>(),
    ctx.db.author.findMany({ where: { id: { in: authorIds } }, select: publicAuthorColumns }),
  ])
  const byId = new Map(authors.map((author) => [author.id, author]))
  const rows = projections.map((post) => ({
    ...toRow(post, byId),
    links: post.links.flatMap(({ targetId }) => live.get(targetId) ?? []),
  }))
  return rows.sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
}

function toRow(post: PostProjection, authors: Map<string, PublicAuthorRow>): Omit<PostRow, 'links'> & { at: string } {
  const { articleId: _, media: __, links: ___, bylines, body, ...row } = post
  return {
    ...row,
    body: body as PublicBody,
    bylines: bylines.flatMap(({ authorId, role, displayName }) => {
      const author = authors.get(authorId)
      return author ? { role, displayName, author } : []
    }),
  }
}

async function projectionsOf({ db }: Ctx, articleId: string): Promise<PostProjection[]> {
  const rows = await db.post.findMany({
    where: { articleId, status: 'LIVE' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: mostPosts,
  })
  const revisions = await db.postRevision.findMany({
    where: { OR: rows.map(({ id: postId, liveNumber }) => ({ postId, number: liveNumber ?? 0 })) },
  })
  const live = new Map(revisions.map(({ postId, content, createdAt }) => [postId, { content, savedAt: createdAt }]))
  const shown = rows.flatMap(({ id, liveNumber, firstPublishedAt: first, createdAt }) => {
    const revision = live.get(id)
    if (!revision) return []
    const [firstPublishedAt, content] = [first ?? createdAt, revision.content as unknown as PostContent]
    const modifiedAt = revision.savedAt > firstPublishedAt ? revision.savedAt : firstPublishedAt
    return { id, articleId, version: liveNumber ?? 0, content, firstPublishedAt, modifiedAt }
  })
  const bylines = shown.flatMap(({ content }) => content.bylines)
  const references = await loadPostReferences(db, { body: shown.flatMap(({ content }) => content.body), bylines })
  return shown.map((post) => projectPost(post, references))
}

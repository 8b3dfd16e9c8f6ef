import type { ArticleDraft } from '../articles/article-draft.ts'
import { draftOr404, lockedDraft } from '../articles/drafts.ts'
import { factsOf } from '../articles/facts.ts'
import { actorOf, principalOf } from '../core/caller.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { type Page, readPage, toPage } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn } from '../core/policy.ts'
import type { Prisma } from '../db/generated/client.ts'
import { changedPostContent, newPostContent } from './content.ts'
import { type PostContent, PostInput, PostPatch, PostQuery, type PostRecord } from './post.ts'
import { postFor, postOr404, postRevisionOr404, recordColumns, requireNotKilled, toPostRecord } from './records.ts'
import { loadPostReferences, recordPostReferences } from './references.ts'

/** Posts of one story at most: a guard against programs that run wild. */
const mostPosts = 5_000

/**
 * A new post of a live blog, as a draft. Readers see nothing of it.
 * @throws not_found for the story, forbidden, invalid_input, missing_reference, conflict when the story is no live blog, is
 * killed or has 5,000 posts.
 */
export async function createPost(ctx: Ctx, articleId: string, input: unknown): Promise<PostRecord> {
  allow(ctx.caller, 'post', 'create')
  const given = parse(PostInput, input)
  const content = newPostContent(given)
  return ctx.tx(async (tx) => {
    const story = await lockedDraft(ctx, tx, articleId)
    allowOn(ctx.caller, 'post', 'create', story.ownerId)
    await requireRoom(tx, story)
    await loadPostReferences(tx, content)
    const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), ownerId: principalOf(ctx.caller) }
    const own = { id: ctx.newId(), articleId: story.id, at: placeOf(content, ctx.now), ...made, changedAt: ctx.now }
    await tx.post.create({ data: { ...own, headNumber: 1 }, select: { id: true } })
    await addRevision(ctx, tx, { postId: own.id, number: 1, content, note: given.note })
    await recordPostReferences(tx, own.id, [content])
    const post = { ...own, status: 'DRAFT' as const, version: 1, liveVersion: null, firstPublishedAt: null, content }
    await recordEvent(ctx, tx, { type: 'post.created', ...aboutPost(story, post) })
    return post
  })
}

/**
 * A new revision of a post; readers see nothing of it until it is published.
 * @throws not_found, forbidden, stale_version, invalid_input, missing_reference, conflict for a post of a killed story
 */
export async function revisePost(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<PostRecord> {
  allow(ctx.caller, 'post', 'revise')
  const patch = parse(PostPatch, input)
  return ctx.tx(async (tx) => {
    const { story, post } = await postFor(ctx, tx, id, 'revise', expectedVersion)
    const content = changedPostContent(post.content, patch)
    await loadPostReferences(tx, content)
    const version = post.version + 1
    await addRevision(ctx, tx, { postId: post.id, number: version, content, note: patch.note })
    const live = post.liveVersion === null ? [] : [await postRevisionOr404(tx, post, post.liveVersion)]
    await recordPostReferences(tx, post.id, [content, ...live])
    const at = placeOf(content, post.firstPublishedAt ?? post.createdAt)
    const after = { ...post, version, content, at, changedAt: ctx.now }
    const data = { headNumber: version, at, changedAt: ctx.now }
    await tx.post.update({ where: { id: post.id }, data, select: { id: true } })
    await recordEvent(ctx, tx, { type: 'post.revised', ...aboutPost(story, after), note: patch.note ?? null })
    return after
  })
}

/**
 * Removes a post that readers never saw, with its revisions. Gives its id.
 * @throws not_found, forbidden, stale_version, conflict for a post that was ever live: withdraw it.
 */
export async function deletePost(ctx: Ctx, id: string, expectedVersion?: number | null): Promise<string> {
  allow(ctx.caller, 'post', 'delete')
  return ctx.tx(async (tx) => {
    const { story, post } = await postFor(ctx, tx, id, 'delete', expectedVersion)
    if (post.firstPublishedAt)
      throw new Refusal('conflict', `post ${post.id} has been published, and what was published is kept; withdraw it`)
    await tx.post.delete({ where: { id: post.id }, select: { id: true } })
    await recordEvent(ctx, tx, { type: 'post.deleted', ...aboutPost(story, post) })
    return post.id
  })
}

/** One post with its newest content. @throws not_found */
export async function postRecord(ctx: Ctx, id: string): Promise<PostRecord> {
  allow(ctx.caller, 'post', 'read')
  return postOr404(ctx.db, id)
}

/** The posts of a story by their displayed time, newest first, drafts among them. @throws not_found for the story */
export async function listPostRecords(ctx: Ctx, articleId: string, input: unknown): Promise<Page<PostRecord>> {
  allow(ctx.caller, 'post', 'read')
  const { status, ...page } = parse(PostQuery, input)
  const { id } = await draftOr404(ctx, ctx.db, articleId.toLowerCase())
  const request = readPage(page, `post-records:${id}:${status ?? ''}`, 'instant')
  const rows = await ctx.db.post.findMany({
    where: { articleId: id, ...(status && { status }), ...behind(request.after) },
    select: recordColumns,
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: request.size + 1,
    relationLoadStrategy: 'join',
  })
  return toPage(rows, request, (row) => ({ key: row.at.toISOString(), id: row.id }), toPostRecord)
}

function behind(after: { key: string; id: string } | null): Prisma.PostWhereInput {
  if (!after) return {}
  const at = new Date(after.key)
  return { at: { lte: at }, OR: [{ at: { lt: at } }, { id: { lt: after.id } }] }
}

/** The displayed time, or the time that stands for it. */
export function placeOf({ at }: PostContent, otherwise: Date): Date {
  return at ? new Date(at) : otherwise
}

/** What an event tells of a post: it is about the story, and has the story's number. */
export function aboutPost(
  { id, liveVersion, version, content }: ArticleDraft,
  post: Pick<PostRecord, 'id' | 'version'>,
) {
  const data = { ...factsOf(content), postId: post.id, postVersion: post.version }
  return { subjectId: id, version: liveVersion ?? version, data }
}

async function requireRoom(tx: Transaction, story: ArticleDraft): Promise<void> {
  requireNotKilled(story)
  if (!story.content.liveBlog)
    throw new Refusal('conflict', `article ${story.id} is no live blog; give it 'liveBlog' with 'startsAt' first`)
  const count = await tx.post.count({ where: { articleId: story.id } })
  if (count >= mostPosts)
    throw new Refusal('conflict', `article ${story.id} has ${count} posts, the most of one story; begin another`)
}

interface NewRevision {
  postId: string
  number: number
  content: PostContent
  note?: string | null | undefined
}

async function addRevision(ctx: Ctx, tx: Transaction, { content, note = null, ...key }: NewRevision): Promise<void> {
  const made = { createdAt: ctx.now, createdBy: actorOf(ctx.caller), createdById: principalOf(ctx.caller) }
  await tx.postRevision.create({
    data: { ...key, note, ...made, content: content as unknown as Prisma.InputJsonObject },
    select: { postId: true },
  })
}

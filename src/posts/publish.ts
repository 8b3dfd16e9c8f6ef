import { isDeepStrictEqual } from 'node:util'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { storyKeys } from '../articles/keys.ts'
import { factsShown, holdStill } from '../articles/show.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { recordEvent } from '../core/events.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { indexStory } from '../search/editorial.ts'
import { requirePublishablePost } from './content.ts'
import { aboutPost, placeOf } from './editorial.ts'
import { type PostContent, type PostRecord, PublishPostInput, WithdrawPostInput } from './post.ts'
import { postFor, postRevisionOr404 } from './records.ts'
import { loadPostReferences, recordPostReferences } from './references.ts'
import { countPosts, hidePost, showPosts } from './show.ts'

/**
 * Makes a revision of a post the one for readers, and nothing else of its story. Readers see it at once when the story is live
 * as a live blog, and with the story otherwise. `updatedAt` of the story moves when readers are told, `modifiedAt` always.
 * @throws not_found also for a revision that there is not, forbidden, stale_version, not_publishable, missing_reference,
 * conflict for a post of a killed story
 */
export async function publishPost(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<PostRecord> {
  allow(ctx.caller, 'post', 'publish')
  const { revision, significant, note } = parse(PublishPostInput, input ?? {})
  return ctx.tx(async (tx) => {
    const { story, post } = await postFor(ctx, tx, id, 'publish', expectedVersion)
    const number = revision ?? post.version
    const content = await postRevisionOr404(tx, post, number)
    requirePublishablePost(content)
    await holdStill(tx)
    const firstPublishedAt = post.firstPublishedAt ?? ctx.now
    const isTold = significant ?? (await changesWords(tx, post, content))
    const live = { status: 'LIVE' as const, firstPublishedAt, changedAt: ctx.now }
    const at = placeOf(post.content, firstPublishedAt)
    await tx.post.update({ where: { id: post.id }, data: { ...live, at, liveNumber: number }, select: { id: true } })
    await recordPostReferences(tx, post.id, [post.content, content])
    const shown = { id: post.id, articleId: story.id, version: number, content, firstPublishedAt, modifiedAt: ctx.now }
    const isShown = await isLiveBlogNow(tx, story.id)
    if (!isShown) await loadPostReferences(tx, content)
    const keys = isShown ? await showPosts(ctx, tx, [shown]) : []
    const after = { ...post, ...live, at, liveVersion: number }
    await tell(ctx, tx, {
      type: 'post.published',
      story,
      post: { id: post.id, version: number },
      isShown,
      isTold,
      keys,
      note,
    })
    return after
  })
}

/**
 * Takes a live post from readers; publishing it again brings it back.
 * @throws not_found, forbidden, stale_version, conflict when it is not live.
 */
export async function withdrawPost(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<PostRecord> {
  allow(ctx.caller, 'post', 'withdraw')
  const { note } = parse(WithdrawPostInput, input ?? {})
  return ctx.tx(async (tx) => {
    const { story, post } = await postFor(ctx, tx, id, 'withdraw', expectedVersion)
    if (post.status !== 'LIVE')
      throw new Refusal('conflict', `post ${post.id} is ${post.status}; only a LIVE one can be withdrawn`)
    await holdStill(tx)
    const isShown = await isLiveBlogNow(tx, story.id)
    await hidePost(tx, post.id)
    const withdrawn = { status: 'WITHDRAWN' as const, changedAt: ctx.now }
    await tx.post.update({ where: { id: post.id }, data: { ...withdrawn, liveNumber: null }, select: { id: true } })
    await recordPostReferences(tx, post.id, [post.content])
    const told = { id: post.id, version: post.liveVersion ?? post.version }
    await tell(ctx, tx, { type: 'post.withdrawn', story, post: told, isShown, isTold: false, keys: [post.id], note })
    return { ...post, ...withdrawn, liveVersion: null }
  })
}

/** Whether readers have the story as a live blog, and so its posts. */
async function isLiveBlogNow(tx: Transaction, articleId: string): Promise<boolean> {
  const live = await tx.publishedArticle.findUnique({ where: { id: articleId }, select: { liveBlog: true } })
  return (live?.liveBlog ?? null) !== null
}

/** Whether readers would read other words than before; true for a post that they do not have. */
async function changesWords(tx: Transaction, post: PostRecord, { title, body }: PostContent): Promise<boolean> {
  if (post.liveVersion === null) return true
  const before = await postRevisionOr404(tx, post, post.liveVersion)
  return !isDeepStrictEqual([before.title, before.body], [title, body])
}

interface Told {
  type: 'post.published' | 'post.withdrawn'
  story: ArticleDraft
  post: { id: string; version: number }
  isShown: boolean
  isTold: boolean
  keys: string[]
  note: string | null | undefined
}

/** Moves the times of the story that readers have, and records the event, last. */
async function tell(
  ctx: Ctx,
  tx: Transaction,
  { type, story, post, isShown, isTold, keys, note }: Told,
): Promise<void> {
  const about = aboutPost(story, post)
  if (!isShown) return recordEvent(ctx, tx, { type, ...about, note: note ?? null })
  await countPosts(tx, story.id)
  await moveTimes(ctx, tx, story.id, isTold)
  await indexStory(tx, story.id)
  const data = { ...about.data, ...(await factsShown(tx, story)) }
  const touched = [...keys, ...(await storyKeys(tx, story.id))]
  await recordEvent(ctx, tx, { type, ...about, data, isPublic: true, keys: touched, note: note ?? null })
}

async function moveTimes(ctx: Ctx, tx: Transaction, id: string, isTold: boolean): Promise<void> {
  // Nothing is updated before the displayed date of its story: see timesOf in src/articles/projection.ts.
  await tx.$executeRaw`
    UPDATE published_article SET "modifiedAt" = ${ctx.now}::timestamptz,
      "updatedAt" = CASE WHEN ${isTold}::boolean THEN greatest("publishedAt", ${ctx.now}::timestamptz) ELSE "updatedAt" END
    WHERE id = ${id}::uuid`
  if (isTold) await tx.article.update({ where: { id }, data: { significantAt: ctx.now }, select: { id: true } })
}

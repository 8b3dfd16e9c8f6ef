import type { ArticleDraft } from '../articles/article-draft.ts'
import { lockedDraft } from '../articles/drafts.ts'
import type { Ctx, Transaction } from '../core/ctx.ts'
import { notFound, Refusal, staleVersion } from '../core/errors.ts'
import { allowOn, type Verb } from '../core/policy.ts'
import { rowOr404 } from '../core/writes.ts'
import type { Prisma } from '../db/generated/client.ts'
import type { PostContent, PostRecord } from './post.ts'

export const recordColumns = {
  ...{ id: true, articleId: true, status: true, headNumber: true, liveNumber: true, at: true, firstPublishedAt: true },
  ...{ createdAt: true, createdBy: true, ownerId: true, changedAt: true },
  revisions: { select: { content: true }, orderBy: { number: 'desc' }, take: 1 },
} satisfies Prisma.PostSelect

type RecordRow = Prisma.PostGetPayload<{ select: typeof recordColumns }>

/** The view for staff of a row with `recordColumns`. */
export function toPostRecord({ headNumber, liveNumber, revisions, ...row }: RecordRow): PostRecord {
  const content = revisions[0]?.content as unknown as PostContent
  return { ...row, version: headNumber, liveVersion: liveNumber, content }
}

/** One post as staff see it, whoever asks. @throws not_found */
export async function postOr404(tx: Transaction, id: string): Promise<PostRecord> {
  const find = (known: string) =>
    tx.post.findUnique({ where: { id: known }, select: recordColumns, relationLoadStrategy: 'join' })
  return toPostRecord(await rowOr404('post', id.toLowerCase(), find))
}

/** The content of one revision of a post. @throws not_found */
export async function postRevisionOr404(tx: Transaction, post: PostRecord, number: number): Promise<PostContent> {
  if (number === post.version) return post.content
  const row = await tx.postRevision.findUnique({ where: { postId_number: { postId: post.id, number } } })
  if (!row) throw notFound('revision', `${number}' of post '${post.id}`)
  return row.content as unknown as PostContent
}

/**
 * A post for a verb on it, with its story, whose lock verbs on its posts hold: they follow each other and the story's own.
 * @throws not_found, forbidden, stale_version, conflict for a post of a killed story
 */
export async function postFor(
  ctx: Ctx,
  tx: Transaction,
  id: string,
  verb: Verb<'post'>,
  expectedVersion: number | null | undefined,
): Promise<{ story: ArticleDraft; post: PostRecord }> {
  const { articleId } = await postOr404(tx, id)
  const story = await lockedDraft(ctx, tx, articleId)
  const post = await postOr404(tx, id)
  allowOn(ctx.caller, 'post', verb, post.ownerId)
  await requirePostVersion(tx, post, expectedVersion)
  requireNotKilled(story)
  return { story, post }
}

/** @throws conflict */
export function requireNotKilled({ id, status }: ArticleDraft): void {
  if (status === 'KILLED')
    throw new Refusal('conflict', `article ${id} was killed; restore it before you change its posts`)
}

/** As `requireVersion`; who made the newest revision stands in it. @throws stale_version */
async function requirePostVersion(tx: Transaction, post: PostRecord, expected: number | null | undefined) {
  if (expected == null || expected === post.version) return
  const where = { postId_number: { postId: post.id, number: post.version } }
  const last = await tx.postRevision.findUnique({ where, select: { createdBy: true, createdAt: true } })
  throw staleVersion('post', post.id, expected, post.version, last && { by: last.createdBy, at: last.createdAt })
}

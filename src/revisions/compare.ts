import type { ArticleDraft } from '../articles/article-draft.ts'
import { articleDraft } from '../articles/drafts.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { allow } from '../core/policy.ts'
import { type ArticleDiff, DiffQuery } from './article-diff.ts'
import { diffContents } from './diff.ts'
import { revisionKey, revisionsByNumber } from './editorial.ts'

/**
 * What a story says differently in revision `to` (the newest when left out) than in `from` (the live one when left out, or
 * without one that before `to`; of the first revision itself, so that nothing differs).
 * @throws not_found for the story or a revision, invalid_input
 */
export async function diffRevisions(ctx: Ctx, id: string, input: unknown): Promise<ArticleDiff> {
  allow(ctx.caller, 'article', 'read')
  const asked = parse(DiffQuery, input)
  const article = await articleDraft(ctx, id)
  const [diff] = await diffsOfArticles(ctx, [{ article, ...asked }])
  if (!diff) throw notFound('pair of revisions', `${asked.from ?? ''} and ${asked.to ?? ''}' of article '${article.id}`)
  return diff
}

/** What is to be compared of a story: numbers as in `DiffQuery`. */
interface Comparison {
  article: Pick<ArticleDraft, 'id' | 'version' | 'liveVersion'>
  from?: number | null | undefined
  to?: number | null | undefined
}

/** The same for many stories at once, in their order; null where there is no such revision. @throws invalid_input */
export async function diffsOfArticles(ctx: Ctx, asked: Comparison[]): Promise<(ArticleDiff | null)[]> {
  allow(ctx.caller, 'article', 'read')
  for (const { from, to } of asked) parse(DiffQuery, { from, to })
  const pairs = await pairsOf(ctx, asked)
  const wanted = pairs.flatMap(({ articleId, from, to }) => [
    { articleId, number: from },
    { articleId, number: to },
  ])
  const revisions = await revisionsByNumber(ctx, wanted)
  return pairs.map(({ articleId, from, to }) => {
    const before = revisions.get(revisionKey({ articleId, number: from }))
    const after = revisions.get(revisionKey({ articleId, number: to }))
    return before && after ? { from, to, ...diffContents(before.content, after.content) } : null
  })
}

interface Pair {
  articleId: string
  from: number
  to: number
}

async function pairsOf(ctx: Ctx, asked: Comparison[]): Promise<Pair[]> {
  const pairs = asked.map(({ article, from, to }) => ({
    articleId: article.id,
    from: from ?? article.liveVersion,
    to: to ?? article.version,
  }))
  const open = pairs.filter(({ from }) => from === null)
  if (open.length === 0) return pairs.map((pair) => ({ ...pair, from: pair.from ?? pair.to }))
  const previous = await previousNumbers(ctx, open)
  return pairs.map((pair) => ({
    ...pair,
    from: pair.from ?? previous.get(revisionKey({ articleId: pair.articleId, number: pair.to })) ?? pair.to,
  }))
}

/** The number of the revision before each, under `revisionKey`; folded autosaves leave gaps. */
async function previousNumbers(ctx: Ctx, of: { articleId: string; to: number }[]): Promise<Map<string, number>> {
  const [ids, numbers] = [of.map(({ articleId }) => articleId), of.map(({ to }) => to)]
  const rows = await ctx.db.$queryRaw<{ articleId: string; to: number; previous: number }[]>`
    SELECT wanted.id::text AS "articleId", wanted.number AS "to", max(revision.number) AS previous
    FROM unnest(${ids}::uuid[], ${numbers}::int[]) AS wanted (id, number)
    JOIN revision ON revision."articleId" = wanted.id AND revision.number < wanted.number
    GROUP BY wanted.id, wanted.number`
  return new Map(rows.map(({ articleId, to, previous }) => [revisionKey({ articleId, number: to }), previous]))
}

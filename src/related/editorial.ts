import type { ArticleContent } from '../articles/article.ts'
import type { ArticleDraft } from '../articles/article-draft.ts'
import { toArticleLink } from '../articles/article-link.ts'
import { renderText } from '../articles/body/text.ts'
import { draftOr404 } from '../articles/drafts.ts'
import { reviseArticle } from '../articles/editorial.ts'
import { type ArticleNode, toArticleNode } from '../articles/published.ts'
import { anyOf, linkColumns, nodeColumns, readRows } from '../articles/reading.ts'
import type { LinkRow, NodeRow } from '../articles/rows.ts'
import type { Ctx } from '../core/ctx.ts'
import { invalidInput, Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { allow, allowOn } from '../core/policy.ts'
import { Prisma } from '../db/generated/client.ts'
import { AcceptInput } from './exclusion.ts'
import { reasonOf } from './ground.ts'
import { type RelatedStory, type RelatedStoryOf, readRelatedRequest } from './related-story.ts'
import { readDraft } from './stories.ts'
import { type Suggestion, suggestionsFor } from './suggesting.ts'

/**
 * What the engine would suggest beside the newest revision of a story, live or not; ten when `first` is left out. What is picked in it by
 * hand is not among them. @throws not_found, invalid_input, limit_exceeded
 */
export async function suggestionsOfDraft(ctx: Ctx, id: string, input: unknown): Promise<RelatedStoryOf<ArticleNode>[]> {
  const found = await findFor(ctx, id, input)
  const source = Prisma.sql`FROM published_article a WHERE a.id = ${anyOf(found.map((each) => each.id))}`
  const rows = await readRows<NodeRow>(ctx, nodeColumns, source)
  return toList(
    found,
    rows.map((row) => toArticleNode(row, ctx.site)),
  )
}

/** The same for REST, where a story that is mentioned is a link. */
export async function listSuggestions(ctx: Ctx, id: string, input: unknown): Promise<RelatedStory[]> {
  const found = await findFor(ctx, id, input)
  const source = Prisma.sql`FROM published_article l WHERE l.id = ${anyOf(found.map((each) => each.id))}`
  const rows = await readRows<LinkRow>(ctx, linkColumns, source)
  return toList(
    found,
    rows.map((row) => toArticleLink(row, ctx.site)),
  )
}

async function findFor(ctx: Ctx, id: string, input: unknown): Promise<Suggestion[]> {
  allow(ctx.caller, 'article', 'read')
  const { size, isAnyLanguage } = readRelatedRequest(input)
  const draft = await draftOr404(ctx, ctx.db, id.toLowerCase())
  const { content } = draft
  const { tagIds } = content
  const { list } = await suggestionsFor(ctx, ctx.db, await readDraft(ctx.db, asStory(ctx, draft)), { tagIds })
  const picked = new Set(content.related.map(({ articleId }) => articleId))
  return list
    .filter((each) => !picked.has(each.id) && (isAnyLanguage || !each.isForeign))
    .sort((one, other) => (isAnyLanguage ? other.score - one.score : 0))
    .slice(0, size)
}

/** What was taken down since it was found is left out. */
function toList<A extends { id: string; headline: string; canonicalUrl: string }>(
  found: Suggestion[],
  articles: A[],
): RelatedStoryOf<A>[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return found.flatMap(({ id, score, grounds }, index) => {
    const article = byId.get(id)
    if (!article) return []
    const told = {
      headline: article.headline,
      url: article.canonicalUrl,
      article,
      score,
      reasons: grounds.map(reasonOf),
      grounds,
    }
    return [{ kind: 'SUGGESTED' as const, position: index + 1, ...told }]
  })
}

function asStory({ now }: Ctx, { id, content }: Pick<ArticleDraft, 'id' | 'content'>) {
  const { locale, headline, translationOf } = content
  const publishedAt = content.publishedAt ? new Date(content.publishedAt) : now
  return { id, locale, headline, text: textOf(content), publishedAt, originalId: translationOf ?? id }
}

function textOf({ standfirst, body }: ArticleContent): string {
  return [standfirst, renderText(body)].filter(Boolean).join('\n')
}

/**
 * Adds stories to those that are picked by hand, behind them, in a new revision; what is picked already stays where it is.
 * @throws not_found, stale_version, missing_reference, invalid_input for more than 30 picks
 */
export async function acceptSuggestions(
  ctx: Ctx,
  id: string,
  input: unknown,
  expectedVersion?: number | null,
): Promise<ArticleDraft> {
  allow(ctx.caller, 'article', 'revise')
  const draft = await draftOr404(ctx, ctx.db, id.toLowerCase())
  allowOn(ctx.caller, 'article', 'revise', draft.ownerId)
  const { articleIds } = parse(AcceptInput, input)
  const picked = draft.content.related
  const known = new Set(picked.map(({ articleId }) => articleId))
  const added = [...new Set(articleIds.map((each) => each.toLowerCase()))].filter((each) => !known.has(each))
  if (added.length === 0)
    throw invalidInput([{ path: 'articleIds', message: 'are picked by hand already; name another story' }])
  const itself = articleIds.findIndex((each) => each.toLowerCase() === draft.id)
  if (itself >= 0) throw invalidInput([{ path: `articleIds[${itself}]`, message: 'is the story itself; name another' }])
  await requireStories(ctx, articleIds)
  const related = [...picked.map(asPick), ...added.map((articleId) => ({ articleId }))]
  // Who changed the picks meanwhile is not overwritten.
  return reviseArticle(ctx, id, { related }, expectedVersion ?? draft.version)
}

/** Said here in the words of who asked: in the revision they would be others' places. @throws missing_reference */
async function requireStories({ db }: Ctx, articleIds: string[]): Promise<void> {
  const rows = await db.article.findMany({ where: { id: { in: articleIds } }, select: { id: true } })
  const known = new Set(rows.map(({ id }) => id))
  const faults = articleIds.flatMap((id, place) =>
    known.has(id.toLowerCase()) ? [] : [{ path: `articleIds[${place}]`, message: `${id} is not the id of an article` }],
  )
  if (faults.length > 0)
    throw new Refusal('missing_reference', faults.map(({ path, message }) => `${path} ${message}`).join('; '), {
      faults,
    })
}

function asPick({ articleId, url, headline }: ArticleContent['related'][number]) {
  return { ...(articleId && { articleId }), ...(url && { url }), ...(headline && { headline }) }
}

import { listArticles } from '../articles/list.ts'
import { articlesOfTags } from '../articles/owned-lists.ts'
import type { ArticleSummary } from '../articles/public-article.ts'
import type { ArticleNode } from '../articles/published.ts'
import type { Ctx } from '../core/ctx.ts'
import { notFound } from '../core/errors.ts'
import type { Page } from '../core/page.ts'
import { parse } from '../core/parse.ts'
import { tagByKey } from '../tags/delivery.ts'
import { TimelineQuery } from './storyline.ts'

/**
 * The live stories of a running story by their displayed date, oldest first unless `newestFirst`; by the id or slug of its tag.
 * @throws not_found, also for a tag of another type.
 */
export async function timelineByKey(ctx: Ctx, key: string, input: unknown): Promise<Page<ArticleSummary>> {
  const { newestFirst, ...page } = parse(TimelineQuery, input)
  const tag = await tagByKey(ctx, key)
  if (tag.type !== 'STORYLINE') throw notFound('storyline', key)
  // Without more to show, the items of a list are summaries.
  return (await listArticles(ctx, { ...page, sort: sortFor(newestFirst), tag: tag.id })) as Page<ArticleSummary>
}

/** The same for many running stories at once, by the id of the tag. */
export async function timelinesOfTags(
  ctx: Ctx,
  ids: string[],
  input: unknown,
): Promise<Map<string, Page<ArticleNode>>> {
  const { newestFirst, ...page } = parse(TimelineQuery, input)
  return articlesOfTags(ctx, ids, { ...page, sort: sortFor(newestFirst) })
}

function sortFor(newestFirst: boolean | null | undefined) {
  return newestFirst ? ('publishedAt' as const) : ('publishedAtAsc' as const)
}

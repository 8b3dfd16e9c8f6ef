import type { ArticlePatch } from '../articles/article.ts'
import { correctArticle } from '../articles/correct.ts'
import { articleDraft } from '../articles/drafts.ts'
import { reviseArticle } from '../articles/editorial.ts'
import { killArticle } from '../articles/kill.ts'
import { publishArticle, withdrawArticle } from '../articles/publish.ts'
import { submitArticle } from '../articles/workflow.ts'
import type { Ctx } from '../core/ctx.ts'
import { scheduleArticle } from '../schedules/editorial.ts'
import { demoStories } from './content/newsroom.ts'
import type { DemoStory } from './content/types.ts'
import { isOut } from './to-input.ts'

/** A story of the demo that is in the newsroom. */
interface Known {
  id: string
  status: string
  corrections: number
  livePosts: number
  /** Whether somebody else has done something with it since. */
  isTouched: boolean
}

const statusOf = {
  ...{ live: 'LIVE', withdrawn: 'WITHDRAWN', killed: 'KILLED' },
  ...{ review: 'IN_REVIEW', scheduled: 'SCHEDULED', draft: 'DRAFT' },
} as const satisfies Record<DemoStory['state'], string>

const counted = { corrections: true, posts: { where: { status: 'LIVE' } } } as const

/** The stories of the demo that are there, by key. */
export async function knownStories(ctx: Ctx): Promise<Map<string, Known>> {
  const rows = await ctx.db.articleSlug.findMany({
    where: { slug: { in: demoStories.map(({ key }) => key) } },
    select: { slug: true, article: { select: { id: true, status: true, _count: { select: counted } } } },
  })
  const others = await ctx.db.journalEntry.findMany({
    where: { subjectId: { in: rows.map(({ article }) => article.id) }, actor: { not: 'demo' } },
    select: { subjectId: true },
    distinct: ['subjectId'],
  })
  const touched = new Set(others.map(({ subjectId }) => subjectId))
  return new Map(
    rows.map(({ slug, article: { id, status, _count: count } }) => [
      slug,
      { id, status, corrections: count.corrections, livePosts: count.posts, isTouched: touched.has(id) },
    ]),
  )
}

/** Whether a story is as the demo has it; what somebody else has changed stays changed. */
export function isFinished({ state, correction, liveBlog }: DemoStory, known: Known | undefined): boolean {
  if (!known) return false
  const hasPosts = known.livePosts >= (liveBlog?.posts.length ?? 0)
  return known.isTouched || (known.status === statusOf[state] && (!correction || known.corrections > 0) && hasPosts)
}

/** Brings a story into its state, from wherever an earlier run left it. `relinked`: its links to later stories, if it has some. */
export async function finishStory(
  ctx: Ctx,
  id: string,
  { state, correction, takenDownFor: reason, ...story }: DemoStory,
  relinked: ArticlePatch | null,
): Promise<void> {
  const { status } = await articleDraft(ctx, id)
  if (status === 'DRAFT' && relinked) await reviseArticle(ctx, id, { ...relinked, note: 'Links to later stories' })
  if (status === 'DRAFT' && isOut({ ...story, state })) await publishArticle(ctx, id, {})
  if (correction) await correctArticle(ctx, id, correction)
  if (state === 'withdrawn') await withdrawArticle(ctx, id, { reason })
  if (state === 'killed') await killArticle(ctx, id, { reason })
  if (state === 'review') await submitArticle(ctx, id, { note: 'Ready to be read by a second pair of eyes' })
  if (state === 'scheduled') await scheduleArticle(ctx, id, { action: 'PUBLISH', at: await tomorrowMorning(ctx) })
}

/** Five o'clock tomorrow morning, in UTC, by the clock that decides. */
async function tomorrowMorning(ctx: Ctx): Promise<string> {
  const morning = await ctx.databaseNow(ctx.db)
  morning.setUTCDate(morning.getUTCDate() + 1)
  morning.setUTCHours(5, 0, 0, 0)
  return morning.toISOString()
}

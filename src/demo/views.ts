import type { Ctx } from '../core/ctx.ts'
import { writeViews } from '../popular/buckets.ts'
import { rankStories } from '../popular/ranking.ts'
import type { Counted } from '../popular/tally.ts'
import { demoStories } from './content/newsroom.ts'
import type { DemoStory } from './content/types.ts'

const hour = 3_600_000

/** Hours before now of which there are views. */
const hours = 72

/** A story that was read much yesterday, and one that is read again now. */
const giant = 'adria-trophy-final-barkovlje-champions'
const risen = 'museum-returns-canoe-to-the-river'

/**
 * Views of the last three days, so that rankings show something: always the same, told from now. Nothing when somebody read a story in
 * the last day.
 */
export async function loadViews(ctx: Ctx, stories: Map<string, string>): Promise<void> {
  const now = await ctx.databaseNow(ctx.db)
  const lately = await ctx.db.viewBucket.findFirst({ where: { at: { gt: new Date(now.getTime() - 24 * hour) } } })
  if (lately) return
  const newestFirst = demoStories
    .filter(({ state }) => state === 'live')
    .sort((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1))
  const counted = newestFirst.flatMap((story, place) => viewsOf(story, place, stories.get(story.key) ?? '', now))
  await writeViews(
    ctx.db,
    counted.sort((a, b) => (a.articleId < b.articleId ? -1 : 1)),
  )
  await rankStories(ctx)
}

/** The newer a story, the more it is read: the first 240 times an hour, the second 120 times. By night less than half of that. */
function viewsOf({ key }: DemoStory, place: number, articleId: string, now: Date): Counted[] {
  const minute = Math.floor(now.getTime() / 60_000) * 60_000
  return Array.from({ length: hours }, (_, ago) => {
    const usual = (240 / (place + 1)) * (1 + Math.sin(((ago % 24) / 24) * 2 * Math.PI) * 0.6)
    const extra = key === giant && ago >= 20 && ago < 30 ? 900 : key === risen && ago === 0 ? 90 : 0
    const views = Math.round(usual + extra)
    const at = minute - ago * hour - 2 * 60_000
    return { articleId, at, views, attentionSeconds: views * (30 + (place % 5) * 15), shares: Math.floor(views / 40) }
  }).filter(({ views }) => views > 0)
}

import type { Ctx } from '../core/ctx.ts'
import { createFront } from '../fronts/editorial.ts'
import { publishFront } from '../fronts/publish.ts'
import { updateTag } from '../tags/editorial.ts'
import { demoFronts, demoStorylineWords } from './content/fronts.ts'
import type { DemoFront } from './content/types.ts'
import type { Ids } from './to-input.ts'

/** What is said of running stories, and the fronts: those that are not there yet. What somebody has changed since stays changed. */
export async function loadPages(ctx: Ctx, ids: Ids): Promise<void> {
  await tellStorylines(ctx, ids)
  for (const front of demoFronts) await loadFront(ctx, front, ids)
}

async function tellStorylines(ctx: Ctx, ids: Ids): Promise<void> {
  for (const { tag, lead, ...said } of demoStorylineWords) {
    const id = ids.tags.get(tag) ?? ''
    const { version } = await ctx.db.tag.findUniqueOrThrow({ where: { id }, select: { version: true } })
    if (version === 1)
      await updateTag(ctx, id, { storyline: { ...said, leadArticleId: lead && ids.stories.get(lead) } })
  }
}

async function loadFront(ctx: Ctx, { key, slots, ...front }: DemoFront, ids: Ids): Promise<void> {
  const known = await ctx.db.front.findUnique({ where: { slug: key }, select: { id: true, version: true } })
  const places = slots.map(({ story, ...words }) => ({ ...words, articleId: story && ids.stories.get(story) }))
  const { id, version } = known ?? (await createFront(ctx, { ...front, slug: key, slots: places }))
  // A run that was killed left it unpublished.
  if (version === 1) await publishFront(ctx, id, { note: 'As put together' })
}

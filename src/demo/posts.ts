import type { Ctx } from '../core/ctx.ts'
import { createPost } from '../posts/editorial.ts'
import { publishPost } from '../posts/publish.ts'
import type { DemoPost, DemoStory } from './content/types.ts'
import { type Ids, withIds } from './to-input.ts'

/** Makes and publishes the posts of a live blog that are not there yet, each at its own time; a killed run is completed. */
export async function finishPosts(at: (time: string) => Ctx, id: string, story: DemoStory, ids: Ids): Promise<void> {
  for (const post of story.liveBlog?.posts ?? []) {
    const ctx = at(post.at)
    const known = await ctx.db.post.findFirst({ where: { articleId: id, at: new Date(post.at) } })
    if (known?.status === 'LIVE') continue
    const made = known ?? (await createPost(ctx, id, toPostInput(post, ids)))
    await publishPost(ctx, made.id, {})
  }
}

function toPostInput({ author, body, ...words }: DemoPost, ids: Ids) {
  const authorId = author && ids.authors.get(author)
  return { ...words, body: withIds(body, ids), ...(authorId && { bylines: [{ authorId }] }) }
}

import type { Random } from '../../bench/archive/random.ts'
import { createArticle } from '../../src/articles/editorial.ts'
import { publishArticle } from '../../src/articles/publish.ts'
import type { Newsroom } from '../newsroom.ts'
import { type Media, someFile, upload } from './media.ts'

/** Fills a newsroom with assets that have files, and live stories of which many show one. */
export async function fillRoom(
  newsroom: Newsroom,
  random: Random,
  { assets, stories }: { assets: number; stories: number },
): Promise<void> {
  const made: Media[] = []
  for (let n = 0; n < assets; n++) made.push((await upload(newsroom, await someFile(random))).media)
  for (let n = 0; n < stories; n++) await publishStory(newsroom, random, made[n % made.length])
}

async function publishStory({ ctx }: Newsroom, random: Random, media: Media | undefined): Promise<void> {
  const text = `Story ${random.below(2 ** 31)} ${'word '.repeat(random.below(200))}`
  const { id } = await createArticle(ctx(), {
    headline: text.slice(0, 60).trim(),
    body: [{ _type: 'block', children: [{ _type: 'span', text }] }],
    ...(media?.type === 'IMAGE' && { leadMedia: { mediaId: media.id } }),
  })
  await publishArticle(ctx(), id, {})
}

/** Publishes stories with new files until it is stopped, which gives how many things were written. */
export function keepWriting(newsroom: Newsroom, random: Random) {
  let isOver = false
  const work = async () => {
    let writes = 0
    for (; !isOver; writes += 3) {
      const { media } = await upload(newsroom, await someFile(random))
      await publishStory(newsroom, random, media)
    }
    return writes
  }
  const done = work()
  return {
    stop: () => {
      isOver = true
      return done
    },
  }
}

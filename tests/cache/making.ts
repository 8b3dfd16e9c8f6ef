import { as, someBody } from '../articles/stories.ts'
import type { Newsroom } from '../helpers/app.ts'

/** A live story, made over REST. */
export async function makeStory(news: Newsroom, input: object = {}) {
  const { data } = await news.rest<{ id: string; content: { slug: string } }>('POST', '/v1/editorial/articles', {
    as,
    body: { headline: 'Harbour reopens', body: someBody, ...input },
  })
  await news.rest('POST', `/v1/editorial/articles/${data.id}/publish`, { as, body: {} })
  return { id: data.id, slug: data.content.slug, url: `/v1/articles/${data.content.slug}` }
}

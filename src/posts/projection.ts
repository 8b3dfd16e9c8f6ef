import { renderHtml } from '../articles/body/html.ts'
import { fillMedia } from '../articles/body/media.ts'
import { articleIdsIn, mediaIdsIn } from '../articles/body/references.ts'
import { renderText } from '../articles/body/text.ts'
import { bylinesOf } from '../articles/projection.ts'
import type { References } from '../articles/references.ts'
import { toMediaCopy } from '../media/published.ts'
import type { PostContent } from './post.ts'

/** A revision of a post that is for readers, and its times. */
export interface ShownPost {
  id: string
  articleId: string
  version: number
  content: PostContent
  firstPublishedAt: Date
  modifiedAt: Date
}

/** The rows that show one post to readers, times as texts: they are written as JSON. */
export type PostProjection = ReturnType<typeof projectPost>

/** Pure, from a revision and what it refers to. The displayed time is the editor's or that of the first publication. */
export function projectPost(post: ShownPost, references: Pick<References, 'authors' | 'media'>) {
  const { id, articleId, version, content, firstPublishedAt, modifiedAt } = post
  const { title, isKeyEvent, isPinned } = content
  const standing = (mediaId: string) => references.media.get(mediaId)?.id ?? mediaId
  return {
    ...{ id, articleId, version, title, isKeyEvent, isPinned },
    ...withPostMedia(content, references),
    at: content.at ?? firstPublishedAt.toISOString(),
    bodyText: renderText(content.body),
    publishedAt: firstPublishedAt.toISOString(),
    modifiedAt: modifiedAt.toISOString(),
    bylines: bylinesOf(content, references).map((byline, position) => ({ ...byline, position, postId: id })),
    links: articleIdsIn(content.body).map((targetId) => ({ postId: id, targetId })),
    media: [...new Set(mediaIdsIn(content.body).map(standing))].map((mediaId) => ({ postId: id, mediaId })),
  }
}

/** The forms of the body that hold copies of assets. */
export function withPostMedia({ body }: Pick<PostContent, 'body'>, { media }: Pick<References, 'media'>) {
  const filled = fillMedia(body, new Map([...media].map(([id, asset]) => [id, toMediaCopy(asset)])))
  return { body: filled, bodyHtml: renderHtml(filled) }
}

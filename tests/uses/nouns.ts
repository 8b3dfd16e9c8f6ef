import type { Newsroom } from '../helpers/app.ts'
import type { Facts } from '../helpers/ask.ts'

/** What a story can use: how one is made, and how a story uses it. */
export function nouns({ make }: Newsroom) {
  return [
    {
      ...{ noun: 'tag', Type: 'Tag', path: '/v1/editorial/tags', made: () => make.tag() },
      inStory: (id: string): Facts => ({ tagIds: [id] }),
    },
    {
      ...{ noun: 'author', Type: 'Author', path: '/v1/editorial/authors', made: () => make.author() },
      inStory: (id: string): Facts => ({ bylines: [{ authorId: id }] }),
    },
    {
      ...{ noun: 'media', Type: 'Media', path: '/v1/editorial/media', made: () => make.media() },
      inStory: (id: string): Facts => ({ leadMedia: { mediaId: id } }),
    },
  ]
}

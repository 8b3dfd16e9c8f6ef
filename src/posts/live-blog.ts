import { type Static, Type } from 'typebox'
import type { PublicBody } from '../articles/body/public-types.ts'
import { Byline } from '../articles/byline.ts'
import type { PublicAuthor } from '../authors/author.ts'
import { Id, Instant, InstantInput, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'
import { bodyExample } from './post.ts'

// A live blog as readers have it.

const windows = ['latest', 'around', 'since', 'keyEvents', 'pinned'] as const

/** Which posts of a live blog to show. */
export const PostWindowQuery = strict({
  window: optional(
    oneOf(
      windows,
      'latest (when left out): newest first. around: `post` with as many newer and older ones. since: those right behind `post` or the instant `since`. keyEvents, pinned: such posts only.',
    ),
  ),
  post: optional(Id),
  since: optional(InstantInput),
  ...pageFields,
  after: optional(Type.String({ description: "'older' of another window: posts older than that one." })),
  before: optional(Type.String({ description: "'newer' of another window: posts newer than that one." })),
})

/** A page of one list: `after` a post, `before` one, or from its beginning. Cursors belong to the posts of one story. */
export interface ListArguments {
  first?: number | null
  after?: string | null
  before?: string | null
}

/** Which posts to look up of each story. */
export type WindowRequest =
  | ({ window: 'latest' | 'keyEvents' | 'pinned' } & ListArguments)
  | { window: 'around'; post: string; first?: number | null }
  | { window: 'since'; post?: string | null; since?: string | null; first?: number | null }

/** A post for readers. */
export const Post = Type.Object(
  {
    id: Id,
    at: Type.Unsafe<Date>({ ...Instant, description: 'The displayed time, by which posts are ordered.' }),
    title: nullable(Type.String()),
    body: Type.Unsafe<PublicBody>({ description: 'Portable Text: an array of blocks. See docs/body.md.' }),
    bodyHtml: Type.String({ description: 'The body as HTML, safe to insert.' }),
    bodyText: Type.String({ description: 'The body as plain text.' }),
    isKeyEvent: Type.Boolean(),
    isPinned: Type.Boolean(),
    bylines: Type.Array(Byline),
    publishedAt: Type.Unsafe<Date>({ ...Instant, description: 'When it first went live.' }),
    modifiedAt: Type.Unsafe<Date>({ ...Instant, description: 'Moves on any change of it.' }),
    version: Type.Integer({ description: 'Number of the revision on show.' }),
    url: Type.String({ description: 'The address of the story with the post as its fragment.' }),
  },
  { $id: 'Post', examples: [postExample()] },
)
/** With the authors whole: over REST their links are written. */
export type Post = Omit<Static<typeof Post>, 'bylines'> & {
  bylines: { role: string; position: number; displayName: string; author: PublicAuthor }[]
}

/** Some posts in a row, newest first, and where the row goes on. */
export const PostWindow = Type.Object(
  {
    posts: Type.Array(named(Post)),
    older: nullable(Type.String({ description: 'Cursor of the last one, for `after`; null when none is older.' })),
    newer: nullable(Type.String({ description: 'Cursor of the first one, for `before`; null when none was newer.' })),
    totalPosts: Type.Integer({ description: 'How many live posts the live blog has in all.' }),
  },
  { $id: 'PostWindow', examples: [windowExample()] },
)
export type PostWindow = Omit<Static<typeof PostWindow>, 'posts'> & { posts: Post[] }

/** What a story has that is a live blog. */
export const LiveBlog = Type.Object(
  {
    startsAt: Type.Unsafe<Date>({ ...Instant, description: 'When coverage begins.' }),
    endsAt: Type.Unsafe<Date | null>(nullable({ ...Instant, description: 'When it ended or is to end.' })),
    totalPosts: Type.Integer({ description: 'How many live posts it has.' }),
    latest: named(PostWindow),
    keyEvents: named(PostWindow),
    pinned: named(PostWindow),
  },
  { $id: 'LiveBlog', examples: [liveBlogExample()] },
)
export type LiveBlog = Omit<Static<typeof LiveBlog>, 'latest' | 'keyEvents' | 'pinned'> &
  Record<'latest' | 'keyEvents' | 'pinned', PostWindow>

/** A live blog in GraphQL, whose windows are looked up when they are asked for; a preview has its posts with it. */
export interface LiveBlogNode {
  articleId: string
  startsAt: Date
  endsAt: Date | null
  ready?: { totalPosts: number; windowOf(request: WindowRequest): PostWindow | null }
}

/** For the list of shapes of the API reference. */
export const liveBlogShapes = [Post, PostWindow, LiveBlog]

function postExample() {
  return {
    id: '0192a1b0-0000-7000-8000-000000000090',
    at: '2026-01-08T09:31:00.000Z',
    title: 'Doors closed',
    body: bodyExample,
    bodyHtml: '<p>The doors of the parliament have been closed.</p>',
    bodyText: 'The doors of the parliament have been closed.',
    isKeyEvent: true,
    isPinned: false,
    bylines: [],
    publishedAt: '2026-01-08T09:31:00.000Z',
    modifiedAt: '2026-01-08T09:31:00.000Z',
    version: 1,
    url: 'https://example.org/world/parliament-live#post-0192a1b0-0000-7000-8000-000000000090',
  }
}

function windowExample() {
  return { posts: [postExample()], older: null, newer: null, totalPosts: 1 }
}

function liveBlogExample() {
  const latest = windowExample()
  const pinned = { ...windowExample(), posts: [] }
  return { startsAt: '2026-01-08T09:00:00.000Z', endsAt: null, totalPosts: 1, latest, keyEvents: latest, pinned }
}

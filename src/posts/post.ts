import { type Static, Type } from 'typebox'
import { BylineInput } from '../articles/article.ts'
import type { Body } from '../articles/body/types.ts'
import {
  Id,
  Instant,
  InstantInput,
  line,
  named,
  nullable,
  oneOf,
  optional,
  pageFields,
  strict,
} from '../core/shapes.ts'

// A post of a live blog as staff have it: see docs/live-blogs.md.

const postStatuses = ['DRAFT', 'LIVE', 'WITHDRAWN'] as const
export const PostStatus = oneOf(
  postStatuses,
  'DRAFT: in work. LIVE: shown whenever its story is. WITHDRAWN: was live, and was taken back.',
)

const fields = {
  title: nullable(line(300)),
  body: Type.Array(Type.Unknown(), { description: 'Portable Text; none where a title says it all.' }),
  at: nullable({ ...InstantInput, description: 'The displayed time; null, that of its first publication.' }),
  isKeyEvent: Type.Boolean({ description: 'Whether it is one of the events by which a reader gets the story.' }),
  isPinned: Type.Boolean({ description: 'Whether it is to stand above the others.' }),
  bylines: Type.Array(BylineInput, { maxItems: 10 }),
}

const note = optional(line(500, 'Why this revision was made; for colleagues, never shown to readers.'))

export const bodyExample = [
  {
    _type: 'block',
    _key: 'b0',
    style: 'normal',
    markDefs: [],
    children: [{ _type: 'span', _key: 's0', text: 'The doors of the parliament have been closed.', marks: [] }],
  },
]

/** What a new post may say. Readers see nothing of it until it is published. */
export const PostInput = strict(
  { ...Type.Partial(Type.Object(fields)).properties, note },
  {
    $id: 'PostInput',
    examples: [{ title: 'Doors closed', body: bodyExample, isKeyEvent: true }],
  },
)
export type PostInput = Static<typeof PostInput>

/** A change: what is left out stays, null empties. */
export const PostPatch = strict(
  { ...Type.Partial(Type.Object(fields)).properties, note },
  { $id: 'PostPatch', examples: [{ title: 'Doors closed for the night', note: 'They open at six' }] },
)
export type PostPatch = Static<typeof PostPatch>

export const PublishPostInput = strict(
  {
    revision: optional(
      Type.Integer({ minimum: 1, description: 'Number of the revision to show; the newest when left out.' }),
    ),
    significant: optional(
      Type.Boolean({
        description:
          'Whether readers are told of an update: moves `updatedAt` of the story. Left out: when the post is new to readers, or its title or text change.',
      }),
    ),
    note,
  },
  { $id: 'PublishPostInput', examples: [{ note: 'Confirmed by the speaker' }] },
)

export const WithdrawPostInput = strict(
  { note },
  { $id: 'WithdrawPostInput', examples: [{ note: 'The source has taken it back' }] },
)

/** Which posts of a story staff ask for. */
export const PostQuery = strict({ status: optional(PostStatus), ...pageFields })

const text = nullable(Type.String())

/** Everything editable in a post: what one revision holds. References are ids. */
export const PostContent = Type.Object(
  {
    title: text,
    body: Type.Unsafe<Body>({ description: 'Portable Text.' }),
    at: nullable(Type.String({ description: 'The displayed time as RFC 3339, when it is not that of publication.' })),
    isKeyEvent: Type.Boolean(),
    isPinned: Type.Boolean(),
    bylines: Type.Array(Type.Object({ authorId: Id, role: Type.String(), displayName: text })),
  },
  { $id: 'PostContent', examples: [contentExample()] },
)
export type PostContent = Static<typeof PostContent>

/** A post as staff see it: its state and its newest content. */
export const PostRecord = Type.Object(
  {
    id: Id,
    articleId: Type.String({ format: 'uuid', description: 'The story whose post it is.' }),
    status: PostStatus,
    version: Type.Integer({ description: 'Number of the newest revision; what `If-Match` is compared with.' }),
    liveVersion: nullable(Type.Integer({ description: 'Number of the revision for readers.' })),
    at: Type.Unsafe<Date>({ ...Instant, description: 'Its place among the posts of the story for staff.' }),
    firstPublishedAt: nullable(Instant),
    createdAt: Instant,
    createdBy: Type.String(),
    ownerId: nullable(Type.String({ format: 'uuid', description: 'The user or key whose post it is.' })),
    changedAt: Instant,
    content: named(PostContent),
  },
  { $id: 'PostRecord', examples: [recordExample()] },
)
export type PostRecord = Static<typeof PostRecord>

/** For the list of shapes of the API reference. */
export const postShapes = [PostInput, PostPatch, PublishPostInput, WithdrawPostInput, PostContent, PostRecord]

function contentExample() {
  return { title: 'Doors closed', body: bodyExample, at: null, isKeyEvent: true, isPinned: false, bylines: [] }
}

function recordExample() {
  return {
    id: '0192a1b0-0000-7000-8000-000000000090',
    articleId: '0192a1b0-0000-7000-8000-000000000020',
    status: 'DRAFT',
    version: 1,
    liveVersion: null,
    at: '2026-01-08T09:31:00.000Z',
    firstPublishedAt: null,
    createdAt: '2026-01-08T09:31:00.000Z',
    createdBy: 'key:desk',
    ownerId: '0192a1b0-0000-7000-8000-000000000061',
    changedAt: '2026-01-08T09:31:00.000Z',
    content: contentExample(),
  }
}

import { type Static, Type } from 'typebox'
import { Role, UserStatus } from '../accounts/user.ts'
import { AuthorInput } from '../authors/author.ts'
import { Id, nullable, Slug, strict, WebUrl } from '../core/shapes.ts'
import { IngestSourceInput } from '../ingest/source.ts'
import { MediaInput } from '../media/media.ts'
import { StorylineRecord } from '../storylines/storyline.ts'
import { TagInput } from '../tags/tag.ts'
import { WebhookInput } from '../webhooks/webhook.ts'
import { Actor, Count, Identities, Moment, mergedIntoId, Slugs, text, versioned } from './line.ts'

// What the lines about things other than stories hold. Fields have the order in which they are written.

/** Somebody on the staff, without password and sign-ins. */
export const UserLine = strict({
  id: Id,
  email: text(254),
  name: text(1_000),
  role: Role,
  status: UserStatus,
  issuer: nullable(text(2_000)),
  subject: nullable(text(2_000)),
  ...versioned,
})
export type UserLine = Static<typeof UserLine>

const media = MediaInput.properties

const Hash = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'must be a SHA-256 in hex' })
const word = (pattern: string, maxLength: number) => nullable(Type.String({ pattern, maxLength }))

/** Of a file that is kept here; the file itself is beside the export, when it was asked for. */
const stored = {
  storedAs: word('^[a-z0-9]+([./-][a-z0-9]+)*$', 300),
  bytes: nullable(Count),
  hash: nullable(Hash),
  sourceHash: nullable(Hash),
  sourceUrl: nullable(WebUrl),
  edition: word('^[A-Za-z0-9_-]+$', 100),
  thumbhash: word('^[A-Za-z0-9+/]+=*$', 200),
  placeholder: word('^data:image/[a-z]+;base64,[A-Za-z0-9+/]+=*$', 10_000),
  dominantColor: word('^#[0-9a-f]{6}$', 7),
}

/** An asset. `url` is where its file is; of one that is kept here it begins with `/media/`. */
export const MediaLine = strict({
  id: Id,
  type: media.type,
  url: Type.Union([WebUrl, Type.String({ pattern: '^/media/[^\\s]+$', maxLength: 500 })]),
  ...stored,
  ...Type.Required(
    Type.Pick(MediaInput, ['mimeType', 'width', 'height', 'durationSeconds', 'alt', 'caption', 'credit', 'focalPoint']),
  ).properties,
  mergedIntoId,
  identities: Identities,
  ...versioned,
})
export type MediaLine = Static<typeof MediaLine>

/** Somebody or something with bylines; `slugs` are all that lead to it, its own among them. */
export const AuthorLine = strict({
  id: Id,
  ...Type.Required(Type.Pick(AuthorInput, ['kind', 'name', 'slug'])).properties,
  slugs: Slugs(Slug),
  ...Type.Required(Type.Pick(AuthorInput, ['bio', 'jobTitle', 'email', 'emailPublic', 'avatarId', 'links'])).properties,
  publicAt: nullable(Moment),
  mergedIntoId,
  identities: Identities,
  ...versioned,
})
export type AuthorLine = Static<typeof AuthorLine>

/** A tag and its place in the tree. */
export const TagLine = strict({
  id: Id,
  ...Type.Required(Type.Pick(TagInput, ['type', 'name', 'slug'])).properties,
  slugs: Slugs(Slug),
  ...Type.Required(Type.Pick(TagInput, ['description', 'parentId', 'aliases', 'externalIds'])).properties,
  publicAt: nullable(Moment),
  mergedIntoId,
  identities: Identities,
  ...versioned,
})
export type TagLine = Static<typeof TagLine>

/** What editors said of the running story that a tag names. */
export const StorylineLine = strict({ tagId: Id, ...StorylineRecord.properties })
export type StorylineLine = Static<typeof StorylineLine>

/** What editors keep a story from being suggested beside: other stories, or itself, which is anywhere. */
export const ExclusionLine = strict({
  articleId: Id,
  besides: Type.Array(strict({ besideId: Id, createdAt: Moment, createdBy: Actor }), { maxItems: 100_000 }),
})
export type ExclusionLine = Static<typeof ExclusionLine>

/** A front: what is being worked on. What readers see of it are its revisions. */
export const FrontLine = strict({
  id: Id,
  slug: Slug,
  content: Type.Unknown(),
  headNumber: Count,
  liveNumber: nullable(Count),
  createdAt: Moment,
  createdBy: Actor,
  changedAt: Moment,
  version: Count,
})
export type FrontLine = Static<typeof FrontLine>

/** A front as it was published once. */
export const FrontRevisionLine = strict({
  id: Id,
  frontId: Id,
  number: Count,
  content: Type.Unknown(),
  previousNumber: nullable(Count),
  note: nullable(text(2_000)),
  createdAt: Moment,
  createdBy: Actor,
})
export type FrontRevisionLine = Static<typeof FrontRevisionLine>

/** Where events go, without the secret; comes back disabled, with a new one. */
export const WebhookLine = strict({
  id: Id,
  ...Type.Required(WebhookInput).properties,
  createdBy: Actor,
  ...versioned,
})
export type WebhookLine = Static<typeof WebhookLine>

/** What is polled for stories, without how the last polls went; comes back paused. */
export const IngestSourceLine = strict({
  id: Id,
  ...Type.Required(Type.Pick(IngestSourceInput, ['kind', 'name', 'url', 'folder', 'intervalSeconds', 'format']))
    .properties,
  ...Type.Required(Type.Pick(IngestSourceInput, ['publish', 'nearDuplicates', 'locale', 'sectionId'])).properties,
  tagIds: Type.Array(Id, { maxItems: 20 }),
  createdBy: Actor,
  createdById: nullable(Id),
  ...versioned,
})
export type IngestSourceLine = Static<typeof IngestSourceLine>

/** An entry of the journal; `hash` in hex. Numbers are in the order of lines. */
export const JournalLine = strict({
  number: Type.Integer({ minimum: 1 }),
  id: Id,
  type: text(100),
  subjectId: Id,
  sequence: Count,
  version: Count,
  data: Type.Unknown(),
  isPublic: Type.Boolean(),
  keys: Type.Array(text(5_000)),
  actor: Actor,
  actorId: nullable(Id),
  note: nullable(text(2_000)),
  requestId: nullable(text(300)),
  address: nullable(text(300)),
  occurredAt: Moment,
  hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
})
export type JournalLine = Static<typeof JournalLine>

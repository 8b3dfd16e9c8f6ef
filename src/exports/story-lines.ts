import { type Static, Type } from 'typebox'
import { ArticleStatus } from '../articles/article-draft.ts'
import { Id, Locale, nullable, Slug, strict } from '../core/shapes.ts'
import { PostStatus } from '../posts/post.ts'
import { Schedule } from '../schedules/schedule.ts'
import { Actor, Count, Identities, Moment, text } from './line.ts'

// What the lines about stories and their posts hold. Fields have the order in which they are written.

/** A path under which a story is or was live: of this site, or of another before it came here. */
const Path = Type.String({
  maxLength: 4_000,
  pattern: '^/[^\\s]*$',
  description: "must be a path such as '/world/gas-prices-rise'",
})

/** A path that this service makes: up to language, section and slug. */
const OwnPath = Type.String({ maxLength: 300, pattern: '^(/[a-z0-9]+(-[a-z0-9]+)*){1,3}$' })

/** When and where readers have a story. What they have is its revision, and is made anew from that. */
const LiveStory = strict({
  path: OwnPath,
  originalId: Id,
  publishedAt: Moment,
  firstPublishedAt: Moment,
  updatedAt: Moment,
  modifiedAt: Moment,
})
export type LiveStory = Static<typeof LiveStory>

const { action, localTime, zone, status, failure } = Schedule.properties

const ScheduleLine = strict({
  id: Id,
  action,
  revisionNumber: nullable(Count),
  at: Moment,
  localTime,
  zone,
  isSignificant: nullable(Type.Boolean()),
  status,
  firedAt: nullable(Moment),
  failure,
  createdAt: Moment,
  createdBy: Actor,
  changedAt: Moment,
  version: Count,
})

const CorrectionLine = strict({
  id: Id,
  revisionNumber: Count,
  type: text(100),
  text: text(5_000),
  at: Moment,
  createdBy: Actor,
})

/** The identity of a story, and what happened to it; its words are in its revisions, which follow. */
export const ArticleLine = strict({
  id: Id,
  status: ArticleStatus,
  headNumber: Count,
  liveNumber: nullable(Count),
  slug: Slug,
  headline: text(1_000),
  locale: Locale,
  sectionId: nullable(Id),
  originalId: nullable(Id),
  replacesId: nullable(Id),
  firstPublishedAt: nullable(Moment),
  significantAt: nullable(Moment),
  approvedNumber: nullable(Count),
  reviewedAt: nullable(Moment),
  reviewedBy: nullable(Actor),
  reviewNote: nullable(text(5_000)),
  embargoedAt: nullable(Moment),
  embargoUntil: nullable(Moment),
  embargoNote: nullable(text(5_000)),
  killedAt: nullable(Moment),
  killReason: nullable(text(5_000)),
  withdrawReason: nullable(text(5_000)),
  createdAt: Moment,
  createdBy: Actor,
  ownerId: nullable(Id),
  changedAt: Moment,
  slugs: Type.Array(strict({ slug: Slug, liveSince: nullable(Moment) }), { maxItems: 100_000 }),
  paths: Type.Array(strict({ path: Path, liveSince: Moment }), { maxItems: 100_000 }),
  formerPaths: Type.Array(Path, { maxItems: 100_000 }),
  identities: Identities,
  schedules: Type.Array(ScheduleLine, { maxItems: 100_000 }),
  corrections: Type.Array(CorrectionLine, { maxItems: 100_000 }),
  live: nullable(LiveStory),
})
export type ArticleLine = Static<typeof ArticleLine>

/** One snapshot of a story; `content` is an `ArticleContent`. */
export const RevisionLine = strict({
  id: Id,
  articleId: Id,
  number: Count,
  content: Type.Unknown(),
  note: nullable(text(5_000)),
  isAutosave: Type.Boolean(),
  createdAt: Moment,
  createdBy: Actor,
  createdById: nullable(Id),
})
export type RevisionLine = Static<typeof RevisionLine>

/** A post of a live blog; `shownAt` is when readers last had a change of it, null when they do not have it. */
export const PostLine = strict({
  id: Id,
  articleId: Id,
  status: PostStatus,
  headNumber: Count,
  liveNumber: nullable(Count),
  at: Moment,
  firstPublishedAt: nullable(Moment),
  createdAt: Moment,
  createdBy: Actor,
  ownerId: nullable(Id),
  changedAt: Moment,
  shownAt: nullable(Moment),
})
export type PostLine = Static<typeof PostLine>

/** One snapshot of a post; `content` is a `PostContent`. */
export const PostRevisionLine = strict({
  postId: Id,
  number: Count,
  content: Type.Unknown(),
  note: nullable(text(5_000)),
  createdAt: Moment,
  createdBy: Actor,
  createdById: nullable(Id),
})
export type PostRevisionLine = Static<typeof PostRevisionLine>

import { type Static, Type } from 'typebox'
import { Id, Instant, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'
import { EditLock } from '../locks/lock.ts'
import { ArticleContent, contentExample } from './article.ts'

export const statuses = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'LIVE', 'WITHDRAWN', 'KILLED'] as const
export const ArticleStatus = oneOf(
  statuses,
  'DRAFT: in work. IN_REVIEW: waits for an editor. APPROVED: may go live. SCHEDULED: will. LIVE: readers see it. WITHDRAWN: was live. KILLED: recalled for good.',
)
export type ArticleStatus = Static<typeof ArticleStatus>

/** A guard against publishing: until an instant, or until it is lifted. */
const Embargo = Type.Object({
  since: Instant,
  until: nullable(Instant),
  note: nullable(Type.String()),
})
export type Embargo = Static<typeof Embargo>

/** What an editor last said of it. */
const Review = Type.Object({
  verdict: oneOf(['APPROVED', 'REJECTED']),
  by: Type.String(),
  at: Instant,
  note: nullable(Type.String({ description: 'Why, for its authors.' })),
})

/** Why a story was recalled. */
const Kill = Type.Object({ at: Instant, reason: Type.String({ description: 'For readers too.' }) })

/** A story as staff see it: its state and its newest content. */
export const ArticleDraft = Type.Object(
  {
    id: Id,
    status: ArticleStatus,
    version: Type.Integer({ description: 'Number of the newest revision; what `If-Match` is compared with.' }),
    liveVersion: nullable(Type.Integer({ description: 'Number of the revision that readers see.' })),
    approvedVersion: nullable(Type.Integer({ description: 'Number of the revision that was approved.' })),
    review: nullable(Review),
    embargo: nullable(Embargo),
    kill: nullable(Kill),
    withdrawReason: nullable(Type.String({ description: 'Why it was withdrawn, for readers too.' })),
    lock: nullable(named(EditLock)),
    firstPublishedAt: nullable(Instant),
    createdAt: Instant,
    createdBy: Type.String(),
    ownerId: nullable(Type.String({ format: 'uuid', description: 'The user or key whose story it is.' })),
    changedAt: Instant,
    content: named(ArticleContent),
  },
  { $id: 'ArticleDraft', examples: [{ ...draftExample(), content: contentExample() }] },
)
export type ArticleDraft = Static<typeof ArticleDraft>

/** What staff may ask of the list of stories. */
export const DraftQuery = strict({
  status: optional(ArticleStatus),
  ...pageFields,
})

function draftExample() {
  return {
    id: '0192a1b0-0000-7000-8000-000000000020',
    status: 'DRAFT',
    version: 1,
    liveVersion: null,
    approvedVersion: null,
    review: null,
    embargo: null,
    kill: null,
    withdrawReason: null,
    lock: null,
    firstPublishedAt: null,
    createdAt: '2026-01-08T08:00:00.000Z',
    createdBy: 'key:desk',
    ownerId: '0192a1b0-0000-7000-8000-000000000061',
    changedAt: '2026-01-08T08:00:00.000Z',
  }
}

import { type Static, Type } from 'typebox'
import { Id, Instant, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'
import { ArticleContent, contentExample } from './article.ts'

export const statuses = ['DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED', 'LIVE', 'WITHDRAWN', 'KILLED'] as const
export const ArticleStatus = oneOf(
  statuses,
  'DRAFT: in work. IN_REVIEW: waits for an editor. APPROVED: may go live. SCHEDULED: will. LIVE: readers see it. WITHDRAWN: was live. KILLED: recalled for good.',
)
export type ArticleStatus = Static<typeof ArticleStatus>

/** Who says to be working on a story, and until when. */
const EditLock = Type.Object({
  holderId: Id,
  holder: Type.String(),
  acquiredAt: Instant,
  expiresAt: Instant,
})
export type EditLock = Static<typeof EditLock>

/** A guard against publishing: until an instant, or until it is lifted. */
const Embargo = Type.Object({
  since: Instant,
  until: nullable(Instant),
  note: nullable(Type.String()),
})
export type Embargo = Static<typeof Embargo>

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
    embargo: nullable(Embargo),
    kill: nullable(Kill),
    lock: nullable(EditLock),
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

/** One saved state of a story; never changes. */
export const Revision = Type.Object(
  {
    id: Id,
    number: Type.Integer(),
    note: nullable(Type.String()),
    createdAt: Instant,
    createdBy: Type.String(),
    content: named(ArticleContent),
  },
  {
    $id: 'Revision',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000021',
        number: 1,
        note: 'First draft',
        createdAt: '2026-01-08T08:00:00.000Z',
        createdBy: 'key:desk',
        content: contentExample(),
      },
    ],
  },
)
export type Revision = Static<typeof Revision>

/** What staff may ask of the list of stories. */
export const DraftQuery = strict({
  status: optional(ArticleStatus),
  ...pageFields,
})

/** What staff may ask of the list of revisions. */
export const RevisionQuery = strict({
  ...pageFields,
})

function draftExample() {
  return {
    id: '0192a1b0-0000-7000-8000-000000000020',
    status: 'DRAFT',
    version: 1,
    liveVersion: null,
    approvedVersion: null,
    embargo: null,
    kill: null,
    lock: null,
    firstPublishedAt: null,
    createdAt: '2026-01-08T08:00:00.000Z',
    createdBy: 'key:desk',
    ownerId: '0192a1b0-0000-7000-8000-000000000061',
    changedAt: '2026-01-08T08:00:00.000Z',
  }
}

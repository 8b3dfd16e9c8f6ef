import { type Static, Type } from 'typebox'
import { Id, Instant, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'
import { ArticleContent, contentExample } from './article.ts'

export const statuses = ['DRAFT', 'LIVE', 'WITHDRAWN'] as const
export const ArticleStatus = oneOf(statuses, 'DRAFT: never live. LIVE: readers see it. WITHDRAWN: was live.')
export type ArticleStatus = Static<typeof ArticleStatus>

/** A story as staff see it: its state and its newest content. */
export const ArticleDraft = Type.Object(
  {
    id: Id,
    status: ArticleStatus,
    version: Type.Integer({ description: 'Number of the newest revision; what `If-Match` is compared with.' }),
    liveVersion: nullable(Type.Integer({ description: 'Number of the revision that readers see.' })),
    firstPublishedAt: nullable(Instant),
    createdAt: Instant,
    createdBy: Type.String(),
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
    firstPublishedAt: null,
    createdAt: '2026-01-08T08:00:00.000Z',
    createdBy: 'key:desk',
    changedAt: '2026-01-08T08:00:00.000Z',
  }
}

import { type Static, Type } from 'typebox'
import { ArticleLink } from '../articles/article-link.ts'
import { countFields } from '../core/count.ts'
import { Id, named, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

const statuses = ['DEVELOPING', 'DORMANT', 'CONCLUDED'] as const
export const StorylineStatus = oneOf(statuses, 'How far a running story has come.')
export type StorylineStatus = Static<typeof StorylineStatus>

/** What editors say of a running story; in a change, what is left out stays, null empties. */
export const StorylineInput = strict(
  {
    status: Type.Optional(StorylineStatus),
    summary: optional(Type.String({ minLength: 1, maxLength: 5_000 })),
    leadArticleId: optional(Id),
  },
  {
    $id: 'StorylineInput',
    examples: [{ status: 'CONCLUDED', summary: 'The dam was repaired; eleven people are on trial.' }],
  },
)
export type StorylineInput = Static<typeof StorylineInput>

/** What editors have said of a running story. */
export const StorylineRecord = Type.Object(
  { status: StorylineStatus, summary: nullable(Type.String()), leadArticleId: nullable(Id) },
  {
    $id: 'StorylineRecord',
    examples: [{ status: 'DEVELOPING', summary: null, leadArticleId: '0192a1b0-0000-7000-8000-000000000020' }],
  },
)
export type StorylineRecord = Static<typeof StorylineRecord>

/** A running story as readers see it, beside the tag that names it. */
export const Storyline = Type.Object(
  {
    status: StorylineStatus,
    summary: nullable(Type.String({ description: 'What has happened so far.' })),
    lead: nullable(named(ArticleLink)),
  },
  { $id: 'Storyline', examples: [{ status: 'DEVELOPING', summary: 'A dam failed in spring.', lead: null }] },
)
export type Storyline = Static<typeof Storyline>

/** A storyline with the id of its lead, which GraphQL looks up only when asked. */
export type StorylineNode = Omit<Storyline, 'lead'> & { tagId: string; leadId: string | null }

/** How a timeline may be asked for. */
export const TimelineQuery = strict({
  newestFirst: optional(Type.Boolean({ description: 'The newest story first; the oldest when left out.' })),
  ...pageFields,
})
export type TimelineQuery = Static<typeof TimelineQuery>

/** The same over REST, where a count is asked for by name. */
export const TimelineListQuery = strict({ ...TimelineQuery.properties, ...countFields })

/** What a tag of type STORYLINE is until editors say more. */
export const untold: StorylineRecord = { status: 'DEVELOPING', summary: null, leadArticleId: null }

/** The view for staff; null for a tag of another type. */
export function toStorylineRecord(type: string, row: StorylineRecord | null | undefined): StorylineRecord | null {
  if (type !== 'STORYLINE') return null
  const { status, summary, leadArticleId } = row ?? untold
  return { status, summary, leadArticleId }
}

/** What remains when one running story is merged into another: what the remaining one says, and where it says nothing, the other. */
export function mergedStoryline(from: StorylineRecord | null, into: StorylineRecord | null): StorylineRecord | null {
  if (!from || !into) return into ?? from
  return {
    status: into.status,
    summary: into.summary ?? from.summary,
    leadArticleId: into.leadArticleId ?? from.leadArticleId,
  }
}

import { type Static, Type } from 'typebox'
import type { RecordedEvent } from '../core/events.ts'
import type { Page } from '../core/page.ts'
import { Instant, nullable, oneOf, optional, strict } from '../core/shapes.ts'

const kinds = ['ARTICLE', 'TAG', 'AUTHOR', 'MEDIA', 'FRONT'] as const
export const ChangeKind = oneOf(kinds, 'What kind of thing changed.')
export type ChangeKind = Static<typeof ChangeKind>

/** One thing that readers could see happen. */
export const Change = Type.Object(
  {
    id: Type.String({ format: 'uuid', description: 'Of the event; the webhook of the same event has the same.' }),
    type: Type.String({ description: "What happened: noun and verb, such as 'article.published'." }),
    kind: ChangeKind,
    subjectId: Type.String({ format: 'uuid', description: 'What it happened to.' }),
    sequence: Type.Integer({ description: 'Ascending for each subject; with gaps, where readers saw nothing.' }),
    version: Type.Integer({ description: 'The version of the subject that came of it.' }),
    at: Instant,
    isGone: Type.Boolean({ description: 'A tombstone: with this change readers lost it.' }),
    slug: nullable(Type.String({ description: 'What it is called today; null when readers do not find it now.' })),
    path: nullable(Type.String({ description: 'Where it stands today; null when readers do not find it now.' })),
    paths: Type.Array(Type.String(), {
      description: 'Of a tombstone of a story, every path that it ever had; otherwise empty.',
    }),
    reason: nullable(
      Type.String({
        description: 'Of a tombstone of a story, why it is gone, in words for readers; null when nobody said.',
      }),
    ),
    intoId: nullable(Type.String({ format: 'uuid', description: 'What it was merged into.' })),
  },
  {
    $id: 'Change',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000070',
        type: 'article.published',
        kind: 'ARTICLE',
        subjectId: '0192a1b0-0000-7000-8000-000000000020',
        sequence: 2,
        version: 1,
        at: '2026-01-08T09:30:00.000Z',
        isGone: false,
        slug: 'gas-prices-rise',
        path: '/world/gas-prices-rise',
        paths: [],
        reason: null,
        intoId: null,
      },
    ],
  },
)
export type Change = Static<typeof Change>

/** What may be asked of the feed. */
export const ChangeQuery = strict({
  since: optional(Type.String({ description: "The 'next' of the page before; from the beginning when left out." })),
  first: optional(Type.Integer({ description: 'Changes of a page: 1 to 100, 20 when left out.' })),
})

/** A page of the feed: `next` is always there, and `hasMore` tells whether there is more already. */
export interface ChangePage extends Page<Change> {
  next: string
  hasMore: boolean
}

/** The verbs after which readers do not find it. A story that was killed and is restored is at rest: nobody sees it yet. */
const goneAfter = new Set(['withdrawn', 'killed', 'restored', 'merged', 'deleted'])

/** An entry of the journal that readers may know of. */
export type PublicEntry = Omit<RecordedEvent, 'keys'>

/** What is known today of the subject of a change. */
export interface Standing {
  slug: string | null
  path: string | null
  /** Of a story, all it ever had. */
  paths: string[]
  reason: string | null
}

const nowhere: Standing = { slug: null, path: null, paths: [], reason: null }

/** What an entry tells of. Only events of these nouns are public: any other is a bug where it was recorded. */
export function kindOf({ type }: Pick<PublicEntry, 'type'>): ChangeKind {
  const noun = type.slice(0, type.indexOf('.'))
  // A post is a part of its story, which is the subject of its events.
  const kind = noun === 'post' ? 'ARTICLE' : kinds.find((each) => each === noun.toUpperCase())
  if (!kind) throw new Error(`an event ${type} was recorded as public`)
  return kind
}

/** The view for readers: whether it is gone is what the event says, the rest is as of today. */
export function toChange(entry: PublicEntry, kind: ChangeKind, standing: Standing = nowhere): Change {
  const { id, type, subjectId, sequence, version, occurredAt, data } = entry
  const verb = type.slice(type.indexOf('.') + 1)
  const isGone = goneAfter.has(verb) && !type.startsWith('post.')
  const { into } = data as { into?: unknown }
  return {
    ...{ id, type, kind, subjectId, sequence, version, at: occurredAt, isGone },
    ...{ slug: standing.slug, path: standing.path, paths: isGone ? standing.paths : [] },
    reason: isGone ? standing.reason : null,
    intoId: verb === 'merged' && typeof into === 'string' ? into : null,
  }
}

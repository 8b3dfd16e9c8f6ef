import { type Static, Type } from 'typebox'
import { ArticleContent, contentExample } from '../articles/article.ts'
import { Id, Instant, line, named, nullable, optional, pageFields, strict } from '../core/shapes.ts'

/** One saved state of a story; never changes. */
export const Revision = Type.Object(
  {
    id: Id,
    number: Type.Integer(),
    note: nullable(Type.String()),
    isAutosave: Type.Boolean({ description: 'Saved by an editing program of its own accord.' }),
    createdAt: Instant,
    createdBy: Type.String(),
    createdById: nullable(Type.String({ format: 'uuid', description: 'The user or key that saved it.' })),
    content: named(ArticleContent),
  },
  {
    $id: 'Revision',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000021',
        number: 1,
        note: 'First draft',
        isAutosave: false,
        createdAt: '2026-01-08T08:00:00.000Z',
        createdBy: 'key:desk',
        createdById: '0192a1b0-0000-7000-8000-000000000061',
        content: contentExample(),
      },
    ],
  },
)
export type Revision = Static<typeof Revision>

/** What staff may ask of the list of revisions. */
export const RevisionQuery = strict({
  autosaves: optional(Type.Boolean({ description: 'false: without autosaves. true: only autosaves.' })),
  ...pageFields,
})
export type RevisionQuery = Static<typeof RevisionQuery>

/** Restoring an older revision may say why. */
export const RevisionRestore = strict(
  { note: optional(line(500, 'Why; for colleagues, never shown to readers.')) },
  { $id: 'RevisionRestore', examples: [{ note: 'The figures were right before' }] },
)

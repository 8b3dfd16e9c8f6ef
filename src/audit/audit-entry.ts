import { type Static, Type } from 'typebox'
import { Id, Instant, InstantInput, line, nullable, optional, pageFields, strict } from '../core/shapes.ts'
import type { JournalEntry } from '../db/generated/client.ts'

/** One entry of the journal: what was done to what, by whom. */
export const AuditEntry = Type.Object(
  {
    number: Type.String({
      description: 'Its place in the journal: 1, 2, 3 … without gaps; text, for it may be large.',
    }),
    id: Type.String({ format: 'uuid', description: 'What receivers of webhooks know the event by.' }),
    type: Type.String({ description: "Noun and verb, such as 'article.published'." }),
    subjectId: Id,
    sequence: Type.Integer({ description: '1, 2, 3 … of this subject.' }),
    version: Type.Integer({ description: 'The version of the subject after the change.' }),
    data: Type.Unsafe<unknown>({ description: 'Ids and numbers that belong to the change.' }),
    actor: Type.String({ description: "Who did it, by name, such as 'key:Web desk'." }),
    actorId: nullable(Type.String({ format: 'uuid', description: 'The user or key; null for the house itself.' })),
    note: nullable(Type.String({ description: 'Why, for colleagues.' })),
    requestId: nullable(Type.String()),
    address: nullable(Type.String({ description: 'The address that the request came from.' })),
    occurredAt: Instant,
    hash: Type.String({ description: 'SHA-256 over this entry and the hash of the one before, in hex.' }),
  },
  {
    $id: 'AuditEntry',
    examples: [
      {
        number: '812',
        id: '0192a1b0-0000-7000-8000-000000000070',
        type: 'article.published',
        subjectId: '0192a1b0-0000-7000-8000-000000000020',
        sequence: 4,
        version: 3,
        data: { tagIds: ['0192a1b0-0000-7000-8000-000000000001'], sectionId: null },
        actor: 'user:Ada Lovelace',
        actorId: '0192a1b0-0000-7000-8000-000000000061',
        note: null,
        requestId: '0192a1b0-0000-7000-8000-000000000080',
        address: '192.0.2.7',
        occurredAt: '2026-01-08T09:30:00.000Z',
        hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
    ],
  },
)
export type AuditEntry = Static<typeof AuditEntry>

/** What may be asked of the audit. */
export const AuditQuery = strict({
  type: optional(
    Type.String({
      maxLength: 60,
      pattern: '^[a-z]+\\.([a-z]+|\\*)$',
      description: "must be a noun and a verb such as 'article.published', or all of a noun: 'article.*'",
    }),
  ),
  actor: optional(line(200, "Id of a user or key, or the name that stands in the entries, such as 'key:Web desk'.")),
  subject: optional(Type.String({ format: 'uuid', description: 'Id of what it happened to.' })),
  from: optional(InstantInput),
  to: optional(InstantInput),
  ...pageFields,
})
export type AuditQuery = Static<typeof AuditQuery>

/** The view for admins. */
export function toAuditEntry({ number, data, hash, isPublic, ...row }: JournalEntry): AuditEntry {
  return { ...row, number: String(number), data, hash: Buffer.from(hash).toString('hex') }
}

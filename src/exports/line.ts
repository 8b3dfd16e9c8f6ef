import { type Static, type TSchema, Type } from 'typebox'
import { Id, nullable, strict } from '../core/shapes.ts'

// The lines of an export: see docs/export.md. One thing a line, as JSON: {"type": "tag", "format": 1, "data": {…}}.

/** Version of the lines. One that is raised is told apart before anything of a line is read. */
export const lineFormat = 1

/** Types of lines about things, in the order in which they stand in a file: nothing refers to a thing of a later type but stories to each other. */
export const lineTypes = [
  ...(['user', 'media', 'author', 'tag', 'article', 'revision', 'storyline'] as const),
  ...([
    'suggestion-exclusion',
    'post',
    'post-revision',
    'front',
    'front-revision',
    'webhook',
    'ingest-source',
    'journal-entry',
  ] as const),
]
export type LineType = (typeof lineTypes)[number]

/** The first line: what the file is. The same newsroom gives the same bytes, so there is no time in it. */
export const OpeningLine = strict({
  type: Type.Literal('dateline'),
  format: Type.Integer(),
  data: strict({
    /** Null for everything; else the filters that chose its stories. */
    filter: nullable(Type.Record(Type.String(), Type.Unsafe<string | string[]>(Type.Unknown()))),
    hasJournal: Type.Boolean(),
  }),
})
export type OpeningLine = Static<typeof OpeningLine>

/** The last line, without which a file is not whole: how many things of each type, and the logical hash. */
export const ClosingLine = strict({
  type: Type.Literal('end'),
  format: Type.Integer(),
  data: strict({ things: Type.Record(Type.String(), Type.Integer()), hash: Type.String() }),
})
export type ClosingLine = Static<typeof ClosingLine>

/** The text of a line, without its end. Members are in the order in which they were put in. */
export function lineOf(type: string, data: unknown): string {
  return JSON.stringify({ type, format: lineFormat, data })
}

/** An instant as exports have it: RFC 3339 in UTC, with milliseconds. */
export const Moment = Type.Unsafe<Date>(
  Type.String({
    format: 'date-time',
    pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
    description: "must be an instant such as '2026-01-08T09:30:00.000Z'",
  }),
)

/** A name of who did something, as the journal has it. */
export const Actor = Type.String({ maxLength: 300 })
export const text = (most: number) => Type.String({ maxLength: most })
export const Count = Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1 })
export const Slugs = <S extends TSchema>(slug: S) => Type.Array(slug, { maxItems: 100_000 })

/** What every thing has that is changed by versions. */
export const versioned = {
  createdAt: Moment,
  changedAt: Moment,
  version: Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 }),
}

/** The id of one that took the place of this one. */
export const mergedIntoId = nullable(Id)

/** What sources of imports call a thing, so that it is known when it comes again. */
export const Identities = Type.Array(
  strict({
    source: text(2_000),
    externalId: text(5_000),
    hash: nullable(text(200)),
    revision: nullable(Count),
    sourceVersion: Type.Optional(nullable(Count)),
    changedAt: Moment,
  }),
  { maxItems: 100_000 },
)
export type Identities = Static<typeof Identities>

import { type Static, Type } from 'typebox'
import { Id, line, named, nullable, oneOf, optional, strict } from '../core/shapes.ts'
import { ScheduleInput } from '../schedules/schedule.ts'

const { action, at, localTime, zone, significant } = ScheduleInput.properties
const TagIds = Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })
const reason = Type.String({
  minLength: 1,
  maxLength: 2_000,
  pattern: '\\S',
  description: 'must have words: why, for readers.',
})

/** What to do to every story: exactly one of these. */
export const BulkAction = strict(
  {
    addTags: optional(TagIds),
    removeTags: optional(TagIds),
    section: Type.Optional(
      Type.Union([Id, Type.Null()], { description: 'Id of the SECTION tag in which they are to stand; null: none.' }),
    ),
    schedule: optional(strict({ action, at, localTime, zone, significant })),
    publish: optional(strict({ significant })),
    withdraw: optional(strict({ reason: optional(reason) })),
    submit: optional(Type.Boolean({ description: 'true: ask for a review.' })),
  },
  { description: 'Exactly one of these.' },
)
export type BulkAction = Static<typeof BulkAction>

/** One verb for many stories, each in a transaction of its own. */
export const BulkInput = strict(
  {
    ids: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }),
    action: BulkAction,
    republish: optional(
      Type.Boolean({
        description: 'For addTags, removeTags and section: show the change of a live story to readers at once.',
      }),
    ),
    note: optional(line(500, 'Why; for colleagues.')),
  },
  {
    $id: 'BulkInput',
    examples: [
      {
        ids: ['0192a1b0-0000-7000-8000-000000000020'],
        action: { addTags: ['0192a1b0-0000-7000-8000-000000000001'] },
        republish: true,
      },
    ],
  },
)
export type BulkInput = Static<typeof BulkInput>

/** What became of one story. */
export const BulkResult = Type.Object(
  {
    id: Id,
    status: oneOf(['OK', 'REFUSED'], 'OK: done, or there was nothing to do. REFUSED: nothing happened to it.'),
    version: nullable(Type.Integer({ description: 'Number of its newest revision; null when it was refused.' })),
    error: nullable(
      Type.Object({ code: Type.String({ description: 'As in docs/errors.md.' }), message: Type.String() }),
    ),
  },
  {
    $id: 'BulkResult',
    examples: [{ id: '0192a1b0-0000-7000-8000-000000000020', status: 'OK', version: 4, error: null }],
  },
)
export type BulkResult = Static<typeof BulkResult>

/** What became of each story, in the order of the request. */
export const BulkResults = Type.Object(
  { results: Type.Array(named(BulkResult)) },
  {
    $id: 'BulkResults',
    examples: [{ results: [{ id: '0192a1b0-0000-7000-8000-000000000020', status: 'OK', version: 4, error: null }] }],
  },
)
export type BulkResults = Static<typeof BulkResults>

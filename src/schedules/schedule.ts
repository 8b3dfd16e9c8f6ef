import { type Static, Type } from 'typebox'
import { Id, Instant, InstantInput, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

const scheduleActions = ['PUBLISH', 'WITHDRAW'] as const
const ScheduleAction = oneOf(
  scheduleActions,
  'PUBLISH: show a revision to readers. WITHDRAW: take the story from them.',
)
export type ScheduleAction = Static<typeof ScheduleAction>

const scheduleStatuses = ['PENDING', 'DONE', 'FAILED', 'CANCELLED'] as const
const ScheduleStatus = oneOf(
  scheduleStatuses,
  'PENDING: its time has not come. DONE: done, once. FAILED: the story was refused. CANCELLED: called off.',
)

/** When: an instant, or what the clocks of a zone show. */
const time = {
  at: optional(Type.String({ ...InstantInput, description: 'The instant; or else `localTime` and `zone`.' })),
  localTime: optional(
    Type.String({
      pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$',
      description: "must be a local time such as '2026-03-29T09:30', without a zone of its own",
    }),
  ),
  zone: optional(
    Type.String({ maxLength: 60, description: "Zone of `localTime`: a name of the IANA database, 'Europe/Berlin'." }),
  ),
}
const revision = optional(
  Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, description: 'For PUBLISH: number of the revision to show.' }),
)
const significant = optional(
  Type.Boolean({
    description:
      'For PUBLISH: whether readers are told of an update, as in `publish`; left out: when headline, standfirst or text change.',
  }),
)
const note = optional(Type.String({ minLength: 1, maxLength: 2_000, description: 'Why; for colleagues.' }))

/** A verb for later. The revision is the newest one of now when left out, and stays that one. */
export const ScheduleInput = strict(
  { action: ScheduleAction, ...time, revision, significant, note },
  {
    $id: 'ScheduleInput',
    examples: [
      { action: 'PUBLISH', localTime: '2026-01-09T06:00', zone: 'Asia/Almaty' },
      { action: 'WITHDRAW', at: '2026-02-01T00:00:00Z', note: 'The licence of the pictures ends' },
    ],
  },
)

/** Another time or revision; what is left out stays. */
export const SchedulePatch = strict(
  { ...time, revision, significant, note },
  { $id: 'SchedulePatch', examples: [{ at: '2026-01-09T02:00:00Z' }, { revision: 4 }] },
)
export type SchedulePatch = Static<typeof SchedulePatch>

/** A verb that is to happen to a story, or what became of it. */
export const Schedule = Type.Object(
  {
    id: Id,
    articleId: Id,
    action: ScheduleAction,
    revision: nullable(Type.Integer({ description: 'For PUBLISH: number of the revision to show.' })),
    at: Instant,
    localTime: nullable(Type.String({ description: 'As it was given, when it was a local time.' })),
    zone: nullable(Type.String()),
    significant: nullable(Type.Boolean()),
    status: ScheduleStatus,
    firedAt: nullable(Instant),
    failure: nullable(
      Type.Object({
        code: Type.String({ description: 'A code of docs/errors.md.' }),
        message: Type.String(),
      }),
    ),
    createdAt: Instant,
    createdBy: Type.String(),
    changedAt: Instant,
    version: Type.Integer({ description: 'What `If-Match` is compared with.' }),
  },
  {
    $id: 'Schedule',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000071',
        articleId: '0192a1b0-0000-7000-8000-000000000020',
        action: 'PUBLISH',
        revision: 3,
        at: '2026-01-09T01:00:00.000Z',
        localTime: '2026-01-09T06:00',
        zone: 'Asia/Almaty',
        significant: null,
        status: 'PENDING',
        firedAt: null,
        failure: null,
        createdAt: '2026-01-08T08:00:00.000Z',
        createdBy: 'key:desk',
        changedAt: '2026-01-08T08:00:00.000Z',
        version: 1,
      },
    ],
  },
)
export type Schedule = Static<typeof Schedule>

const filter = {
  status: optional(ScheduleStatus),
  from: optional(Type.String({ ...InstantInput, description: 'Not before this instant.' })),
  to: optional(Type.String({ ...InstantInput, description: 'Before this instant.' })),
}

/** What staff may ask of the schedules of one story. */
export const ArticleScheduleQuery = strict({ ...filter, ...pageFields })
export type ArticleScheduleQuery = Static<typeof ArticleScheduleQuery>

/** What staff may ask of the schedules of all stories. */
export const ScheduleQuery = strict({
  article: optional(Type.String({ format: 'uuid', description: 'Id of the story.' })),
  ...filter,
  ...pageFields,
})

/** The row of a schedule, as far as it is shown. */
interface ScheduleRow extends Omit<Schedule, 'revision' | 'significant' | 'failure'> {
  revisionNumber: number | null
  isSignificant: boolean | null
  failure: unknown
}

/** The view for staff. */
export function toSchedule(row: ScheduleRow): Schedule {
  const { id, articleId, action, at, localTime, zone, status, firedAt, createdAt, createdBy, changedAt, version } = row
  return {
    ...{ id, articleId, action, at, localTime, zone, status, firedAt, createdAt, createdBy, changedAt, version },
    revision: row.revisionNumber,
    significant: row.isSignificant,
    failure: row.failure as Schedule['failure'],
  }
}

import { type Static, Type } from 'typebox'
import { Instant, nullable, oneOf } from '../core/shapes.ts'

/** Seconds that the oldest due schedule may wait before it is called late. */
export const mostLagSeconds = 60

/** What is due and has not happened. */
const Overdue = Type.Object({
  overdue: Type.Integer({ description: 'Schedules whose time has come and that have not happened yet.' }),
  oldestDueAt: nullable(Instant),
  lagSeconds: Type.Number({ description: 'How long the oldest of them has waited; 0 when there is none.' }),
})
export type Overdue = Static<typeof Overdue>

/** That the process answers. */
export const Liveness = Type.Object(
  { status: Type.Literal('ALIVE') },
  { $id: 'Liveness', examples: [{ status: 'ALIVE' }] },
)

/** That the process can do its work; the members of the problem are the same when it cannot. */
export const Readiness = Type.Object(
  {
    status: oneOf(['READY', 'LATE'], 'LATE: the oldest due schedule has waited for more than 60 seconds.'),
    database: Type.Literal('UP'),
    worker: Type.Boolean({ description: 'Whether this process runs the worker, which does what is scheduled.' }),
    schedules: Overdue,
  },
  {
    $id: 'Readiness',
    examples: [
      {
        status: 'READY',
        database: 'UP',
        worker: true,
        schedules: { overdue: 1, oldestDueAt: '2026-01-08T09:30:00.000Z', lagSeconds: 0.2 },
      },
    ],
  },
)
export type Readiness = Static<typeof Readiness>

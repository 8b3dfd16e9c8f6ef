import { type Static, Type } from 'typebox'
import { Instant, optional, strict } from '../core/shapes.ts'

/** How long a lock lasts when nobody says, and at most, in seconds: an editing program that is gone blocks nobody for long. */
export const defaultSeconds = 120
const mostSeconds = 900

/** Who says to be working on a story, and until when. */
export const EditLock = Type.Object(
  {
    holderId: Type.String({ format: 'uuid', description: 'The user or key that holds it.' }),
    holder: Type.String(),
    acquiredAt: Instant,
    expiresAt: Instant,
  },
  {
    $id: 'EditLock',
    examples: [
      {
        holderId: '0192a1b0-0000-7000-8000-000000000061',
        holder: 'user:Ada Lovelace',
        acquiredAt: '2026-01-08T09:30:00.000Z',
        expiresAt: '2026-01-08T09:32:00.000Z',
      },
    ],
  },
)
export type EditLock = Static<typeof EditLock>

/** How long the lock is asked for. */
export const LockInput = strict(
  {
    seconds: optional(
      Type.Integer({ minimum: 30, maximum: mostSeconds, description: 'How long: 30 to 900, 120 when left out.' }),
    ),
  },
  { $id: 'LockInput', examples: [{ seconds: 300 }] },
)

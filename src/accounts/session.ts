import { type Static, Type } from 'typebox'
import { Id, Instant, named, nullable, optional, pageFields, strict } from '../core/shapes.ts'
import { User, userExample } from './user.ts'

/** E-mail address and password, for a session. */
export const SignInInput = strict(
  {
    email: Type.String({ minLength: 1, maxLength: 254 }),
    password: Type.String({ minLength: 1, maxLength: 256 }),
  },
  { $id: 'SignInInput', examples: [{ email: 'ada@example.org', password: 'analytical engines hum' }] },
)

/** A new session. The token is shown here and never again. */
export const SignIn = Type.Object(
  {
    token: Type.String({ description: "Send it as 'Authorization: Bearer <token>'." }),
    expiresAt: Instant,
    user: named(User),
  },
  {
    $id: 'SignIn',
    examples: [
      {
        token: 'ds_ShOwNoNcE0000000000000000000000000000000000',
        expiresAt: '2026-01-08T21:30:00.000Z',
        user: userExample,
      },
    ],
  },
)
export type SignIn = Static<typeof SignIn>

/** A sign-in as it is listed: everything but the token. */
export const Session = Type.Object(
  {
    id: Id,
    userId: Id,
    address: Type.String({ description: 'Where it was signed in from.' }),
    userAgent: nullable(Type.String()),
    isCurrent: Type.Boolean({ description: 'Whether it is the one that asks.' }),
    createdAt: Instant,
    lastUsedAt: Type.Unsafe<Date>({ ...Instant, description: 'To the minute.' }),
    expiresAt: Instant,
    revokedAt: nullable(Instant),
  },
  {
    $id: 'Session',
    examples: [
      {
        id: '0192a1b0-0000-7000-8000-000000000011',
        userId: '0192a1b0-0000-7000-8000-000000000010',
        address: '192.0.2.7',
        userAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
        isCurrent: true,
        createdAt: '2026-01-08T09:30:00.000Z',
        lastUsedAt: '2026-01-08T10:02:00.000Z',
        expiresAt: '2026-01-08T21:30:00.000Z',
        revokedAt: null,
      },
    ],
  },
)
export type Session = Static<typeof Session>

/** What a list of sessions is asked with: one's own, or with `user` those of somebody else. */
export const SessionQuery = strict({
  user: optional(Type.String({ format: 'uuid', description: 'Id of the user; your own sessions when left out.' })),
  ...pageFields,
})

/** The view for staff; `currentId` is the session that asks. */
export function toSession(row: Omit<Session, 'isCurrent'>, currentId: string | null): Session {
  const { id, userId, address, userAgent, createdAt, lastUsedAt, expiresAt, revokedAt } = row
  const isCurrent = id === currentId
  return { id, userId, address, userAgent, isCurrent, createdAt, lastUsedAt, expiresAt, revokedAt }
}

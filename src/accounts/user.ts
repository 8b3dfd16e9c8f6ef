import { type Static, Type } from 'typebox'
import { roles } from '../core/caller.ts'
import { Id, Instant, line, nullable, oneOf, optional, pageFields, strict } from '../core/shapes.ts'

/** What somebody may do: see the table of `src/core/policy.ts`. */
export const Role = oneOf(roles, 'From least to most: contributor, author, editor, admin.')

export const UserStatus = oneOf(['ACTIVE', 'SUSPENDED'], 'Whether somebody may work here.')

/**
 * Fewest and most characters of a password. Source: NIST SP 800-63B-4, 3.1.1.2, asks for 8 and for 64 or more; ours are
 * stricter below, and above only a bound on what is hashed.
 */
const passwordLength = { minLength: 10, maxLength: 256 }

const fields = {
  email: Type.String({ format: 'email', maxLength: 254, description: 'What they sign in with; kept in lower case.' }),
  name: line(100, 'must be one line; stands in revisions and in the journal'),
  role: Role,
  password: Type.String({ ...passwordLength, description: 'A new password, of 10 to 256 characters.' }),
}

/** Somebody new on the staff; without a password they can sign in with the identity provider only. */
export const UserInput = strict(
  { ...fields, password: Type.Optional(fields.password) },
  {
    $id: 'UserInput',
    examples: [{ email: 'ada@example.org', name: 'Ada Lovelace', role: 'editor', password: 'analytical engines hum' }],
  },
)

/** A change of somebody: what is left out stays. Their own name and password everybody may change, the rest admins. */
export const UserPatch = strict(
  {
    ...Type.Partial(Type.Object(fields)).properties,
    status: Type.Optional(UserStatus),
    currentPassword: Type.Optional(
      Type.String({ maxLength: 256, description: 'Your password until now; needed to change your own.' }),
    ),
  },
  { $id: 'UserPatch', examples: [{ role: 'author', status: 'ACTIVE' }] },
)
export type UserPatch = Static<typeof UserPatch>

/** As the API reference shows a user. */
export const userExample = {
  id: '0192a1b0-0000-7000-8000-000000000010',
  email: 'ada@example.org',
  name: 'Ada Lovelace',
  role: 'editor',
  status: 'ACTIVE',
  hasPassword: true,
  issuer: null,
  lastSeenAt: '2026-01-08T09:30:00.000Z',
  version: 2,
  createdAt: '2026-01-01T12:00:00.000Z',
  changedAt: '2026-01-02T12:00:00.000Z',
}

/** Somebody on the staff, as staff see them. */
export const User = Type.Object(
  {
    id: Id,
    email: Type.String(),
    name: Type.String(),
    role: Role,
    status: UserStatus,
    hasPassword: Type.Boolean({ description: 'Whether they can sign in here.' }),
    issuer: nullable(Type.String({ description: 'The identity provider that vouches for them and says their role.' })),
    lastSeenAt: nullable(Instant),
    version: Type.Integer(),
    createdAt: Instant,
    changedAt: Instant,
  },
  {
    $id: 'User',
    examples: [userExample],
  },
)
export type User = Static<typeof User>

/** What a list of users is asked with. */
export const UserQuery = strict({ status: optional(UserStatus), ...pageFields })

/** What of a row is needed for the view. */
interface UserRow extends Omit<User, 'role' | 'hasPassword'> {
  role: string
  passwordHash: string | null
}

/** The view for staff: nothing of the password but whether there is one. */
export function toUser(row: UserRow): User {
  const { id, email, name, status, issuer, lastSeenAt, version, createdAt, changedAt } = row
  const role = row.role as User['role']
  const hasPassword = row.passwordHash !== null
  return { id, email, name, role, status, hasPassword, issuer, lastSeenAt, version, createdAt, changedAt }
}

import { type Static, Type } from 'typebox'
import { Id, Instant, InstantInput, line, named, nullable, optional, pageFields, strict } from '../core/shapes.ts'
import { Role } from './user.ts'

const Scopes = Type.Array(Type.String({ maxLength: 40 }), {
  maxItems: 50,
  uniqueItems: true,
  description: "Such as 'article:publish', 'tag:*', 'preview', 'delivery' or 'admin'.",
})

/** A new key: with a role or with scopes, not both. */
export const ApiKeyInput = strict(
  {
    name: line(100, 'must be one line; stands in revisions and in the journal'),
    role: optional(Role),
    scopes: Type.Optional(Scopes),
    ownerId: optional(
      Type.String({
        format: 'uuid',
        description: "Whose key it is, who bounds what it may; yours when left out, null for the house's.",
      }),
    ),
    expiresAt: optional(InstantInput),
  },
  {
    $id: 'ApiKeyInput',
    examples: [{ name: 'Web desk', scopes: ['article:read', 'article:publish'], expiresAt: '2027-01-08T09:30:00Z' }],
  },
)
export type ApiKeyInput = Static<typeof ApiKeyInput>

/** Longest time in seconds that a rotated key still works beside the new one: a week. */
const maxOverlapSeconds = 604_800

/** How a key is replaced. */
export const RotateInput = strict(
  {
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: maxOverlapSeconds,
        description: 'How long the old key still works: 0 to 604800, 3600 when left out.',
      }),
    ),
  },
  { $id: 'RotateInput', examples: [{ overlapSeconds: 86_400 }] },
)

const example = {
  id: '0192a1b0-0000-7000-8000-000000000012',
  name: 'Web desk',
  role: null,
  scopes: ['article:read', 'article:publish'],
  ownerId: '0192a1b0-0000-7000-8000-000000000010',
  prefix: 'dl_1a2b3c',
  expiresAt: '2027-01-08T09:30:00.000Z',
  lastUsedAt: '2026-01-08T10:02:00.000Z',
  rotatedToId: null,
  createdAt: '2026-01-08T09:30:00.000Z',
  createdBy: 'user:Ada Lovelace',
  revokedAt: null,
}

/** A key as it is listed: everything but the key. */
export const ApiKey = Type.Object(
  {
    id: Id,
    name: Type.String(),
    role: nullable(Role),
    scopes: Type.Array(Type.String()),
    ownerId: nullable(Id),
    prefix: Type.String({ description: 'Its first characters, to tell keys apart.' }),
    expiresAt: nullable(Instant),
    lastUsedAt: nullable(Instant),
    rotatedToId: nullable(Id),
    createdAt: Instant,
    createdBy: Type.String(),
    revokedAt: nullable(Instant),
  },
  {
    $id: 'ApiKey',
    examples: [example],
  },
)
export type ApiKey = Static<typeof ApiKey>

/** A new key. `key` is shown here and never again. */
export const NewApiKey = Type.Object(
  { key: Type.String({ description: "Send it as 'Authorization: Bearer <key>'." }), record: named(ApiKey) },
  {
    $id: 'NewApiKey',
    examples: [{ key: 'dl_1a2b3cShOwNoNcE0000000000000000000000000000', record: example }],
  },
)
export type NewApiKey = Static<typeof NewApiKey>

/** What a list of keys is asked with. */
export const ApiKeyQuery = strict({
  owner: optional(Type.String({ format: 'uuid', description: 'Id of a user: only their keys.' })),
  ...pageFields,
})

/** The view for staff. */
export function toApiKey(row: Omit<ApiKey, 'role'> & { role: string | null }): ApiKey {
  const { id, name, scopes, ownerId, prefix, expiresAt, lastUsedAt, rotatedToId, createdAt, createdBy, revokedAt } = row
  const role = row.role as ApiKey['role']
  return {
    ...{ id, name, role, scopes, ownerId, prefix, expiresAt, lastUsedAt, rotatedToId, createdAt, createdBy, revokedAt },
  }
}

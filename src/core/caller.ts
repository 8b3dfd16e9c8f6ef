/** Who is asking. `name` goes into revisions and the journal; it is never shown to readers. */
export type Caller = { kind: 'anonymous' } | UserCaller | KeyCaller | SystemCaller

/** Somebody on the staff, signed in here or vouched for by the identity provider. */
export interface UserCaller {
  kind: 'user'
  userId: string
  name: string
  role: Role
  /** The sign-in; null for one with a token of the identity provider. */
  sessionId: string | null
}

/** A bearer key: with a role, or with scopes. */
export interface KeyCaller {
  kind: 'key'
  keyId: string
  name: string
  /** What the key may do as that role; null when it has scopes instead. */
  role: Role | null
  /** Such as 'article:publish', 'tag:*', 'preview', 'delivery' or 'admin'; empty when it has a role. */
  scopes: readonly string[]
  /** Whose key it is, with the role that they have now: the key never may more. Null: the house's. */
  owner: { userId: string; role: Role } | null
}

/** The service itself: the demo, the command line, the worker. May do everything. */
export interface SystemCaller {
  kind: 'system'
  name: string
  role: 'admin'
}

/** From least to most; each role may do what the one before it may. */
export const roles = ['contributor', 'author', 'editor', 'admin'] as const
export type Role = (typeof roles)[number]

export const anonymous: Caller = { kind: 'anonymous' }

/** The caller for work that no request asked for; `name` says which part of the service it is. */
export function systemCaller(name: string): Caller {
  return { kind: 'system', name, role: 'admin' }
}

/** The name under which a change is recorded: `key:Web desk`, `user:Ada Lovelace`, `scheduler`. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'anonymous') return 'anonymous'
  return caller.kind === 'system' ? caller.name : `${caller.kind}:${caller.name}`
}

/** Whose stories are this caller's own: the id of the user, also behind a key of theirs, or of the key. Null for the house. */
export function principalOf(caller: Caller): string | null {
  if (caller.kind === 'user') return caller.userId
  return caller.kind === 'key' ? (caller.owner?.userId ?? caller.keyId) : null
}

/** Whether a word is the name of a role. */
export function isRole(word: string | null | undefined): word is Role {
  return (roles as readonly (string | null | undefined)[]).includes(word)
}

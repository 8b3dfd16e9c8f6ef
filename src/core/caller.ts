/** Who is asking. `name` goes into revisions and events; it is never shown to readers. */
export type Caller = { kind: 'anonymous' } | { kind: 'key'; keyId: string; name: string; role: Role } | SystemCaller

/** The service itself: the demo, the command line. May do everything. */
interface SystemCaller {
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

/** The name under which a change is recorded. */
export function actorOf(caller: Caller): string {
  if (caller.kind === 'anonymous') return 'anonymous'
  return caller.kind === 'key' ? `key:${caller.name}` : caller.name
}

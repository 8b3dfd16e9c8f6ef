import { type Caller, type Role, roles } from '../core/caller.ts'
import { Refusal } from '../core/errors.ts'
import { may, type Noun, policy } from '../core/policy.ts'

/** The caller's own user, also behind a key of theirs; null for the house and its keys. */
export function ownUserId(caller: Caller): string | null {
  if (caller.kind === 'user') return caller.userId
  return caller.kind === 'key' ? (caller.owner?.userId ?? null) : null
}

/**
 * Nobody gives more than they have: passes when the caller may all that the role or the scopes allow.
 * @throws forbidden
 */
export function requirePowers(
  caller: Caller,
  { role, scopes }: { role: Role | null; scopes: readonly string[] },
): void {
  if (role && !hasRole(caller, role))
    throw new Refusal('forbidden', `the role '${role}' is more than you have; give a lower one, or ask an admin`)
  const beyond = scopes.filter((scope) => !hasScope(caller, scope))
  if (beyond.length > 0)
    throw new Refusal('forbidden', `${beyond.join(', ')}: more than you may yourself; leave it out, or ask an admin`)
}

function hasRole(caller: Caller, role: Role): boolean {
  if (caller.kind === 'anonymous') return false
  if (caller.kind !== 'key') return reaches(caller.role, role)
  const byKey = caller.role ? reaches(caller.role, role) : caller.scopes.includes('admin')
  return byKey && (caller.owner === null || reaches(caller.owner.role, role))
}

function reaches(role: Role, wanted: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(wanted)
}

/** 'delivery' is what every reader has. */
function hasScope(caller: Caller, scope: string): boolean {
  if (scope === 'delivery') return true
  if (scope === 'admin') return hasRole(caller, 'admin')
  const [noun = '', verb = '*'] = scope.split(':')
  const verbs = verb === '*' ? Object.keys(policy[noun as Noun]) : [verb]
  return verbs.every((each) => may(caller, noun, each))
}

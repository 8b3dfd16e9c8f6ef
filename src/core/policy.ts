import { type Caller, principalOf, type Role, roles } from './caller.ts'
import { Refusal } from './errors.ts'

/** The least role that may; with two, that for what is the caller's own and that for what is anybody's. */
type Least = Role | { own: Role; any: Role }

/**
 * Who may do what on the editorial side, on every face and the command line: for each noun and verb the least role that may.
 * What is not in the table nobody may. Delivery needs no row: what readers may see is decided by what is in the published
 * tables.
 */
export const policy = {
  article: {
    read: 'contributor',
    create: 'contributor',
    revise: { own: 'contributor', any: 'author' },
    submit: { own: 'contributor', any: 'author' },
    lock: { own: 'contributor', any: 'author' },
    unlock: { own: 'contributor', any: 'editor' },
    approve: 'editor',
    reject: 'editor',
    publish: 'editor',
    schedule: 'editor',
    correct: 'editor',
    withdraw: 'editor',
    embargo: 'editor',
    suggest: 'editor',
    kill: 'editor',
    restore: 'admin',
  },
  post: {
    read: 'contributor',
    create: { own: 'contributor', any: 'author' },
    revise: { own: 'contributor', any: 'author' },
    delete: { own: 'contributor', any: 'editor' },
    publish: 'editor',
    withdraw: 'editor',
  },
  preview: {
    read: { own: 'contributor', any: 'author' },
    create: { own: 'contributor', any: 'author' },
    revoke: { own: 'contributor', any: 'author' },
  },
  tag: { read: 'contributor', create: 'author', update: 'editor', merge: 'editor', delete: 'editor' },
  author: { read: 'contributor', create: 'editor', update: 'editor', merge: 'editor', delete: 'editor' },
  front: { read: 'contributor', create: 'editor', update: 'editor', publish: 'editor', delete: 'editor' },
  media: { read: 'contributor', create: 'contributor', update: 'author', merge: 'editor', delete: 'editor' },
  import: { read: 'editor', create: 'editor', stop: 'editor', resume: 'editor' },
  ingest: { read: 'editor', create: 'admin', update: 'admin', delete: 'admin', poll: 'editor' },
  newsroom: { restore: 'admin' },
  user: { read: { own: 'contributor', any: 'admin' }, create: 'admin', update: { own: 'contributor', any: 'admin' } },
  session: { read: { own: 'contributor', any: 'admin' }, revoke: { own: 'contributor', any: 'admin' } },
  key: {
    read: { own: 'contributor', any: 'admin' },
    create: { own: 'contributor', any: 'admin' },
    rotate: { own: 'contributor', any: 'admin' },
    revoke: { own: 'contributor', any: 'admin' },
  },
  webhook: { read: 'admin', create: 'admin', update: 'admin', delete: 'admin', send: 'admin' },
  audit: { read: 'admin' },
  metrics: { read: 'admin' },
} as const satisfies Record<string, Record<string, Least>>

type Policy = typeof policy
export type Noun = keyof Policy
export type Verb<N extends Noun> = keyof Policy[N] & string

/**
 * Whether this caller may; false for every noun and verb that the table does not name. `ownerId` is whose thing it is (null:
 * the house's); left out, it is asked whether the caller may at least with what is their own.
 */
export function may(caller: Caller, noun: string, verb: string, ownerId?: string | null): boolean {
  const least = leastOf(noun, verb)
  if (caller.kind === 'anonymous' || !least) return false
  const isOwn = ownerId === undefined || (ownerId !== null && ownerId === principalOf(caller))
  const role = typeof least === 'string' ? least : isOwn ? least.own : least.any
  if (caller.kind !== 'key') return reaches(caller.role, role)
  const byKey = caller.role ? reaches(caller.role, role) : coveredBy(caller.scopes, noun, verb)
  return byKey && (caller.owner === null || reaches(caller.owner.role, role))
}

/**
 * Passes when the caller may, at least with what is their own: see `allowOn`.
 * @throws unauthenticated for a caller without a key, forbidden for one who may not.
 */
export function allow<N extends Noun>(caller: Caller, noun: N, verb: Verb<N>): void {
  if (caller.kind === 'anonymous')
    throw new Refusal(
      'unauthenticated',
      `to ${verb} ${pluralOf(noun)} send 'Authorization: Bearer <key>'; make a key with 'dateline keys create', or sign in`,
    )
  if (!may(caller, noun, verb)) throw forbidden(caller, noun, verb)
}

/**
 * Passes when the caller may with this very thing. `ownerId`: whose it is; null, the house's own.
 * @throws unauthenticated, forbidden
 */
export function allowOn<N extends Noun>(caller: Caller, noun: N, verb: Verb<N>, ownerId: string | null): void {
  allow(caller, noun, verb)
  if (caller.kind !== 'anonymous' && !may(caller, noun, verb, ownerId))
    throw forbidden(caller, noun, verb, "that are not the caller's own")
}

/** The scopes that a key can have: one for each row of the table, one for each noun, and three words. */
export function isScope(word: string): boolean {
  if (['delivery', 'preview', 'admin'].includes(word)) return true
  const [noun = '', verb = '', ...rest] = word.split(':')
  return rest.length === 0 && Object.hasOwn(policy, noun) && (verb === '*' || leastOf(noun, verb) !== undefined)
}

/** 'delivery' covers nothing here: what readers may see takes no scope. */
function coveredBy(scopes: readonly string[], noun: string, verb: string): boolean {
  const covering = ['admin', `${noun}:${verb}`, `${noun}:*`, ...(noun === 'preview' ? ['preview'] : [])]
  return covering.some((scope) => scopes.includes(scope))
}

function leastOf(noun: string, verb: string): Least | undefined {
  const row = Object.hasOwn(policy, noun) ? (policy as Record<string, Record<string, Least>>)[noun] : undefined
  return row && Object.hasOwn(row, verb) ? row[verb] : undefined
}

function reaches(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least)
}

function forbidden(caller: Exclude<Caller, { kind: 'anonymous' }>, noun: string, verb: string, which = ''): Refusal {
  const least = leastOf(noun, verb) ?? 'admin'
  const needed = typeof least === 'string' ? least : which ? least.any : least.own
  const scoped = caller.kind === 'key' && !caller.role
  const who = scoped ? `a key with the scopes ${caller.scopes.join(', ')}` : `the role '${caller.role}'`
  const way = scoped ? `it takes the scope '${noun}:${verb}'` : `it takes '${needed}' or more`
  return new Refusal('forbidden', `${who} may not ${verb} ${pluralOf(noun)}${which && ` ${which}`}; ${way}`)
}

function pluralOf(noun: string): string {
  return noun === 'media' || noun === 'metrics'
    ? noun
    : noun === 'ingest'
      ? 'ingest sources'
      : noun === 'audit'
        ? 'the audit'
        : `${noun}s`
}

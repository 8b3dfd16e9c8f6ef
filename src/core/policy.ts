import { type Caller, type Role, roles } from './caller.ts'
import { Refusal } from './errors.ts'

/**
 * Who may do what on the editorial side: for each noun and verb the least role that may. What is not in the table nobody
 * may. Delivery needs no row: what readers may see is decided by what is in the published tables.
 */
export const policy = {
  article: { read: 'contributor', create: 'contributor', revise: 'contributor', publish: 'editor', withdraw: 'editor' },
  tag: { read: 'contributor', create: 'author', update: 'editor', merge: 'editor' },
  author: { read: 'contributor', create: 'editor', update: 'editor' },
  media: { read: 'contributor', create: 'contributor', update: 'author' },
} as const satisfies Record<string, Record<string, Role>>

type Policy = typeof policy
export type Noun = keyof Policy
export type Verb<N extends Noun> = keyof Policy[N] & string

/** Whether this caller may; false for every noun and verb that the table does not name. */
export function may(caller: Caller, noun: string, verb: string): boolean {
  if (caller.kind === 'anonymous') return false
  const row = Object.hasOwn(policy, noun) ? (policy as Record<string, Record<string, Role>>)[noun] : undefined
  const least = row && Object.hasOwn(row, verb) ? row[verb] : undefined
  return least !== undefined && roles.indexOf(caller.role) >= roles.indexOf(least)
}

/**
 * Passes when the caller may.
 * @throws unauthenticated for a caller without a key, forbidden for one whose role is too low.
 */
export function allow<N extends Noun>(caller: Caller, noun: N, verb: Verb<N>): void {
  if (caller.kind === 'anonymous')
    throw new Refusal(
      'unauthenticated',
      `to ${verb} ${noun}s send 'Authorization: Bearer <key>'; make one with 'dateline keys create'`,
    )
  if (may(caller, noun, verb)) return
  const least = (policy as Record<string, Record<string, Role>>)[noun]?.[verb] ?? 'admin'
  throw new Refusal(
    'forbidden',
    `a key with the role '${caller.role}' may not ${verb} ${noun}s; it takes '${least}' or more`,
  )
}

import { Refusal } from '../core/errors.ts'
import { emptyPage, type Page, uuidPattern } from '../core/page.ts'

/** Resolvers of every connection type: its parent is a page of the side. */
export const connection = {
  edges: <T>(page: Page<T>) => page.items.map((node, index) => ({ cursor: page.cursorAt(index), node })),
  nodes: <T>(page: Page<T>) => page.items,
  pageInfo: <T>(page: Page<T>) => ({
    hasNextPage: page.next !== null,
    endCursor: page.cursorAt(page.items.length - 1) || null,
  }),
}

/** The same for lists of readers, which are counted when somebody asks. */
export const countedConnection = {
  ...connection,
  totalCount: async <T>(page: Page<T>) => (await page.totalCount?.()) ?? null,
}

/**
 * What the one key finds that was given out of several; null when there is none, also for an id in the place of a slug
 * and the reverse.
 * @throws invalid_input when no key or more than one is given.
 */
export async function byOneKey<K extends string, T>(
  keys: Partial<Record<K, string | null | undefined>>,
  find: (key: string, kind: K) => Promise<T | null>,
): Promise<T | null> {
  const [kind, key] = oneKey(keys)
  if (kind !== 'path' && uuidPattern.test(key) !== (kind === 'id')) return null
  return orNull(find(key, kind))
}

function oneKey<K extends string>(keys: Partial<Record<K, string | null | undefined>>): [K, string] {
  const given = Object.entries(keys).filter((entry): entry is [K, string] => typeof entry[1] === 'string')
  const [only] = given
  if (only && given.length === 1) return only
  throw new Refusal('invalid_input', `give exactly one of ${Object.keys(keys).join(', ')}, not ${given.length}`)
}

/** A refusal that means "there is none" becomes null, as nullable fields show it; others stay. */
export async function orNull<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'not_found' || error.code === 'gone')) return null
    throw error
  }
}

interface LoaderQuery<P, A> {
  obj: P
  params: A
}

/**
 * A Mercurius loader out of a function that finds many at once: one call for all parents of a query.
 * `keyOf` names what a parent needs (null: nothing); `missing` is the answer where nothing is found.
 */
export function loadBy<C extends { ctx: unknown }, P, T>(
  find: (ctx: C['ctx'], keys: string[]) => Promise<Map<string, T>>,
  keyOf: (parent: P) => string | null | undefined,
  missing: T,
) {
  return async (queries: LoaderQuery<P, unknown>[], { ctx }: C): Promise<T[]> => {
    const keys = [...new Set(queries.flatMap(({ obj }) => keyOf(obj) ?? []))]
    const found = keys.length > 0 ? await find(ctx, keys) : new Map<string, T>()
    return queries.map(({ obj }) => found.get(keyOf(obj) ?? '') ?? missing)
  }
}

/**
 * A Mercurius loader of pages for many parents: one call of `find` for each set of arguments, which all parents of one field
 * share.
 */
export function loadPages<X, T, A>(find: (ctx: X, ids: string[], args: A) => Promise<Map<string, Page<T>>>) {
  return async (queries: LoaderQuery<{ id: string }, A>[], { ctx }: { ctx: X }): Promise<Page<T>[]> => {
    const asked = new Map<string, { args: A; ids: string[] }>()
    for (const { obj, params } of queries) {
      const known = asked.get(JSON.stringify(params))
      if (known) known.ids.push(obj.id)
      else asked.set(JSON.stringify(params), { args: params, ids: [obj.id] })
    }
    const found = new Map<string, Map<string, Page<T>>>()
    for (const [name, { args, ids }] of asked) found.set(name, await find(ctx, [...new Set(ids)], args))
    return queries.map(({ obj, params }) => found.get(JSON.stringify(params))?.get(obj.id) ?? emptyPage)
  }
}

/**
 * The same look-up, made once for callers who ask for the same ids of the same request while it is under way. Nothing is
 * kept afterwards, so that a mutation is followed by what it changed.
 */
export function sharedInFlight<C extends object, T>(find: (ctx: C, ids: string[]) => Promise<T>) {
  const underWay = new WeakMap<C, Map<string, Promise<T>>>()
  return (ctx: C, ids: string[]): Promise<T> => {
    const own = underWay.get(ctx) ?? new Map<string, Promise<T>>()
    underWay.set(ctx, own)
    const key = ids.join()
    const found = own.get(key) ?? find(ctx, ids).finally(() => own.delete(key))
    own.set(key, found)
    return found
  }
}

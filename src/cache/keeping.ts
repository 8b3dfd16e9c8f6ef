import type { AfterCommit } from '../core/commit.ts'
import type { Ctx } from '../core/ctx.ts'
import type { FeedEntry, JournalFeed } from '../core/feed.ts'
import { awaitAll, seenByAll } from './leases.ts'
import { type CacheStats, createStore, type KeptAnswer, type Mark, type Store } from './store.ts'

/** What a process that answers requests keeps, and how it stays as new as the newsroom. */
export interface Keeping {
  /** The answer of this name, when it is kept and may be used now. */
  find(name: string): KeptAnswer | undefined
  /**
   * The answer of this name: kept, or being made for somebody else, or made now and kept. Null when `make` says that it is not to be
   * kept; then each makes their own. What `make` throws, all who wait for it get.
   */
  answer(name: string, make: () => Promise<KeptAnswer | null>): Promise<KeptAnswer | null>
  /** Null when nothing is kept. */
  stats(): CacheStats | null
  /** Drops what a commit of this process changed, here and everywhere else, before its writer is answered. */
  afterCommit: AfterCommit
  /** Drops what depends on these keys in this process alone: see `ownKey`. */
  dropOwn(keys: Iterable<string>): void
  feed: JournalFeed
}

/** For a process that keeps nothing and follows nothing. */
export function keepNothing(db: Ctx['db']): Keeping {
  return {
    find: () => undefined,
    answer: (_name, make) => make(),
    stats: () => null,
    afterCommit: awaitAll(db),
    dropOwn: () => undefined,
    feed: { follow: () => () => undefined },
  }
}

/** How the journal is followed: see `followJournal` in src/db. */
type Follow = (following: {
  id: string
  apply(entries: FeedEntry[]): void
  release(entries: FeedEntry[]): void
  begin(): void
}) => Promise<{ isCurrent(): boolean; stop(): Promise<void> }>

interface KeepingOptions {
  db: Ctx['db']
  /** A UUID of this process. */
  id: string
  /** Memory for answers; 0: none are kept. */
  maxBytes: number
  follow: Follow
}

/** Begins to keep answers and to follow the journal. */
export async function startKeeping({ db, id, maxBytes, follow }: KeepingOptions) {
  const store = maxBytes > 0 ? createStore(maxBytes) : null
  const listeners = new Set<(entry: FeedEntry) => void>()
  const { isCurrent, stop } = await follow({
    id,
    begin: () => store?.dropAll(),
    apply: (entries) => {
      const keys = entries.flatMap((entry) => entry.keys)
      if (keys.length > 0) store?.drop(keys)
    },
    release: (entries) => {
      for (const entry of entries) for (const listener of [...listeners]) listener(entry)
    },
  }).then((follower) => ({ isCurrent: () => follower.isCurrent(), stop: () => follower.stop() }))
  const keeping: Keeping = {
    find: (name) => (store && isCurrent() ? store.get(name) : undefined),
    answer: store ? answersOf(store, isCurrent) : (_name, make) => make(),
    stats: () => store?.stats() ?? null,
    afterCommit: async ({ number, keys }) => {
      if (keys.length === 0) return
      store?.drop(keys)
      await seenByAll(db, number, id)
    },
    dropOwn: (keys) => store?.dropOwn(keys),
    feed: {
      follow: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
    },
  }
  return { ...keeping, stop }
}

/** An answer on its way. */
interface Making {
  begun: Mark
  answer: Promise<KeptAnswer | null>
}

/**
 * An answer is made once for all who ask for it at the same time. Nobody joins those who asked before a change: what they are waiting
 * for may have been read before it. While this process does not know what changed, whoever finds an answer being made waits for the
 * next one, with all others who do: it is begun after they asked.
 */
function answersOf(store: Store, isCurrent: () => boolean): Keeping['answer'] {
  const making = new Map<string, Making>()
  const next = new Map<string, Making['answer']>()

  const begin = async (name: string, make: () => Promise<KeptAnswer | null>) => {
    const own = { begun: store.mark(), answer: make() }
    making.set(name, own)
    try {
      const answer = await own.answer
      if (answer) store.put(name, answer, own.begun)
      return answer
    } finally {
      if (making.get(name) === own) making.delete(name)
    }
  }
  const beginAfter = (name: string, { answer }: Making, make: () => Promise<KeptAnswer | null>) => {
    const known = next.get(name)
    if (known) return known
    const begun = () => {
      next.delete(name)
      return begin(name, make)
    }
    const following = answer.then(begun, begun)
    next.set(name, following)
    return following
  }

  return async (name, make) => {
    const isKnown = isCurrent()
    const known = isKnown ? store.get(name) : undefined
    if (known) return known
    const other = making.get(name)
    if (!other || (isKnown && other.begun !== store.mark())) return begin(name, make)
    return (await (isKnown ? other.answer : beginAfter(name, other, make))) ?? make()
  }
}

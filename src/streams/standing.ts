import { Refusal } from '../core/errors.ts'
import type { JournalFeed } from '../core/feed.ts'

/** Watches whether those who opened a stream or a socket with a key or a session still may. */
export interface Standing {
  /** @throws unauthenticated, forbidden, unavailable */
  check(header: string): Promise<unknown>
  /** Calls `ended` once when what this `Authorization` header holds is good no more. Gives what ends the watch. */
  watch(header: string, ended: () => void): () => void
  stop(): void
}

/** Ms between two looks at all of them, for what expires without an event. */
const lookEveryMs = 60_000
/** What can take somebody's rights. */
const touching = /^(key|session|user)\./

/** Looks when an account, a session or a key changes, and every minute; each header once, however many use it. */
export function watchStanding(feed: JournalFeed, authenticate: (header: string) => Promise<unknown>): Standing {
  const watched = new Map<string, Set<() => void>>()
  const look = async (header: string) => {
    try {
      await authenticate(header)
    } catch (error) {
      if (!isEnd(error)) return
      const ended = watched.get(header) ?? []
      watched.delete(header)
      for (const end of ended) end()
    }
  }
  const lookAtAll = () => {
    for (const header of watched.keys()) void look(header)
  }
  const unfollow = feed.follow(({ type }) => {
    if (touching.test(type)) lookAtAll()
  })
  const timer = setInterval(lookAtAll, lookEveryMs).unref()
  return {
    check: authenticate,
    watch: (header, ended) => {
      const others = watched.get(header) ?? new Set()
      watched.set(header, others.add(ended))
      return () => {
        others.delete(ended)
        if (others.size === 0 && watched.get(header) === others) watched.delete(header)
      }
    },
    stop: () => {
      unfollow()
      clearInterval(timer)
    },
  }
}

/** A database or an identity provider that cannot be asked now takes nobody's rights. */
function isEnd(error: unknown): boolean {
  return error instanceof Refusal && (error.code === 'unauthenticated' || error.code === 'forbidden')
}

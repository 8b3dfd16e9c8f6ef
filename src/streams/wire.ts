import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { PublicEntry } from '../changes/change.ts'
import { changesOf, cursorOf } from '../changes/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import type { FeedEntry, JournalFeed } from '../core/feed.ts'
import { aboutsOf } from './about.ts'
import { changeEvent, type Telling } from './stream.ts'

/** What tells all streams and subscriptions of a process what happens. */
export interface Wire {
  /** Told of each public change from now on, in the order of commits, each once. Gives what ends it. */
  follow(follower: Follower): () => void
  /** The number of the newest entry that was ready to be told, whether anybody followed or not; 0 before the first. */
  last(): bigint
  /** Ends for good; followers learn of it. */
  stop(): void
}

export interface Follower {
  tell(telling: Telling): void
  /** Nothing comes any more: the reader has to ask again, from where it was. */
  lost(): void
}

interface WireOptions {
  feed: JournalFeed
  /** A new context for each look at the database. */
  ctx: () => Ctx
  onError?: (error: unknown) => void
}

/** Entries that are looked up at once. */
const batch = 100
/** Entries that may wait for the database, some minutes of a busy newsroom; then followers are lost, and ask again. */
const maxWaiting = 10_000
/** Ms between tries to look entries up while the database cannot be asked. */
const retries = [50, 200, 500, 1_000, 2_000]

/** Follows the journal. What is told is made once, however many follow; while nobody does, nothing is looked up. */
export function startWire({ feed, ctx, onError = () => undefined }: WireOptions): Wire {
  const followers = new Set<Follower>()
  let waiting: FeedEntry[] = []
  let isAtWork = false
  let last = 0n

  const loseAll = () => {
    waiting = []
    const lost = [...followers]
    followers.clear()
    for (const follower of lost) follower.lost()
  }
  const work = async () => {
    isAtWork = true
    while (waiting.length > 0) {
      const entries = waiting.splice(0, batch)
      try {
        const tellings = await patiently(() => tellingsOf(ctx(), entries))
        for (const telling of tellings) {
          for (const follower of [...followers]) follower.tell(telling)
          // What was written goes out before more is: otherwise a burst would look as if nobody read.
          await nextTurn()
        }
      } catch (error) {
        onError(error)
        loseAll()
      }
    }
    isAtWork = false
  }
  const unfollow = feed.follow((entry) => {
    last = entry.number
    if (!entry.isPublic || followers.size === 0) return
    waiting.push(entry)
    if (waiting.length > maxWaiting) loseAll()
    else if (!isAtWork) void work()
  })
  return {
    follow: (follower) => {
      followers.add(follower)
      return () => void followers.delete(follower)
    },
    last: () => last,
    stop: () => {
      unfollow()
      loseAll()
    },
  }
}

/** Looks again for some seconds when the database cannot be asked. @throws what the last look threw */
export async function patiently<T>(look: () => Promise<T>): Promise<T> {
  for (const ms of retries) {
    try {
      return await look()
    } catch {
      await wait(ms)
    }
  }
  return look()
}

/** What readers are told of entries, in the same order. */
export async function tellingsOf(ctx: Ctx, entries: PublicEntry[]): Promise<Telling[]> {
  const [changes, abouts] = await Promise.all([changesOf(ctx, entries), aboutsOf(ctx, entries)])
  return entries.flatMap((entry, index) => {
    const [change, known] = [changes[index], abouts[index]]
    if (!change || !known) return []
    const cursor = cursorOf(entry)
    return [{ number: entry.number, cursor, change, ...known, text: changeEvent(cursor, change) }]
  })
}

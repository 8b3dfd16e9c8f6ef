import { setInterval } from 'node:timers'
import type { Ctx } from '../core/ctx.ts'
import type { Popularity } from '../core/popularity.ts'
import { bitByBit } from './bit-by-bit.ts'
import { makeBoards } from './boards.ts'
import { makeCounting, type ViewCounts } from './counting.ts'

/** What one process does for popularity: counts, writes, and knows the newest ranks. */
export interface PopularityService extends Popularity {
  /** Writes what was counted, now. @throws what the database says. */
  flush(): Promise<void>
  /** Reads the newest rankings, now. @throws what the database says. */
  refresh(): Promise<void>
  counts(): ViewCounts
  /** Writes what was counted, and ends. Call it when no request is under way any more. */
  stop(): Promise<void>
}

interface PopularityOptions {
  db: Ctx['db']
  readText: Ctx['readText']
  /** Takes kept answers away, in this process. */
  drop(keys: Iterable<string>): void
  /** False: nothing is counted. True when left out. */
  isCounting?: boolean
  /** Whether it writes and reads by itself; otherwise only when it is told to. */
  isTimed: boolean
  /** Told of what went wrong; it is tried again. */
  onError?(what: string, error: unknown): void
}

/** Ms between two writes of what was counted: what a process that is killed loses at most. */
const flushEveryMs = 5_000
/** Ms between two looks for new rankings, which are made every five seconds. */
const refreshEveryMs = 2_000
/** Ms in which the stories are dropped whose rank is another: two hundred at once would be made anew in the same second. */
const dropRanksWithinMs = 2_000

/** Begins. With the ranks of now, when the database has any. */
export async function startPopularity(options: PopularityOptions): Promise<PopularityService> {
  const { db, readText, drop, isCounting = true, isTimed, onError = () => undefined } = options
  const counting = makeCounting(db)
  const ranks = isTimed ? bitByBit(dropRanksWithinMs, drop) : { add: drop, stop: () => undefined }
  const boards = makeBoards(readText, drop, ranks.add)
  const attempt = (what: string, work: () => Promise<void>) => () =>
    work().catch((error: unknown) => onError(what, error))
  const flush = attempt('views could not be written; they are kept for the next time', counting.flush)
  const refresh = attempt('rankings could not be read; those of before stand', boards.refresh)
  await boards.refresh()
  const timers = isTimed ? [setInterval(flush, flushEveryMs), setInterval(refresh, refreshEveryMs)] : []
  for (const timer of timers) timer.unref()
  return {
    count: isCounting ? counting.count : () => undefined,
    countMalformed: counting.countMalformed,
    rankOf: boards.rankOf,
    flush: counting.flush,
    refresh: boards.refresh,
    counts: counting.counts,
    stop: async () => {
      for (const timer of timers) clearInterval(timer)
      ranks.stop()
      // Twice: one that is under way took its rows before the last visits were counted.
      await counting.flush().catch(() => undefined)
      await attempt('the last views could not be written and are lost', counting.flush)()
    },
  }
}

const nothing = async () => undefined

/** Where nothing is counted and nothing is known. */
export const countNothing: PopularityService = {
  count: () => undefined,
  countMalformed: () => undefined,
  rankOf: () => null,
  flush: nothing,
  refresh: nothing,
  counts: () => ({
    ...{ accepted: 0, folded: 0, bot: 0, flood: 0, malformed: 0, dropped: 0, flushed: 0, unknown: 0, pending: 0 },
  }),
  stop: nothing,
}

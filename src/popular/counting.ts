import { randomBytes } from 'node:crypto'
import type { Ctx } from '../core/ctx.ts'
import { uuidPattern } from '../core/page.ts'
import type { Visit } from '../core/popularity.ts'
import { writeViews } from './buckets.ts'
import { type Gate, makeGate } from './gate.ts'
import { type Counted, makeTally } from './tally.ts'

/** How counting went in this process: numbers since its start, but `pending`. */
export interface ViewCounts {
  /** Views that count, in memory at least. */
  accepted: number
  /** Visits of a reader whose view of the story was counted already. */
  folded: number
  bot: number
  flood: number
  malformed: number
  /** Views for which there was no place in memory. */
  dropped: number
  /** Views that were written, and views of what is no live story. */
  flushed: number
  unknown: number
  /** Stories and minutes that wait to be written. */
  pending: number
}

/** Counts visits in memory, and writes them when it is told to. */
export interface Counting {
  count(visit: Visit): void
  countMalformed(): void
  /** Writes what was counted. @throws what the database says; then all of it waits for the next time. */
  flush(): Promise<void>
  counts(): ViewCounts
}

/**
 * Stories and minutes in memory at most: 20 MB. With 2,000 stories read in a minute, a database that is away for 25 minutes costs
 * nothing. A quarter for ids of which no one knows whether they are of stories.
 */
const tallyLimits = { most: 50_000, mostUnknown: 12_500 }

/** Rows in one statement: a few milliseconds of the database. */
const rowsAtOnce = 2_000

const randomSalt = () => randomBytes(32).toString('hex')

/** Counts in the memory of this process. Salts are made here and are in no file and no table. `clock` is that of this process. */
export function makeCounting(
  db: Ctx['db'],
  newSalt: () => string = randomSalt,
  clock: () => Date = () => new Date(),
): Counting {
  // With the first visit: a process that answers no readers does not need its 28 MB.
  let gate: Gate | null = null
  const tally = makeTally(tallyLimits)
  const counts = { accepted: 0, folded: 0, bot: 0, flood: 0, malformed: 0, dropped: 0, flushed: 0, unknown: 0 }
  let flushing: Promise<void> | null = null

  const write = async (counted: Counted[]) => {
    const unknown = new Set(await writeViews(db, counted, clock()))
    for (const { articleId, views } of counted) {
      counts[unknown.has(articleId) ? 'unknown' : 'flushed'] += views
      if (!unknown.has(articleId)) tally.vouchFor(articleId)
    }
  }
  const flushAll = async () => {
    const rest = tally.take()
    try {
      for (; rest.length > 0; rest.splice(0, rowsAtOnce)) await write(rest.slice(0, rowsAtOnce))
    } finally {
      counts.dropped += tally.putBack(rest)
    }
  }
  return {
    count: ({ articleId: given, address, userAgent, at, attentionSeconds, shares }) => {
      // Whether it could be an id everybody sees; whether it is one nobody is told, nor looks here.
      if (!uuidPattern.test(given)) {
        counts.unknown += 1
        return
      }
      const articleId = given.toLowerCase()
      gate ??= makeGate(newSalt)
      const verdict = gate.judge({ articleId, address, userAgent, at, attentionSeconds, shares })
      counts[verdict.outcome] += 1
      if (!('fresh' in verdict)) return
      const { fresh } = verdict
      const amounts = { views: fresh.isFirst ? 1 : 0, attentionSeconds: fresh.attentionSeconds, shares: fresh.shares }
      const isAnything = amounts.views + amounts.attentionSeconds + amounts.shares > 0
      if (isAnything && !tally.add(articleId, at, amounts)) counts.dropped += 1
    },
    countMalformed: () => {
      counts.malformed += 1
    },
    // One at a time, so that what is put back is behind nothing that was counted later.
    flush: () => {
      flushing ??= flushAll().finally(() => {
        flushing = null
      })
      return flushing
    },
    counts: () => ({ ...counts, pending: tally.size() }),
  }
}

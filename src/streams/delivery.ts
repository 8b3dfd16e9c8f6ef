import { seenNumber } from '../cache/leases.ts'
import { beginning, cursorOf, entriesBehind, type Place, readPlace, requireKnown } from '../changes/delivery.ts'
import type { Ctx } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { parse } from '../core/parse.ts'
import { readWish, StreamQuery, type Telling, type Wish } from './stream.ts'
import { patiently, tellingsOf, type Wire } from './wire.ts'

/** Entries of the past that are looked up at once. */
const batch = 100
/** Changes that are told anew to one who was away: what a reader misses in some hours. Mirrors read the change feed. */
export const maxBehind = 10_000

/** What a reader of a stream asked for, read and checked. */
export interface Opening {
  wish: Wish
  /** They have seen everything up to here. */
  place: Place
  /** The same, as they are told it. */
  cursor: string
}

/**
 * Reads what a stream is asked for. `lastEventId` is what a browser sends when it comes back, and counts before `since`, which is
 * as old as the page.
 * @throws invalid_input, invalid_cursor also for a place that is too far back, or was before the database was set back.
 */
export async function readOpening(ctx: Ctx, input: unknown, lastEventId?: string): Promise<Opening> {
  const { since, ...wish } = parse(StreamQuery, input)
  const read = readWish(wish)
  const place = lastEventId ? await placeOf(ctx, lastEventId, 'Last-Event-ID') : await placeOf(ctx, since)
  return { wish: read, place, cursor: cursorOf(place) }
}

/** The place that a cursor stands for, which was given as `field`; without one, the end of what is told by now. @throws invalid_cursor */
export async function placeOf(ctx: Ctx, since: string | null | undefined, field = 'since'): Promise<Place> {
  if (since == null) return endOf(ctx)
  const place = readPlace(since, field)
  const [behind] = await Promise.all([countBehind(ctx, place), requireKnown(ctx, place, field)])
  if (behind <= maxBehind) return place
  throw new Refusal(
    'invalid_cursor',
    `${field}: more than ${maxBehind} changes came after this place; read them from GET /v1/changes, and come back with its 'next'`,
    { faults: [{ path: field, message: 'is too far back for a stream' }] },
  )
}

async function endOf(ctx: Ctx): Promise<Place> {
  const seen = await seenNumber(ctx.db)
  const last = await ctx.db.journalEntry.findFirst({
    where: { isPublic: true, number: { lte: seen } },
    orderBy: { number: 'desc' },
    select: { number: true, id: true },
  })
  return last ?? beginning
}

/** How many public changes came after a place; counts one more than the most that are told. */
async function countBehind({ db }: Ctx, { number }: Place): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count
    FROM (SELECT FROM journal_entry WHERE "isPublic" AND number > ${number} LIMIT ${maxBehind + 1}) behind`
  return row?.count ?? 0
}

/** Who is told what happens. */
export interface Reader {
  tell(telling: Telling): void
  /** Waits until there is room for more of the past. */
  room(): Promise<void>
  /** Nothing comes any more, for a reason of ours: they have to ask again, from where they were. */
  lost(error: unknown): void
}

/**
 * Tells a reader everything behind a place, the past from the journal and the rest as it happens: in the order of commits,
 * nothing twice and nothing left out; and nothing before this process has dropped every answer that is older. Gives what ends it.
 */
export function followFrom(ctx: Ctx, wire: Wire, { number }: Place, reader: Reader): () => void {
  let place = number
  let heard = 0n
  let isLive = false
  let isEnded = false
  const tell = (telling: Telling) => {
    if (isEnded || telling.number <= place) return
    place = telling.number
    reader.tell(telling)
  }
  const lost = (error: unknown) => {
    if (!isEnded) reader.lost(error)
    end()
  }
  const unfollow = wire.follow({
    tell: (telling) => {
      heard = telling.number
      if (isLive) tell(telling)
    },
    lost: () => lost(null),
  })
  const end = () => {
    isEnded = true
    unfollow()
  }
  // What is heard meanwhile is in the journal by then; the reader is live when nothing was heard behind their place.
  const catchUp = async () => {
    do {
      const seen = await patiently(() => seenNumber(ctx.db))
      // A process that starts or wakes is behind for a moment what was told before: that is not told again as it happens.
      const until = seen > wire.last() ? seen : wire.last()
      while (place < until && !isEnded) {
        const tellings = await patiently(async () =>
          tellingsOf(ctx, await entriesBehind(ctx, { number: place }, batch, until)),
        )
        for (const telling of tellings) tell(telling)
        if (tellings.length < batch) place = until
        await reader.room()
      }
    } while (heard > place && !isEnded)
    isLive = true
  }
  catchUp().catch(lost)
  return end
}

import { setInterval } from 'node:timers'
import { Prisma } from './generated/client.ts'
import { readText } from './read-text.ts'

/** What time it is. */
export interface Clock {
  /** The instant for dates that are written; follows the database's clock, which several machines share. */
  now(): Date
  /** The instant by the database's clock, asked for now: what is due and what has expired is decided by it alone. */
  databaseNow(tx: Prisma.TransactionClient): Promise<Date>
  /** What an instant stands for that a statement read from the database's clock beside other things: itself, when left out. */
  asRead?(databaseNow: Date): Date
}

/** How far the database's clock is ahead of this process's monotonic one, in ms since 1970; null until it was asked. */
let ahead: number | null = null

/** Ms between comparisons of the two clocks: the drift of a quartz clock in that time is below a millisecond. */
const everyMs = 60_000

/** The database's clock, estimated by the process's monotonic one between comparisons; the machine's own until the first. */
export const databaseClock: Clock = {
  now: () => (ahead === null ? new Date() : new Date(ahead + performance.now())),
  databaseNow: async (tx) => {
    const [row] = await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`
    if (!row) throw new Error('the database does not say what time it is')
    return row.now
  },
}

/** Compares the clocks now and every minute. The caller stops it. Past Prisma, which is not needed for the first answer of a process. */
export async function followDatabaseClock(db: Prisma.TransactionClient): Promise<() => void> {
  const compare = async () => {
    const before = performance.now()
    const now = await readText(db, Prisma.sql`SELECT (extract(epoch FROM clock_timestamp()) * 1000)::text`)
    ahead = Number(now) - (before + performance.now()) / 2
  }
  await compare()
  // A database that cannot be asked now is asked again a minute later; until then the last comparison holds.
  const timer = setInterval(() => void compare().catch(() => undefined), everyMs).unref()
  return () => clearInterval(timer)
}

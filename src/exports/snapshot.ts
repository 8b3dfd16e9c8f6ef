import type { Transaction } from '../core/ctx.ts'
import type { PrismaClient } from '../db/generated/client.ts'

/** Longest time that an export may take, in ms: a day. */
const timeout = 86_400_000

/** How long to wait for a connection, in ms. */
const maxWait = 10_000

/**
 * Reads all of it as the database is now, while others go on writing. The pool's own limits are lifted for this transaction: whoever
 * takes the lines may be slow.
 */
export async function inSnapshot<T>(db: PrismaClient, read: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      return read(tx)
    },
    { isolationLevel: 'RepeatableRead', timeout, maxWait },
  )
}

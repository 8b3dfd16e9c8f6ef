import { setTimeout as wait } from 'node:timers/promises'
import { sqlStateOf } from '../lib/sql-state.ts'
import type { Prisma, PrismaClient } from './generated/client.ts'

/** How often a transaction is tried in all when others get in its way. */
const maxTries = 5

/** Longest time in ms that a transaction may take, and that it waits for a connection. */
const timeout = 10_000
const maxWait = 5_000

/**
 * Runs `work` in one transaction: all of it or nothing. A deadlock or serialisation failure makes it run
 * again from the start, so `work` must do nothing outside the database.
 */
export async function runTransaction<T>(
  prisma: PrismaClient,
  work: (tx: Prisma.TransactionClient) => Promise<T>,
): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await prisma.$transaction(work, { timeout, maxWait })
    } catch (error) {
      if (tried === maxTries || !isConflict(error)) throw error
      await wait(10 * 2 ** tried)
    }
  }
}

/** Deadlocks and serialisation failures are class 40 of SQLSTATE; Prisma gives them P2034, but not for raw statements. */
function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === 'P2034') || (sqlStateOf(error)?.startsWith('40') ?? false)
}

/** Longest time in ms that a transaction of `runOnce` may take: a day. */
const dayMs = 86_400_000

/**
 * Runs `work` in one transaction, once, however long it takes: for what reads a stream, which cannot be begun again. Statements have
 * no limit of time there unless `work` sets one.
 */
export async function runOnce<T>(prisma: PrismaClient, work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET LOCAL statement_timeout = 0`
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`
      return work(tx)
    },
    { timeout: dayMs, maxWait },
  )
}

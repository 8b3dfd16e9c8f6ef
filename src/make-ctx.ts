import { uuidv7 } from 'uuidv7'
import { awaitAll } from './cache/leases.ts'
import type { Caller } from './core/caller.ts'
import { type AfterCommit, type Change, changeOf } from './core/commit.ts'
import type { Ctx, Site, Transaction } from './core/ctx.ts'
import type { Files } from './core/files.ts'
import type { Outbound } from './core/outbound.ts'
import type { Clock } from './db/clock.ts'
import { copyRows } from './db/copy-rows.ts'
import type { PrismaClient } from './db/generated/client.ts'
import { readTexts, textReader } from './db/read-text.ts'
import { runOnce, runTransaction } from './db/transaction.ts'
import { noFiles } from './files/none.ts'
import { publicOutbound } from './outbound/client.ts'

/** What a use case works with, outside a request too. */
export function makeCtx(
  db: PrismaClient,
  site: Site,
  clock: Clock,
  caller: Caller,
  outbound: Outbound = publicOutbound,
  afterCommit: AfterCommit = awaitAll(db),
  files: Files = noFiles,
): Ctx {
  const { databaseNow } = clock
  const now = clock.now()
  const tx: Ctx['tx'] = (work) => runAndTell(db, work, afterCommit, runTransaction)
  const txOnce: Ctx['txOnce'] = (work) => runAndTell(db, work, afterCommit, runOnce)
  const world = { site, outbound, files, newId: uuidv7 }
  return { caller, now, databaseNow, db, readText: textReader(db), readTexts, copyRows, ...world, tx, txOnce }
}

/** A transaction, and when it has changed what readers see, nobody goes on before all readers see it. */
async function runAndTell<T>(
  db: PrismaClient,
  work: (tx: Transaction) => Promise<T>,
  afterCommit: AfterCommit,
  run: typeof runTransaction,
): Promise<T> {
  let change: Change | null = null
  const value = await run(db, async (tx) => {
    const made = await work(tx)
    change = changeOf(tx)
    return made
  })
  if (change) await afterCommit(change)
  return value
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { Refusal } from '../core/errors.ts'
import { holdLock } from '../core/writes.ts'
import { type Attempts, networkOf, secondsToWait, windowSeconds } from './throttle.ts'

/** Ms for which an address from which somebody signed in counts as theirs. */
const ownAddressMs = 30 * 86_400_000

/**
 * Counts a try of a password before it is checked, as a failure until `markSucceeded` says otherwise: so that many at once
 * are counted too. `account` is the e-mail address in lower case, whether or not there is such a user. Returns the id of
 * the try.
 * @throws too_many_attempts with `retryAfterSeconds`; then nothing is counted.
 */
export async function startAttempt(ctx: Ctx, account: string): Promise<string> {
  const address = networkOf(addressOf(ctx))
  return ctx.tx(async (tx) => {
    await holdLock(tx, `sign-in-account:${account}`)
    await holdLock(tx, `sign-in-address:${address}`)
    const now = await ctx.databaseNow(tx)
    const seconds = secondsToWait(await attemptsOf(tx, account, address, now), now)
    if (seconds > 0) throw tooMany(seconds)
    const { id } = await tx.loginAttempt.create({
      data: { id: ctx.newId(), account, address, succeeded: false, at: now },
    })
    return id
  })
}

/** The try was no failure, in the transaction of what came of it. */
export async function markSucceeded(tx: Transaction, attemptId: string): Promise<void> {
  await tx.loginAttempt.updateMany({ where: { id: attemptId }, data: { succeeded: true } })
}

/** Where a request comes from, in words for those that come from no network. */
export function addressOf(ctx: Ctx): string {
  return ctx.request?.address ?? 'unknown'
}

function tooMany(retryAfterSeconds: number): Refusal {
  const words = `too many sign-ins failed; wait ${retryAfterSeconds} seconds`
  return new Refusal('too_many_attempts', words, { details: { retryAfterSeconds } })
}

async function attemptsOf(tx: Transaction, account: string, address: string, now: Date): Promise<Attempts> {
  const since = new Date(now.getTime() - windowSeconds * 1_000)
  const [row] = await tx.$queryRaw<CountRow[]>`
    WITH failure AS (
      SELECT account, address, at FROM login_attempt
      WHERE NOT succeeded AND at > ${since}::timestamptz AND (account = ${account} OR address = ${address})
    ), success AS (
      SELECT max(at) AS at FROM login_attempt
      WHERE succeeded AND at > ${since}::timestamptz AND account = ${account} AND address = ${address}
    ), pair AS (
      SELECT failure.at FROM failure, success
      WHERE account = ${account} AND address = ${address} AND (success.at IS NULL OR failure.at > success.at)
    )
    SELECT
      (SELECT count(*) FROM pair)::int AS "pairCount", (SELECT max(at) FROM pair) AS "pairLastAt",
      count(*) FILTER (WHERE account = ${account})::int AS "accountCount", max(at) FILTER (WHERE account = ${account}) AS "accountLastAt",
      count(*) FILTER (WHERE address = ${address})::int AS "addressCount", max(at) FILTER (WHERE address = ${address}) AS "addressLastAt"
    FROM failure`
  const isOwn = await isOwnAddress(tx, account, address, now)
  return {
    pair: { count: row?.pairCount ?? 0, lastAt: row?.pairLastAt ?? null },
    account: isOwn ? { count: 0, lastAt: null } : { count: row?.accountCount ?? 0, lastAt: row?.accountLastAt ?? null },
    address: { count: row?.addressCount ?? 0, lastAt: row?.addressLastAt ?? null },
  }
}

interface CountRow {
  pairCount: number
  pairLastAt: Date | null
  accountCount: number
  accountLastAt: Date | null
  addressCount: number
  addressLastAt: Date | null
}

/** Whether the owner of the account signed in from this network lately: strangers elsewhere cannot lock them out. */
async function isOwnAddress(tx: Transaction, account: string, address: string, now: Date): Promise<boolean> {
  const rows = await tx.session.findMany({
    where: { user: { email: account }, createdAt: { gt: new Date(now.getTime() - ownAddressMs) } },
    select: { address: true },
    distinct: ['address'],
  })
  return rows.some((row) => networkOf(row.address) === address)
}

import { setTimeout as wait } from 'node:timers/promises'
import type { AfterCommit } from '../core/commit.ts'
import type { Ctx } from '../core/ctx.ts'

// Which processes keep answers and how new these are: see docs/decisions/0018-kept-answers-and-leases.md.

/** Ms between two looks at who is still behind: following an entry takes a few. */
const lookEveryMs = 3
/** Ms after which a process that has not followed a commit has no lease any more. */
const leaseMs = 2_000

/**
 * Waits until no process keeps an answer that is older than entry `number` of the journal: each has followed it that far, or its
 * lease has ended, after two seconds at most. `own` is the process that asks, which has dropped what it kept. What was committed is
 * never reported as failed: when the database cannot be asked, it waits until every lease has ended.
 */
export async function seenByAll(db: Ctx['db'], number: bigint, own: string | null = null): Promise<void> {
  try {
    while (await isSomebodyBehind(db, number, own)) await wait(lookEveryMs)
  } catch {
    await wait(leaseMs)
  }
}

async function isSomebodyBehind(db: Ctx['db'], number: bigint, own: string | null): Promise<boolean> {
  const [found] = await db.$queryRaw<{ isBehind: boolean }[]>`
    SELECT EXISTS (SELECT FROM cache_lease WHERE seen < ${number} AND until > clock_timestamp()
      AND id IS DISTINCT FROM ${own}::uuid) AS "isBehind"`
  return found?.isBehind ?? false
}

/** What a process that keeps nothing does after a commit. */
export function awaitAll(db: Ctx['db']): AfterCommit {
  return ({ number, keys }) => (keys.length > 0 ? seenByAll(db, number) : Promise.resolve())
}

/** The entry up to which no process keeps an answer that is older; the end of the journal when none is behind. */
export async function seenNumber(db: Ctx['db']): Promise<bigint> {
  const [row] = await db.$queryRaw<{ number: bigint }[]>`
    SELECT least(number, (SELECT min(seen) FROM cache_lease WHERE until > clock_timestamp())) AS number FROM journal_head`
  return row?.number ?? 0n
}

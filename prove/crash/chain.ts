import type pg from 'pg'

/**
 * Where the journal is broken from entry `after` on: a hash that does not follow from the one before, a gap in the numbers,
 * a head that is not the last entry. Also the number of the last entry.
 */
export async function chainFaults(pool: pg.Pool, after = 0): Promise<{ faults: string[]; last: number }> {
  const { rows } = await pool.query<{ number: string; hashes: boolean; follows: boolean }>(
    `SELECT number, number = coalesce(before, 0) + 1 AS follows, hash = journal_hash(coalesce(previous, ''), number, id, type, "subjectId",
       sequence, version, data, "isPublic", actor, "actorId", note, "requestId", address, "occurredAt") AS hashes
     FROM (SELECT *, lag(hash) OVER steps AS previous, lag(number) OVER steps AS before
       FROM journal_entry WHERE number >= $1 WINDOW steps AS (ORDER BY number)) AS entry
     WHERE number > $1 ORDER BY number`,
    [after],
  )
  const broken = rows.filter(({ hashes, follows }) => !hashes || !follows)
  const faults = broken.map(
    ({ number, follows }) => `journal entry ${number} ${follows ? 'has a wrong hash' : 'leaves a gap'}`,
  )
  const head = await pool.query<{ number: string; fits: boolean }>(
    `SELECT number, hash = coalesce((SELECT hash FROM journal_entry ORDER BY number DESC LIMIT 1), '') AS fits FROM journal_head`,
  )
  const last = Number(rows.at(-1)?.number ?? after)
  const [{ number = '', fits = false } = {}] = head.rows
  if (Number(number) !== last || !fits) faults.push(`the head of the journal says ${number}, its last entry is ${last}`)
  return { faults, last }
}

import type { Transaction } from '../core/ctx.ts'

/** What came of checking the journal: `fault` is null when all is as it was written. */
export interface Verdict {
  /** Entries that were found to be right, from the first on. */
  entries: bigint
  /** Number and hash (hex) of the last entry; note them elsewhere, see docs/audit.md. */
  last: { number: bigint; hash: string }
  fault: string | null
}

/** An entry that is known from elsewhere: its number and its hash in hex. */
export interface Anchor {
  number: bigint
  hash: string
}

/** Entries hashed by one statement. */
const batchSize = 5_000

/**
 * Checks the whole journal: every entry has the hash that its words and the entry before make, no number is missing, the head
 * is that of the last entry, and the entry of the `anchor` is still the same. Verbs may go on meanwhile: what they write is
 * not looked at.
 */
export async function verifyJournal(db: Transaction, anchor: Anchor | null = null): Promise<Verdict> {
  const end = await journalEnd(db)
  let last = { number: 0n, hash: '' }
  while (last.number < end.number) {
    const batch = await checkBatch(db, last, end.number)
    if (batch.fault) return { entries: batch.number, last: batch, fault: batch.fault }
    last = batch
  }
  return { entries: last.number, last, fault: endFault(end, last) ?? (await anchorFault(db, end, anchor)) }
}

interface End {
  /** Of the last entry there is. */
  number: bigint
  /** What the head says; null when there is none. */
  headNumber: bigint | null
  headHash: string | null
}

/** One statement, so that head and last entry are of the same instant. */
async function journalEnd(db: Transaction): Promise<End> {
  const [end] = await db.$queryRaw<End[]>`
    SELECT coalesce((SELECT max(number) FROM journal_entry), 0) AS number,
      (SELECT number FROM journal_head WHERE id = 1) AS "headNumber",
      (SELECT encode(hash, 'hex') FROM journal_head WHERE id = 1) AS "headHash"`
  return end ?? { number: 0n, headNumber: null, headHash: null }
}

interface Batch {
  number: bigint
  hash: string
  fault: string | null
}

interface Row {
  number: bigint
  id: string
  hash: string
  isRight: boolean
}

/** The entries behind `last`, as far as they are right; `fault` names the first that is not. */
async function checkBatch(db: Transaction, last: Anchor, end: bigint): Promise<Batch> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT number, id, encode(hash, 'hex') AS hash, hash = journal_hash(
      coalesce(lag(hash) OVER (ORDER BY number), decode(${last.hash}, 'hex')), number, id, type, "subjectId", sequence, version,
      data, "isPublic", actor, "actorId", note, "requestId", address, "occurredAt") AS "isRight"
    FROM journal_entry WHERE number > ${last.number} AND number <= ${end} ORDER BY number LIMIT ${batchSize}`
  for (const [index, row] of rows.entries()) {
    const due = last.number + BigInt(index) + 1n
    const fault =
      row.number !== due
        ? `entry ${due} is missing; the next is ${row.number} (${row.id})`
        : row.isRight
          ? null
          : `entry ${row.number} (${row.id}) was changed: its hash is not that of its words and the entry before`
    if (fault) return { ...(rows[index - 1] ?? last), fault }
  }
  const right = rows.at(-1)
  return right ? { ...right, fault: null } : { ...last, fault: `entry ${last.number + 1n} is missing` }
}

function endFault({ headNumber, headHash }: End, last: Anchor): string | null {
  if (headNumber === null) return 'the head of the journal is missing'
  if (headNumber > last.number) return `the end was cut off: entries ${last.number + 1n} to ${headNumber} are missing`
  if (headNumber < last.number) return `the head is at ${headNumber}, but there is an entry ${last.number}`
  return headHash === last.hash ? null : `the head has another hash than entry ${last.number}`
}

async function anchorFault(db: Transaction, end: End, anchor: Anchor | null): Promise<string | null> {
  if (!anchor) return null
  const row = await db.journalEntry.findUnique({ where: { number: anchor.number }, select: { hash: true } })
  if (!row) return `entry ${anchor.number} is missing: the journal ends at ${end.number}`
  const isSame = Buffer.from(row.hash).toString('hex') === anchor.hash.toLowerCase()
  return isSame ? null : `entry ${anchor.number} has another hash than the one given: the journal was written anew`
}

import type { Ctx, Transaction } from '../core/ctx.ts'
import { type ErrorCode, Refusal, type RefusalOptions } from '../core/errors.ts'
import type { LineType } from './line.ts'
import type { Data } from './thing.ts'

/** A restore under way, in its one transaction. */
export interface Restoring {
  ctx: Ctx
  tx: Transaction
  /** Whether the file has the journal: then events are not made anew. */
  hasJournal: boolean
  /** Ends it between two pages, with its reason; nothing is restored then. */
  signal?: AbortSignal
}

/** A thing out of a file, and where it stood. */
export interface Given<D = Data> {
  data: D
  /** Number of its line, from 1. */
  line: number
}

/** Writes things that are new, all of one type. What they refer to may still be missing where `later` says so. */
export type Add = (restoring: Restoring, given: Given[]) => Promise<void>

/** A line cannot be restored, and with it nothing can. */
export class LineRefusal extends Refusal {
  /** Number of the line, from 1; of several that were written together, the first. */
  readonly line: number
  /** What it is about; null for a line that is none of an export, or does not fit what comes behind. */
  type: LineType | null = null

  constructor(code: ErrorCode, line: number, message: string, options: RefusalOptions = {}) {
    super(code, message, options)
    this.line = line
  }
}

/** A line cannot be restored. The message names it, and what to do. */
export function lineRefusal(line: number, message: string, cause?: unknown): LineRefusal {
  const faults = [{ path: `line ${line}`, message }]
  return new LineRefusal('invalid_input', line, `line ${line}: ${message}`, { faults, cause })
}

/**
 * Makes the table of what can be written only when all things are there: what things refer to among themselves, and what readers
 * see. It goes with the transaction.
 */
export async function makeRoomForLater(tx: Transaction): Promise<void> {
  await tx.$executeRaw`
    CREATE TEMP TABLE restored_thing (type text, id uuid, line int, later jsonb, PRIMARY KEY (type, id)) ON COMMIT DROP`
}

/** Notes new things with what is to be written later. */
export async function noteLater(
  tx: Transaction,
  type: string,
  rows: { id: string; line: number; later: Data }[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO restored_thing SELECT ${type}, it.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS it (id uuid, line int, later jsonb)`
}

/** The UUID before all others. */
const beginning = '00000000-0000-0000-0000-000000000000'

/** What was noted of one type, a page at a time, in the order of ids. @throws what the signal says */
export async function* notedPages<L>({ tx, signal }: Restoring, type: LineType): AsyncGenerator<Noted<L>[]> {
  for (let after = beginning; ; ) {
    signal?.throwIfAborted()
    const page = await tx.$queryRaw<Noted<L>[]>`
      SELECT id::text, line, later FROM restored_thing WHERE type = ${type} AND id > ${after}::uuid ORDER BY id LIMIT 100`
    const last = page.at(-1)
    if (!last) return
    yield page
    after = last.id
  }
}

export interface Noted<L> {
  id: string
  line: number
  later: L
}

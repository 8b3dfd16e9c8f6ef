import { actorOf, principalOf } from './caller.ts'
import type { Ctx, Transaction } from './ctx.ts'

/** What happened to what: the nouns and verbs of the newsroom. */
export type EventType =
  | `article.${'created' | 'revised' | 'submitted' | 'approved' | 'rejected' | 'scheduled' | 'unscheduled' | 'published' | 'corrected' | 'withdrawn' | 'killed' | 'restored' | 'embargoed' | 'unembargoed' | 'unlocked'}`
  | `preview.${'created' | 'revoked'}`
  | `tag.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `author.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `media.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `user.${'created' | 'updated' | 'suspended' | 'reinstated'}`
  | `session.${'created' | 'revoked'}`
  | `key.${'created' | 'rotated' | 'revoked'}`
  | `webhook.${'created' | 'updated' | 'rotated' | 'disabled' | 'deleted' | 'redelivered'}`

export interface NewsEvent {
  type: EventType
  subjectId: string
  /** The revision number or row version after the change. */
  version: number
  /** Ids and numbers only: events leave the house, drafts do not. */
  data?: Record<string, string | number | boolean | null | string[]>
  /** Whether readers can see the change; false when left out. */
  isPublic?: boolean
  /** Why, in the words of whoever did it; for colleagues, never sent out. */
  note?: string | null
}

/** An event as the journal has it, for those who tell others of it. */
export interface RecordedEvent {
  id: string
  number: bigint
  type: string
  subjectId: string
  sequence: number
  version: number
  data: unknown
  occurredAt: Date
}

/**
 * Writes the event into the journal, in the transaction of the change it tells of: the last thing that a transaction does,
 * for from here to the commit nobody else can write to the journal. That makes its numbers ascend in the order of commits,
 * without gaps, and each hash cover the one before. Changes of one subject must exclude each other by a lock taken before.
 */
export async function recordEvent(ctx: Ctx, tx: Transaction, event: NewsEvent): Promise<void> {
  const { type, subjectId, version, isPublic = false, note = null } = event
  const id = ctx.newId()
  const data = JSON.stringify(event.data ?? {})
  const [actor, actorId] = [actorOf(ctx.caller), principalOf(ctx.caller)]
  const { id: requestId = null, address = null } = ctx.request ?? {}
  await tx.$executeRaw`
    WITH subject AS (
      SELECT coalesce(max(sequence), 0) + 1 AS sequence FROM journal_entry WHERE "subjectId" = ${subjectId}::uuid
    ), head AS (
      UPDATE journal_head SET number = journal_head.number + 1, hash = journal_hash(
        journal_head.hash, journal_head.number + 1, ${id}::uuid, ${type}, ${subjectId}::uuid,
        (SELECT subject.sequence FROM subject), ${version}::int, ${data}::jsonb, ${isPublic}::boolean, ${actor}, ${actorId}::uuid,
        ${note}, ${requestId}, ${address}, ${ctx.now}::timestamptz)
      RETURNING number, hash
    )
    INSERT INTO journal_entry (number, hash, id, type, "subjectId", sequence, version, data, "isPublic", actor, "actorId",
      note, "requestId", address, "occurredAt")
    SELECT head.number, head.hash, ${id}::uuid, ${type}, ${subjectId}::uuid, subject.sequence, ${version}::int, ${data}::jsonb,
      ${isPublic}::boolean, ${actor}, ${actorId}::uuid, ${note}, ${requestId}, ${address}, ${ctx.now}::timestamptz
    FROM head, subject`
}

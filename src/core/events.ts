import { actorOf, principalOf } from './caller.ts'
import { noteChange } from './commit.ts'
import type { Ctx, Transaction } from './ctx.ts'
import { heldEvents, holdEvents, releaseEvents } from './held-events.ts'

/** What happened to what: the nouns and verbs of the newsroom. */
export type EventType =
  | `article.${'created' | 'revised' | 'submitted' | 'approved' | 'rejected' | 'scheduled' | 'unscheduled' | 'published' | 'corrected' | 'withdrawn' | 'killed' | 'restored' | 'embargoed' | 'unembargoed' | 'unlocked'}`
  | `post.${'created' | 'revised' | 'published' | 'withdrawn' | 'deleted'}`
  | `preview.${'created' | 'revoked'}`
  | `tag.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `author.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `media.${'created' | 'updated' | 'merged' | 'deleted'}`
  | `front.${'created' | 'updated' | 'published' | 'withdrawn' | 'deleted'}`
  | `user.${'created' | 'updated' | 'suspended' | 'reinstated'}`
  | `session.${'created' | 'revoked'}`
  | `related.${'updated' | 'excluded' | 'included'}`
  | `key.${'created' | 'rotated' | 'revoked'}`
  | `import.${'created' | 'stopped' | 'resumed' | 'finished'}`
  | `ingest.${'created' | 'updated' | 'deleted'}`
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
  /** What kept answers depend on that this changes, besides the subject itself: see `Sources`. Counts when it is public or silent. */
  keys?: string[]
  /** Whether it drops kept answers though the feed of changes does not tell of it; false when left out. */
  isSilent?: boolean
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
  /** What answers depend on that it changed; empty when readers see nothing of it. */
  keys: string[]
  occurredAt: Date
}

/**
 * Writes the event into the journal, in the transaction of the change it tells of: the last thing that a transaction does,
 * for from here to the commit nobody else can write to the journal. That makes its numbers ascend in the order of commits,
 * without gaps, and each hash cover the one before. Whoever follows the journal is notified of it at the commit. Changes of one subject must exclude each other by a lock taken before.
 */
export async function recordEvent(ctx: Ctx, tx: Transaction, event: NewsEvent): Promise<void> {
  const held = heldEvents<NewsEvent>(tx)
  if (held) {
    held.push(event)
    return
  }
  const { type, subjectId, version, isPublic = false, isSilent = false, note = null } = event
  const id = ctx.newId()
  const data = JSON.stringify(event.data ?? {})
  const keys = isPublic || isSilent ? [...new Set([subjectId, ...(event.keys ?? [])])] : []
  const [actor, actorId] = [actorOf(ctx.caller), principalOf(ctx.caller)]
  const { id: requestId = null, address = null } = ctx.request ?? {}
  const [written] = await tx.$queryRaw<{ number: bigint }[]>`
    WITH subject AS (
      SELECT coalesce(max(sequence), 0) + 1 AS sequence FROM journal_entry WHERE "subjectId" = ${subjectId}::uuid
    ), head AS (
      UPDATE journal_head SET number = journal_head.number + 1, hash = journal_hash(
        journal_head.hash, journal_head.number + 1, ${id}::uuid, ${type}, ${subjectId}::uuid,
        (SELECT subject.sequence FROM subject), ${version}::int, ${data}::jsonb, ${isPublic}::boolean, ${actor}, ${actorId}::uuid,
        ${note}, ${requestId}, ${address}, ${ctx.now}::timestamptz)
      RETURNING number, hash
    ), entry AS (
      INSERT INTO journal_entry (number, hash, id, type, "subjectId", sequence, version, data, "isPublic", keys, actor, "actorId",
        note, "requestId", address, "occurredAt")
      SELECT head.number, head.hash, ${id}::uuid, ${type}, ${subjectId}::uuid, subject.sequence, ${version}::int, ${data}::jsonb,
        ${isPublic}::boolean, ${keys}::text[], ${actor}, ${actorId}::uuid, ${note}, ${requestId}, ${address}, ${ctx.now}::timestamptz
      FROM head, subject
      RETURNING number
    )
    SELECT number, pg_notify('dateline_journal', number::text)::text FROM entry`
  if (written) noteChange(tx, written.number, keys)
}

/**
 * Does many things in one transaction, each with its own event: the events are written together when all is done, in their order.
 * Nothing may be written behind it.
 */
export async function withEventsLast<T>(ctx: Ctx, tx: Transaction, work: () => Promise<T>): Promise<T> {
  const events = holdEvents<NewsEvent>(tx)
  const value = await work()
  releaseEvents(tx)
  await recordEvents(ctx, tx, events)
  return value
}

/**
 * Writes many events into the journal as `recordEvent` would, in their order, in two statements: for batches. Those who follow the
 * journal are notified once, of the last.
 */
async function recordEvents(ctx: Ctx, tx: Transaction, events: NewsEvent[]): Promise<void> {
  if (events.length === 0) return
  const entries = events.map((event, i) => entryOf(ctx, event, i + 1))
  const [actor, actorId] = [actorOf(ctx.caller), principalOf(ctx.caller)]
  const { id: requestId = null, address = null } = ctx.request ?? {}
  // Alone, so that the statement behind it sees what was committed while this one waited.
  await tx.$queryRaw`SELECT number FROM journal_head FOR UPDATE`
  const [written] = await tx.$queryRaw<{ number: bigint }[]>`
    WITH RECURSIVE given AS MATERIALIZED (
      SELECT it.*, (coalesce((SELECT max(e.sequence) FROM journal_entry e WHERE e."subjectId" = it."subjectId"), 0)
        + row_number() OVER (PARTITION BY it."subjectId" ORDER BY it.place))::int AS sequence
      FROM jsonb_to_recordset(${JSON.stringify(entries)}::jsonb) AS it (place int, id uuid, type text, "subjectId" uuid,
        version int, data jsonb, "isPublic" boolean, keys text[], note text)
    ), chain AS (
      SELECT 0 AS place, number, hash FROM journal_head
      UNION ALL
      SELECT given.place, chain.number + 1, journal_hash(chain.hash, chain.number + 1, given.id, given.type, given."subjectId",
        given.sequence, given.version, given.data, given."isPublic", ${actor}, ${actorId}::uuid, given.note, ${requestId}, ${address},
        ${ctx.now}::timestamptz)
      FROM chain JOIN given ON given.place = chain.place + 1
    ), head AS (
      UPDATE journal_head SET number = last.number, hash = last.hash
      FROM (SELECT number, hash FROM chain ORDER BY place DESC LIMIT 1) last
      RETURNING journal_head.number
    ), entry AS (
      INSERT INTO journal_entry (number, hash, id, type, "subjectId", sequence, version, data, "isPublic", keys, actor, "actorId",
        note, "requestId", address, "occurredAt")
      SELECT chain.number, chain.hash, given.id, given.type, given."subjectId", given.sequence, given.version, given.data,
        given."isPublic", given.keys, ${actor}, ${actorId}::uuid, given.note, ${requestId}, ${address}, ${ctx.now}::timestamptz
      FROM chain JOIN given USING (place)
    )
    SELECT number, pg_notify('dateline_journal', number::text)::text FROM head`
  const keys = new Set(entries.flatMap((entry) => entry.keys))
  if (written) noteChange(tx, written.number, [...keys])
}

function entryOf(
  ctx: Ctx,
  { keys = [], isPublic = false, note = null, data = {}, ...event }: NewsEvent,
  place: number,
) {
  const all = isPublic ? [...new Set([event.subjectId, ...keys])] : []
  return { place, id: ctx.newId(), ...event, data, isPublic, keys: all, note }
}

import { actorOf } from './caller.ts'
import type { Ctx, Transaction } from './ctx.ts'

/** What happened to what: the nouns and verbs of the newsroom. */
export type EventType =
  | `article.${'created' | 'revised' | 'published' | 'withdrawn'}`
  | `tag.${'created' | 'updated' | 'merged'}`
  | `author.${'created' | 'updated'}`
  | `media.${'created' | 'updated'}`

export interface NewsEvent {
  type: EventType
  subjectId: string
  /** The revision number or row version after the change. */
  version: number
  /** Ids and numbers only: events leave the house, drafts do not. */
  data?: Record<string, string | number | null>
}

/** Writes the event into the outbox, in the transaction of the change it tells of. */
export async function recordEvent(ctx: Ctx, tx: Transaction, event: NewsEvent): Promise<void> {
  const { type, subjectId, version, data = {} } = event
  await tx.outboxEvent.create({
    data: { id: ctx.newId(), type, subjectId, version, data, actor: actorOf(ctx.caller), occurredAt: ctx.now },
    select: { id: true },
  })
}

import type { RecordedEvent } from '../core/events.ts'
import { anyChange, manyThings } from '../core/sources.ts'
import { purgeEvent } from './webhook.ts'

/** What is known of an event when it is sent. `paths`: those that readers ever had of its story, newest first. */
export interface SentEvent extends Omit<RecordedEvent, 'keys'> {
  paths?: readonly string[]
}

/** Bytes of a payload at most. Source: Standard Webhooks 1.0.0, "Payload structure": smaller than 20 kB. */
export const maxPayloadBytes = 20_000

/** Bytes of paths in a payload at most, which leaves room for a hundred ids. */
const maxPathBytes = 10_000

/** The body of a delivery: who, which and when, never a word of a story. */
export function payloadOf({
  id,
  number,
  type,
  subjectId,
  sequence,
  version,
  data,
  occurredAt,
  paths,
}: SentEvent): string {
  const facts = { id: subjectId, eventId: id, number: Number(number), sequence, version }
  const shown = paths && paths.length > 0 ? { paths: within(maxPathBytes, paths) } : {}
  return JSON.stringify({
    type,
    timestamp: occurredAt.toISOString(),
    data: { ...sayableIn(data), ...facts, ...shown },
  })
}

/** Keys of a purge at most, which fit into a payload; a change of more is a change of everything. */
const mostPurged = 300

/** The body of a purge: the keys of the answers that are old now, as `Surrogate-Key` and `Cache-Tag` of these name them. */
export function purgePayloadOf({ id, number, keys, occurredAt }: Omit<RecordedEvent, 'data'>): string {
  const named = keys.length > mostPurged ? [anyChange] : [...keys, manyThings]
  return JSON.stringify({
    type: purgeEvent,
    timestamp: occurredAt.toISOString(),
    data: { eventId: id, number: Number(number), keys: named },
  })
}

/** The body of an event that nothing has happened for. */
export function testPayloadOf(webhookId: string, eventId: string, at: Date): string {
  return JSON.stringify({ type: 'webhook.test', timestamp: at.toISOString(), data: { id: webhookId, eventId } })
}

/** Ids, instants and words such as PUBLISH; any other text stays in the house. */
const sayable = /^([0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|[A-Z][A-Z_]{0,39})$/

function sayableIn(data: unknown): Record<string, unknown> {
  const entries = Object.entries((data ?? {}) as Record<string, unknown>)
  return Object.fromEntries(
    entries.filter(([, value]) => (Array.isArray(value) ? value.every(isSayable) : isSayable(value))),
  )
}

function isSayable(value: unknown): boolean {
  return typeof value === 'string' ? sayable.test(value) : value === null || typeof value !== 'object'
}

function within(most: number, texts: readonly string[]): string[] {
  let size = 0
  return texts.filter((text) => {
    size += Buffer.byteLength(text) + 3
    return size <= most
  })
}

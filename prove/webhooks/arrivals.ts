import type { Newsroom } from '../newsroom.ts'
import type { Worker } from '../worker.ts'
import type { Endpoint } from './endpoints.ts'
import type { Receipt } from './receivers.ts'

/** An event that happened. */
interface Expected {
  id: string
  tagId: string
  sequence: number
  /** Ms since 1970, by the server's own note. */
  committedAt: number
}

/** What came of the deliveries. */
export interface Arrivals {
  /** Ms from the commit of an event to its first arrival at a good endpoint, without those in which no worker was there. */
  waits: number[]
  /** Events at good endpoints, requests at the others. */
  good: number
  poisoned: number
  /** Arrivals of what had arrived before. */
  duplicates: number
  signatures: number
  /** First arrivals of a tag's event after that of a later one. */
  outOfOrder: number
  faults: string[]
}

export async function expectedEvents({ database }: Newsroom): Promise<Expected[]> {
  const { rows } = await database.pool.query<Expected>(
    `SELECT id, "subjectId" AS "tagId", sequence, (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000)::float8 AS "committedAt"
     FROM journal_entry WHERE type = 'tag.updated' ORDER BY number`,
  )
  return rows
}

export function arrivalsOf(endpoints: Endpoint[], expected: Expected[], downtimes: Worker['downtimes']): Arrivals {
  const events = new Map(expected.map((event) => [event.id, event]))
  const total: Arrivals = { waits: [], good: 0, poisoned: 0, duplicates: 0, signatures: 0, outOfOrder: 0, faults: [] }
  for (const endpoint of endpoints) {
    if (endpoint.receiver.trapped() > 0) total.faults.push('a redirect was followed')
    const unverified = endpoint.receiver.receipts.filter(({ fault }) => fault !== null)
    total.faults.push(...unverified.map(({ fault }) => `a signature does not verify: ${fault}`))
    total.signatures += endpoint.receiver.receipts.length - unverified.length
    if (endpoint.poison) total.poisoned += endpoint.receiver.receipts.length
    else judge(endpoint, events, downtimes, total)
  }
  return total
}

function judge(
  { receiver, tagIds }: Endpoint,
  events: Map<string, Expected>,
  downtimes: Worker['downtimes'],
  total: Arrivals,
): void {
  const first = new Map<string, Receipt>()
  const newest = new Map<string, number>()
  for (const receipt of receiver.receipts) {
    const id = receipt.headers['webhook-id'] ?? ''
    const [event, before] = [events.get(id), first.get(id)]
    if (!event || (tagIds.length > 0 && !tagIds.includes(event.tagId)))
      total.faults.push(`event ${id} is not for this endpoint`)
    else if (before) {
      total.duplicates++
      if (before.body !== receipt.body) total.faults.push(`event ${id} came again with another body`)
    } else {
      first.set(id, receipt)
      total.waits.push(receipt.at - event.committedAt - overlap(event.committedAt, receipt.at, downtimes))
      if (event.sequence < (newest.get(event.tagId) ?? 0)) total.outOfOrder++
      newest.set(event.tagId, Math.max(event.sequence, newest.get(event.tagId) ?? 0))
    }
  }
  total.good += first.size
}

/** Ms of a span in which no worker was there. */
function overlap(from: number, to: number, downtimes: Worker['downtimes']): number {
  return downtimes.reduce((sum, down) => sum + Math.max(0, Math.min(to, down.to) - Math.max(from, down.from)), 0)
}

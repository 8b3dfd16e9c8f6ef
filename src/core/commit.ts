import type { Transaction } from './ctx.ts'

/** What a transaction changed of what readers see. */
export interface Change {
  /** The place of its last event in the journal. */
  number: bigint
  /** What answers depend on that it changed: see `Sources`. */
  keys: string[]
}

/** Told of every change right after its commit; the writer has their answer only when this is done. */
export type AfterCommit = (change: Change) => Promise<void>

const changes = new WeakMap<Transaction, { number: bigint; keys: Set<string> }>()

/** Notes what will have changed when this transaction commits. */
export function noteChange(tx: Transaction, number: bigint, keys: string[]): void {
  const noted = changes.get(tx)?.keys ?? new Set()
  for (const key of keys) noted.add(key)
  changes.set(tx, { number, keys: noted })
}

/** What was noted in this transaction; null when it wrote no event. */
export function changeOf(tx: Transaction): Change | null {
  const change = changes.get(tx)
  return change ? { number: change.number, keys: [...change.keys] } : null
}

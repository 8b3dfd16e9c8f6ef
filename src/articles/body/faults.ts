import type { Fault } from '../../core/errors.ts'

// More faults than this help nobody: the check stops there.
const maxFaults = 50

/** What one check of one body gathers on its way: the faults, in order, and the sizes so far. */
export class Checking {
  readonly faults: Fault[] = []
  /** Characters (UTF-16 units) of all texts so far. */
  textLength = 0
  /** Spans so far. */
  spanCount = 0

  /** True when the cap is reached: loops leave early. */
  get isFull(): boolean {
    return this.faults.length >= maxFaults
  }

  /** Notes a fault, up to the cap. */
  refuse(path: string, message: string): void {
    if (!this.isFull) this.faults.push({ path, message })
  }
}

/**
 * A value from outside as a message may show it: a string in quotation marks, cut at 40 characters; else its kind.
 * It never walks into the value, so a deep one costs nothing.
 */
export function showValue(value: unknown): string {
  if (typeof value === 'string') return `"${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value === null || value === undefined) return 'missing'
  return Array.isArray(value) ? 'a list' : 'an object'
}

import type { Random } from '../bench/archive/random.ts'

/** Something that the house promises, and how to try to break it. */
export interface Proof {
  /** Kebab-case; the file is `proof/<name>.json`. */
  name: string
  /** One sentence, for the README. */
  guarantee: string
  run(trial: Trial): Promise<Outcome>
}

/** What one run of a proof is given. */
export interface Trial {
  /** The source of all chance in it. */
  random: Random
  /** The full form is 1; a tenth of the kills, events and so on is 0.1. */
  scale: number
  /** Folder with the programs of PostgreSQL (`postgres`, `initdb`); null: those of the embedded one. */
  postgresBin: string | null
  /** URL of a migrated database without content, on a server that runs already; left out: the proof makes a server of its own. */
  databaseUrl?: string
  /** Says how far it is. */
  tell(line: string): void
}

/** What came of it. */
export interface Outcome {
  /** How many times the house was put to the test. */
  steps: number
  /** In words, what was promised and did not hold; empty when all of it did. */
  violations: string[]
  /** What was tried, and the figures that matter: '500 kills, 21,034 acknowledged verbs'. */
  tried: string
  /** The version of the server. */
  postgres: string
  numbers: Record<string, number>
}

/** A number of the full form at this scale: at least `least`. */
export function scaled(full: number, scale: number, least = 1): number {
  return Math.max(least, Math.round(full * scale))
}

/** A whole number with commas between its thousands. */
export function shown(value: number): string {
  return Math.round(value).toLocaleString('en')
}

/** p50, p99 and the largest of some times, to a tenth; zeros when there are none. */
export function percentiles(times: number[]): { p50: number; p99: number; max: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => tenth(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: tenth(sorted.at(-1) ?? 0) }
}

/** A number to one place. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

import type pg from 'pg'
import type { Word } from './clients.ts'

interface Line {
  verb: string
  event: string
  status: number
}

/** What all clients asked and were told, held against the journal. */
export interface Ledger {
  write(word: Word): void
  /** Compares what was said since the last time. Nobody may be writing. Violations, in words. */
  compare(pool: pg.Pool): Promise<string[]>
  counts: { acknowledged: number; refused: number; unanswered: number; unansweredDone: number }
  /** How often each verb was acknowledged. */
  verbs: Map<string, number>
  /** What was refused as ill-formed: the fault of the proof, not of the house. */
  misunderstandings: Map<string, string>
}

export function newLedger(): Ledger {
  let lines = new Map<string, Line>()
  let read = '0'
  const counts = { acknowledged: 0, refused: 0, unanswered: 0, unansweredDone: 0 }
  const verbs = new Map<string, number>()
  const misunderstandings = new Map<string, string>()
  const write = ({ address, verb, event, status, text }: Word) => {
    lines.set(address, { verb, event, status: status ?? 0 })
    if (text) misunderstandings.set(verb, text)
  }
  const compare = async (pool: pg.Pool) => {
    const { rows } = await pool.query<{ number: string; address: string; type: string }>(
      `SELECT number, address, type FROM journal_entry WHERE number > $1 AND address LIKE 'fd00:%' ORDER BY number`,
      [read],
    )
    read = rows.at(-1)?.number ?? read
    const entries = new Map<string, string[]>()
    for (const { address, type } of rows) entries.set(address, [...(entries.get(address) ?? []), type])
    const faults = [...lines].flatMap(([address, line]) => {
      const found = entries.get(address) ?? []
      entries.delete(address)
      count(line, found.length > 0)
      const fault = faultOf(line, found)
      return fault ? [`${line.verb} (${address}, answered ${line.status || 'nothing'}): ${fault}`] : []
    })
    const strangers = [...entries.keys()].map((address) => `the journal has an entry from ${address}, who did not ask`)
    lines = new Map()
    return [...faults, ...strangers]
  }
  const count = ({ verb, status }: Line, isDone: boolean) => {
    if (isAcknowledged(status)) {
      counts.acknowledged++
      verbs.set(verb, (verbs.get(verb) ?? 0) + 1)
    } else if (isRefused(status)) counts.refused++
    else {
      counts.unanswered++
      if (isDone) counts.unansweredDone++
    }
  }
  return { write, compare, counts, verbs, misunderstandings }
}

const isAcknowledged = (status: number) => status >= 200 && status < 300
const isRefused = (status: number) => status >= 400 && status < 500

/** What was acknowledged is in the journal once, what was refused is not, and the rest is there once or not at all. */
function faultOf({ event, status }: Line, found: string[]): string | null {
  const told = found.join(', ') || 'nothing'
  const [named, ...others] = event.split('|')
  const least = others.includes('') ? 0 : 1
  const times = found.filter((type) => type === named || others.includes(type)).length
  if (isRefused(status) && found.length > 0) return `was refused, but the journal has ${told}`
  if (times > 1 || times < found.length) return `was done twice, or more than it: ${told}`
  return isAcknowledged(status) && times < least ? `the journal has ${told}, not one ${named}` : null
}

import type { Newsroom } from '../newsroom.ts'
import { type Outcome, shown, type Trial } from '../proof.ts'
import type { Ledger } from './ledger.ts'
import { verbs } from './verbs.ts'

interface Facts {
  newsroom: Newsroom
  ledger: Ledger
  postgres: string
  steps: number
  violations: string[]
  numbers: Record<string, number>
  tell: Trial['tell']
}

/** What is told of a crash proof; also which verbs were never acknowledged, for then they were not put to the test. */
export async function outcomeOf({ newsroom, ledger, tell, ...facts }: Facts): Promise<Outcome> {
  const { rows } = await newsroom.database.pool.query<{ count: string }>('SELECT count(*) FROM journal_entry')
  for (const [verb, text] of ledger.misunderstandings) tell(`${verb}: ${text}`)
  const missing = verbs.filter(({ name }) => !ledger.verbs.has(name)).map(({ name }) => name)
  if (missing.length > 0) tell(`never acknowledged: ${missing.join(', ')}`)
  const { acknowledged, refused, unanswered, unansweredDone } = ledger.counts
  const numbers = {
    ...facts.numbers,
    ...{ verbs: ledger.verbs.size, acknowledged, refused, unanswered, unansweredDone },
    journalEntries: Number(rows[0]?.count ?? 0),
  }
  const tried = `${shown(facts.steps)} kills amid ${shown(acknowledged)} acknowledged verbs of ${ledger.verbs.size} kinds; ${shown(unanswered)} were under way`
  return { ...facts, tried, numbers }
}

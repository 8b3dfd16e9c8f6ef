import type pg from 'pg'
import type { Prisma } from '../../src/db/generated/client.ts'

/** A step of a plan that was carried out, as EXPLAIN (ANALYZE, FORMAT JSON) gives it. */
interface Step {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Step[]
}

/** What a statement did: the rows that it read of published tables, its indexes, and what it should not have done. */
export interface Work {
  rows: number
  indexes: string[]
  faults: string[]
}

/** Rows of a sort that is still a page's work and not the table's. */
const mostSorted = 2_500

/** Carries a statement out under the plan that is the same for all values, and says what that took. */
export async function workOf(client: pg.PoolClient, { text, values }: Prisma.Sql): Promise<Work> {
  await client.query('DEALLOCATE ALL')
  await client.query(`PREPARE asked AS ${text}`)
  const literals = values.map((value) => client.escapeLiteral(literalOf(value)))
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Step }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) EXECUTE asked${literals.length > 0 ? `(${literals.join(', ')})` : ''}`,
  )
  const steps = stepsOf(rows[0]?.['QUERY PLAN'][0].Plan)
  return {
    rows: steps.reduce((sum, step) => sum + rowsRead(step), 0),
    indexes: [...new Set(steps.flatMap((step) => step['Index Name'] ?? []))],
    faults: steps.flatMap(faultsOf),
  }
}

function literalOf(value: unknown): string {
  return Array.isArray(value) ? `{${value.map((each) => JSON.stringify(each)).join(',')}}` : String(value)
}

function stepsOf(step: Step | undefined): Step[] {
  return step ? [step, ...(step.Plans ?? []).flatMap(stepsOf)] : []
}

const isPublished = (step: Step) => step['Relation Name']?.startsWith('published_') ?? false

function rowsRead(step: Step): number {
  if (!isPublished(step)) return 0
  const removed = (step['Rows Removed by Filter'] ?? 0) + (step['Rows Removed by Index Recheck'] ?? 0)
  return (step['Actual Rows'] + removed) * step['Actual Loops']
}

function faultsOf(step: Step): string[] {
  if (step['Node Type'] === 'Seq Scan' && isPublished(step)) return [`reads all of ${step['Relation Name']}`]
  if (step['Node Type'] === 'Sort' && step['Actual Rows'] * step['Actual Loops'] > mostSorted)
    return [`sorts ${step['Actual Rows']} rows`]
  return []
}

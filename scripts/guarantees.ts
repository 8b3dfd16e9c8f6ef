// Writes the table of what was proved into README.md, from proof/*.json; with --check, ends with 1 when it is out of date.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'

interface Kept {
  guarantee: string
  tried: string
  command: string
  violations: number
  at: string
  postgres: string
}

const [begin, end] = ['<!-- guarantees: made by scripts/guarantees.ts -->', '<!-- end of guarantees -->']
const folder = new URL('../proof/', import.meta.url)
const target = new URL('../README.md', import.meta.url)

const text = readFileSync(target, 'utf8')
const [before, rest] = text.split(begin)
const after = rest?.split(end)[1]
if (before === undefined || after === undefined) throw new Error(`README.md lacks the lines '${begin}' and '${end}'`)
const made = `${before}${begin}\n${tableOf(readProofs())}\n${end}${after}`

if (!process.argv.includes('--check')) writeFileSync(target, made)
else if (made !== text) {
  console.error('the guarantees in README.md are out of date: run npx tsx scripts/guarantees.ts')
  process.exitCode = 1
}

function readProofs(): Kept[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  return names.sort().map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Kept)
}

function tableOf(proofs: Kept[]): string {
  if (proofs.length === 0) return '\nNo run is kept yet.\n'
  const rows = proofs.map(
    ({ guarantee, tried, violations, command, at, postgres }) =>
      `| ${guarantee} | ${tried} | ${violations} | ${at.slice(0, 10)}, PostgreSQL ${postgres} | \`${command}\` |`,
  )
  return [
    '',
    '| what holds | put to the test by | violations | when, on | again |',
    '|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { seededRandom } from '../bench/archive/random.ts'
import type { Proof } from './proof.ts'
import { suites } from './suites.ts'

const usage = `npm run prove -- ${Object.keys(suites).join('|')} [options]
  --only NAME,NAME   some of its proofs
  --seed N           of all chance; printed and kept (a new one each time)
  --scale S          0.1: a tenth of it, for a trial; no file is written then
  --postgres FOLDER  with the programs of a PostgreSQL server, instead of the embedded one's`

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: text, seed: text, scale: text, postgres: text },
})
const suite = suites[positionals[0] ?? '']
const chosen = suite?.filter(({ name }) => !values.only || values.only.split(',').includes(name)) ?? []
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
const scale = Number(values.scale ?? 1)
if (chosen.length === 0 || !Number.isInteger(seed) || !(scale > 0)) {
  console.error(suite ? `${usage}\nproofs: ${suite.map(({ name }) => name).join(', ')}` : usage)
  process.exit(2)
}

for (const proof of chosen) if ((await runProof(proof)) > 0) process.exitCode = 1
process.exit()

/** Runs one proof, prints what came of it, keeps it; the number of violations. */
async function runProof(proof: Proof): Promise<number> {
  const at = new Date()
  console.log(`\n${proof.name}: ${proof.guarantee}\n  seed ${seed}`)
  const tell = (line: string) =>
    console.log(`  ${((Date.now() - at.getTime()) / 1000).toFixed(1).padStart(7)} s  ${line}`)
  const random = seededRandom(seed)
  const outcome = await proof.run({ random, scale, postgresBin: values.postgres ?? null, tell })
  const { steps, violations, tried, postgres, numbers } = outcome
  const ms = Date.now() - at.getTime()
  for (const violation of violations.slice(0, 20)) console.log(`  VIOLATION ${violation}`)
  for (const [name, value] of Object.entries(numbers)) console.log(`  ${name.padEnd(28)} ${value}`)
  tell(violations.length === 0 ? `held, ${steps} steps` : `BROKEN: ${violations.length} violations in ${steps} steps`)
  const command = `npm run prove -- ${positionals[0]} --only ${proof.name} --seed ${seed}`
  const facts = {
    name: proof.name,
    guarantee: proof.guarantee,
    tried,
    command,
    seed,
    steps,
    violations: violations.length,
    ms,
  }
  if (scale >= 1) write(proof.name, { ...facts, at: at.toISOString(), node: process.version, postgres, numbers })
  return violations.length
}

function write(name: string, facts: object): void {
  mkdirSync('proof', { recursive: true })
  writeFileSync(`proof/${name}.json`, `${JSON.stringify(facts, null, 2)}\n`)
}
